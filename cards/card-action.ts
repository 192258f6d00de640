import { z } from 'zod'
import { CopyFormat } from '../domain/copy-file.ts'
import {
  AbsenceId,
  ActionId,
  AllocationAnswerId,
  AllocationDraftId,
  BookingId,
  CoverId,
  Crn,
  DraftId,
  DrawId,
  IsoDate,
  ReviewAnswerId,
  SessionId,
  StaffCode,
  TeamActionId,
} from '../domain/ids.ts'
import { ReminderWhat } from '../domain/reminders/reminder-what.ts'
import { RemindersNamed } from '../domain/reminders/reminders-named.ts'
import { ReviewId } from '../domain/reviews/review.ts'
import { ReviewSaid } from '../domain/reviews/review-answer.ts'
import { KindId } from '../domain/supervision-kind.ts'

/**
 * All that a button can say: a verb and ids. What the ids stand for is read again from the records for every press, and
 * whether the presser may do it is decided then. What somebody typed into the card's inputs comes beside it.
 */
export const Suggestion = z.enum(['log', 'my-record', 'waiting', 'help'])
export type Suggestion = z.infer<typeof Suggestion>

/** A page of a long list, from 1 on. */
const PageNumber = z.string().regex(/^[1-9]\d{0,2}$/)

