import type { Temporal } from 'temporal-polyfill'
import type { AuditNote } from './audit.ts'
import type { SupervisionDraft } from './draft.ts'
import type { DraftId, EntraObjectId, SessionId, StaffCode, ThingId } from './ids.ts'
import type { NoticeKind } from './notice-kind.ts'
import type { Reflection } from './reflection.ts'
import type { SaidOfSession } from './reflective-pattern.ts'
import type { Person } from './staff.ts'
import type { RecordedSession, Session, SignOff, Withdrawal } from './supervision.ts'

/**
 * What the rest of the product needs from the outside, said in the product's own words. `store` keeps things, `bot`
 * reaches people. Every method that changes something is one transaction; where it takes an audit note, together with that note.
 */

/** The staff list. */
export type StaffList = {
  byEntraId(id: EntraObjectId): Promise<Person | undefined>
  byStaffCode(code: StaffCode): Promise<Person | undefined>
  byStaffCodes(codes: readonly StaffCode[]): Promise<Person[]>
  /** Everyone whose line manager this is, by name; also people no longer in post. */
  managedBy(code: StaffCode): Promise<Person[]>
  /** Everyone of a PDU, by name; also people no longer in post. */
  ofPdu(code: string): Promise<Person[]>
  /** The whole list by name: for recognising names and for export. */
  everyone(): Promise<Person[]>
  /** Changes whenever the list does; cheap to read. */
  version(): Promise<number>
  /** Adds and updates people by staff code, all or nothing. Somebody not named stays as they are. */
  put(people: readonly Person[], note: AuditNote): Promise<{ added: number; changed: number; unchanged: number }>
}

/** A request to reach somebody about something; it waits until they can be reached. What they are shown is decided then. */
export type Notice = { id: string; to: StaffCode; about: ThingId; what: NoticeKind }

