import type { Temporal } from 'temporal-polyfill'

/** The one clock of the service. Everything else is told the time. */
export type Clock = { now(): Temporal.Instant /** The day in London. */; today(): Temporal.PlainDate }

const peoplesTimeZone = 'Europe/London'

export function clockOf(instant: () => Temporal.Instant): Clock {
  return {
    now: instant,
    today: () => instant().toZonedDateTimeISO(peoplesTimeZone).toPlainDate(),
  }
}
