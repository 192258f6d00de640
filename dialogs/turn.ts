import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { AuditEvent, AuditNote } from '../domain/audit.ts'
import { DraftId, type SessionId, type StaffCode } from '../domain/ids.ts'
import type { Drafts, Message, Notice, ShownCards, StaffList, SupervisionLog } from '../domain/ports.ts'
import type { Person } from '../domain/staff.ts'
import type { Session } from '../domain/supervision.ts'
import type { SupervisionPolicy } from '../domain/supervision-kind.ts'
import type { NameIndex } from './understand/names.ts'

/** Where a conversation stands: which draft is open in it. Everything else about a draft is in the records. */
export const Place = z.object({ draft: DraftId.optional() })
export type Place = z.infer<typeof Place>

/** What every dialog works with; each part is handed in. */
export type Desk = {
  staff: StaffList
  supervisions: SupervisionLog
  drafts: Drafts
  shownCards: ShownCards
  policy: SupervisionPolicy
  /** Whether this is practice on somebody's own machine, where one person may try the parts of several. */
  practice: boolean
  names(): Promise<NameIndex>
  /** A new id, never given before. */
  mint(): string
  /** Takes a notice to the person it is for, now if they can be reached. Never throws. */
  reach(notice: Notice): Promise<'reached' | 'not reached yet'>
}

/** One thing somebody said or pressed: who, where and when. */
export type Turn = {
  person: Person
  /** Only a personal chat may show anything about a person or a case. */
  personal: boolean
  now: Temporal.Instant
  /** The day in London. */
  today: Temporal.PlainDate
  place: Place
  /** The key under which what came in is remembered, for a write that must remember it in its own transaction. */
  activityKey?: string
}

/** The answer to a turn: exactly one message. */
export type Reply = {
  message: Message
  /** Where the conversation stands from now on; unchanged when absent. */
  place?: Place
  /** What the audit trail keeps of this turn, beyond what a write has kept with itself. */
  notes?: AuditNote[]
  /** What the card in `message` is about. It becomes the current card about it; an older one says that it moved on. */
  shows?: DraftId | SessionId
  /** For an answer in words: what the current card about a thing turns into, so that it never shows what no longer holds. */
  refreshes?: { thing: DraftId | SessionId; card: Message }
  /** For a press: the message comes below the card, which stays as it is, instead of taking its place. */
  below?: boolean
  /** Set when a write has remembered the activity already. */
  activityKept?: boolean
  /** Set when a press has had its one effect: the same press again gets this answer again. */
  final?: boolean
}

/** An audit note of this turn. */
export function noteOf(
  turn: Turn,
  event: AuditEvent,
  about: { subject?: StaffCode; thing?: string; detail?: string } = {},
): AuditNote {
  return { event, at: turn.now, actor: turn.person.staffCode, ...about }
}

/** What the audit trail keeps of somebody having been shown a session: nothing when it is their own supervision. */
export function readNotes(turn: Turn, session: Pick<Session, 'id' | 'practitioner'>): AuditNote[] {
  if (session.practitioner === turn.person.staffCode) return []
  return [noteOf(turn, 'record.viewed', { subject: session.practitioner, thing: session.id })]
}

/** A polite refusal, written down. */
export function refuse(
  turn: Turn,
  detail: string,
  says: string,
  about: { subject?: StaffCode; thing?: string } = {},
): Reply {
  return { message: { text: says }, notes: [noteOf(turn, 'refused', { detail, ...about })] }
}
