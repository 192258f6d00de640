import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Booking, mayBookKind, type Slot, usualMinutes } from './booking.ts'
import { BookingId, IsoDate, StaffCode } from './ids.ts'
import type { SessionPair } from './rights.ts'
import { KindId, kindOf, type SupervisionPolicy } from './supervision-kind.ts'

/** A time of day, local, on the 24-hour clock. */
export const TimeOfDay = z.iso.time({ precision: -1, error: 'A time is written like 14:00.' }).brand<'TimeOfDay'>()
export type TimeOfDay = z.infer<typeof TimeOfDay>

/**
 * A session that is being booked, or moved to another time. A sentence, a card and an answer in the chat all fill the same
 * draft. Its id becomes the booking's own, so that one draft can become one booking only.
 */
export const BookingDraft = z.object({
  id: BookingId,
  by: StaffCode,
  other: StaffCode.optional(),
  kinds: z.array(KindId),
  on: IsoDate.optional(),
  at: TimeOfDay.optional(),
  /** Absent while nobody has said: then it is as long as such a session usually is. */
  minutes: z.int().optional(),
  /** The booking whose place this one takes. */
  moves: BookingId.optional(),
  /** The day that was last offered because the one wished is no good. */
  offered: IsoDate.optional(),
})
export type BookingDraft = z.infer<typeof BookingDraft>

/** What somebody said of a session to be booked. What is absent was not said. */
export type BookingSaid = Partial<Pick<BookingDraft, 'other' | 'kinds' | 'on' | 'at' | 'minutes'>>

export type BookingField = 'other' | 'kinds' | 'on' | 'at' | 'minutes'
/** Something that stands in the way, with a sentence that says what to do about it. */
export type BookingProblem = { field: BookingField; says: string }

/** The draft with what was said put in. Saying one thing again replaces it. A length that cannot be is left out with a problem. */
export function fillBooking(
  draft: BookingDraft,
  said: BookingSaid,
  policy: SupervisionPolicy,
): { draft: BookingDraft; problems: BookingProblem[] } {
  const filled: BookingDraft = { ...draft }
  const problems: BookingProblem[] = []
  // Another day was offered for what was wished before.
  if (Object.keys(said).length > 0) delete filled.offered
  if (said.other !== undefined) filled.other = said.other
  if (said.kinds !== undefined && said.kinds.length > 0) {
    filled.kinds = KindId.options.filter((id) => said.kinds?.includes(id))
  }
  if (said.on !== undefined) filled.on = said.on
  if (said.at !== undefined) filled.at = said.at
  if (said.minutes !== undefined) {
    const { least, most } = policy.minutes
    if (Number.isInteger(said.minutes) && said.minutes >= least && said.minutes <= most) filled.minutes = said.minutes
    else problems.push({ field: 'minutes', says: `A session lasts ${least} to ${most} minutes. How long shall it be?` })
  }
  return { draft: filled, problems }
}

/** What is still needed, in the order in which it is asked. */
export function stillNeeded(draft: BookingDraft): Exclude<BookingField, 'minutes'>[] {
  return (['other', 'kinds', 'on', 'at'] as const).filter((field) =>
    field === 'kinds' ? draft.kinds.length === 0 : draft[field] === undefined,
  )
}

/** The time a draft speaks of, once a day and a time are known. */
export function slotOf(draft: BookingDraft, policy: SupervisionPolicy): Slot | undefined {
  if (draft.on === undefined || draft.at === undefined) return undefined
  return {
    on: Temporal.PlainDate.from(draft.on),
    at: Temporal.PlainTime.from(draft.at),
    minutes: draft.minutes ?? usualMinutes(policy, draft.kinds),
  }
}

/** What is wrong with who and what, whatever the time: two people who may not meet, kinds that are not theirs or do not go together. */
export function problemsWithBooking(
  draft: BookingDraft,
  pair: SessionPair | undefined,
  policy: SupervisionPolicy,
): BookingProblem[] {
  const problems: BookingProblem[] = []
  if (draft.other === draft.by) problems.push({ field: 'other', says: 'A session has two people. Who is it with?' })
  else if (draft.other !== undefined && pair === undefined) {
    problems.push({
      field: 'other',
      says: 'You can book a session with somebody you manage, or with your line manager. Who is it with?',
    })
  }
  const barred = pair === undefined ? undefined : draft.kinds.find((id) => !mayBookKind(policy, pair, id))
  if (pair !== undefined && barred !== undefined) {
    const open = policy.kinds.filter((kind) => mayBookKind(policy, pair, kind.id)).map((kind) => kind.inWords)
    const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(open)
    const instead = open.length === 0 ? 'There is nothing the two of you can book here.' : `You can book ${list}.`
    problems.push({
      field: 'kinds',
      says: `${capital(kindOf(policy, barred).inWords)} is not for the two of you. ${instead}`,
    })
  }
  const [first, ...rest] = draft.kinds
  const apart = first && rest.find((id) => !kindOf(policy, first).combinesWith.includes(id))
  if (first !== undefined && apart !== undefined) {
    const names = `${kindOf(policy, first).inWords} and ${kindOf(policy, apart).inWords}`
    problems.push({ field: 'kinds', says: `One session cannot be ${names} at once. Please book them separately.` })
  }
  return problems
}

/**
 * The booking that a complete draft describes. When it moves another, it belongs to the same meeting.
 * @throws {Error} when something is missing: ask `stillNeeded` first.
 */
export function bookingFrom(
  draft: BookingDraft,
  pair: Pick<SessionPair, 'practitioner' | 'supervisor'>,
  policy: SupervisionPolicy,
  bookedAt: Temporal.Instant,
  moved?: Booking,
): Booking {
  const slot = slotOf(draft, policy)
  if (slot === undefined || stillNeeded(draft).length > 0) {
    throw new Error('A draft with something missing cannot become a booking.')
  }
  return {
    id: draft.id,
    meeting: moved?.meeting ?? draft.id,
    revision: moved === undefined ? 0 : moved.revision + 1,
    practitioner: pair.practitioner.staffCode,
    supervisor: pair.supervisor.staffCode,
    kinds: draft.kinds,
    ...slot,
    bookedBy: draft.by,
    bookedAt,
    state: 'booked',
  }
}

/** A draft that says what a booking says, to be moved: the time may then be changed. */
export function draftMoving(booking: Booking, id: BookingId, by: StaffCode): BookingDraft {
  return {
    id,
    by,
    other: booking.practitioner === by ? booking.supervisor : booking.practitioner,
    kinds: [...booking.kinds],
    on: IsoDate.parse(booking.on.toString()),
    at: TimeOfDay.parse(booking.at.toString({ smallestUnit: 'minute' })),
    minutes: booking.minutes,
    moves: booking.id,
  }
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
