import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { CardAction } from '../cards/card-action.ts'
import type { Cover } from '../domain/absence.ts'
import type { Actions } from '../domain/action-list.ts'
import type { Allocations } from '../domain/allocation/allocation.ts'
import type { AllocationAnswers } from '../domain/allocation/allocation-answers.ts'
import type { AllocationDrafts } from '../domain/allocation/allocation-draft.ts'
import type { AllocationPolicy } from '../domain/allocation/allocation-policy.ts'
import type { CaseServices } from '../domain/allocation/case-services.ts'
import type { AuditEvent, AuditNote } from '../domain/audit.ts'
import type { Bookings } from '../domain/booked-sessions.ts'
import type { Booking } from '../domain/booking.ts'
import type { CaseDraws, Sha256 } from '../domain/case-draw.ts'
import type { HandOver } from '../domain/copy-file.ts'
import type { HeldSessions } from '../domain/held-sessions.ts'
import { DraftId, type StaffCode, type TeamActionId, type ThingId } from '../domain/ids.ts'
import type { KeptAbout } from '../domain/kept-about.ts'
import type { Nominations } from '../domain/nomination.ts'
import type { ChatMember, Drafts, Message, Notice, ShownCards, StaffList, SupervisionLog } from '../domain/ports.ts'
import type { Outbox } from '../domain/reminders/outbox.ts'
import type { PreferencesKept } from '../domain/reminders/preferences-kept.ts'
import type { ReminderPolicy } from '../domain/reminders/reminder-policy.ts'
import type { Holds, RetentionPolicy } from '../domain/retention.ts'
import type { ReviewAnswers } from '../domain/reviews/review-answer.ts'
import type { ReviewPolicy } from '../domain/reviews/review-policy.ts'
import type { ReviewSnapshot } from '../domain/reviews/review-snapshot.ts'
import type { ShownFigures } from '../domain/shown-figures.ts'
import type { Person } from '../domain/staff.ts'
import type { Session } from '../domain/supervision.ts'
import type { SupervisionPolicy } from '../domain/supervision-kind.ts'
import type { TeamActions } from '../domain/team-action-list.ts'
import type { Views } from '../domain/views.ts'
import type { Absences } from '../domain/who-is-away.ts'
import type { WorkingDays } from '../domain/working-days.ts'
import { Pending } from './pending.ts'
import type { NameIndex } from './understand/names.ts'
import type { Reading } from './understand/understand.ts'

/**
 * Where a conversation stands: which draft is open in it, and what the last answer asked. Everything else about a draft
 * is in the records.
 */
export const Place = z.object({
  draft: DraftId.optional(),
  pending: Pending.optional().catch(undefined),
  /** The local day on which `pending` was asked. */
  askedOn: z.iso.date().optional(),
  /** The moment it was asked. */
  askedAt: z.iso.datetime().optional(),
})
export type Place = z.infer<typeof Place>

