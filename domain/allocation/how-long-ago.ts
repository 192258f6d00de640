import { Temporal } from 'temporal-polyfill'
import { onceFor, type WeighingDay } from './weighing-day.ts'

type Day = Temporal.PlainDate

/*
 * Months are calendar months: 31 January plus one month is the last day of February. So several days can be the same number
 * of months before a day, and the limits below are looked for forwards, once for each day that people are weighed on.
 */

/** Whether so many months have passed since a day: from the same day so many months later on. */
export function monthsHavePassed(since: Day, months: number, on: WeighingDay): boolean {
  const latest = onceFor(on, `passed ${months}`, () => latestFrom(on.today, months))
  return Temporal.PlainDate.compare(since, latest) <= 0
}

/** Whether a day is longer ago than so many months: after the same day so many months later. */
export function isOlderThan(day: Day, months: number, on: WeighingDay): boolean {
  return Temporal.PlainDate.compare(day, firstDayWithin(months, on)) < 0
}

/** The earliest day that is not longer ago than so many months. */
export function firstDayWithin(months: number, on: WeighingDay): Day {
  return onceFor(on, `within ${months}`, () => latestFrom(on.today.subtract({ days: 1 }), months).add({ days: 1 }))
}

/** The day so many days before today. */
export function daysAgo(days: number, on: WeighingDay): Day {
  return onceFor(on, `days ${days}`, () => on.today.subtract({ days }))
}

/** The latest day from which so many months lead to `to` or to a day before it. */
function latestFrom(to: Day, months: number): Day {
  let found = to.subtract({ months })
  for (let next = found; Temporal.PlainDate.compare(next.add({ months }), to) <= 0; next = next.add({ days: 1 })) {
    found = next
  }
  return found
}
