import { type Fact, notKnown } from '../../domain/allocation/fact.ts'
import { readTier, type Tier } from '../../domain/allocation/tier.ts'
import type { Crn } from '../../domain/ids.ts'
import { type Asking, fromAnswer } from './asking.ts'
import { path } from './service-path.ts'
import { CalculatedTier, CalculatedTiers } from './wire/tier.ts'

const mostAtOnce = 20

/** The tier of a case as the tier service has it, of the day it was worked out. */
export async function tierOf(asking: Asking, crn: Crn): Promise<Fact<Tier>> {
  const answer = await asking.sooner.read('tier', { at: path`/v3/crn/${crn}/tier`, reads: CalculatedTier })
  return fromAnswer('tier', answer, tierFrom)
}

/** The tiers of many cases, twenty at a time. One that is not among them could not be had. */
export async function tiersOf(asking: Asking, crns: readonly Crn[]): Promise<ReadonlyMap<string, Tier>> {
  const batches = Array.from({ length: Math.ceil(crns.length / mostAtOnce) }, (_, at) =>
    crns.slice(at * mostAtOnce, (at + 1) * mostAtOnce),
  )
  const answers = await Promise.all(
    batches.map((body) => asking.read('tier', { at: path`/v3/crns/tier`, body, reads: CalculatedTiers })),
  )
  const tiers = new Map<string, Tier>()
  for (const answer of answers) {
    if (answer.status !== 'ok') continue
    for (const [crn, written] of answer.body) {
      const tier = tierFrom(written)
      if (tier.known) tiers.set(crn, tier.value)
    }
  }
  return tiers
}

/** A letter of the current model that does not say whether it is final is taken to be provisional. */
function tierFrom(written: CalculatedTier): Fact<Tier> {
  const flag = written.provisional ?? written.provisionalTier
  const tier = readTier(written.tierScore, flag ?? false)
  if (tier === undefined) return notKnown('tier', 'not-understood')
  return {
    known: true,
    value: flag === undefined && tier.model === 'current' ? { ...tier, provisional: true } : tier,
    source: 'tier',
    ...(written.calculationDate === undefined ? {} : { on: written.calculationDate }),
  }
}
