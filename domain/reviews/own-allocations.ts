import { Temporal } from 'temporal-polyfill'
import type { Allocation } from '../allocation/allocation.ts'
import { known } from '../allocation/fact.ts'
import type { CaseForReview } from './review-facts.ts'

/**
 * Cases with what is recorded here of their allocation to whoever holds them: it counts beside what the case services say,
 * the later of the two. One that they did not take is no allocation. `allocations` are those to the holder.
 */
export function withOwnAllocations(
  cases: readonly CaseForReview[],
  allocations: readonly Pick<Allocation, 'crn' | 'decidedAt' | 'touchPointOn' | 'submission'>[],
): CaseForReview[] {
  const taken = allocations.filter(({ submission }) => submission !== 'refused' && submission !== 'not-submitted')
  return cases.map((one): CaseForReview => {
    if (one.sight !== 'open' || one.leftOut !== undefined) return one
    const last = taken
      .filter(({ crn }) => crn === one.crn)
      .toSorted((first, second) => Temporal.Instant.compare(first.decidedAt, second.decidedAt))
      .at(-1)
    if (last === undefined) return one
    const on = last.decidedAt.toZonedDateTimeISO('Europe/London').toPlainDate()
    const { allocatedOn } = one.facts
    const isOlder =
      allocatedOn.known && allocatedOn.value !== 'none' && Temporal.PlainDate.compare(allocatedOn.value, on) > 0
    if (isOlder) return one
    return {
      ...one,
      facts: { ...one.facts, allocatedOn: known(on, 'allocation-record'), touchPointOn: last.touchPointOn },
    }
  })
}
