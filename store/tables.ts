import type { AuditEvent } from '../domain/audit.ts'
import type { DraftId, EntraObjectId, IsoDate, SessionId, StaffCode, ThingId } from '../domain/ids.ts'
import type { NoticeKind } from '../domain/notice-kind.ts'
import type { Grade } from '../domain/staff.ts'
import type { SignOffOutcome } from '../domain/supervision.ts'
import type { KindId } from '../domain/supervision-kind.ts'
import type { AbsenceTables } from './absence-tables.ts'
import type { ActionTables } from './action-tables.ts'
import type { AllocationTables } from './allocation-tables.ts'
import type { AmendmentTables } from './amendment-tables.ts'
import type { BookingTables } from './booking-tables.ts'
import type { CaseDrawTables } from './case-draw-tables.ts'
import type { OutboxTables } from './outbox-tables.ts'
import type { ReminderTables } from './reminder-tables.ts'
import type { RetentionTables } from './retention-tables.ts'
import type { ReviewTables } from './review-tables.ts'
import type { ShownFiguresTable } from './shown-figures-table.ts'
import type { TeamActionTables } from './team-action-tables.ts'

/**
 * The tables, the same on both engines. A day is `YYYY-MM-DD`, an instant is UTC text of fixed width (`instantText`), so
 * that both sort as text; lists and free-form values are JSON text. Ids were parsed where they came in, so a column of
 * ids has the id's own type.
 */
export type Tables = FirstTables &
  AbsenceTables &
  ActionTables &
  AllocationTables &
  AmendmentTables &
  BookingTables &
  CaseDrawTables &
  OutboxTables &
  ReminderTables &
  RetentionTables &
  ReviewTables &
  ShownFiguresTable &
  TeamActionTables

type FirstTables = {
  staff: {
    staff_code: StaffCode
    name: string
    email: string | null
    username: string | null
    entra_object_id: EntraObjectId | null
    grade: Grade
    team_code: string | null
    pdu_code: string | null
    manager_staff_code: StaffCode | null
    started_on: IsoDate | null
    ended_on: IsoDate | null
    qualified_on: IsoDate | null
    fte: number | null
    mentor_staff_code: StaffCode | null
    /** JSON: training name to day. */
    training: string
  }
  /** One row. */
  staff_version: { id: number; version: number }
  draft: {
    id: DraftId
    by_code: StaffCode
    /** JSON: the draft. */
    body: string
    version: number
    state: 'open' | 'recorded' | 'cancelled'
    /** Rises with every touch of a person's drafts, so that their order never hangs on two clock readings being different. */
    touched: number
    touched_at: string
  }
  session: {
    id: SessionId
    practitioner: StaffCode
    supervisor: StaffCode
    logged_by: StaffCode
    signer: StaffCode
    held_on: string
    minutes: number
    /** JSON: list of CRNs. */
    crns: string
    /** JSON: question id to text. */
    answers: string
    private_answers: string
    logged_at: string
    origin: 'chat' | 'import'
  }
  session_kind: { session: SessionId; position: number; kind: KindId }
  sign_off: {
    session: SessionId
    by_code: StaffCode
    outcome: SignOffOutcome
    words: string | null
    signed_at: string
  }
  notice: {
    id: string
    to_code: StaffCode
    about: ThingId
    what: NoticeKind
    /** `overtaken`: there is nothing left to say, because the session was signed or corrected first. */
    state: 'waiting' | 'delivered' | 'overtaken'
    attempts: number
    last_outcome: string | null
    created_at: string
    settled_at: string | null
  }
  shown_card: {
    thing: ThingId
    to_code: StaffCode
    service_url: string
    conversation_id: string
    message_id: string
    /** Rises with every card shown to this person about this thing. */
    shown: number
    shown_at: string
  }
  conversation: {
    tenant_id: string
    entra_object_id: EntraObjectId
    service_url: string
    conversation_id: string
    user_id: string
    bot_id: string
    channel_id: string
    used_at: string
  }
  welcome: { tenant_id: string; entra_object_id: EntraObjectId; claimed_at: string }
  /** The answer stands under the first of its keys; the others point at that one. */
  answered: { key: string; same_as: string | null; answer: string | null; at: string }
  /** `seen_at`: when the nightly job first found it as it is; nothing since it was last written. */
  state: { key: string; body: string; etag: string; seen_at: string | null }
  audit_entry: {
    sequence: number
    at: string
    event: AuditEvent
    actor: StaffCode | null
    subject: StaffCode | null
    thing: string | null
    detail: string | null
    previous: string
    hash: string
  }
  /** One row: the last entry, so that an entry cut off the end is missed too. */
  audit_head: { id: number; sequence: number; hash: string }
}
