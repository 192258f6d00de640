import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy } from '../../config/kinds.ts'
import { defaultReminderPolicy } from '../../config/reminders.ts'
import type { Cover } from '../../domain/absence.ts'
import { type Action, begun } from '../../domain/action.ts'
import { ActionId, CoverId, StaffCode } from '../../domain/ids.ts'
import type { ReminderFacts } from '../../domain/reminders/reminder-facts.ts'
import type { ReminderPreferences } from '../../domain/reminders/reminder-preferences.ts'
import {
  type Office,
  type ReminderRound,
  type ReminderRules,
  reminderRound,
} from '../../domain/reminders/reminder-round.ts'
import type { Person } from '../../domain/staff.ts'
import { day } from './days.ts'
import { guid } from './records.ts'
import { workingDays } from './windows.ts'

/** The rules of the default policy. */
export const rules: ReminderRules = {
  policy: defaultReminderPolicy,
  supervision: defaultSupervisionPolicy,
  workingDays,
}

/** A moment by what clocks in London show: `2026-12-17 09:00`. */
export function london(text: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(text.replace(' ', 'T')).toZonedDateTime('Europe/London').toInstant()
}

/** A moment as clocks in London show it. */
export function asLondon(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')
}

export function factsOf(person: Person, facts: Partial<Omit<ReminderFacts, 'person'>> = {}): ReminderFacts {
  return {
    person,
    sessions: [],
    absences: [],
    bookings: [],
    actions: [],
    teamActions: [],
    touchPoints: [],
    reviews: [],
    ...facts,
  }
}

type OfficeParts = {
  people: readonly Person[]
  away?: readonly (readonly [who: Person, from: string, to?: string | undefined])[]
  covers?: readonly (readonly [manager: Person, by: Person, from: string, to: string])[]
  preferences?: readonly (readonly [who: Person, preferences: ReminderPreferences])[]
}

export function officeOf({ people, away = [], covers = [], preferences = [] }: OfficeParts): Office {
  return {
    people: new Map(people.map((person) => [person.staffCode, person])),
    absences: away.map(([who, from, to]) => ({
      person: who.staffCode,
      from: day(from),
      ...(to === undefined ? {} : { to: day(to) }),
    })),
    covers: covers.map(([manager, by, from, to], index): Cover => {
      const id = CoverId.parse(guid(index + 1))
      return { id, manager: manager.staffCode, by: by.staffCode, from: day(from), to: day(to) }
    }),
    preferences: new Map(preferences.map(([who, theirs]) => [who.staffCode, theirs])),
  }
}

/** The round at a local time for these people. */
export function roundAt(text: string, parts: OfficeParts): ReminderRound {
  return reminderRound(london(text), officeOf(parts), rules)
}

/** An action asked of somebody on a day at ten. */
export function anAction(number: number, owner: Person, asked: string, due: string | undefined, by?: Person): Action {
  return begun({
    id: ActionId.parse(guid(number)),
    owner: owner.staffCode,
    askedBy: by?.staffCode ?? StaffCode.parse('N03S001'),
    askedAt: london(`${asked} 10:00`),
    text: 'Finish the refresher',
    ...(due === undefined ? {} : { due: day(due) }),
  })
}