/** Supervision sessions, what was said of them, and the notices they cause. Nothing here is edited or deleted in place. */
export type SupervisionLog = {
  /**
   * Records a session, the audit note and a `please-sign` notice to the signer, and closes the draft it came from.
   * The same session id again changes nothing and gives what was recorded first. When the session corrects another,
   * that one points at it from then on.
   *  - `corrected-already`: the session it wanted to correct has been corrected or withdrawn; nothing was recorded.
   */
  record(
    session: Session,
    note: AuditNote,
  ): Promise<
    | { outcome: 'recorded' | 'already'; session: RecordedSession; notice?: Notice }
    | { outcome: 'corrected-already'; session: RecordedSession }
  >
  /**
   * Keeps what the signer said, the audit note and a `was-signed` notice to the logger. One answer per session: a second
   * one changes nothing and gives the first. `activityKey` is remembered as answered with it.
   *  - `corrected`: the session has been corrected or withdrawn meanwhile; nothing was kept.
   */
  sign(
    signOff: SignOff,
    note: AuditNote,
    activityKey?: string,
  ): Promise<{ outcome: 'signed' | 'already' | 'corrected'; session: RecordedSession; notice?: Notice }>
  byId(id: SessionId): Promise<RecordedSession | undefined>
  /** Sessions of a practitioner held in the days given, both included; newest first. */
  of(practitioner: StaffCode, from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<RecordedSession[]>
  /**
   * Keeps a withdrawal, the audit note and a `was-withdrawn` notice to the other person; nobody is asked to sign any more.
   *  - `already`: it has been corrected or withdrawn before; nothing was kept.
   */
  withdraw(
    withdrawal: Withdrawal,
    note: AuditNote,
  ): Promise<{ outcome: 'withdrawn' | 'already'; session: RecordedSession; notice?: Notice }>
  /** Keeps what the practitioner said of a reflective session, with the audit note; `already` when they had said it. */
  reflect(
    session: SessionId,
    said: { by: StaffCode; reflection: Reflection; at: Temporal.Instant },
    note: AuditNote,
  ): Promise<'said' | 'already'>
  /** Every reflective session of these people that counts, held in the days given, both included; oldest first. */
  reflections(
    practitioners: readonly StaffCode[],
    from: Temporal.PlainDate,
    to: Temporal.PlainDate,
  ): Promise<SaidOfSession[]>
  /** The sessions this person logged here that still stand, the one logged last first; sixty at most. */
  loggedBy(person: StaffCode): Promise<RecordedSession[]>
  /** Sessions this person still has to sign, oldest first. Corrected, withdrawn and imported ones are not among them. */
  toSign(person: StaffCode): Promise<RecordedSession[]>
  /** Sessions this person logged for which the other asked for a change and no correction exists yet, oldest first. */
  toCorrect(person: StaffCode): Promise<RecordedSession[]>
  /**
   * Brings in past sessions without notes, already closed and unsigned; one known already is left alone. When any was
   * added, the audit note that `noteOf` makes of their number is kept with them.
   */
  bringIn(sessions: readonly Session[], noteOf?: (added: number) => AuditNote): Promise<{ added: number }>
}

/** Notices on their way to people. */
export type Notices = {
  /** Notices that have not been delivered, oldest first; of one person, or of all. */
  undelivered(to?: StaffCode): Promise<Notice[]>
  /**
   * `delivered` ends notices; anything else leaves them waiting and keeps the reason. The card they left is remembered with
   * them. With `again` they are put into the outbox too, to come by themselves from then on.
   */
  settle(
    ids: readonly string[],
    outcome: Delivery['outcome'],
    at: Temporal.Instant,
    shown?: ShownCard,
    again?: Temporal.Instant,
  ): Promise<void>
}

/** Supervisions being written down. */
export type Drafts = {
  /** Keeps a new draft, with its audit note. */
  open(draft: SupervisionDraft, at: Temporal.Instant, note: AuditNote): Promise<void>
  /** `version` is what the last read or write gave; somebody else having written meanwhile is a `conflict` and changes nothing. */
  write(draft: SupervisionDraft, version: number, at: Temporal.Instant): Promise<'written' | 'conflict'>
  /** A draft with its version, also when it is `recorded` or `cancelled`. */
  read(
    id: DraftId,
  ): Promise<{ draft: SupervisionDraft; version: number; state: 'open' | 'recorded' | 'cancelled' } | undefined>
  /** When an open draft was written last; undefined when it is not open. */
  touchedAt(id: DraftId): Promise<Temporal.Instant | undefined>
  /** Open drafts of a person, the one touched last first. */
  openOf(person: StaffCode): Promise<SupervisionDraft[]>
  /** Closes an open draft without recording anything; false when it was not open. */
  cancel(id: DraftId, at: Temporal.Instant, note: AuditNote): Promise<boolean>
}

/** Where a message stands, so that it can be changed later. */
export type MessagePlace = { serviceUrl: string; conversationId: string; messageId: string }

/** A card about something that somebody has in front of them. */
export type ShownCard = { thing: ThingId; to: StaffCode; place: MessagePlace }

/** The cards that people have in front of them, by what they are about. */
export type ShownCards = {
  remember(thing: ThingId, to: StaffCode, place: MessagePlace, at: Temporal.Instant): Promise<void>
  /** Newest first. */
  of(thing: ThingId, to: StaffCode): Promise<MessagePlace[]>
}

/** How to reach a person in their personal chat. Kept by tenant and Entra id, because the channel's own user ids end with a registration. */
export type ConversationReference = {
  tenantId: string
  entraObjectId: EntraObjectId
  serviceUrl: string
  conversationId: string
  /** The channel's ids of the person and of the assistant. */
  userId: string
  botId: string
  channelId: string
}

export type Conversations = {
  remember(reference: ConversationReference, at: Temporal.Instant): Promise<void>
  /** The reference used last, in any tenant. */
  find(entraObjectId: EntraObjectId): Promise<ConversationReference | undefined>
  /** The reference used last by anybody at all. */
  latest(): Promise<ConversationReference | undefined>
  forget(tenantId: string, entraObjectId: EntraObjectId): Promise<void>
  /** True the first time for this person since they installed; the welcome is sent then and only then. */
  claimWelcome(tenantId: string, entraObjectId: EntraObjectId, at: Temporal.Instant): Promise<boolean>
}

/** The first answer to each thing that came in, so that the same thing again has one effect and gets the same answer. */
export type Answered = {
  /** The first answer, or undefined. An answer is any JSON value but null. */
  find(keys: readonly string[]): Promise<unknown>
  /**
   * Keeps the answer under every key, with the audit notes of the turn and the card it showed. `already` when one of the keys was answered
   * before (by another instance): nothing is kept then.
   */
  keep(
    keys: readonly string[],
    answer: unknown,
    at: Temporal.Instant,
    notes: readonly AuditNote[],
    shown?: ShownCard,
  ): Promise<'kept' | 'already'>
}

/** Key-value state with versions, in the shape of botbuilder's `Storage`: an `eTag` that no longer holds makes `write` throw. */
export type StateStore = {
  read(keys: string[]): Promise<Record<string, { eTag: string } & Record<string, unknown>>>
  write(changes: Record<string, { eTag?: string } & Record<string, unknown>>): Promise<void>
  delete(keys: string[]): Promise<void>
  /** Keeps an item where there is none of its key, and gives the one that is kept: of several who do it at once, all get the same. */
  keepFirst(key: string, item: Record<string, unknown>): Promise<Record<string, unknown>>
}

export type AuditTrail = {
  append(notes: readonly AuditNote[]): Promise<void>
  /** Checks the whole chain. `broken` names the first entry (its sequence number) that was changed, is missing or out of order. */
  verify(): Promise<{ entries: number; broken?: { sequence: number; reason: string } }>
}

/** A message as people get it. `summary` is what a notification shows, so it names nobody. */
export type Message =
  | { text: string }
  /** `file` is given where the card is not an Adaptive Card but one of those that Teams has for files. */
  | { card: object; summary: string; file?: { contentType: string; name: string; contentUrl?: string } }

/** What became of a message that was sent. */
export type Delivery =
  | { outcome: 'delivered'; place: MessagePlace }
  | { outcome: 'not-installed' | 'blocked' | 'too-big' | 'failed' | 'unknown' }
  | { outcome: 'throttled'; retryAfterSeconds?: number }

/** Somebody in a group chat or channel, by the channel's own id and by the Entra id it gives. */
export type ChatMember = { userId: string; entraObjectId?: string }

/**
 * Asked before each request that a message needs, to keep within the channel's limits. False ends it there: the request is
 * not made, and what became of the message is `failed`. The chat is not known yet when it is to be opened.
 */
export type BeforeRequest = (
  request: 'open chat' | 'send',
  where: { tenantId: string; conversationId?: string },
) => Promise<boolean>

/** Reaches people. Nothing here throws: what happened is the answer, within the messenger's own deadline. */
export type Messenger = {
  /** Sends to a person's personal chat, opening one where none is known. */
  sendTo(person: Person, message: Message, before?: BeforeRequest): Promise<Delivery>
  update(place: MessagePlace, message: Message): Promise<Delivery>
  /** Everybody in a group chat or channel now; undefined where that could not be read, or there are too many. */
  membersOf(chat: Pick<MessagePlace, 'serviceUrl' | 'conversationId'>): Promise<ChatMember[] | undefined>
}
