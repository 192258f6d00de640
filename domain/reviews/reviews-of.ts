import { type Review, ReviewId } from './review.ts'
import type { ReviewDay } from './review-day.ts'
import type { ReviewFacts } from './review-facts.ts'
import { enforcement } from './rules/enforcement.ts'
import { isp } from './rules/isp.ts'
import { oasys } from './rules/oasys.ts'
import { register } from './rules/register.ts'
import { safeguarding } from './rules/safeguarding.ts'
import { touchPoint } from './rules/touch-point.ts'
import { unpaidWork } from './rules/unpaid-work.ts'

const rules: Record<ReviewId, (facts: ReviewFacts, day: ReviewDay) => readonly Review[]> = {
  enforcement,
  safeguarding,
  oasys,
  isp,
  register,
  'unpaid-work': unpaidWork,
  'touch-point': touchPoint,
}

/** Every review of a case on a day: at least one of each kind, and of one kind no two with the same last day. */
export function reviewsOf(facts: ReviewFacts, day: ReviewDay): Review[] {
  return ReviewId.options.flatMap((kind) => eachDayOnce(rules[kind](facts, day)))
}

/**
 * Earliest first. The first of those that fall due on the same day stands for them: the same work answers them.
 */
function eachDayOnce(reviews: readonly Review[]): Review[] {
  const dayOf = ({ dueOn }: Review) => dueOn?.toString() ?? '9999'
  const days = new Set<string>()
  return reviews
    .toSorted((one, other) => (dayOf(one) === dayOf(other) ? 0 : dayOf(one) < dayOf(other) ? -1 : 1))
    .filter((review) => {
      if (review.dueOn === undefined) return true
      const isNew = !days.has(dayOf(review))
      days.add(dayOf(review))
      return isNew
    })
}
