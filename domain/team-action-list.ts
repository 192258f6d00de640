import type { Temporal } from 'temporal-polyfill'
import type { AuditNote } from './audit.ts'
import type { StaffCode, TeamActionId } from './ids.ts'
import type { MessagePlace, Notice } from './ports.ts'
import type { CannotConfirm, TeamAction } from './team-action.ts'

/** What is asked of several people in a group chat or channel, with who confirmed it and where its card stands. */
export type TeamActions = {
  /** Keeps a new team action with its audit note and notices. One whose id is there already changes nothing, and comes back as it is. */
  ask(
    action: TeamAction,
    note: AuditNote,
    notices: readonly Notice[],
  ): Promise<{ outcome: 'asked' | 'already'; action: TeamAction }>
  /**
   * Keeps that somebody confirmed for themself, with the audit note. Of several who do it at the same moment each counts,
   * as far as the rule of the action lets them; the rule is asked again inside the transaction. Undefined where there is none.
   */
  confirm(
    id: TeamActionId,
    person: StaffCode,
    at: Temporal.Instant,
    note: AuditNote,
  ): Promise<{ outcome: 'confirmed' | CannotConfirm; action: TeamAction } | undefined>
  /** Closes it, with the audit note, and ends the notices about it that wait. Closed already, it stays as it was closed. */
  close(
    id: TeamActionId,
    by: StaffCode,
    at: Temporal.Instant,
    note: AuditNote,
  ): Promise<{ outcome: 'closed' | 'already'; action: TeamAction } | undefined>
  byId(id: TeamActionId): Promise<TeamAction | undefined>
  /** What is not closed in a chat, the one asked first first. */
  openIn(chat: string): Promise<TeamAction[]>
  /** What is not closed and was asked of this person or by them, the one asked first first. */
  openOf(person: StaffCode): Promise<TeamAction[]>
  /** What was closed last in a chat. */
  lastClosedIn(chat: string): Promise<TeamAction | undefined>
  /** What is due in the days given, both included, and still wants somebody's confirmation; the one due first first. */
  dueOpen(from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<TeamAction[]>
  /** Remembers where the card for everybody stands from now on, and gives where it stood before. */
  placed(id: TeamActionId, place: MessagePlace): Promise<MessagePlace | undefined>
  /** Where the card for everybody stands; undefined while it was not sent. */
  placeOf(id: TeamActionId): Promise<MessagePlace | undefined>
}
