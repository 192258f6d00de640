import { mayWeigh } from '../../domain/allocation/allocation-rights.ts'
import type { AllocationDraftId, Crn } from '../../domain/ids.ts'
import type { Desk, Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'

/**
 * The allocations that somebody began to decide and that are still open, the one touched last first. One of a case that they
 * may not see any more is not among them; where that could not be found out, it stands without its number.
 */
export async function allocationsBegun(
  turn: Turn,
  desk: Pick<Desk, 'allocationDrafts' | 'staff' | 'cases'>,
): Promise<{ id: AllocationDraftId; crn?: Crn; toName: string }[]> {
  if (!mayWeigh(turn.person, turn.today.toString())) return []
  const drafts = await desk.allocationDrafts.openOf(turn.person.staffCode)
  if (drafts.length === 0) return []
  const [sights, people] = await Promise.all([
    desk.cases.sights(
      drafts.map(({ crn }) => crn),
      viewerOf(turn),
    ),
    desk.staff.byStaffCodes(drafts.map(({ to }) => to)),
  ])
  return drafts.flatMap(({ id, crn, to }, index) => {
    const sight = sights[index]?.sight ?? 'unknown'
    if (sight === 'restricted') return []
    const toName = people.find(({ staffCode }) => staffCode === to)?.name ?? to
    return [{ id, toName, ...(sight === 'open' ? { crn } : {}) }]
  })
}
