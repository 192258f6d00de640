import type { Temporal } from 'temporal-polyfill'
import type { AuditNote } from './audit.ts'
import type { Booking } from './booking.ts'
import type { BookingDraft } from './booking-draft.ts'
import type { BookingId, StaffCode } from './ids.ts'
import type { Notice } from './ports.ts'

/** Sessions that are planned, and what has become of them. A booking is not edited: what changes it is written beside it. */
export type Bookings = {
  openDraft(draft: BookingDraft, at: Temporal.Instant): Promise<void>
  /** A draft with its version, also when it has become a booking or was dropped. */
  readDraft(
    id: BookingId,
  ): Promise<{ draft: BookingDraft; version: number; state: 'open' | 'booked' | 'dropped' } | undefined>
  /** The open draft that this person touched last. */
  lastDraft(by: StaffCode): Promise<BookingDraft | undefined>
  /** `version` is what the last read gave; somebody else having written meanwhile is a `conflict` and changes nothing. */
  writeDraft(draft: BookingDraft, version: number, at: Temporal.Instant): Promise<'written' | 'conflict'>
  /** Closes an open draft without booking anything; one that is not open stays as it is. */
  dropDraft(id: BookingId, at: Temporal.Instant): Promise<void>
  /**
   * Books a session, or moves the one that `moves` names to this time, with the audit note and a `booking-changed` notice
   * to each of the two but the one who did it. Closes the draft it came from. The same id again changes nothing.
   *  - `clash`: one of the two has another session booked at that time by now; nothing was written.
   *  - `not-open`: the one to be moved was moved, cancelled or held meanwhile; nothing was written.
   */
  make(
    booking: Booking,
    note: AuditNote,
    moves?: BookingId,
  ): Promise<
    | { outcome: 'booked' | 'already'; booking: Booking; notices: Notice[] }
    | { outcome: 'clash'; with: Booking }
    | { outcome: 'not-open'; booking: Booking }
  >
  /** Ends a booking, with the audit note and the notices. `not-open`: it had ended already, and nothing was changed. */
  close(
    id: BookingId,
    end: { state: 'cancelled' | 'did-not-happen'; by: StaffCode; reason?: string },
    note: AuditNote,
  ): Promise<{ outcome: 'closed' | 'not-open'; booking: Booking; notices: Notice[] }>
  byId(id: BookingId): Promise<Booking | undefined>
  /** How a meeting stands now: the newest of its bookings. `meeting` is the id of its first. */
  current(meeting: BookingId): Promise<Booking | undefined>
  /** The booking that this one took the place of. */
  before(booking: Pick<Booking, 'meeting' | 'revision'>): Promise<Booking | undefined>
  /**
   * What is booked for these people, in either part, on the days given, both included; earliest first. Only what is still
   * `booked`: not what was moved, cancelled, held or did not happen.
   */
  booked(people: readonly StaffCode[], from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<Booking[]>
  /** Everything ever booked for a person, whatever became of it; earliest first. */
  everOf(person: StaffCode): Promise<Booking[]>
  /**
   * Booked sessions of days before the one given that nobody has been asked about yet, by day and id; so many of them at
   * most, after the one given.
   */
  unasked(before: Temporal.PlainDate, most: number, after?: Pick<Booking, 'id' | 'on'>): Promise<Booking[]>
  /** All of those that one person was to hold, by day and id. */
  unaskedOf(supervisor: StaffCode, before: Temporal.PlainDate): Promise<Booking[]>
  /**
   * Keeps that somebody is asked what became of some bookings, with a notice for each. Those that were asked about before, or
   * are not open any more, are left out. Of two that ask about the same ones at once, one has all the notices.
   */
  ask(bookings: readonly Pick<Booking, 'id' | 'meeting'>[], to: StaffCode, at: Temporal.Instant): Promise<Notice[]>
  /** Brings in bookings without notices; one known already is left alone. Used by the sample world. */
  bringIn(bookings: readonly Booking[]): Promise<void>
}
