import type { Temporal } from 'temporal-polyfill'
import type { StaffCode } from './ids.ts'
import type { KindId } from './supervision-kind.ts'

/**
 * A session as far as it matters for what is due. `heldOn` is ISO text. One that does not count (`counts` in
 * `supervision.ts`) was logged by the practitioner and waits for the manager to agree.
 */
export type HeldSession = { kinds: readonly KindId[]; heldOn: string; counts: boolean }

/** What was held, for many people at once and without a note, a case or another name. */
export type HeldSessions = {
  /**
   * The sessions of these practitioners that were held in the days given, both included, in no order. What was corrected,
   * withdrawn or sent back for a change is left out.
   */
  of(
    practitioners: readonly StaffCode[],
    from: Temporal.PlainDate,
    to: Temporal.PlainDate,
  ): Promise<(HeldSession & { practitioner: StaffCode })[]>
}
