import { z } from 'zod'
import { absenceReasons } from '../domain/absence.ts'
import { actionCharacters, stepNames } from '../domain/action.ts'
import { DrawKind } from '../domain/case-draw.ts'
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
  SessionId,
  StaffCode,
} from '../domain/ids.ts'

/** How much of what is said of a change is kept until it is known which session is meant. */
export const changeCharacters = 1000

/** A question that the next message may answer, one form for each part of the product that asks any. */
export const Pending = z.discriminatedUnion('asks', [
  /** Whether a session shall be withdrawn, with the reason that was given already. */
  z.object({ asks: z.literal('withdraw'), session: SessionId, reason: z.string().optional() }),
  /** Which of some sessions is to be corrected, with what was said already of how it should be. */
  z.object({
    asks: z.literal('correct-which'),
    sessions: z.array(SessionId),
    words: z.string().max(changeCharacters).optional(),
  }),
  /** Which of some sessions is to be withdrawn, with the reason that was given already. */
  z.object({
    asks: z.literal('withdraw-which'),
    sessions: z.array(SessionId),
    reason: z.string().max(changeCharacters).optional(),
  }),
  /** Which of some people a session being written down was with, or whether it was the one that is meant by a misspelt name. */
  z.object({ asks: z.literal('which-person'), draft: DraftId, people: z.array(StaffCode) }),
  /** Whether a name that is misspelt in a message means somebody: the message with the name put right. */
  z.object({ asks: z.literal('did-you-mean'), words: z.string().max(changeCharacters) }),
  /** Whether the one open action that was just shown is done, or will be. */
  z.object({ asks: z.literal('action-shown'), action: ActionId }),
  /** Whether a session was reflective. */
  z.object({ asks: z.literal('was-reflective'), session: SessionId }),
  /** What is missing of a session to be booked, or whether it is right. */
  z.object({ asks: z.literal('booking'), booking: BookingId }),
  /** Whether a booked session shall be cancelled, with what was said already why. */
  z.object({ asks: z.literal('booking-cancel'), booking: BookingId, words: z.string().max(500).optional() }),
  /** Why a booked session did not happen. */
  z.object({ asks: z.literal('booking-reason'), booking: BookingId }),
  /** For whom, and for which kind of session, to draw a case. */
  z.object({ asks: z.literal('draw-for'), person: StaffCode.optional(), kind: DrawKind.optional() }),
  /** Why to draw once more. */
  z.object({ asks: z.literal('draw-again'), draw: DrawId }),
  /** Who is to take a case, or which case: whether they may, who could, or that they get it. */
  z.object({
    asks: z.literal('allocation'),
    does: z.enum(['check', 'find', 'give']),
    person: StaffCode.optional(),
    crns: z.array(Crn).max(10),
    /** Who was offered, in this order, where a name that was said fits several. */
    people: z.array(StaffCode).max(6).optional(),
  }),
  /** Whose workload or cases to show: who was offered, in this order. */
  z.object({ asks: z.literal('whose'), does: z.enum(['workload', 'caseload']), people: z.array(StaffCode).max(6) }),
  /** Nothing, but the next message may go on about a case that was just shown or weighed, and the person it was weighed for. */
  z.object({
    asks: z.literal('case-shown'),
    crn: Crn,
    answer: AllocationAnswerId.optional(),
    person: StaffCode.optional(),
  }),
  /** What the manager has to say of an allocation, or whether it is decided. */
  z.object({ asks: z.literal('allocating'), allocation: AllocationDraftId }),
  /** Which case to put forward. */
  z.object({ asks: z.literal('nomination') }),
  /** Whether time away, as it was understood, shall be recorded. */
  z.object({
    asks: z.literal('absence'),
    absence: AbsenceId,
    person: StaffCode,
    from: IsoDate.optional(),
    to: IsoDate.optional(),
    reason: z.enum(absenceReasons).optional(),
    cover: StaffCode.optional(),
    replaces: AbsenceId.optional(),
  }),
  /** Whether a cover, as it was understood, shall be recorded. */
  z.object({
    asks: z.literal('cover'),
    cover: CoverId,
    manager: StaffCode,
    by: StaffCode.optional(),
    from: IsoDate.optional(),
    to: IsoDate.optional(),
  }),
  /** Whether actions, as they were understood, shall be kept. */
  z.object({
    asks: z.literal('action'),
    items: z.array(
      z.object({
        id: ActionId,
        owner: StaffCode.optional(),
        text: z.string().max(actionCharacters).optional(),
        due: IsoDate.optional(),
      }),
    ),
    session: SessionId.optional(),
  }),
  /** Of which action a step is to be taken. */
  z.object({
    asks: z.literal('action-which'),
    does: z.enum(stepNames),
    due: IsoDate.optional(),
    reason: z.string().max(actionCharacters).optional(),
    to: z.string().max(100).optional(),
  }),
])
export type Pending = z.infer<typeof Pending>
