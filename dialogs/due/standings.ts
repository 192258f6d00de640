import type { Temporal } from 'temporal-polyfill'
import type { Person } from '../../domain/staff.ts'
import { supervisionCalendar } from '../../domain/supervision-window.ts'
import type { PersonStanding } from '../../domain/team-states.ts'
import { statesOf } from '../../domain/window-state.ts'
import type { Desk } from '../turn.ts'

/** What the states of people are worked out from. */
export type StandingsDesk = Pick<Desk, 'heldSessions' | 'absences' | 'bookings' | 'policy' | 'workingDays'>

/**
 * How people stand with every kind of supervision on a day, in the order given; somebody whose grade has no kind is left
 * out. Whether the reader may see it is for the caller to ask.
 */
export async function standingsOf(
  people: readonly Person[],
  today: Temporal.PlainDate,
  desk: StandingsDesk,
): Promise<PersonStanding[]> {
  const supervised = people.filter(({ grade }) => desk.policy.kinds.some((kind) => kind.grades.includes(grade)))
  const codes = supervised.map((person) => person.staffCode)
  const calendar = supervisionCalendar(desk.policy, today, desk.workingDays)
  const [sessions, bookings, absences] = await Promise.all([
    desk.heldSessions.of(codes, calendar.from, today),
    desk.bookings.booked(codes, today, calendar.to),
    desk.absences.of(codes, calendar.from, calendar.to),
  ])
  const sessionsOf = Map.groupBy(sessions, (session) => session.practitioner)
  const bookingsOf = Map.groupBy(bookings, (booking) => booking.practitioner)
  const absencesOf = Map.groupBy(absences, (absence) => absence.person)
  return supervised.map((person) => {
    const code = person.staffCode
    const facts = {
      sessions: sessionsOf.get(code) ?? [],
      bookings: (bookingsOf.get(code) ?? []).map(({ kinds, on }) => ({ kinds, on: on.toString() })),
      absences: absencesOf.get(code) ?? [],
    }
    return { person, standings: statesOf(person, facts, calendar) }
  })
}
