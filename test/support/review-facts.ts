import { Temporal } from 'temporal-polyfill'
import { isBankHoliday } from '../../config/bank-holidays.ts'
import { defaultReviewPolicy } from '../../config/reviews.ts'
import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import { Crn } from '../../domain/ids.ts'
import type { Review, ReviewId } from '../../domain/reviews/review.ts'
import type { ReviewDay } from '../../domain/reviews/review-day.ts'
import type { CaseForReview, ContactMeaning, ReviewContact, ReviewFacts } from '../../domain/reviews/review-facts.ts'
import { workingDaysWithout } from '../../domain/working-days.ts'
import { day } from './days.ts'

/** The working days of England and Wales. */
export const workingDays = workingDaysWithout(isBankHoliday)

export const reviewDayOn = (today: string): ReviewDay => ({
  today: day(today),
  policy: defaultReviewPolicy,
  workingDays,
})

const ours = 'manage-supervision'
export const missing: Fact<never> = notKnown(ours, 'not-answered')

export const entry = (is: ContactMeaning, on: string, attended?: boolean): ReviewContact => {
  return { is, on: day(on), ...(attended === undefined ? {} : { attended }) }
}
export const contacts = (...entries: ReviewContact[]): Fact<readonly ReviewContact[]> => known(entries, ours)
export const on = (text: string) => known(day(text), ours)
export const days = (...texts: string[]) => known(texts.map(day), ours)

/** The facts of a case on which nothing is due for months; a test states only what it is about. */
export function reviewFactsOf(about: Partial<ReviewFacts> = {}): ReviewFacts {
  return {
    lastAssessedOn: known(day('2026-10-01'), 'risk-and-needs'),
    sentencedOn: on('2026-09-01'),
    releasedOn: known('none', ours),
    registrations: known([], ours),
    failuresToComply: known('fewer-than-two', ours),
    breachStarted: known(false, ours),
    unpaidWork: known('none', ours),
    contacts: contacts(entry('police-asked', '2026-09-02'), entry('police-answered', '2026-09-10')),
    allocatedOn: known('none', 'workload'),
    ...about,
  }
}

export const crnAt = (number: number): Crn => Crn.parse(`X32${String(number).padStart(4, '0')}`)

export function caseAt(number: number, about: Partial<ReviewFacts> = {}): CaseForReview {
  return {
    sight: 'open',
    crn: crnAt(number),
    name: `Person ${number}`,
    limitedAccess: false,
    facts: reviewFactsOf(about),
  }
}

/** Reviews of a kind in a few words each: "overdue by 2026-10-01". */
export function inShort(reviews: readonly Review[], kind: ReviewId): string {
  return reviews
    .filter((review) => review.kind === kind)
    .map(({ state, dueOn }) => (dueOn === undefined ? state : `${state} by ${dueOn}`))
    .join(', ')
}

/** The day so many days after another. */
export const later = (text: string, count: number): string =>
  Temporal.PlainDate.from(text).add({ days: count }).toString()
