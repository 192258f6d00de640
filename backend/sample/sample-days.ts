import type { Temporal } from 'temporal-polyfill'

/** A day so far from today, as an ISO 8601 duration: `-P9M` is nine calendar months ago, `P14D` in fourteen days. */
export type DayFrom = (offset: string) => Temporal.PlainDate

/** Days counted from this one. A month that is too short gives its last day. Throws for what is no duration. */
export function daysFrom(today: Temporal.PlainDate): DayFrom {
  const known = new Map<string, Temporal.PlainDate>()
  return (offset) => {
    const day = known.get(offset) ?? today.add(offset)
    known.set(offset, day)
    return day
  }
}
