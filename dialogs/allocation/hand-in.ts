import type { Allocation } from '../../domain/allocation/allocation.ts'
import type { Submission } from '../../domain/allocation/case-services.ts'
import type { Notice } from '../../domain/ports.ts'
import { type Desk, noteOf, type Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'

/**
 * Hands a decided allocation in to the case services, once, and keeps what became of it. Gives the allocation as it stands
 * then, with the notice to whoever gets the case where they are to hear of it.
 */
export async function handIn(
  allocation: Allocation,
  turn: Turn,
  desk: Desk,
): Promise<{ allocation: Allocation; notice?: Notice }> {
  const submission = await submitted(allocation, turn, desk)
  const note = noteOf(turn, 'allocation.settled', { subject: allocation.to, thing: allocation.id, detail: submission })
  return desk.allocations.settle(allocation.id, submission, note)
}

async function submitted(allocation: Allocation, turn: Turn, desk: Desk): Promise<Submission> {
  const { crn, eventNumber, to, teamCode, previous, limitedAccess, entry, sensitive } = allocation
  // Without these the service has no place for it.
  if (eventNumber === undefined || teamCode === undefined) return 'not-submitted'
  return desk.cases.submit(
    {
      crn,
      eventNumber,
      to,
      teamCode,
      ...(previous === undefined ? {} : { previous }),
      limitedAccess,
      entry,
      ...(sensitive === undefined ? {} : { sensitivePart: sensitive }),
    },
    viewerOf(turn),
  )
}
