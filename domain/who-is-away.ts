import type { Temporal } from 'temporal-polyfill'
import type { Absence, Cover } from './absence.ts'
import type { AuditNote } from './audit.ts'
import { type AbsenceId, CoverId, type StaffCode } from './ids.ts'
import type { Notice } from './ports.ts'

/** An absence or a cover as it is kept, with who wrote it down and whether it still stands. */
export type Kept<Thing> = Thing & {
  recordedBy: StaffCode
  recordedAt: Temporal.Instant
  /** Set when it was taken back or something else took its place; it counts no longer. */
  ended?: { by: StaffCode; at: Temporal.Instant }
}

/** What one press writes down together: an absence, a cover, or an absence with the cover for it. */
export type AwayEntry = { absence?: Absence; cover?: Cover }

/** A page of the absences there are, and how many there are in all. */
export type AwayPage = { absences: Kept<Absence>[]; all: number }

/** Who writes, when, and what goes with it. */
export type AwayWrite = {
  by: StaffCode
  at: Temporal.Instant
  notes: readonly AuditNote[]
  notices: readonly Notice[]
}

/** Who is away and who stands in. Nothing is edited or deleted: what no longer stands is marked as ended. */
export type Absences = {
  /** Absences of these people that stand and have a day in common with the days given, both included; earliest first. */
  of(people: readonly StaffCode[], from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<Kept<Absence>[]>
  /** Of everybody, those that stand and have a day in common with the days given: the first of them, earliest first. */
  ofEverybody(from: Temporal.PlainDate, to: Temporal.PlainDate, most: number): Promise<AwayPage>
  /** Covers in force on a day. Held in memory: every turn asks. */
  coversOn(day: Temporal.PlainDate): Promise<readonly Kept<Cover>[]>
  /** Covers that stand and are not over on the day given, for this manager or by this person; earliest first. */
  coversOf(person: StaffCode, from: Temporal.PlainDate): Promise<Kept<Cover>[]>
  /** Covers that stand and have a day in common with the days given, both included; earliest first. */
  coversIn(from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<readonly Kept<Cover>[]>
  /** Also one that has ended. */
  byId(id: AbsenceId): Promise<Kept<Absence> | undefined>
  coverById(id: CoverId): Promise<Kept<Cover> | undefined>
  /** The cover that was written down together with an absence; also one that has ended. */
  coverOfAbsence(id: AbsenceId): Promise<Kept<Cover> | undefined>
  /**
   * Writes down an absence, a cover or both, with the audit notes and the notices they cause, and ends what they take the
   * place of: that absence, and the cover that was written down with it. The same ids again change nothing.
   *  - `ended-already`: what it should take the place of no longer stands; nothing was written.
   *  - `taken`: the id of the absence is that of a cover, or the other way round; nothing was written.
   */
  record(
    entry: AwayEntry,
    write: AwayWrite & { replaces?: AbsenceId | undefined },
  ): Promise<'recorded' | 'already' | 'ended-already' | 'taken'>
  /** Ends an absence, a cover or both, so that they count no longer; false when none of them stood. */
  end(what: { absence?: AbsenceId; cover?: CoverId }, write: AwayWrite): Promise<boolean>
}

/**
 * The id to give a cover that is written down together with an absence, so that the same press again is the same cover.
 * It finds no cover: a claimed id proves nothing. `coverOfAbsence` does.
 */
export function coverWith(absence: AbsenceId): CoverId {
  return CoverId.parse(absence)
}
