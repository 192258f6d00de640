import {
  type Booking,
  type Diaries,
  nextFreeSlot,
  problemsWithSlot,
  type Slot,
  type SlotProblem,
} from '../../domain/booking.ts'
import type { SessionPair } from '../../domain/rights.ts'
import type { Desk, Turn } from '../turn.ts'

/** How far behind a booking may lie that nobody has said anything about yet, in days. */
export const daysBehind = 365

/** What stands in the way of two people meeting at a time, and the next time at which nothing does. */
export async function checkSlot(
  slot: Slot,
  { practitioner, supervisor }: Pick<SessionPair, 'practitioner' | 'supervisor'>,
  moved: Booking | undefined,
  turn: Turn,
  desk: Desk,
): Promise<{ problems: SlotProblem[]; offered?: Slot }> {
  const people = [practitioner, supervisor]
  const codes = people.map((person) => person.staffCode)
  const last = turn.today.add({ months: desk.policy.booking.monthsAhead, days: 1 })
  const [absences, booked] = await Promise.all([
    desk.absences.of(codes, turn.today, last),
    desk.bookings.booked(codes, turn.today, last),
  ])
  const diaries: Diaries = {
    now: turn.now,
    workingDays: desk.workingDays,
    people,
    absences,
    booked: booked.filter((booking) => booking.id !== moved?.id),
  }
  const problems = problemsWithSlot(slot, diaries, desk.policy)
  return problems.length === 0 ? { problems } : { problems, offered: nextFreeSlot(slot, diaries, desk.policy) }
}
