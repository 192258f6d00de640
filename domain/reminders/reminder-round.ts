import type { Temporal } from 'temporal-polyfill'
import { type Absence, type Cover, includes } from '../absence.ts'
import { cannotStandIn } from '../absence-rights.ts'
import { IsoDate, type StaffCode } from '../ids.ts'
import { isInPost, type Person } from '../staff.ts'
import type { SupervisionPolicy } from '../supervision-kind.ts'
import { type SupervisionCalendar, supervisionCalendar } from '../supervision-window.ts'
import { type KindStanding, statesOf } from '../window-state.ts'
import { type WorkingDays, workingDaysBetween } from '../working-days.ts'
import { localDay, localMoment } from './local-moment.ts'
import type { ReminderFacts } from './reminder-facts.ts'
import type { ReminderPolicy } from './reminder-policy.ts'
import { noPreferences, type ReminderPreferences } from './reminder-preferences.ts'

/**
 * Who there is: everybody who may have to be reminded, and whoever covers for them. Absences and covers of other days do no
 * harm, and neither does anybody else's.
 */
export type Office = {
  people: ReadonlyMap<StaffCode, Person>
  absences: readonly Pick<Absence, 'person' | 'from' | 'to'>[]
  covers: readonly Cover[]
  /** Of whoever has any. */
  preferences: ReadonlyMap<StaffCode, ReminderPreferences>
}

export type ReminderRules = { policy: ReminderPolicy; supervision: SupervisionPolicy; workingDays: WorkingDays }

/** What everybody's reminders of one day share. Days are ISO text where that is quicker. */
export type ReminderRound = ReminderRules & {
  now: Temporal.Instant
  today: Temporal.PlainDate
  day: IsoDate
  isWorkingDay: boolean
  calendar: SupervisionCalendar
  office: Office
  /** Today at a local time. */
  at(time: string): Temporal.Instant
  /** Midnight after a day. */
  endOf(day: string): Temporal.Instant
  /** How many working days there are after a day up to today. The day itself does not count. */
  workingDaysSince(day: string): number
  isAway(code: StaffCode): boolean
  isInPost(code: StaffCode): boolean
  /** Whether somebody can be reminded today: in post and not away. */
  isThere(code: StaffCode): boolean
  /**
   * Who hears today what a line manager is to hear about somebody: the manager, or while they are away or their post is
   * empty whoever covers for them; never the person it is about. Undefined when there is nobody.
   */
  standingFor(manager: StaffCode, about?: StaffCode): StaffCode | undefined
  preferencesOf(code: StaffCode): ReminderPreferences
  standingsOf(facts: ReminderFacts): readonly KindStanding[]
}

/** The round at a moment, for the people of an office. */
export function reminderRound(now: Temporal.Instant, office: Office, rules: ReminderRules): ReminderRound {
  const today = localDay(now)
  const day = IsoDate.parse(today.toString())
  const calendar = supervisionCalendar(rules.supervision, today, rules.workingDays)
  const away = new Set(office.absences.filter((days) => includes(days, today)).map(({ person }) => person))
  const covers = office.covers
    .filter((cover) => includes(cover, today))
    .sort((one, other) => (`${one.from} ${one.id}` < `${other.from} ${other.id}` ? -1 : 1))
  const standings = new WeakMap<ReminderFacts, readonly KindStanding[]>()
  const inPost = (code: StaffCode) => {
    const person = office.people.get(code)
    return person !== undefined && isInPost(person, day)
  }
  const isThere = (code: StaffCode) => inPost(code) && !away.has(code)
  const canStandIn = ({ by, manager }: Cover) => {
    const person = office.people.get(by)
    return person !== undefined && cannotStandIn(person, manager, { from: today, to: today }) === undefined
  }
  return {
    ...rules,
    now,
    today,
    day,
    isWorkingDay: rules.workingDays.isWorkingDay(today),
    calendar,
    office,
    at: remembered((time) => localMoment(today, time)),
    endOf: remembered((last) => localMoment(today.add({ days: today.until(last).days + 1 }), '00:00')),
    workingDaysSince: remembered((since) => {
      const place = calendar.placeOf(since)
      if (place >= 0) return calendar.workingDaysIn(place + 1, calendar.placeOf(day))
      return workingDaysBetween(today.add({ days: today.until(since).days + 1 }), today, rules.workingDays)
    }),
    isAway: (code) => away.has(code),
    isInPost: inPost,
    isThere,
    standingFor(manager, about) {
      if (isThere(manager) && manager !== about) return manager
      return covers.find(
        (cover) => cover.manager === manager && cover.by !== about && canStandIn(cover) && isThere(cover.by),
      )?.by
    },
    preferencesOf: (code) => office.preferences.get(code) ?? noPreferences,
    standingsOf(facts) {
      const known = standings.get(facts)
      if (known !== undefined) return known
      const bookings = facts.bookings
        .filter(({ state }) => state === 'booked')
        .map(({ kinds, on }) => ({ kinds, on: on.toString() }))
      const found = statesOf(facts.person, { ...facts, bookings }, calendar)
      standings.set(facts, found)
      return found
    },
  }
}

/** Many people share a few days and hours, and working one out takes long. */
function remembered<Found>(find: (of: string) => Found): (of: string) => Found {
  const found = new Map<string, Found>()
  return (of) => {
    const known = found.get(of) ?? find(of)
    found.set(of, known)
    return known
  }
}
