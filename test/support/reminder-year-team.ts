import { Temporal } from 'temporal-polyfill'
import { includes } from '../../domain/absence.ts'
import { type Action, afterStep } from '../../domain/action.ts'
import type { Booking } from '../../domain/booking.ts'
import type { HeldSession } from '../../domain/held-sessions.ts'
import { AllocationId, BookingId, StaffCode } from '../../domain/ids.ts'
import type { Reminder } from '../../domain/reminders/reminder.ts'
import type { ReminderFacts } from '../../domain/reminders/reminder-facts.ts'
import {
  goOn,
  noPreferences,
  notThisWindow,
  pauseUntil,
  type ReminderPreferences,
  snooze,
  stop,
} from '../../domain/reminders/reminder-preferences.ts'
import { type Office, type ReminderRound, reminderRound } from '../../domain/reminders/reminder-round.ts'
import type { Person } from '../../domain/staff.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import { nthWorkingDayAfter } from '../../domain/working-days.ts'
import { day } from './days.ts'
import { guid } from './records.ts'
import { kindsToBook } from './reminder-year-habits.ts'
import {
  actions,
  away,
  covers,
  type Habit,
  head,
  manager,
  reviews,
  standIn,
  team,
  teamAction,
  touchPoints,
  wishes,
} from './reminder-year-script.ts'
import { anAction, factsOf, london, officeOf, rules } from './reminders.ts'
import { workingDays } from './windows.ts'

const whole: readonly KindId[] = ['monthly', 'reflective', 'performance']

/** The team of the year: what is known of it on a day, and what its people do. */
export class TeamYear {
  readonly sessions = new Map<StaffCode, HeldSession[]>()
  readonly bookings: Booking[] = []
  readonly preferences = new Map<StaffCode, ReminderPreferences>()
  #today = day('2026-04-01')
  #facts: ReminderFacts[] | undefined
  #office: Office | undefined

  /** What is known at the beginning of a day. */
  morningOf(today: Temporal.PlainDate): void {
    this.#today = today
    this.#changed()
  }

