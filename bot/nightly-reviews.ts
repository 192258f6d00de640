import { randomUUID } from 'node:crypto'
import type { Config } from '../config/config.ts'
import type { Desk } from '../dialogs/turn.ts'
import { type CaseServicesParts, caseServices } from './case-services.ts'
import type { RoundJob } from './daily-round.ts'
import { evenlySpaced } from './evenly-spaced.ts'
import { refreshReviews } from './refresh-reviews.ts'

/** The cases of one person are read within so many milliseconds, however slowly they are asked for. */
const wholeOfOne = 120_000

/**
 * The nightly reading of everybody's cases, through case services of its own: asked slowly, and what they fail at is not held
 * against those that people wait for. The sample world is asked as it is.
 */
export async function nightlyReviews(
  config: Config,
  parts: CaseServicesParts,
  desk: Omit<Parameters<typeof refreshReviews>[0], 'clock' | 'owner'> & Pick<Desk, 'cases'>,
): Promise<RoundJob> {
  const slowly = { before: evenlySpaced(config.reviews.callsPerSecond), whole: wholeOfOne }
  const cases = config.caseServices.kind === 'sample' ? desk.cases : await caseServices(config, parts, slowly)
  return refreshReviews({ ...desk, cases, clock: parts.clock, owner: randomUUID() })
}
