import fc from 'fast-check'
import { type CaseFacts, registerCodes, roshLevels } from '../../domain/allocation/case-facts.ts'
import { type Fact, type FactSource, known, notKnown } from '../../domain/allocation/fact.ts'
import type { AllocationFacts, PractitionerFacts } from '../../domain/allocation/practitioner-facts.ts'
import { readTier, type Tier } from '../../domain/allocation/tier.ts'
import { Grade } from '../../domain/staff.ts'
import { aCase, aPractitioner, somebodyElse, today } from './allocation-facts.ts'

const why = fc.constantFrom('none' as const, 'not-answered' as const, 'not-understood' as const, 'conflicting' as const)

/** A day about the limits of the rules: from six years before the day of the tests to two months after it. */
export const nearDay = fc.oneof(
  fc.integer({ min: -2200, max: 60 }).map((days) => today.add({ days })),
  // Limits and the days beside them, which chance would seldom meet.
  fc
    .tuple(fc.constantFrom(9, 12, 24, 36, 60), fc.integer({ min: -1, max: 1 }))
    .map(([months, days]) => today.subtract({ months }).add({ days })),
)

function anyFact<T>(value: fc.Arbitrary<T>, source: FactSource): fc.Arbitrary<Fact<T>> {
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.tuple(value, fc.option(nearDay, { nil: undefined })).map(([one, on]) => known(one, source, on)),
    },
    { weight: 1, arbitrary: why.map((reason) => notKnown(source, reason)) },
  )
}

const anyTier = fc
  .tuple(fc.constantFrom('A', 'C', 'D', 'E', 'G', 'A1', 'B2S', 'C0', 'D3', 'MISSING', 'NOT_SUPERVISED'), fc.boolean())
  .map(([code, provisional]): Tier => {
    const tier = readTier(code, provisional)
    if (tier === undefined) throw new Error(`${code} is no tier.`)
    return tier
  })
const anyEntry = fc.record(
  { code: fc.constantFrom(...registerCodes), name: fc.constant('entry'), startedOn: nearDay, endedOn: nearDay },
  { requiredKeys: ['name'] },
)
const anyContact = fc.record({
  about: fc.constantFrom('police' as const, 'safeguarding' as const),
  step: fc.constantFrom('asked' as const, 'answered' as const),
  on: nearDay,
})
const anyMappa = fc.oneof(
  fc.constant('none' as const),
  fc.record(
    { level: fc.constantFrom(1 as const, 2 as const, 3 as const), category: fc.constantFrom(1 as const, 4 as const) },
    { requiredKeys: [] },
  ),
)

/** Any case, as far as the rules ask. */
export const anyCase: fc.Arbitrary<CaseFacts> = fc
  .record<Partial<CaseFacts>>({
    holder: anyFact(
      fc.constantFrom('nobody' as const, { staffCode: somebodyElse }, { staffCode: aPractitioner().staffCode }),
      'allocations',
    ),
    hasActiveOrder: anyFact(fc.boolean(), 'allocations'),
    transferInProgress: anyFact(fc.boolean(), 'allocations'),
    tier: anyFact(anyTier, 'tier'),
    rosh: anyFact(fc.constantFrom(...roshLevels), 'risk-and-needs'),
    registrations: anyFact(fc.array(anyEntry, { maxLength: 4 }), 'manage-supervision'),
    mappa: anyFact(anyMappa, 'manage-supervision'),
    everSexualOffence: anyFact(fc.boolean(), 'risk-and-needs'),
    lastAssessedOn: anyFact(fc.oneof(fc.constant('none' as const), nearDay), 'risk-and-needs'),
    sentencedOn: anyFact(nearDay, 'manage-supervision'),
    enquiries: anyFact(fc.array(anyContact, { maxLength: 5 }), 'manage-supervision'),
  })
  .map(aCase)

const anyAbsence = fc
  .tuple(fc.integer({ min: -20, max: 30 }), fc.integer({ min: 0, max: 25 }), fc.boolean())
  .map(([from, days, ends]) => {
    const first = today.add({ days: from })
    return ends ? { from: first, to: first.add({ days }) } : { from: first }
  })

/** Any practitioner, as far as the rules ask. */
export const anyPractitioner: fc.Arbitrary<PractitionerFacts> = fc
  .record<Partial<PractitionerFacts>>({
    access: anyFact(fc.constantFrom('allowed' as const, 'not-allowed' as const), 'delius'),
    grade: anyFact(
      fc.oneof(fc.constantFrom('PO' as const, 'PSO' as const, 'PQiP' as const), fc.constantFrom(...Grade.options)),
      'staff-list',
    ),
    hasEmail: anyFact(fc.boolean(), 'workload'),
    workload: anyFact(
      fc.record(
        {
          now: fc.integer({ min: 1, max: 200 }),
          potential: fc.integer({ min: 950, max: 1200 }).map((tenths) => tenths / 10),
        },
        { requiredKeys: ['potential'] },
      ),
      'workload',
    ),
    qualifiedOn: anyFact(nearDay, 'staff-list'),
    mentor: fc.oneof(fc.constant('none' as const), fc.record({ qualifiedOn: anyFact(nearDay, 'staff-list') })),
    training: fc.record(
      { safeguarding: nearDay, 'domestic-abuse': nearDay, 'sexual-offences': nearDay },
      { requiredKeys: [] },
    ),
    away: fc.array(anyAbsence, { maxLength: 3 }),
    lastSupervisedOn: fc.oneof(fc.constant('none' as const), nearDay),
    managerSpan: anyFact(fc.constantFrom(1, 9.9, 10, 10.1, 16), 'staff-list'),
  })
  .map(aPractitioner)

export const anyFacts: fc.Arbitrary<AllocationFacts> = fc.record({ case: anyCase, practitioner: anyPractitioner })
