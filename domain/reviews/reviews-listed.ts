import type { Temporal } from 'temporal-polyfill'
import type { Crn } from '../ids.ts'
import { isQuiet, lastSaidOf } from './quiet-review.ts'
import { isOpen, type OpenReview, type Review, type ReviewId } from './review.ts'
import type { ReviewAnswer } from './review-answer.ts'
import type { ReviewDay } from './review-day.ts'
import { type CaseForReview, type LeftOut, leftOutReasons } from './review-facts.ts'
import { reviewsOf } from './reviews-of.ts'

/** A review that falls due, with its case. */
export type ListedReview = {
  crn: Crn
  /** The person on probation. */
  name?: string
  limitedAccess: boolean
  review: OpenReview
  /** So many more of the same kind and case fall due later. */
  more: number
  /** Who holds it says that it is not theirs. */
  notTheirs: boolean
}

/** What a viewer is shown of somebody's cases. Nothing in it comes from a case they may not see, not even as a number. */
export type ReviewsListed = {
  /** Overdue and due soon, the longest overdue first. */
  reviews: readonly ListedReview[]
  /** Cases that have no reviews, by why. */
  leftOut: Readonly<Partial<Record<LeftOut, number>>>
  /** So many reviews of which it cannot be told. */
  cannotTell: number
  /** So many that would be listed were answered. */
  answered: number
  /** Of some cases it could not be found out whether the viewer may see them. */
  unchecked: boolean
}

export type ListedHow = {
  kind?: ReviewId | undefined
  /** Whether the reader holds the cases. */
  own: boolean
  /** Which reviews are listed: by default those overdue or due soon. */
  isListed?: (review: OpenReview) => boolean
}

/** The reviews of somebody's cases that fall due. The order of the cases does not matter. */
export function reviewsListed(
  cases: readonly CaseForReview[],
  answers: readonly ReviewAnswer[],
  day: ReviewDay,
  { kind, own, isListed = ({ state }) => state !== 'not-due' }: ListedHow,
): ReviewsListed {
  const said = lastSaidOf(answers)
  const open = cases.filter((one) => one.sight === 'open')
  const once = [...new Map(open.map((one) => [one.crn, one])).values()]
  const reviews: ListedReview[] = []
  const leftOut: Partial<Record<LeftOut, number>> = {}
  let cannotTell = 0
  let answered = 0
  for (const one of once) {
    if (one.leftOut !== undefined) {
      leftOut[one.leftOut] = (leftOut[one.leftOut] ?? 0) + 1
      continue
    }
    const all = reviewsOf(one.facts, day).filter((review) => kind === undefined || review.kind === kind)
    cannotTell += all.filter(({ state }) => state === 'cannot-tell').length
    const due = all.filter(isOpen).filter(isListed)
    const loud = due.filter((review) => !isQuiet(said({ ...one, ...review }), day.today, own))
    answered += due.length - loud.length
    for (const [first, ...later] of Map.groupBy(loud, (review) => review.kind).values()) {
      if (first === undefined) continue
      const notTheirs = said({ ...one, ...first })?.said === 'not-mine'
      const { crn, name, limitedAccess } = one
      reviews.push({
        crn,
        ...(name === undefined ? {} : { name }),
        limitedAccess,
        review: first,
        more: later.length,
        notTheirs,
      })
    }
  }
  return {
    reviews: reviews.toSorted(worstFirst),
    leftOut: Object.fromEntries(leftOutReasons.flatMap((why) => (leftOut[why] ? [[why, leftOut[why]]] : []))),
    cannotTell,
    answered,
    unchecked: cases.some(({ sight }) => sight === 'not-answered'),
  }
}

/** The earliest last day first; then by case and kind, so that the order is always the same. */
function worstFirst(one: ListedReview, other: ListedReview): number {
  const key = ({ crn, review }: ListedReview) => `${review.dueOn} ${crn} ${review.kind}`
  return key(one) < key(other) ? -1 : 1
}

/** How many days ago the last day of a review was. */
export function daysOverdue(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): number {
  return dueOn.until(today).days
}

/** Whether it is an enquiry that was asked and has no answer, whenever that falls due. */
export function isUnanswered(review: Review): boolean {
  return review.kind === 'safeguarding' && review.fact.on !== undefined && isOpen(review)
}