/** What every dialog works with; each part is handed in. */
export type Desk = {
  staff: StaffList
  supervisions: SupervisionLog
  heldSessions: HeldSessions
  drafts: Drafts
  shownCards: ShownCards
  absences: Absences
  bookings: Bookings
  actions: Actions
  teamActions: TeamActions
  cases: CaseServices
  caseDraws: CaseDraws
  nominations: Nominations
  allocationAnswers: AllocationAnswers
  allocationDrafts: AllocationDrafts
  allocations: Allocations
  reviewAnswers: ReviewAnswers
  /** What was read of everybody's cases last night. */
  reviewSnapshot: ReviewSnapshot
  shownFigures: ShownFigures
  /** What is to reach people and what became of it: only to be read here. */
  outbox: Pick<Outbox, 'ofPerson' | 'report'>
  reminderPreferences: PreferencesKept
  policy: SupervisionPolicy
  allocationPolicy: AllocationPolicy
  /** Which numbers the allocation rules have now: kept with every answer. */
  policyVersion: string
  /** Whether a decided allocation is also handed in to the case services; else its text is for pasting. */
  submitAllocations: boolean
  reviewPolicy: ReviewPolicy
  reminderPolicy: ReminderPolicy
  /** The local day since which allocations are looked at: the first on which the assistant ran here. */
  switchedOn: Temporal.PlainDate
  workingDays: WorkingDays
  /** How long things are kept. */
  periods: RetentionPolicy
  kept: KeptAbout
  views: Views
  holds: Holds
  handOver: HandOver
  /** Whether this is practice on somebody's own machine, where one person may try the parts of several. */
  practice: boolean
  names(): Promise<NameIndex>
  /** What a case is drawn by: new each time, from a source that nobody in the conversation controls. */
  seed(): string
  sha256: Sha256
  /** Where this person gets the calendar file of a booking, for some days; undefined while the service does not know its own address. */
  calendarLink(booking: Booking, person: StaffCode): Promise<string | undefined>
  /** A new id, never given before. */
  mint(): string
  /** Takes a notice to the person it is for, now if they can be reached. Never throws. */
  reach(notice: Notice): Promise<'reached' | 'not reached yet'>
}

/** A group chat or channel that something was said in. */
export type Company = {
  /** The chat, or the channel without the thread. */
  chat: string
  /** The channel's own id of whoever speaks. */
  userId: string
  /** Everybody in it at this moment; undefined where that cannot be read. */
  members(): Promise<readonly ChatMember[] | undefined>
}

/** One thing somebody said or pressed: who, where and when. */
export type Turn = {
  person: Person
  /** Only a personal chat may show anything about a person or a case. */
  personal: boolean
  /** Where else it is; absent in a personal chat. */
  company?: Company
  now: Temporal.Instant
  /** The day in London. */
  today: Temporal.PlainDate
  /** Who stands in for which line manager today. */
  covers: readonly Cover[]
  place: Place
  /** The key under which what came in is remembered, for a write that must remember it in its own transaction. */
  activityKey?: string
  /** With which Teams says who this is, where it does: the case services may be asked in their name. */
  userToken?: string
}

/** The answer to a turn: exactly one message. */
export type Reply = {
  message: Message
  /** The draft that is open in the conversation from now on; unchanged when absent. */
  place?: Pick<Place, 'draft'>
  /** What this answer asks, for the next message alone: any other answer makes it lapse. */
  pending?: Pending
  /** What the audit trail keeps of this turn, beyond what a write has kept with itself. */
  notes?: AuditNote[]
  /** What the card in `message` is about. It becomes the current card about it; an older one says that it moved on. */
  shows?: ThingId
  /** The message is the card of a team action for everybody in its chat: the newest copy, so that an older one can only be read. */
  posts?: TeamActionId
  /** A team action of which the card for everybody shows now what no longer holds. */
  changes?: TeamActionId
  /** For an answer in words: what the current card about a thing turns into, so that it never shows what no longer holds. */
  refreshes?: { thing: ThingId; card: Message }
  /** For a press: the message comes below the card, which stays as it is, instead of taking its place. */
  below?: boolean
  /** Set when a write has remembered the activity already. */
  activityKept?: boolean
  /** Set when a press has had its one effect: the same press again gets this answer again. */
  final?: boolean
}

/**
 * What buttons do, by verb. `data` is all that the client sent, with what was typed into the card. The ids in an action
 * say what was pressed, never what may be done: that is decided in each of these, from the records.
 */
export type Presses<Verb extends CardAction['verb']> = {
  [V in Verb]: (
    action: Extract<CardAction, { verb: V }>,
    data: Record<string, unknown>,
    turn: Turn,
    desk: Desk,
  ) => Promise<Reply>
}

/** Reads a message as the answer to what was asked; undefined when it says something else. */
export type TakeUp<P extends Pending> = (
  pending: P,
  words: string,
  reading: Reading,
  turn: Turn,
  desk: Desk,
) => Promise<Reply | undefined>

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
