import type { Temporal } from 'temporal-polyfill'

const wednesday = 3

/**
 * The night (local day of its evening) of which the workload figures are: the workload service works them out at 18:30, on
 * Wednesdays at 19:30, London time. Until then they are of the evening before.
 */
export function lastNight(now: Temporal.Instant): Temporal.PlainDate {
  const local = now.toZonedDateTimeISO('Europe/London')
  const minutes = local.hour * 60 + local.minute
  const today = local.toPlainDate()
  const rolls = (local.dayOfWeek === wednesday ? 19 : 18) * 60 + 30
  return minutes >= rolls ? today : today.subtract({ days: 1 })
}
