import type { Temporal } from 'temporal-polyfill'
import type { AuditNote } from './audit.ts'
import type { CaseView } from './case-view.ts'
import type { Crn, StaffCode } from './ids.ts'
import { counts, type RecordedSession } from './supervision.ts'

/** A case that a practitioner put forward for their own SAQUA. Another nomination takes its place; none is changed. */
export type Nomination = { practitioner: StaffCode; crn: Crn; nominatedAt: Temporal.Instant }

/** Nominations as they are kept. */
export type Nominations = {
  /** Every nomination of a person, newest first. */
  of(practitioner: StaffCode): Promise<Nomination[]>
  /** Keeps a nomination with its audit note; `already` when the newest one names the same case, and nothing is kept. */
  keep(nomination: Nomination, note: AuditNote): Promise<'kept' | 'already'>
}
