import { Temporal } from 'temporal-polyfill'
import type { Crn, StaffCode } from '../ids.ts'
import { isOpen, type ReviewId } from './review.ts'
import type { ReviewDay } from './review-day.ts'
import type { CaseForReview } from './review-facts.ts'
import { reviewsOf } from './reviews-of.ts'

/** One review as the nightly reading keeps it: nothing of the case but its number. */
export type DueReview = { practitioner: StaffCode; crn: Crn; review: ReviewId; dueOn: Temporal.PlainDate }

/** What was read at night of the cases of some people. */
export type ReviewsRead = {
  due: readonly DueReview[]
  /** When the cases of each were read last; nobody else's ever were. */
  readAt: ReadonlyMap<StaffCode, Temporal.Instant>
}

/** The reviews of everybody's cases as they were read last. It is worked out anew every night and can be lost without harm. */
export type ReviewSnapshot = {
  /** Takes the reading for an owner until a moment; false while somebody else has it. Whoever has it may take it again. */
  claim(owner: string, now: Temporal.Instant, until: Temporal.Instant): Promise<boolean>
  /** Puts what was read of somebody in the place of what was there. */
  put(practitioner: StaffCode, due: readonly DueReview[], readAt: Temporal.Instant): Promise<void>
  of(practitioners: readonly StaffCode[]): Promise<ReviewsRead>
  /** When the cases of everybody who was ever read were read last: much less than `of` everybody. */
  readings(): Promise<ReviewsRead['readAt']>
  /** Takes out everybody who is not among these. */
  keepOnly(practitioners: readonly StaffCode[]): Promise<void>
}

/**
 * What is kept of somebody's cases. What could not be told this time is kept as it was before: that a service did not answer
 * must not make something overdue disappear. Whose reviews are left out, or who may not be seen, has none.
 */
export function dueToKeep(
  practitioner: StaffCode,
  cases: readonly CaseForReview[],
  before: readonly DueReview[],
  day: ReviewDay,
): DueReview[] {
  const due: DueReview[] = []
  const told = new Set<Crn>()
  for (const one of cases) {
    if (one.sight !== 'open' || told.has(one.crn)) continue
    told.add(one.crn)
    if (one.leftOut !== undefined) continue
    const reviews = reviewsOf(one.facts, day)
    const unknown = new Set(reviews.filter(({ state }) => state === 'cannot-tell').map(({ kind }) => kind))
    const now = reviews.filter(isOpen).map(({ kind, dueOn }) => ({ practitioner, crn: one.crn, review: kind, dueOn }))
    const still = before.filter(({ crn, review }) => crn === one.crn && unknown.has(review))
    due.push(...now, ...still.filter((old) => !now.some((other) => isSame(old, other))))
  }
  const isWhole = cases.every(({ sight }) => sight !== 'not-answered')
  return isWhole ? due : [...due, ...before.filter(({ crn }) => !told.has(crn))]
}

function isSame(one: DueReview, other: DueReview): boolean {
  return (
    one.crn === other.crn && one.review === other.review && Temporal.PlainDate.compare(one.dueOn, other.dueOn) === 0
  )
}
