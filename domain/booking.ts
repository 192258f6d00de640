import { Temporal } from 'temporal-polyfill'
import { type Absence, includes } from './absence.ts'
import type { BookingId, StaffCode } from './ids.ts'
import type { SessionPair } from './rights.ts'
import { isInPost, type Person } from './staff.ts'
import { type KindId, kindOf, type SupervisionPolicy } from './supervision-kind.ts'
import { nextFreeWorkingDay, type WorkingDays } from './working-days.ts'

/**
 * A session that two people have planned. A booking is never edited: moved to another time it points at the booking that
 * took its place, and everything that one meeting has been through has the same `meeting`.
 */
export type Booking = Slot & {
  id: BookingId
  /** The id of the first booking of this meeting. */
  meeting: BookingId
  /** How often the meeting had been moved before: 0 for its first booking. */
  revision: number
  practitioner: StaffCode
  supervisor: StaffCode
  kinds: readonly KindId[]
  bookedBy: StaffCode
  bookedAt: Temporal.Instant
  state: BookingState
  /** Who ended it (moved, cancelled, logged, or said that it did not happen), and when. */
  closedBy?: StaffCode
  closedAt?: Temporal.Instant
  /** Why it was cancelled or did not happen, in somebody's own words. */
  reason?: string
  movedTo?: BookingId
}

export const bookingStates = ['booked', 'moved', 'cancelled', 'held', 'did-not-happen'] as const
export type BookingState = (typeof bookingStates)[number]

/** A stretch of a day, local. */
export type Slot = { on: Temporal.PlainDate; at: Temporal.PlainTime; minutes: number }

export const peoplesTimeZone = 'Europe/London'

export function startOf({ on, at }: Slot): Temporal.Instant {
  return on.toZonedDateTime({ timeZone: peoplesTimeZone, plainTime: at }).toInstant()
}

export function endOf(slot: Slot): Temporal.Instant {
  return startOf(slot).add({ minutes: slot.minutes })
}

/** Whether two slots have a minute in common; one that begins when the other ends does not. A slot stays within its day. */
export function overlaps(one: Slot, other: Slot): boolean {
  if (!one.on.equals(other.on)) return false
  const begins = minuteOfDay(one.at)
  const otherBegins = minuteOfDay(other.at)
  return begins < otherBegins + other.minutes && otherBegins < begins + one.minutes
}

/** What is known of the time of two people, from today to as far as a session may be booked. */
export type Diaries = {
  now: Temporal.Instant
  workingDays: WorkingDays
  people: readonly Pick<Person, 'staffCode' | 'startedOn' | 'endedOn'>[]
  absences: readonly Absence[]
  /** Sessions either of them has booked with anybody, without the one that is being moved. */
  booked: readonly Booking[]
}

/** Why a slot is no good. `who` is the one of the two that it is about. */
export type SlotProblem =
  | { why: 'past' | 'too-far' | 'past-midnight' | 'weekend' | 'bank-holiday' }
  | { why: 'not-in-post' | 'away'; who: StaffCode }
  | { why: 'clash'; who: StaffCode; with: Booking }

/** Everything that stands in the way of a slot, the plainest reason first; empty when it can be booked. */
export function problemsWithSlot(slot: Slot, diaries: Diaries, policy: SupervisionPolicy): SlotProblem[] {
  const { on, at, minutes } = slot
  const problems: SlotProblem[] = []
  const today = diaries.now.toZonedDateTimeISO(peoplesTimeZone).toPlainDate()
  if (Temporal.Instant.compare(startOf(slot), diaries.now) <= 0) problems.push({ why: 'past' })
  if (isBefore(today.add({ months: policy.booking.monthsAhead }), on)) problems.push({ why: 'too-far' })
  if (minuteOfDay(at) + minutes > 24 * 60) problems.push({ why: 'past-midnight' })
  if (!diaries.workingDays.isWorkingDay(on)) problems.push({ why: on.dayOfWeek > 5 ? 'weekend' : 'bank-holiday' })
  for (const person of diaries.people) {
    const who = person.staffCode
    if (!isInPost(person, on.toString())) problems.push({ why: 'not-in-post', who })
    if (diaries.absences.some((absence) => absence.person === who && includes(absence, on))) {
      problems.push({ why: 'away', who })
    }
    const clash = diaries.booked.find((booking) => isOf(booking, who) && overlaps(booking, slot))
    // A session that the two of them have together is said once.
    const said = problems.some((problem) => problem.why === 'clash' && problem.with.id === clash?.id)
    if (clash !== undefined && !said) problems.push({ why: 'clash', who, with: clash })
  }
  return problems
}

/** The same time on the first day from the one wished, or from today, on which nothing stands in the way; undefined when no day does. */
export function nextFreeSlot(wished: Slot, diaries: Diaries, policy: SupervisionPolicy): Slot | undefined {
  const today = diaries.now.toZonedDateTimeISO(peoplesTimeZone).toPlainDate()
  const from = isBefore(wished.on, today) ? today : wished.on
  const isFree = (on: Temporal.PlainDate) => problemsWithSlot({ ...wished, on }, diaries, policy).length === 0
  const on = nextFreeWorkingDay(from, diaries.workingDays, isFree)
  return on && { ...wished, on }
}

/** Whether a slot begins before or ends after the hours in which people usually meet. It may be booked all the same. */
export function outsideOfficeHours({ at, minutes }: Slot, policy: SupervisionPolicy): boolean {
  const { from, to } = policy.booking.officeHours
  const begins = minuteOfDay(at)
  return (
    begins < minuteOfDay(Temporal.PlainTime.from(from)) || begins + minutes > minuteOfDay(Temporal.PlainTime.from(to))
  )
}

/** Whether these two may plan a session of a kind: it is for the practitioner's grade, and the other may hold it. */
export function mayBookKind(policy: SupervisionPolicy, pair: SessionPair, id: KindId): boolean {
  const kind = kindOf(policy, id)
  const holder = pair.supervisor.grade === 'QDO' ? 'qdo' : 'manager'
  return kind.grades.includes(pair.practitioner.grade) && kind.loggedBy.includes(holder)
}

/** How long a session of these kinds is booked for when nobody says. */
export function usualMinutes(policy: SupervisionPolicy, kinds: readonly KindId[]): number {
  return Math.max(policy.minutes.least, ...kinds.map((id) => policy.booking.usualMinutes[id]))
}

/** Whether a person is one of the two of a booking. */
export function isOf(booking: Pick<Booking, 'practitioner' | 'supervisor'>, person: StaffCode): boolean {
  return booking.practitioner === person || booking.supervisor === person
}

/** Whether the day of a booking is over. */
export function hasPassed(booking: Pick<Slot, 'on'>, today: Temporal.PlainDate): boolean {
  return isBefore(booking.on, today)
}

/** Whether a session that was logged is the one that was booked: the same two people, the same day, a kind in common. */
export function isHeldBy(
  booking: Booking,
  session: { practitioner: StaffCode; supervisor: StaffCode; heldOn: Temporal.PlainDate; kinds: readonly KindId[] },
): boolean {
  return (
    booking.practitioner === session.practitioner &&
    booking.supervisor === session.supervisor &&
    booking.on.equals(session.heldOn) &&
    booking.kinds.some((kind) => session.kinds.includes(kind))
  )
}

function minuteOfDay(time: Temporal.PlainTime): number {
  return time.hour * 60 + time.minute
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}
