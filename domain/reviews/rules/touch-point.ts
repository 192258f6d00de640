import { Temporal } from 'temporal-polyfill'
import { dayInReason } from '../../allocation/allocation-words.ts'
import { allocatedFact, contactFact } from '../fact-names.ts'
import type { Review } from '../review.ts'
import type { ReviewDay } from '../review-day.ts'
import type { ReviewFacts } from '../review-facts.ts'
import { reviewOf } from '../review-of.ts'

/**
 * Some days after a case was allocated it is first discussed with the line manager, and a management oversight entry says
 * so. An entry of the day of the allocation is about the allocation.
 */
export function touchPoint(facts: ReviewFacts, day: ReviewDay): readonly Review[] {
  const review = reviewOf('touch-point', day)
  const { allocatedOn, contacts } = facts
  if (!allocatedOn.known) return [review.cannotTell(allocatedFact(facts))]
  const allocated = allocatedOn.value
  if (allocated === 'none') return [review.notDue('The case was not allocated lately.', allocatedFact(facts).shown)]
  if (!contacts.known) return [review.cannotTell(contactFact('Management oversight', facts, undefined))]
  const [held] = contacts.value
    .filter(({ is, on }) => is === 'management-oversight' && Temporal.PlainDate.compare(on, allocated) > 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on))
  if (held !== undefined) {
    return [
      review.done(
        `Management oversight was recorded on ${dayInReason(held.on)}.`,
        contactFact('Management oversight', facts, held).shown,
      ),
    ]
  }
  return [
    review.due(
      facts.touchPointOn ?? allocated.add({ days: day.policy.rules['touch-point'].days }),
      `The case was allocated on ${dayInReason(allocated)}, and no management oversight was recorded since.`,
      allocatedFact(facts).shown,
    ),
  ]
}
