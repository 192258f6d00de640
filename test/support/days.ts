import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'

/** A day from its ISO text. */
export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

/** Any day of the supervision years 2024/25 to 2029/30. */
export const anyDay: fc.Arbitrary<Temporal.PlainDate> = fc
  .integer({ min: 0, max: 6 * 365 })
  .map((days) => day('2024-04-01').add({ days }))
