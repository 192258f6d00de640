import { Temporal } from 'temporal-polyfill'
import { dayInReason } from '../../allocation/allocation-words.ts'
import { nthWorkingDayAfter } from '../../working-days.ts'
import { contactFact, sentencedFact, unpaidWorkFact } from '../fact-names.ts'
import type { Review } from '../review.ts'
import type { ReviewDay } from '../review-day.ts'
import type { ReviewFacts } from '../review-facts.ts'
import { reviewOf } from '../review-of.ts'

/** The first session of unpaid work comes within some working days of sentence, the last within some months. */
export function unpaidWork(facts: ReviewFacts, day: ReviewDay): readonly Review[] {
  const review = reviewOf('unpaid-work', day)
  const work = unpaidWorkFact(facts)
  if (!facts.unpaidWork.known) return [review.cannotTell(work)]
  if (facts.unpaidWork.value === 'none') return [review.notDue('There is no unpaid work to do.', work.shown)]
  const { completed } = facts.unpaidWork.value
  if (completed === true) return [review.done('The unpaid work is completed.', work.shown)]
  const { sentencedOn } = facts
  if (!sentencedOn.known) return [review.cannotTell(sentencedFact(facts))]
  return [firstSession(facts, sentencedOn.value, day), lastSession(facts, sentencedOn.value, completed, day)]
}

function firstSession(facts: ReviewFacts, sentencedOn: Temporal.PlainDate, day: ReviewDay): Review {
  const review = reviewOf('unpaid-work', day)
  const { contacts } = facts
  if (!contacts.known) return review.cannotTell(contactFact('Unpaid work session', facts, undefined))
  const [first] = contacts.value
    .filter(({ is, attended }) => is === 'unpaid-work' && attended === true)
    .filter(({ on }) => Temporal.PlainDate.compare(on, sentencedOn) >= 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on))
  if (first !== undefined) {
    const held = contactFact('Unpaid work session', facts, first)
    return review.done(`The first session was on ${dayInReason(first.on)}.`, held.shown)
  }
  const { firstSessionWorkingDays } = day.policy.rules['unpaid-work']
  return review.due(
    nthWorkingDayAfter(firstSessionWorkingDays, sentencedOn, day.workingDays),
    `No session was attended since sentence on ${dayInReason(sentencedOn)}.`,
    contactFact('Unpaid work session', facts, undefined).shown,
  )
}

function lastSession(
  facts: ReviewFacts,
  sentencedOn: Temporal.PlainDate,
  completed: boolean | undefined,
  day: ReviewDay,
): Review {
  const review = reviewOf('unpaid-work', day)
  const { completedMonths } = day.policy.rules['unpaid-work']
  const due = review.due(
    sentencedOn.add({ months: completedMonths }),
    `The unpaid work is to be completed within ${completedMonths} months of sentence on ${dayInReason(sentencedOn)}.`,
    unpaidWorkFact(facts).shown,
  )
  // Before its day it makes no difference whether it is completed already.
  if (completed !== undefined || due.state !== 'overdue') return due
  const { dueOn: _, ...rest } = due
  return { ...rest, state: 'cannot-tell', reason: `${due.reason} Whether it is completed is not said.` }
}