  #changed(): void {
    this.#facts = undefined
    this.#office = undefined
  }

  office(): Office {
    this.#office ??= {
      ...officeOf({
        people: [head, standIn, ...team.map(([person]) => person)],
        covers: covers.map(({ from, to }) => [manager, standIn, from, to]),
      }),
      absences: team
        .concat([[head, 'ahead']])
        .flatMap(([person]) => this.#awayOf(person).map((days) => ({ person: person.staffCode, ...days }))),
      preferences: this.preferences,
    }
    return this.#office
  }

  #awayOf({ name }: Person) {
    const today = this.#today.toString()
    return away
      .filter(({ who, from, knownOn }) => who === name && (knownOn === undefined || from <= today))
      .map(({ from, to, knownOn }) => ({
        from: day(from),
        ...(knownOn === undefined || knownOn <= today ? { to: day(to) } : {}),
      }))
  }

  facts(): ReminderFacts[] {
    this.#facts ??= team.map(([person]) => this.#factsOf(person))
    return this.#facts
  }

  #factsOf(person: Person): ReminderFacts {
    const today = this.#today.toString()
    const { name } = person
    const isOpen = (asked: string, done: string | undefined) => asked <= today && (done === undefined || today <= done)
    return factsOf(person, {
      sessions: this.sessions.get(person.staffCode) ?? [],
      absences: this.#awayOf(person),
      bookings: this.bookings.filter(
        ({ practitioner, state }) => practitioner === person.staffCode && state === 'booked',
      ),
      actions: actions.flatMap((one, index) =>
        one.who === name && isOpen(one.asked, one.done) ? [this.#action(index, person)] : [],
      ),
      teamActions: isOpen(teamAction.asked, teamAction.done.get(name) ?? '')
        ? [{ id: 'refresher', due: teamAction.due, askedOn: teamAction.asked }]
        : [],
      touchPoints: touchPoints.flatMap(({ who, decided, on, held }, index) =>
        who === name && isOpen(decided, held)
          ? [{ allocation: AllocationId.parse(guid(index)), on, decidedOn: decided }]
          : [],
      ),
      reviews: reviews
        .filter(({ who, due, done }) => who === name && isOpen(due, done))
        .map(({ kind, due }) => ({ practitioner: person.staffCode, kind, dueOn: due })),
    })
  }

  #action(index: number, owner: Person): Action {
    const { asked = '', due = '', moreTime } = actions[index] ?? {}
    const by = owner === manager ? head : manager
    const action = anAction(index, owner, asked, due, by)
    const [on = '9999', until = ''] = moreTime ?? []
    if (this.#today.toString() <= on) return action
    const at = london(`${on} 15:00`)
    const question = afterStep(action, {
      by: owner.staffCode,
      at,
      does: 'ask-more-time',
      due: day(until),
      reason: 'Not yet',
    })
    return afterStep(question, { by: by.staffCode, at, does: 'agree-more-time', due: day(until) })
  }

  /** What people do in the afternoon, after what they were reminded of; what a reader has to know of it. */
  afternoonOf(today: Temporal.PlainDate, reminded: readonly Reminder[]): string[] {
    const round = reminderRound(london(`${today} 16:00`), this.office(), rules)
    const said = [...this.#hold(today), ...this.#wish(today, reminded, round)]
    if (round.isWorkingDay) for (const [person, habit] of team) said.push(...this.#book(person, habit, reminded, round))
    this.#changed()
    return said
  }

  #hold(today: Temporal.PlainDate): string[] {
    return this.bookings.flatMap((booking, index) => {
      const nameOf = (code: string) => this.office().people.get(StaffCode.parse(code))?.name
      const eve = nthWorkingDayAfter(1, today, workingDays)
      if (booking.state === 'booked' && index % 11 === 7 && booking.on.equals(eve)) {
        this.bookings[index] = { ...booking, state: 'cancelled' }
        return [`    ${nameOf(booking.practitioner)}’s session of tomorrow (${booking.kinds.join(', ')}) is cancelled`]
      }
      if (booking.state !== 'booked' || !booking.on.equals(today)) return []
      this.bookings[index] = { ...booking, state: 'held' }
      const held = { kinds: booking.kinds, heldOn: today.toString(), counts: true }
      this.sessions.set(booking.practitioner, [...(this.sessions.get(booking.practitioner) ?? []), held])
      return []
    })
  }

  #book(person: Person, habit: Habit, reminded: readonly Reminder[], round: ReminderRound): string[] {
    if (!round.isThere(person.staffCode)) return []
    const facts = this.#factsOf(person)
    const kinds = kindsToBook(habit, facts, reminded, round)
    const meetings = [
      kinds.filter((kind) => whole.includes(kind)),
      ...kinds.filter((kind) => !whole.includes(kind)).map((kind) => [kind]),
    ]
    const wait = { ahead: 3, first: 4, last: 1, chased: 1, never: 2 }[habit]
    return meetings
      .filter((some) => some.length > 0)
      .map((some, index) => {
        const on = this.#freeDay(person, nthWorkingDayAfter(wait + index, round.today, workingDays))
        this.bookings.push(this.#booking(person, some, on, round))
        return `    ${person.name} books ${some.join(', ')} for ${on.toLocaleString('en-GB', { day: 'numeric', month: 'long' })}`
      })
  }

  #freeDay(person: Person, from: Temporal.PlainDate): Temporal.PlainDate {
    const both = team.map(([one]) => one).filter((one) => one === person || one.staffCode === person.managerStaffCode)
    const isAway = both.some((one) =>
      this.#awayOf(one).some(
        (days) =>
          includes(days, from) &&
          !covers.some(
            (cover) =>
              one === manager && person !== one && cover.from <= from.toString() && from.toString() <= cover.to,
          ),
      ),
    )
    return isAway ? this.#freeDay(person, nthWorkingDayAfter(1, from, workingDays)) : from
  }

  #booking(
    { staffCode, managerStaffCode }: Person,
    kinds: readonly KindId[],
    on: Temporal.PlainDate,
    round: ReminderRound,
  ): Booking {
    const id = BookingId.parse(guid(this.bookings.length + 1))
    return {
      ...{
        id,
        meeting: id,
        revision: 0,
        practitioner: staffCode,
        supervisor: managerStaffCode ?? staffCode,
        kinds,
        on,
      },
      ...{ at: Temporal.PlainTime.from(this.bookings.length % 5 === 3 ? '09:00' : '14:00'), minutes: 60 },
      ...{ bookedBy: staffCode, bookedAt: round.now, state: 'booked' },
    }
  }

  #wish(today: Temporal.PlainDate, reminded: readonly Reminder[], round: ReminderRound): string[] {
    return wishes
      .filter(({ on }) => on === today.toString())
      .map(({ who, says, kind, until }) => {
        const person = team.find(([{ name }]) => name === who)?.[0].staffCode ?? manager.staffCode
        const before = goOn(this.preferences.get(person) ?? noPreferences)
        const about = reminded.find(
          ({ to, thing }) => to === person && thing.what === 'window-closing' && thing.kind === kind,
        )
        const wish = { now: round.now, policy: rules.policy, workingDays }
        const after = (() => {
          if (says === 'pause') return pauseUntil(before, day(until ?? ''), wish)
          if (says === 'stop sessions') return stop(before, 'session-today', rules.policy)
          if (about === undefined) return { problem: 'was not reminded' }
          if (says === 'snooze next week') return snooze(before, about, 'next-week', wish)
          return notThisWindow(before, about.thing, { reason: 'On another team’s cases', ends: '2026-09-30' })
        })()
        if ('preferences' in after) this.preferences.set(person, after.preferences)
        return `    ${who} says: ${says}${kind ? `, ${kind}` : ''}${until ? ` until ${until}` : ''}${'problem' in after ? ` (${after.problem})` : ''}`
      })
  }
}
