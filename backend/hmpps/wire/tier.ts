import { z } from 'zod'
import { Day, maybe, Words } from './as-written.ts'

/** What hmpps-tier answers, of either model and under either name of the flag. */
export const CalculatedTier = z.object({
  tierScore: Words,
  calculationDate: maybe(Day),
  provisional: maybe(z.boolean()),
  provisionalTier: maybe(z.boolean()),
})
export type CalculatedTier = z.infer<typeof CalculatedTier>

/** `POST /v3/crns/tier`: by case number, null where there is none. One that cannot be read is not among them. */
export const CalculatedTiers = z.record(z.string(), z.unknown()).transform(
  (written) =>
    new Map(
      Object.entries(written).flatMap(([crn, one]): [string, CalculatedTier][] => {
        const read = CalculatedTier.safeParse(one)
        return read.success ? [[crn.toUpperCase(), read.data]] : []
      }),
    ),
)
