import { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../../domain/ids.ts'
import { isInPost, type Person } from '../../domain/staff.ts'
import { KindId } from '../../domain/supervision-kind.ts'
import { supervisionYearOf } from '../../domain/supervision-year.ts'
import type { SampleAbsence } from './sample-absences.ts'
import { gapsOf } from './sample-habits.ts'

/** Two people met on a day, for one kind or several at once. `place` is where the person stands in the staff list. */
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
  const first = supervisionYearOf(today).from.subtract({ years: 1 })
  const openMonth = (today.year - first.year) * 12 + today.month - first.month
  const dayIn = workingDays(first)

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
      // Every third person has on one day what can be combined.
      const shift = place % 3 === 0 && together.includes(kind) ? 0 : KindId.options.indexOf(kind)
      return windowsUpTo(openMonth, months)
        .filter((_, back) => !gaps[kind]?.includes(back))
        .map((month) => dayIn(month + ((place + shift) % months), 4 + ((place * 5 + shift * 4) % 15)))
        .filter(canMeet)
        .map((on) => ({ kind, supervisor, on }))
    })
    const meetings = Map.groupBy(days, ({ kind, supervisor, on }) => {
      return [on, supervisor, together.includes(kind) ? 'together' : kind].join()
    })
    return [...meetings.entries()]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .flatMap(([, held]) => {
        const [meeting] = held
        if (meeting === undefined) return []
        return { person, place, supervisor: meeting.supervisor, kinds: held.map(({ kind }) => kind), on: meeting.on }
      })
  })
}

function kindsOf(person: Person): readonly KindId[] {
  if (person.grade === 'SPO') return together
  return person.grade === 'PO' || person.grade === 'PSO' || person.grade === 'PQiP' ? KindId.options : []
}

/** First months of the windows of so many months, the one with `openMonth` first. Months are numbered from 0. */
function windowsUpTo(openMonth: number, months: number): number[] {
  const open = Math.floor(openMonth / months)
  return Array.from({ length: open + 1 }, (_, back) => (open - back) * months)
}

/** A day of a month numbered from `first`, moved off weekends, and off Mondays and Fridays for the bank holidays. */
function workingDays(first: Temporal.PlainDate): (month: number, day: number) => Temporal.PlainDate {
  const known = new Map<number, Temporal.PlainDate>()
  return (month, day) => {
    const key = month * 100 + day
    const before = known.get(key)
    if (before !== undefined) return before
    const wished = first.add({ months: month, days: day - 1 })
    const moved = wished.add({ days: [0, 1, 0, 0, 0, -1, -2, 2][wished.dayOfWeek] ?? 0 })
    known.set(key, moved)
    return moved
  }
}

function isBefore(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, other) < 0
}
