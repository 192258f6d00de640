import type { Temporal } from 'temporal-polyfill'

/** An instant as it is kept: UTC, always nine decimals, so that text order is time order on both engines. */
export function instantText(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 9 })
}
