import { z } from 'zod'

/**
 * The ids of this product, each parsed once where it comes in. After that the type is the proof:
 * a function that takes a `Crn` never checks one again.
 */

/** A case reference number in the case services: one letter and six digits. Spaces and lower case are forgiven. */
export const Crn = z
  .string()
  .transform((typed) => typed.replace(/\s+/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z]\d{6}$/, 'A CRN is one letter and six digits, like X320741.'))
  .brand<'Crn'>()
export type Crn = z.infer<typeof Crn>

/** A member of staff, as the case services know them. */
export const StaffCode = z
  .string()
  .trim()
  .toUpperCase()
  .pipe(z.string().regex(/^[A-Z0-9]{4,12}$/, 'A staff code is 4 to 12 letters and digits, like N03A021.'))
  .brand<'StaffCode'>()
export type StaffCode = z.infer<typeof StaffCode>

/** The object id that Entra gives a person: the only thing that says who is speaking. Lower case. */
export const EntraObjectId = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.guid('An Entra object id is a GUID, like 7e0c1f0a-5d0e-4c65-9a53-0f6f5f0f8d11.'))
  .brand<'EntraObjectId'>()
export type EntraObjectId = z.infer<typeof EntraObjectId>

/** A recorded supervision session. */
export const SessionId = z.guid().toLowerCase().brand<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>

/** A supervision that is being written down. It becomes the key of the session, so one draft is at most one session. */
export const DraftId = z.guid().toLowerCase().brand<'DraftId'>()
export type DraftId = z.infer<typeof DraftId>

/** A session that is planned. */
export const BookingId = z.guid().toLowerCase().brand<'BookingId'>()
export type BookingId = z.infer<typeof BookingId>

/** Something one person is to do, and another asked for. */
export const ActionId = z.guid().toLowerCase().brand<'ActionId'>()
export type ActionId = z.infer<typeof ActionId>

/** Something that several people are to do, asked in a group chat or channel. */
export const TeamActionId = z.guid().toLowerCase().brand<'TeamActionId'>()
export type TeamActionId = z.infer<typeof TeamActionId>

/** Days on which somebody is away. */
export const AbsenceId = z.guid().toLowerCase().brand<'AbsenceId'>()
export type AbsenceId = z.infer<typeof AbsenceId>

/** Days on which somebody stands in for a line manager. */
export const CoverId = z.guid().toLowerCase().brand<'CoverId'>()
export type CoverId = z.infer<typeof CoverId>

/** A case drawn at random. */
export const DrawId = z.guid().toLowerCase().brand<'DrawId'>()
export type DrawId = z.infer<typeof DrawId>

/** An answer to whether somebody may take a case, or who could. */
export const AllocationAnswerId = z.guid().toLowerCase().brand<'AllocationAnswerId'>()
export type AllocationAnswerId = z.infer<typeof AllocationAnswerId>

/** An allocation that is being decided. It becomes the key of the allocation, so one draft is at most one allocation. */
export const AllocationDraftId = z.guid().toLowerCase().brand<'AllocationDraftId'>()
export type AllocationDraftId = z.infer<typeof AllocationDraftId>

/** A decision that somebody gets a case. */
export const AllocationId = z.guid().toLowerCase().brand<'AllocationId'>()
export type AllocationId = z.infer<typeof AllocationId>

/** What somebody said of a review of a case. */
export const ReviewAnswerId = z.guid().toLowerCase().brand<'ReviewAnswerId'>()
export type ReviewAnswerId = z.infer<typeof ReviewAnswerId>

/** A thing that somebody is reminded of, by the name that `nameOf` in `reminders/reminder.ts` gives it. */
export const ReminderName = z
  .string()
  .regex(/^[a-z-]{3,30}(?::[A-Za-z0-9-]{1,60}){2,3}$/)
  .brand<'ReminderName'>()
export type ReminderName = z.infer<typeof ReminderName>

/** Anything a card can be about. */
export type ThingId =
  | DraftId
  | SessionId
  | BookingId
  | ActionId
  | TeamActionId
  | AbsenceId
  | CoverId
  | DrawId
  | AllocationAnswerId
  | AllocationDraftId
  | AllocationId
  | ReviewAnswerId
  | ReminderName

/** A day, as `YYYY-MM-DD`. Used where a day is kept as JSON; rules take `Temporal.PlainDate`. */
export const IsoDate = z.iso.date('A date is written year-month-day, like 2026-11-20.').brand<'IsoDate'>()
export type IsoDate = z.infer<typeof IsoDate>