export const CardAction = z.discriminatedUnion('verb', [
  /** Record what the form or the review shows. */
  z.object({ verb: z.literal('supervision.save'), draft: DraftId }),
  /** Show the form again, to change something. */
  z.object({ verb: z.literal('supervision.edit'), draft: DraftId }),
  z.object({ verb: z.literal('supervision.cancel'), draft: DraftId }),
  /** Take up a draft that was left. */
  z.object({ verb: z.literal('supervision.resume'), draft: DraftId }),
  /** Say which of several people of the same name was meant. */
  z.object({ verb: z.literal('supervision.choose-person'), draft: DraftId, person: StaffCode }),
  z.object({ verb: z.literal('session.agree'), session: SessionId }),
  z.object({ verb: z.literal('session.comment'), session: SessionId }),
  z.object({ verb: z.literal('session.ask-change'), session: SessionId }),
  z.object({ verb: z.literal('session.show'), session: SessionId }),
  /** Begin a correction of a session, as a new draft. */
  z.object({ verb: z.literal('session.correct'), session: SessionId }),
  /** Ask whether a session shall be withdrawn. */
  z.object({ verb: z.literal('session.withdraw'), session: SessionId }),
  z.object({ verb: z.literal('session.withdraw-now'), session: SessionId }),
  /** Leave a session as it is. */
  z.object({ verb: z.literal('session.keep'), session: SessionId }),
  /** Say whether a session was reflective. */
  z.object({ verb: z.literal('session.reflect'), session: SessionId }),
  /** How reflective the sessions of one's staff are. */
  z.object({ verb: z.literal('reflective.show') }),
  /** Book, or move, what the form or the review of a session to be booked shows. */
  z.object({ verb: z.literal('booking.save'), booking: BookingId }),
  /** Book it on the day that was offered instead. */
  z.object({ verb: z.literal('booking.take'), booking: BookingId }),
  /** Show the form of a session to be booked. */
  z.object({ verb: z.literal('booking.edit'), booking: BookingId }),
  /** Book nothing after all. */
  z.object({ verb: z.literal('booking.drop'), booking: BookingId }),
  /** Show a booked session, below the list it was pressed on. */
  z.object({ verb: z.literal('booking.show'), booking: BookingId }),
  /** Leave a booked session as it is. */
  z.object({ verb: z.literal('booking.keep'), booking: BookingId }),
  /** Begin to move a booked session to another time. */
  z.object({ verb: z.literal('booking.move'), booking: BookingId }),
  /** Ask whether a booked session shall be cancelled, and why. */
  z.object({ verb: z.literal('booking.cannot'), booking: BookingId }),
  z.object({ verb: z.literal('booking.cancel'), booking: BookingId }),
  /** A booked session was held: begin to log it. */
  z.object({ verb: z.literal('booking.held'), booking: BookingId }),
  z.object({ verb: z.literal('booking.did-not-happen'), booking: BookingId }),
  /** Draw a case at random for the person and the kind that the form says. */
  z.object({ verb: z.literal('draw.make') }),
  /** Draw once more, for the reason that was typed. */
  z.object({ verb: z.literal('draw.again'), draw: DrawId }),
  /** Show below what a case was drawn from, and how. */
  z.object({ verb: z.literal('draw.show-fair'), draw: DrawId }),
  /** Begin to log the session that a case was drawn for, as a new draft below. */
  z.object({ verb: z.literal('draw.log'), draw: DrawId }),
  /** Put forward the case that the form says. */
  z.object({ verb: z.literal('nomination.make') }),
  z.object({ verb: z.literal('record.show'), person: StaffCode }),
  /** Record the days away that the form says, in the place of others where it changes them. */
  z.object({
    verb: z.literal('absence.save'),
    absence: AbsenceId,
    person: StaffCode,
    replaces: AbsenceId.optional(),
  }),
  z.object({ verb: z.literal('absence.show'), absence: AbsenceId }),
  z.object({ verb: z.literal('absence.edit'), absence: AbsenceId }),
  /** The person is back today. */
  z.object({ verb: z.literal('absence.back'), absence: AbsenceId }),
  z.object({ verb: z.literal('absence.take-back'), absence: AbsenceId }),
  /** Record who covers for a line manager, as the form says. */
  z.object({ verb: z.literal('cover.save'), cover: CoverId, manager: StaffCode }),
  z.object({ verb: z.literal('cover.show'), cover: CoverId }),
  z.object({ verb: z.literal('cover.end'), cover: CoverId }),
  /** Show the form of a new action, agreed in a session where one is given. */
  z.object({ verb: z.literal('action.new'), session: SessionId.optional() }),
  /** Add the actions that the form says, one for each id. */
  z.object({
    verb: z.literal('action.add'),
    action: ActionId,
    /** The ids of further actions, with a space between them. */
    more: z
      .string()
      .regex(/^[0-9a-f-]{36}(?: [0-9a-f-]{36}){0,3}$/)
      .optional(),
    session: SessionId.optional(),
  }),
  z.object({ verb: z.literal('action.show'), action: ActionId }),
  z.object({ verb: z.literal('action.confirm'), action: ActionId }),
  z.object({ verb: z.literal('action.finish'), action: ActionId }),
  /** Show the inputs for more time and for handing on. */
  z.object({ verb: z.literal('action.options'), action: ActionId }),
  /** Leave those inputs. */
  z.object({ verb: z.literal('action.back'), action: ActionId }),
  z.object({ verb: z.literal('action.ask-more-time'), action: ActionId }),
  z.object({ verb: z.literal('action.agree-more-time'), action: ActionId }),
  z.object({ verb: z.literal('action.refuse-more-time'), action: ActionId }),
  z.object({ verb: z.literal('action.hand-on'), action: ActionId }),
  z.object({ verb: z.literal('action.withdraw'), action: ActionId }),
  /** Confirm a team action for oneself; from a list, the action is shown below it. */
  z.object({ verb: z.literal('team-action.confirm'), teamAction: TeamActionId, from: z.literal('list').optional() }),
  z.object({ verb: z.literal('team-action.close'), teamAction: TeamActionId }),
  /** Show a team action below; in its chat, as the card for everybody from now on. */
  z.object({ verb: z.literal('team-action.show'), teamAction: TeamActionId }),
  /** The card as it stands now for whoever sees it. Clients ask for it by themselves; it changes nothing. */
  z.object({ verb: z.literal('team-action.refresh'), teamAction: TeamActionId }),
  /** Show what is due for somebody, of one kind or of all. */
  z.object({ verb: z.literal('states.show'), person: StaffCode, kind: KindId.optional() }),
  /** Show how the people of a line manager stand, of one kind or of all, so many at a time. */
  z.object({ verb: z.literal('team.show'), manager: StaffCode, kind: KindId.optional(), page: PageNumber.optional() }),
  /** Show how the teams of one's PDU stand. */
  z.object({ verb: z.literal('pdu.show'), kind: KindId.optional(), page: PageNumber.optional() }),
  /** Begin to book a session of somebody, as a new form below. */
  z.object({ verb: z.literal('booking.begin'), person: StaffCode, kind: KindId.optional() }),
  /** Begin to log a session of somebody, as a new draft below. */
  z.object({ verb: z.literal('supervision.begin'), person: StaffCode, kind: KindId.optional() }),
  /** Weigh everybody one may allocate to for a case. */
  z.object({ verb: z.literal('allocation.find'), crn: Crn }),
  /** Show a page of the people who were weighed together. */
  z.object({ verb: z.literal('allocation.ranked'), answer: AllocationAnswerId, page: PageNumber }),
  /** Show every reason of one of them, as it was. */
  z.object({ verb: z.literal('allocation.details'), answer: AllocationAnswerId, person: StaffCode }),
  /** Show what would have to change for a better verdict. */
  z.object({ verb: z.literal('allocation.change'), answer: AllocationAnswerId, person: StaffCode }),
  /** Show each rule in words, and who says so. */
  z.object({ verb: z.literal('allocation.authority'), answer: AllocationAnswerId, person: StaffCode }),
  /** Begin to decide that this person gets the case. */
  z.object({ verb: z.literal('allocation.begin'), answer: AllocationAnswerId, person: StaffCode }),
  /** Show the form of an allocation that is being decided. */
  z.object({ verb: z.literal('allocation.resume'), allocation: AllocationDraftId }),
  /** Decide it, as the form says. */
  z.object({ verb: z.literal('allocation.decide'), allocation: AllocationDraftId }),
  /** Decide nothing after all. */
  z.object({ verb: z.literal('allocation.drop'), allocation: AllocationDraftId }),
  /** Show which cases somebody holds, so many at a time. */
  z.object({ verb: z.literal('caseload.show'), person: StaffCode, page: PageNumber.optional() }),
  z.object({ verb: z.literal('workload.show'), person: StaffCode }),
  /** Show the workload of a line manager's people, or of one's PDU: all, or who is over a percentage; so many at a time. */
  z.object({
    verb: z.literal('workload.team'),
    manager: StaffCode,
    over: z
      .string()
      .regex(/^[1-9]\d{0,2}$/)
      .optional(),
    page: PageNumber.optional(),
  }),
  /** Show which reviews of somebody's cases are overdue, of one kind or of all, or the enquiries to chase; so many at a time. */
  z.object({
    verb: z.literal('reviews.show'),
    person: StaffCode,
    kind: ReviewId.optional(),
    chase: z.literal('yes').optional(),
    page: PageNumber.optional(),
  }),
  /** Show which are overdue in a line manager's team. */
  z.object({
    verb: z.literal('reviews.team'),
    manager: StaffCode,
    kind: ReviewId.optional(),
    page: PageNumber.optional(),
  }),
  /** Show how many are overdue under each line manager of one's PDU. */
  z.object({ verb: z.literal('reviews.pdu'), kind: ReviewId.optional(), page: PageNumber.optional() }),
  /** Show every review of one case that somebody holds. */
  z.object({ verb: z.literal('reviews.case'), person: StaffCode, crn: Crn }),
  /** Show one review, with what can be said of it. */
  z.object({ verb: z.literal('review.show'), person: StaffCode, crn: Crn, kind: ReviewId, due: IsoDate }),
  /** Say what became of it, as the form says. */
  z.object({
    verb: z.literal('review.answer'),
    person: StaffCode,
    crn: Crn,
    kind: ReviewId,
    due: IsoDate,
    said: ReviewSaid,
    answer: ReviewAnswerId,
  }),
  /** Show what can be done about one reminder, or about some that go together: put off, leave out, stop. */
  z.object({ verb: z.literal('reminder.options'), reminders: RemindersNamed }),
  /** Put them off to what was chosen. */
  z.object({ verb: z.literal('reminder.snooze'), reminders: RemindersNamed }),
  /** No more reminders of these windows, for the reason that was typed. */
  z.object({ verb: z.literal('reminder.not-this-window'), reminders: RemindersNamed }),
  /** Stop, and begin again, reminders of a kind. */
  z.object({ verb: z.literal('reminder.stop'), what: ReminderWhat }),
  z.object({ verb: z.literal('reminder.begin-again'), what: ReminderWhat }),
  /** End a pause. */
  z.object({ verb: z.literal('reminder.go-on') }),
  /** Show what one will be reminded of, and what one said about it. */
  z.object({ verb: z.literal('reminder.show') }),
  /** Show what is overdue among one's staff, so many people at a time. */
  z.object({ verb: z.literal('digest.show'), page: PageNumber.optional() }),
  /** Show whom messages reached and whom not, so many people at a time. */
  z.object({ verb: z.literal('delivery.show'), page: PageNumber.optional() }),
  /** Have a copy of one's own record as a file. */
  z.object({ verb: z.literal('mine.copy'), as: CopyFormat }),
  /** Show what is kept about oneself, and for how long. */
  z.object({ verb: z.literal('mine.kept') }),
  /** Show who looked at one's own record, so many at a time. */
  z.object({
    verb: z.literal('mine.views'),
    from: IsoDate.optional(),
    to: IsoDate.optional(),
    page: PageNumber.optional(),
  }),
  z.object({ verb: z.literal('suggestion.try'), what: Suggestion }),
])
export type CardAction = z.infer<typeof CardAction>
