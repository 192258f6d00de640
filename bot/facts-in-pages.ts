import { setImmediate } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import { type ReminderFactsDesk, reminderFactsOf } from '../dialogs/reminders/reminder-facts-of.ts'
import type { Desk } from '../dialogs/turn.ts'
import type { Absence } from '../domain/absence.ts'
import type { Allocation } from '../domain/allocation/allocation.ts'
import type { StaffCode } from '../domain/ids.ts'
import type { ReminderFacts } from '../domain/reminders/reminder-facts.ts'
import type { ReminderPreferences } from '../domain/reminders/reminder-preferences.ts'
import type { Office } from '../domain/reminders/reminder-round.ts'
import type { Person } from '../domain/staff.ts'
import { type TeamAction, whoseTurn } from '../domain/team-action.ts'

/** So many people are looked at together: while their facts are read, nothing else happens on the embedded engine. */
const atOnce = 25
/** The first page is short and each one after it twice as long, because what runs for the first time runs slowly. */
const atFirst = 2
/** So many are asked about where there is little to read. */
const askedAtOnce = 250

/**
 * The facts of any number of people, a page at a time, with a pause after each in which others get their turn. What is found
 * by the day it is due is read once for all pages.
 */
export async function* factsInPages(
  people: readonly Person[],
  today: Temporal.PlainDate,
  desk: ReminderFactsDesk,
): AsyncGenerator<ReminderFacts[]> {
  const teamActions = foundOnce<TeamAction>(desk.teamActions.dueOpen, whoseTurn)
  const touchPoints = foundOnce<Allocation>(desk.allocations.touchPointsDue, ({ to }) => [to])
  for (let from = 0, size = atFirst; from < people.length; from += size, size = Math.min(atOnce, size * 2)) {
    const page = people.slice(from, from + size)
    const codes = page.map(({ staffCode }) => staffCode)
    yield await reminderFactsOf(page, today, {
      ...desk,
      teamActions: { ...desk.teamActions, dueOpen: (...days) => teamActions(codes, ...days) },
      allocations: { ...desk.allocations, touchPointsDue: (...days) => touchPoints(codes, ...days) },
    })
    await setImmediate()
  }
}

type Between<Found> = (from: Temporal.PlainDate, to: Temporal.PlainDate) => Promise<Found[]>

/** Asks once, with the days that are asked for first, and gives of the answer what concerns the people asked about. */
function foundOnce<Found>(ask: Between<Found>, concerns: (found: Found) => StaffCode[]) {
  let all: Promise<Map<StaffCode, Found[]>> | undefined
  const read = async (from: Temporal.PlainDate, to: Temporal.PlainDate) => {
    const byPerson = new Map<StaffCode, Found[]>()
    for (const found of await ask(from, to)) {
      for (const code of concerns(found)) byPerson.set(code, [...(byPerson.get(code) ?? []), found])
    }
    return byPerson
  }
  return async (codes: readonly StaffCode[], from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<Found[]> => {
    all ??= read(from, to)
    const byPerson = await all
    return [...new Set(codes.flatMap((code) => byPerson.get(code) ?? []))]
  }
}

/** Everybody of the list as they are today: who is away, who covers, what they wished. */
export async function wholeOffice(
  everyone: readonly Person[],
  today: Temporal.PlainDate,
  desk: Pick<Desk, 'absences' | 'reminderPreferences'>,
): Promise<Office> {
  const absences: Absence[] = []
  const preferences = new Map<StaffCode, ReminderPreferences>()
  for (let from = 0; from < everyone.length; from += askedAtOnce) {
    const codes = everyone.slice(from, from + askedAtOnce).map(({ staffCode }) => staffCode)
    absences.push(...(await desk.absences.of(codes, today, today)))
    for (const [code, theirs] of await desk.reminderPreferences.ofThese(codes)) preferences.set(code, theirs)
    await setImmediate()
  }
  const covers = await desk.absences.coversIn(today, today)
  const people = new Map(everyone.map((person) => [person.staffCode, person]))
  return { people, absences, covers, preferences }
}
