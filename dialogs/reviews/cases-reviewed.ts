import { Temporal } from 'temporal-polyfill'
import type { CaseViewer } from '../../domain/case-view.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import { withOwnAllocations } from '../../domain/reviews/own-allocations.ts'
import type { ReviewAnswer } from '../../domain/reviews/review-answer.ts'
import type { ReviewDay } from '../../domain/reviews/review-day.ts'
import type { CaseForReview } from '../../domain/reviews/review-facts.ts'
import type { Desk } from '../turn.ts'

type ReviewsDesk = Pick<Desk, 'cases' | 'allocations' | 'reviewAnswers' | 'reviewPolicy' | 'workingDays' | 'switchedOn'>

/** What somebody's reviews are worked out from, for a viewer: read from the case services now, with what is kept here. */
export async function casesReviewed(
  practitioner: StaffCode,
  crns: readonly Crn[] | undefined,
  viewer: CaseViewer,
  today: Temporal.PlainDate,
  desk: ReviewsDesk,
): Promise<{ cases: readonly CaseForReview[]; answers: readonly ReviewAnswer[] } | 'not-answered'> {
  const read = await casesRead(practitioner, crns, viewer, today, desk)
  if (read === 'not-answered') return read
  const seen = read.flatMap((one) => (one.sight === 'open' ? [one.crn] : []))
  return { cases: read, answers: await desk.reviewAnswers.ofCases(seen) }
}

/** The same without what was said of the reviews. */
export async function casesRead(
  practitioner: StaffCode,
  crns: readonly Crn[] | undefined,
  viewer: CaseViewer,
  today: Temporal.PlainDate,
  desk: Pick<ReviewsDesk, 'cases' | 'allocations' | 'reviewPolicy' | 'switchedOn'>,
): Promise<readonly CaseForReview[] | 'not-answered'> {
  const furthest = today.subtract({ days: desk.reviewPolicy.rules['touch-point'].lookBackDays })
  const isLater = Temporal.PlainDate.compare(desk.switchedOn, furthest) > 0
  const question = {
    practitioner,
    ...(crns === undefined ? {} : { crns }),
    allocatedSince: isLater ? desk.switchedOn : furthest,
  }
  const cases = await desk.cases.reviewFacts(question, viewer)
  return cases === 'not-answered' ? cases : withOwnAllocations(cases, await desk.allocations.to(practitioner))
}

/** The day for which reviews are worked out. */
export function reviewDay(
  today: Temporal.PlainDate,
  { reviewPolicy, workingDays }: Pick<Desk, 'reviewPolicy' | 'workingDays'>,
): ReviewDay {
  return { today, policy: reviewPolicy, workingDays }
}
