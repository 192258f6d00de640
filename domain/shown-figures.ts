import type { Temporal } from 'temporal-polyfill'
import type { ReflectiveQuarter, ShownCounts } from './reflective-pattern.ts'
import type { Person } from './staff.ts'

/** A quarter that is over, with the figures of it that may be shown. */
export type ShownQuarter = Pick<ReflectiveQuarter, 'from' | 'to'> & { figures: ShownCounts }

/**
 * The figures of a PDU as they were first shown. They stay so: a session that is agreed or withdrawn later would change one
 * of them by one, and tell what one person said.
 */
export type ShownFigures = {
  /**
   * What is shown of some quarters of a PDU: of each what was shown first. What has figures and was never shown before is
   * kept as it is given here; of several who show it at once, all show what one of them kept.
   */
  asFirstShown(pdu: string, quarters: readonly ShownQuarter[], at: Temporal.Instant): Promise<ShownQuarter[]>
}

/**
 * Those of a PDU whose answers make up its figures: everybody whom no head of that PDU manages. So the figures are the same
 * for whichever head looks, and of nobody whose answers one of them sees by name. Who has left still counts, or the answers
 * they gave could be told by what the figures lose.
 */
export function countedInFigures(pdu: readonly Person[]): Person[] {
  const heads = new Set(pdu.filter(({ grade }) => grade === 'HoPDU').map(({ staffCode }) => staffCode))
  return pdu.filter(
    ({ staffCode, managerStaffCode: manager }) =>
      !heads.has(staffCode) && (manager === undefined || !heads.has(manager)),
  )
}
