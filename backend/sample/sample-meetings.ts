import { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../../domain/ids.ts'
import { isInPost, type Person } from '../../domain/staff.ts'
import { KindId } from '../../domain/supervision-kind.ts'
import { supervisionYearOf } from '../../domain/supervision-year.ts'
import type { SampleAbsence } from './sample-absences.ts'
import { gapsOf } from './sample-habits.ts'

/** Two people met on a day, for one kind or for several at once. `place` is where the person stands in the staff list. */
export type Meeting = {
  person: Person
  place: number
  supervisor: StaffCode
  kinds: readonly KindId[]
  on: Temporal.PlainDate
}

/** How many months the window of a kind has, and whether the quality officer holds it for every second person. */
const windows: Record<KindId, { months: number; byQualityOfficer?: true }> = {
  monthly: { months: 1 },
  reflective: { months: 3 },
  observation: { months: 6 },
  performance: { months: 3 },
  competency: { months: 12 },
  rcat: { months: 3, byQualityOfficer: true },
  saqua: { months: 12, byQualityOfficer: true },
}

/** Kinds that may be one meeting, which are also the only ones an SPO has. */
const together: readonly KindId[] = ['monthly', 'reflective', 'performance']

/**
 * Everybody's meetings since the start of the previous supervision year and before `today` (local), person by person,
 * the first one first. They fall on a Tuesday, Wednesday or Thursday between the 2nd and the 20th, never in an absence,
 * and the same one falls on the same day whenever it is told. What leaves windows empty is the person's habit.
 */
export function sampleMeetings(
  people: readonly Person[],
  absences: readonly SampleAbsence[],
  today: Temporal.PlainDate,
): Meeting[] {
  const starts = new Map([1, 3, 6, 12].map((months) => [months, windowStarts(months, today)]))
  return people.flatMap((person, place) => {
    const officer = people.find((other) => other.grade === 'QDO' && other.pduCode === person.pduCode)
    const gaps = gapsOf(person.staffCode)
    const away = absences.filter(({ staffCode }) => staffCode === person.staffCode)
    const canMeet = (day: Temporal.PlainDate) =>
      isBefore(day, today) &&
      isInPost(person, day.toString()) &&
      !away.some(({ from, to }) => !isBefore(day, from) && !isBefore(to, day))

    const days = kindsOf(person).flatMap((kind) => {
      const { months, byQualityOfficer } = windows[kind]
      const supervisor = byQualityOfficer && place % 2 === 0 ? officer?.staffCode : person.managerStaffCode
      if (supervisor === undefined) return []
      const held = starts.get(months)?.filter((_, back) => !gaps[kind]?.includes(back)) ?? []
      return held
        .map((start) => ({ kind, supervisor, on: plannedDay(start, months, place, kind) }))
        .filter(({ on }) => canMeet(on))
    })
    const meetings = Map.groupBy(days, ({ kind, supervisor, on }) => {
      return [on, supervisor, together.includes(kind) ? 'together' : kind].join()
    })
    return [...meetings.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([, held]) => {
        const [first] = held
        if (first === undefined) return []
        return { person, place, supervisor: first.supervisor, kinds: held.map(({ kind }) => kind), on: first.on }
      })
  })
}

function kindsOf(person: Person): readonly KindId[] {
  if (person.grade === 'SPO') return together
  return person.grade === 'PO' || person.grade === 'PSO' || person.grade === 'PQiP' ? KindId.options : []
}

/** First days of the calendar windows of so many months, the open one first, back to the start of the previous year. */
function windowStarts(months: number, today: Temporal.PlainDate): Temporal.PlainDate[] {
  const starts: Temporal.PlainDate[] = []
  let start = supervisionYearOf(today).from.subtract({ years: 1 })
  while (!isBefore(today, start)) {
    starts.unshift(start)
    start = start.add({ months })
  }
  return starts
}

/** The day on which this person has this kind in the window. Every third person has on one day what can be combined. */
function plannedDay(start: Temporal.PlainDate, months: number, place: number, kind: KindId): Temporal.PlainDate {
  const shift = place % 3 === 0 && together.includes(kind) ? 0 : KindId.options.indexOf(kind)
  const day = start.add({ months: (place + shift) % months, days: 3 + ((place * 5 + shift * 4) % 15) })
  // By day of the week: away from weekends, and from Mondays and Fridays, where most bank holidays are.
  const move = [0, 1, 0, 0, 0, -1, -2, 2][day.dayOfWeek] ?? 0
  return move === 0 ? day : day.add({ days: move })
}

function isBefore(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, other) < 0
}
