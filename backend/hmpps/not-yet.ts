import { Temporal } from 'temporal-polyfill'
import type { Asking } from './asking.ts'

/** Whether a day is after today in London: nothing that a service says was done then can have been done. */
export function isAfter(day: Temporal.PlainDate, { now }: Pick<Asking, 'now'>): boolean {
  return Temporal.PlainDate.compare(day, now.toZonedDateTimeISO('Europe/London').toPlainDate()) > 0
}
