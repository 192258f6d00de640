import type { Temporal } from 'temporal-polyfill'
import { childFlag } from '../../allocation/active-registers.ts'
import { dayInReason } from '../../allocation/allocation-words.ts'
import type { EnquiryContact } from '../../allocation/case-facts.ts'
import { type OutstandingEnquiry, outstandingEnquiries } from '../../allocation/outstanding-enquiries.ts'
import { nthWorkingDayAfter } from '../../working-days.ts'
import { contactFact, registersFact, sentencedFact } from '../fact-names.ts'
import type { Review } from '../review.ts'
import type { ReviewDay } from '../review-day.ts'
import type { ContactMeaning, ReviewContact, ReviewFacts } from '../review-facts.ts'
import { reviewOf } from '../review-of.ts'

type About = EnquiryContact['about']

const meanings: Partial<Record<ContactMeaning, Omit<EnquiryContact, 'on'>>> = {
  'police-asked': { about: 'police', step: 'asked' },
  'police-answered': { about: 'police', step: 'answered' },
  'safeguarding-asked': { about: 'safeguarding', step: 'asked' },
  'safeguarding-answered': { about: 'safeguarding', step: 'answered' },
}

/** The enquiries among the entries of a contact log. */
export function enquiriesAmong(contacts: readonly ReviewContact[]): EnquiryContact[] {
  return contacts.flatMap(({ is, on }) => {
    const meaning = is === undefined ? undefined : meanings[is]
    return meaning === undefined ? [] : [{ ...meaning, on }]
  })
}

/** Whether a case needs the enquiry of child safeguarding: one with a child flag does. Undefined where that is not known. */
export function needsSafeguarding({ registrations }: ReviewFacts): boolean | undefined {
  if (!registrations.known) return undefined
  return registrations.value.some(
    ({ code, endedOn }) => endedOn === undefined && childFlag.some((flag) => flag === code),
  )
}

/**
 * Each enquiry that the case needs is asked some working days after sentence and answered some working days after it was
 * asked. The police are asked about every case. Enquiries that fall due on one day for one reason are one review.
 */
export function safeguarding(facts: ReviewFacts, day: ReviewDay): readonly Review[] {
  const review = reviewOf('safeguarding', day)
  const { contacts } = facts
  if (!contacts.known) return [review.cannotTell(contactFact('Enquiries', facts, undefined))]
  const child = needsSafeguarding(facts)
  const needed: About[] = child === true ? ['police', 'safeguarding'] : ['police']
  const outstanding = outstandingEnquiries(enquiriesAmong(contacts.value), needed)
  const byDay = Map.groupBy(outstanding, ({ askedOn }) => askedOn?.toString() ?? 'not asked')
  const reviews = [...byDay.values()].map((some) => outstandingReview(some, facts, day))
  const open = child === undefined ? [...reviews, review.cannotTell(registersFact(facts))] : reviews
  if (open.length > 0) return open
  return [
    review.done(
      needed.length === 2 ? 'The police and safeguarding have answered.' : 'The police have answered.',
      contactFact('Answer received', facts, lastAnswer(contacts.value)).shown,
    ),
  ]
}

function outstandingReview(some: readonly OutstandingEnquiry[], facts: ReviewFacts, day: ReviewDay): Review {
  const review = reviewOf('safeguarding', day)
  const { unansweredWorkingDays, notAskedWorkingDays } = day.policy.rules.safeguarding
  const askedOn = some[0]?.askedOn
  const enquiries = enquiriesInWords(some.map(({ about }) => about))
  const after = (count: number, on: Temporal.PlainDate) => nthWorkingDayAfter(count, on, day.workingDays)
  if (askedOn !== undefined) {
    return review.due(
      after(unansweredWorkingDays, askedOn),
      `${enquiries} ${some.length === 1 ? 'was' : 'were'} requested on ${dayInReason(askedOn)} and not answered.`,
      contactFact(`${enquiries} requested`, facts, { on: askedOn }).shown,
    )
  }
  const { sentencedOn } = facts
  if (!sentencedOn.known) return review.cannotTell(sentencedFact(facts))
  return review.due(
    after(notAskedWorkingDays, sentencedOn.value),
    `${enquiries} ${some.length === 1 ? 'was' : 'were'} not requested since sentence on ${dayInReason(sentencedOn.value)}.`,
    contactFact(enquiries, facts, undefined).shown,
  )
}

/** "The police enquiry", "The police and safeguarding enquiries". */
function enquiriesInWords(about: readonly About[]): string {
  return about.length === 1 ? `The ${about[0]} enquiry` : 'The police and safeguarding enquiries'
}

function lastAnswer(contacts: readonly ReviewContact[]): ReviewContact | undefined {
  const answers = contacts.filter(({ is }) => is === 'police-answered' || is === 'safeguarding-answered')
  return answers.toSorted((one, other) => (one.on.toString() < other.on.toString() ? -1 : 1)).at(-1)
}
