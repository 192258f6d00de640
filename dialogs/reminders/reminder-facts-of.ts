import type { Temporal } from 'temporal-polyfill'
import type { Crn } from '../../domain/ids.ts'
import { localDay } from '../../domain/reminders/local-moment.ts'
import type { ReminderFacts } from '../../domain/reminders/reminder-facts.ts'
import { isQuiet, lastSaidOf } from '../../domain/reviews/quiet-review.ts'
import type { Person } from '../../domain/staff.ts'
import { supervisionCalendar } from '../../domain/supervision-window.ts'
import { whoseTurn } from '../../domain/team-action.ts'
import type { Desk } from '../turn.ts'

/** What the facts of reminders are read from. */
export type ReminderFactsDesk = Pick<
  Desk,
  | 'heldSessions'
  | 'absences'
  | 'bookings'
  | 'actions'
  | 'teamActions'
  | 'allocations'
  | 'reviewSnapshot'
  | 'reviewAnswers'
  | 'policy'
  | 'reminderPolicy'
  | 'workingDays'
>

/**
 * Everything of these people that decides what anybody is reminded of because of them, as it is kept now, in the order given.
 * Reviews of cases are those of the last nightly reading: whoever shows one reads it again first.
 */
export async function reminderFactsOf(
  people: readonly Person[],
  today: Temporal.PlainDate,
  desk: ReminderFactsDesk,
): Promise<ReminderFacts[]> {
  const codes = people.map(({ staffCode }) => staffCode)
  const calendar = supervisionCalendar(desk.policy, today, desk.workingDays)
  const steps = Object.values(desk.reminderPolicy.daysLeft).flat()
  const furthest = today.add({ days: Math.max(...steps) })
  const [sessions, bookings, absences, actions, teamActions, allocations, read] = await Promise.all([
    desk.heldSessions.of(codes, calendar.from, today),
    desk.bookings.booked(codes, today, calendar.to),
    desk.absences.of(codes, calendar.from, calendar.to),
    desk.actions.openOf(codes),
    desk.teamActions.dueOpen(calendar.from, furthest),
    desk.allocations.touchPointsDue(calendar.from, furthest),
    desk.reviewSnapshot.of(codes),
  ])
  const mine = new Set(codes)
  const given = allocations.filter(({ to }) => mine.has(to))
  const crns = new Set<Crn>([...given.map(({ crn }) => crn), ...read.due.map(({ crn }) => crn)])
  const said = lastSaidOf(await desk.reviewAnswers.ofCases([...crns]))
  const touchPoints = given.filter(
    ({ crn, touchPointOn }) => !isQuiet(said({ crn, kind: 'touch-point', dueOn: touchPointOn }), today, true),
  )
  // A case that was given to somebody here has a first discussion of its own.
  const discussed = new Set(given.map(({ to, crn }) => `${to} ${crn}`))
  const due = read.due.filter(
    ({ practitioner, crn, review, dueOn }) =>
      dueOn.until(today).days > 0 &&
      !(review === 'touch-point' && discussed.has(`${practitioner} ${crn}`)) &&
      !isQuiet(said({ crn, kind: review, dueOn }), today, true),
  )
  const left = teamActions.flatMap((action) =>
    action.due === undefined
      ? []
      : whoseTurn(action).map((person) => ({
          person,
          id: action.id,
          due: String(action.due),
          askedOn: localDay(action.askedAt).toString(),
        })),
  )

  const sessionsOf = Map.groupBy(sessions, ({ practitioner }) => practitioner)
  const bookingsOf = Map.groupBy(bookings, ({ practitioner }) => practitioner)
  const absencesOf = Map.groupBy(absences, ({ person }) => person)
  const actionsOf = Map.groupBy(actions, ({ owner }) => owner)
  const leftOf = Map.groupBy(left, ({ person }) => person)
  const touchPointsOf = Map.groupBy(touchPoints, ({ to }) => to)
  const dueOf = Map.groupBy(due, ({ practitioner }) => practitioner)
  return people.map((person) => {
    const code = person.staffCode
    return {
      person,
      sessions: sessionsOf.get(code) ?? [],
      absences: absencesOf.get(code) ?? [],
      bookings: bookingsOf.get(code) ?? [],
      actions: actionsOf.get(code) ?? [],
      teamActions: (leftOf.get(code) ?? []).map(({ id, due, askedOn }) => ({ id, due, askedOn })),
      touchPoints: (touchPointsOf.get(code) ?? []).map(({ id, touchPointOn, decidedAt }) => ({
        allocation: id,
        on: touchPointOn.toString(),
        decidedOn: localDay(decidedAt).toString(),
      })),
      reviews: (dueOf.get(code) ?? []).map(({ crn, review, dueOn }) => ({
        practitioner: code,
        kind: review,
        dueOn: dueOn.toString(),
        crn,
      })),
    }
  })
}
