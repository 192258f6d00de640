import { Temporal } from 'temporal-polyfill'
import { caseReviewsCard } from '../../cards/reviews/case-reviews-card.ts'
import { reviewFormCard } from '../../cards/reviews/review-form-card.ts'
import { type Crn, type IsoDate, ReviewAnswerId } from '../../domain/ids.ts'
import { lastSaidOf } from '../../domain/reviews/quiet-review.ts'
import { isOpen, type OpenReview, type ReviewId } from '../../domain/reviews/review.ts'
import { reviewsOf } from '../../domain/reviews/reviews-of.ts'
import { touchPointEntry } from '../../domain/reviews/touch-point-entry.ts'
import type { Person } from '../../domain/staff.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { reviewDay } from './cases-reviewed.ts'
import { type CaseReviewed, caseReviewed, holderInSight } from './review-of-case.ts'

/** "Reviews of X320741": every review of a case, read now. `kind`: only those of one kind. */
export async function caseReviewsInWords(crn: Crn, turn: Turn, desk: Desk, kind?: ReviewId): Promise<Reply> {
  const holder = await holderInSight(crn, turn, desk)
  return 'reply' in holder ? holder.reply : showCaseReviews(holder, crn, turn, desk, kind)
}

export async function showCaseReviews(
  person: Person | undefined,
  crn: Crn,
  turn: Turn,
  desk: Desk,
  kind?: ReviewId,
): Promise<Reply> {
  const found = await caseReviewed(person, crn, turn, desk)
  return 'reply' in found ? found.reply : caseReviewsReply(found, turn, desk, kind)
}

export function caseReviewsReply(found: CaseReviewed, turn: Turn, desk: Desk, kind?: ReviewId): Reply {
  const { one, own, subject, answers, notes } = found
  const said = lastSaidOf(answers)
  const reviews =
    one.leftOut === undefined
      ? reviewsOf(one.facts, reviewDay(turn.today, desk))
          .filter((review) => kind === undefined || review.kind === kind)
          .map((review) => ({ review, said: isOpen(review) ? said({ ...one, ...review }) : undefined }))
      : { leftOut: one.leftOut }
  const { crn, name, limitedAccess } = one
  const view = { crn, name, limitedAccess, person: subject.staffCode, own, reviews }
  return { message: caseReviewsCard(view), notes }
}

/** One review with what can be said of it; every review of the case where this one is no longer due then. */
export async function showReview(
  person: Person | undefined,
  which: { crn: Crn; kind: ReviewId; due: IsoDate },
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const found = await caseReviewed(person, which.crn, turn, desk)
  if ('reply' in found) return found.reply
  const review = openReview(found, which, turn, desk)
  return review === undefined ? caseReviewsReply(found, turn, desk) : reviewForm(found, review, turn, desk)
}

/** The review of this kind with this last day, as long as it is to be done. */
export function openReview(
  { one }: CaseReviewed,
  { kind, due }: { kind: ReviewId; due: IsoDate },
  turn: Turn,
  desk: Desk,
): OpenReview | undefined {
  if (one.leftOut !== undefined) return undefined
  const day = Temporal.PlainDate.from(due)
  return reviewsOf(one.facts, reviewDay(turn.today, desk))
    .filter(isOpen)
    .find((review) => review.kind === kind && review.dueOn.equals(day))
}

export function reviewForm(
  { one, own, subject, answers, notes }: CaseReviewed,
  review: OpenReview,
  turn: Turn,
  desk: Desk,
  again: { problems?: readonly string[]; typed?: { on?: string; reason?: string } } = {},
): Reply {
  const { crn, name } = one
  const isTouchPoint = review.kind === 'touch-point' && one.leftOut === undefined
  return {
    message: reviewFormCard({
      crn,
      name,
      person: subject.staffCode,
      own,
      review,
      today: turn.today,
      said: lastSaidOf(answers)({ crn, ...review }),
      answer: ReviewAnswerId.parse(desk.mint()),
      ...(isTouchPoint ? { entry: touchPointEntry(one.facts, turn.today) } : {}),
      ...again,
    }),
    notes,
  }
}
