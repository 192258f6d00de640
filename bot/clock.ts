import type { Temporal } from 'temporal-polyfill'

/** The one clock of the service. Everything else is told the time. */
export type Clock = { now(): Temporal.Instant /** The day in London. */; today(): Temporal.PlainDate }

const peoplesTimeZone = 'Europe/London'

export function clockOf(instant: () => Temporal.Instant): Clock {
  let known: { hour: number; day: Temporal.PlainDate } | undefined
  return {
    now: instant,
    today() {
      const now = instant()
      // In London a day begins with a whole hour of UTC, in winter and in summer, so one hour is one day.
      const hour = Math.floor(now.epochMilliseconds / 3_600_000)
      if (known?.hour !== hour) known = { hour, day: now.toZonedDateTimeISO(peoplesTimeZone).toPlainDate() }
      return known.day
    },
  }
}
