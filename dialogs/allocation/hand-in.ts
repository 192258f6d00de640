import type { Allocation } from '../../domain/allocation/allocation.ts'
import type { Submission } from '../../domain/allocation/case-services.ts'
import { type Desk, noteOf, type Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'

/**
 * Hands a decided allocation in to the case services, once, where that is switched on, and keeps what became of it. Gives the
 * allocation as it stands then.
 */
export async function handIn(allocation: Allocation, turn: Turn, desk: Desk): Promise<Allocation> {
  if (allocation.submission !== 'submitting') return allocation
  const submission = await submitted(allocation, turn, desk)
  const note = noteOf(turn, 'allocation.settled', { subject: allocation.to, thing: allocation.id, detail: submission })
  return (await desk.allocations.settle(allocation.id, submission, note)).allocation
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
      entry: sensitive === undefined ? entry : `${entry}\nSensitive: ${sensitive}`,
      sensitive: sensitive !== undefined,
    },
    viewerOf(turn),
  )
}
