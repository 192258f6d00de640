import { createRequire } from 'node:module'
import type { Temporal } from 'temporal-polyfill'

type Calendar = { getHolidays(year: number): { date: string; type: string }[] }

const require = createRequire(import.meta.url)
const known = new Map<number, ReadonlySet<string>>()
let calendar: Calendar | undefined

/**
 * Whether a day is a bank holiday in England and Wales, substitute days and those proclaimed for one year included. The
 * first question takes about 100 ms, because the calendars of the world are read then and not at the start.
 */
export function isBankHoliday(day: Temporal.PlainDate): boolean {
  return bankHolidaysIn(day.year).has(day.toString())
}

function bankHolidaysIn(year: number): ReadonlySet<string> {
  const before = known.get(year)
  if (before !== undefined) return before
  calendar ??= englandAndWales()
  // Days such as Mothering Sunday are of another type: nobody is off for them.
  const days = calendar.getHolidays(year).filter(({ type }) => type === 'public')
  const found = new Set(days.map(({ date }) => date.slice(0, 'YYYY-MM-DD'.length)))
  known.set(year, found)
  return found
}

function englandAndWales(): Calendar {
  const Holidays: new (country: string, state: string) => Calendar = require('date-holidays')
  return new Holidays('GB', 'ENG')
}
