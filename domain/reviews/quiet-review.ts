import { Temporal } from 'temporal-polyfill'
import type { Crn } from '../ids.ts'
import type { ReviewId } from './review.ts'
import type { ReviewAnswer } from './review-answer.ts'

/** Which review of which case: with another last day it is another review. */
export type WhichReview = { crn: Crn; kind: ReviewId; dueOn: Temporal.PlainDate }

const keyOf = (crn: Crn, kind: ReviewId, dueOn: Temporal.PlainDate) => `${crn} ${kind} ${dueOn}`

/**
 * What was said last of each review, by the review. An answer holds for as long as the review has the same last day;
 * `answers` are the newest first.
 */
export function lastSaidOf(answers: readonly ReviewAnswer[]): (review: WhichReview) => ReviewAnswer | undefined {
  const last = new Map<string, ReviewAnswer>()
  for (const answer of answers) {
    const key = keyOf(answer.crn, answer.review, answer.dueOn)
    if (!last.has(key)) last.set(key, answer)
  }
  return ({ crn, kind, dueOn }) => last.get(keyOf(crn, kind, dueOn))
}

/**
 * Whether a review that was answered is no longer asked about: one that is done or not needed; one that is booked, until its
 * day has passed; one that its holder says is not theirs, for them and not for their line manager.
 */
export function isQuiet(answer: ReviewAnswer | undefined, today: Temporal.PlainDate, forHolder: boolean): boolean {
  switch (answer?.said) {
    case undefined:
      return false
    case 'done':
    case 'not-needed':
      return true
    case 'booked':
      return answer.on !== undefined && Temporal.PlainDate.compare(answer.on, today) >= 0
    case 'not-mine':
      return forHolder
  }
}
