import type { Temporal } from 'temporal-polyfill'
import type { StaffCode } from './ids.ts'

/**
 * What is written to the audit trail: who did what, to whose record, when. It carries codes and ids only, never a name, a
 * note, a case number or anything somebody typed. The trail is append-only and each entry is chained to the one before it.
 */
export const auditEvents = [
  'door.unknown-person',
  'draft.opened',
  'draft.cancelled',
  'session.recorded',
  'session.corrected',
  'session.signed',
  'session.withdrawn',
  'session.reflected',
  'case.drawn',
  'case.drawn-again',
  'case.nominated',
  'record.viewed',
  'refused',
  'staff.imported',
  'sessions.imported',
  'hold.put',
  'hold.released',
  'copy.given',
  'retention.views-removed',
  'retention.applied',
  'absence.recorded',
  'absence.changed',
  'absence.ended',
  'cover.arranged',
  'cover.ended',
  'action.asked',
  'action.step',
  'team-action.asked',
  'team-action.confirmed',
  'team-action.closed',
  'booking.made',
  'booking.moved',
  'booking.cancelled',
  'booking.held',
  'booking.did-not-happen',
  'allocation.weighed',
  'allocation.drafted',
  'allocation.cancelled',
  'allocation.decided',
  'allocation.settled',
  'review.answered',
  'reminders.changed',
] as const
export type AuditEvent = (typeof auditEvents)[number]

/** One thing to be written down. */
export type AuditNote = {
  event: AuditEvent
  at: Temporal.Instant
  /** Staff code of who did it; absent for somebody the staff list does not know, or for a command. */
  actor?: StaffCode
  /** Staff code of the person whose record it concerns. */
  subject?: StaffCode
  /** Id of the thing: a session, a draft. */
  thing?: string
  /** A word of a fixed vocabulary: an outcome, a kind of view, an intent that was refused. */
  detail?: string
}
