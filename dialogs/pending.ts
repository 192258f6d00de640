import { z } from 'zod'
import { absenceReasons } from '../domain/absence.ts'
import { actionCharacters, stepNames } from '../domain/action.ts'
import { DrawKind } from '../domain/case-draw.ts'
import { AbsenceId, ActionId, BookingId, CoverId, DrawId, IsoDate, SessionId, StaffCode } from '../domain/ids.ts'

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
