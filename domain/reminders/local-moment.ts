import { Temporal } from 'temporal-polyfill'
import { peoplesTimeZone } from '../booking.ts'

/** The moment at which clocks in London show a time (`09:00`) on a day; where they are put forward over it, an hour later. */
export function localMoment(day: Temporal.PlainDate, time: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: peoplesTimeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant()
}

/** The day in London at a moment. */
export function localDay(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(peoplesTimeZone).toPlainDate()
}

/** What clocks in London show at a moment: `09:00`, to the minute. */
export function localTime(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(peoplesTimeZone).toPlainTime().toString({ smallestUnit: 'minute' })
}
