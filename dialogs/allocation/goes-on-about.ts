import type { AllocationAnswerId, Crn, StaffCode } from '../../domain/ids.ts'
import type { Pending } from '../pending.ts'

/** That the next message may go on about this case, and about the one person it was weighed for. */
export function goesOnAbout(
  crn: Crn,
  answer?: AllocationAnswerId,
  person?: StaffCode,
): { pending: Extract<Pending, { asks: 'case-shown' }> } {
  const about = { ...(answer === undefined ? {} : { answer }), ...(person === undefined ? {} : { person }) }
  return { pending: { asks: 'case-shown', crn, ...about } }
}
