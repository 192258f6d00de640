import type { SampleCase } from '../../../backend/sample/sample-case.ts'
import { caseIn } from './services-world.ts'
import { type Asked, broken, listIn, notFound, ofCase, ok, type Routes, refusal } from './wire.ts'

/** hmpps-tier: the current model, whose history holds the older one too, and the deprecated paths of the older one. */
export const tierRoutes: Routes = {
  'GET /v3/crn/:crn/tier': ofCase((one) => answer(one)),
  'GET /v3/crn/:crn/tier/details': ofCase((one) => answer(one)),
  'GET /v3/crn/:crn/tier/history': ofCase((one) => (one.tier === undefined ? ok([]) : ok([scoreOf(one)]))),
  'POST /v3/crns/tier': (asked) => many(asked, () => true),
  'GET /v2/crn/:crn/tier': ofCase((one) => (isOlder(one) ? answer(one) : notFound)),
  'GET /crn/:crn/tier': ofCase((one) => (isOlder(one) ? answer(one) : notFound)),
  'POST /v2/crns/tier': (asked) => many(asked, isOlder),
  'POST /crns/tier': () => refusal(403, 'No longer answered'),
}

function answer(one: SampleCase) {
  if (one.unanswered.includes('tier')) return broken
  return one.tier === undefined ? notFound : ok(scoreOf(one))
}

/** At most 20 cases at once; a case without a tier is null. */
function many({ world, body }: Asked, has: (one: SampleCase) => boolean) {
  const crns = listIn(body)
  if (!Array.isArray(body) || crns.length === 0 || crns.length > 20) return refusal(400, 'Between 1 and 20 cases')
  return ok(
    Object.fromEntries(
      crns.map((crn) => {
        const one = caseIn(world, crn)
        const isKnown = one !== undefined && one.tier !== undefined && !one.unanswered.includes('tier') && has(one)
        return [crn, isKnown ? scoreOf(one) : null]
      }),
    ),
  )
}

function isOlder({ tier }: SampleCase): boolean {
  return tier !== undefined && /^[A-D][0-3]S?$/.test(tier.score)
}

function scoreOf({ crn, tier }: SampleCase) {
  return {
    tierScore: tier?.score,
    calculationId: `123e4567-e89b-12d3-a456-426614${crn.slice(1)}`,
    calculationDate: `${tier?.calculatedOn}T23:45:43.511`,
    changeReason: 'A registration was added',
    provisional: tier?.provisional,
  }
}
