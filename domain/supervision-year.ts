import { Temporal } from 'temporal-polyfill'

/**
 * First and last day of the supervision year that a day is in, both included. The year runs from April to March, unless
 * the policy says that it begins in another month.
 */
export function supervisionYearOf(
  day: Temporal.PlainDate,
  begins = 4,
): { from: Temporal.PlainDate; to: Temporal.PlainDate } {
  const startYear = day.month >= begins ? day.year : day.year - 1
  const from = new Temporal.PlainDate(startYear, begins, 1)
  return { from, to: new Temporal.PlainDate(startYear + 1, begins, 1).subtract({ days: 1 }) }
}

/** How a supervision year is written: "2026/27". */
export function yearInWords(year: { from: Temporal.PlainDate }): string {
  return `${year.from.year}/${String((year.from.year + 1) % 100).padStart(2, '0')}`
}
