import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { FactShown } from '../allocation/check.ts'

/** The reviews of a case that fall due, in the order in which they are shown. */
export const ReviewId = z.enum([
  'enforcement',
  'safeguarding',
  'oasys',
  'isp',
  'register',
  'unpaid-work',
  'touch-point',
])
export type ReviewId = z.infer<typeof ReviewId>

/**
 * How a review stands on a day.
 *  - `overdue`: its last day has passed.
 *  - `due-soon`: its last day is today or close.
 *  - `not-due`: it falls due later, or nothing calls for it; `dueOn` says which.
 *  - `cannot-tell`: a fact that decides it is not known, which is never good news.
 */
export type ReviewState = 'overdue' | 'due-soon' | 'not-due' | 'done' | 'cannot-tell'

/** What one rule says of one case. It names nobody and no case, and its kind and its last day tell it from the others of the case. */
export type Review = {
  kind: ReviewId
  state: ReviewState
  /** The last day on which it is in time. */
  dueOn?: Temporal.PlainDate
  /** One or two plain sentences: "The last assessment was completed on 20 November 2025." */
  reason: string
  /** What it rests on, with where that comes from and its day. */
  fact: FactShown
  /** Who says that it is due then, and whether that has been confirmed. */
  authority: string
  confirmed: boolean
}

/** A review that has a last day and is not done. */
export type OpenReview = Review & { dueOn: Temporal.PlainDate; state: 'overdue' | 'due-soon' | 'not-due' }

/** Whether a review is to be done by a day that is known. */
export function isOpen(review: Review): review is OpenReview {
  return review.dueOn !== undefined && review.state !== 'done' && review.state !== 'cannot-tell'
}
