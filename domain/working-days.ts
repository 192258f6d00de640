import type { Temporal } from 'temporal-polyfill'

/** On which days people work: the one thing that rules about time have to be told. Days are local. */
export type WorkingDays = { isWorkingDay(day: Temporal.PlainDate): boolean }

/** Monday to Friday, without the bank holidays. */
export function workingDaysWithout(isBankHoliday: (day: Temporal.PlainDate) => boolean): WorkingDays {
  return { isWorkingDay: (day) => day.dayOfWeek <= 5 && !isBankHoliday(day) }
}

/** How many working days there are from one day to another, both included; none when the last comes before the first. */
export function workingDaysBetween(
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
  { isWorkingDay }: WorkingDays,
): number {
  let count = 0
  for (let left = first.until(last).days, day = first; left >= 0; left--, day = day.add({ days: 1 })) {
    if (isWorkingDay(day)) count++
  }
  return count
}

/** The first working day after a day; the day itself does not count. */
export function nextWorkingDay(day: Temporal.PlainDate, workingDays: WorkingDays): Temporal.PlainDate {
  return nthWorkingDayAfter(1, day, workingDays)
}

/** Nobody is off together for longer than this: a calendar without a working day must not hang anything. */
const mostDaysOff = 31

/**
 * The working day that comes so many working days after a day. The day itself does not count: one working day after a
 * Friday is the Monday.
 * @throws {RangeError} when `count` is no whole number above nought, or no working day comes within a month.
 */
export function nthWorkingDayAfter(
  count: number,
  day: Temporal.PlainDate,
  { isWorkingDay }: WorkingDays,
): Temporal.PlainDate {
  if (!Number.isInteger(count) || count < 1) throw new RangeError('Working days are counted from one.')
  let found = day
  for (let left = count, off = 0; left > 0; ) {
    found = found.add({ days: 1 })
    off = isWorkingDay(found) ? 0 : off + 1
    if (off === 0) left--
    if (off > mostDaysOff) throw new RangeError('There is no working day within a month.')
  }
  return found
}

/** How far ahead a free day is looked for, in days. */
const farthest = 366

/**
 * The first working day from a day on, that one included, on which `isFree` holds: for proposing a day on which neither of
 * two people is away. Undefined when there is none within a year.
 */
export function nextFreeWorkingDay(
  day: Temporal.PlainDate,
  { isWorkingDay }: WorkingDays,
  isFree: (day: Temporal.PlainDate) => boolean = () => true,
): Temporal.PlainDate | undefined {
  for (let ahead = 0, candidate = day; ahead <= farthest; ahead++, candidate = candidate.add({ days: 1 })) {
    if (isWorkingDay(candidate) && isFree(candidate)) return candidate
  }
  return undefined
}
