import assert from 'node:assert/strict'
import fc from 'fast-check'
import { defaultAllocationPolicy as policy } from '../../../config/allocation.ts'
import { type Check, Outcome } from '../../../domain/allocation/check.ts'
import { type Fact, known, notKnown } from '../../../domain/allocation/fact.ts'
import type { AllocationFacts } from '../../../domain/allocation/practitioner-facts.ts'
import { allRules } from '../../../domain/allocation/rules/all-rules.ts'
import { weigh } from '../../../domain/allocation/weigh.ts'
import { onToday, today } from '../../support/allocation-facts.ts'
import { anyFacts, anyPractitioner, nearDay } from '../../support/any-allocation-facts.ts'

const checksOf = (facts: AllocationFacts) => weigh(facts, policy, onToday).checks
const rank = ({ outcome }: Pick<Check, 'outcome'>) => Outcome.options.indexOf(outcome)
const cannotTell = Outcome.options.indexOf('cannot-tell')

/** Says which rule is worse off, and how. */
function nothingWorse(after: AllocationFacts, before: AllocationFacts): void {
  for (const [at, check] of checksOf(after).entries()) {
    const was = checksOf(before)[at]
    if (was !== undefined) assert.ok(rank(check) <= rank(was), `${check.rule}: ${was.outcome}, then ${check.outcome}`)
  }
}

const caseKeys = [
  'holder',
  'hasActiveOrder',
  'transferInProgress',
  'tier',
  'rosh',
  'registrations',
  'mappa',
  'everSexualOffence',
  'lastAssessedOn',
  'sentencedOn',
  'enquiries',
] as const
const practitionerKeys = ['access', 'grade', 'hasEmail', 'workload', 'qualifiedOn', 'managerSpan'] as const
const without = (facts: AllocationFacts, key: string): AllocationFacts => {
  const missing: Fact<never> = notKnown('delius', 'not-answered')
  if (key === 'mentor') {
    const { mentor } = facts.practitioner
    return mentor === 'none'
      ? facts
      : { ...facts, practitioner: { ...facts.practitioner, mentor: { qualifiedOn: missing } } }
  }
  return caseKeys.some((other) => other === key)
    ? { ...facts, case: { ...facts.case, [key]: missing } }
    : { ...facts, practitioner: { ...facts.practitioner, [key]: missing } }
}

describe('Whatever the facts are', () => {
  for (const key of [...caseKeys, ...practitionerKeys, 'mentor']) {
    it(`a missing ${key} never improves a verdict: what is better than “Cannot tell” without it is the same with it`, () => {
      fc.assert(
        fc.property(anyFacts, (facts) => {
          const checks = checksOf(facts)
          for (const [at, check] of checksOf(without(facts, key)).entries()) {
            const whole = checks[at]
            if (whole === undefined || rank(check) === cannotTell) continue
            // A check that is certain without the fact has to come to the same with it, whatever else is missing.
            if (rank(whole) !== cannotTell) assert.equal(check.outcome, whole.outcome, check.rule)
            else assert.ok(rank(check) >= cannotTell, check.rule)
          }
        }),
        { numRuns: 150 },
      )
    })
  }

  it('a verdict is as strong as the strongest of its rules', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { outcome, checks } = weigh(facts, policy, onToday)
        assert.equal(Outcome.options.indexOf(outcome), Math.max(...checks.map(rank)))
      }),
    )
  })

  it('a training done later, or done at all, worsens nothing', () => {
    const name = fc.constantFrom('safeguarding' as const, 'domestic-abuse' as const, 'sexual-offences' as const)
    fc.assert(
      fc.property(anyFacts, name, fc.nat(2500), (facts, training, daysAgo) => {
        const done = today.subtract({ days: daysAgo })
        const { [training]: before } = facts.practitioner.training
        const isMore = before === undefined || before.until(done).days >= 0 || before.until(today).days < 0
        fc.pre(isMore)
        const trained = { ...facts.practitioner.training, [training]: done }
        nothingWorse({ ...facts, practitioner: { ...facts.practitioner, training: trained } }, facts)
      }),
      { numRuns: 200 },
    )
  })

  it('less workload worsens nothing', () => {
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 1000 }), (facts, tenths) => {
        const { workload } = facts.practitioner
        fc.pre(workload.known)
        if (!workload.known) return
        const potential = workload.value.potential * (1 - tenths / 2000)
        const less = { ...workload, value: { ...workload.value, potential } }
        nothingWorse({ ...facts, practitioner: { ...facts.practitioner, workload: less } }, facts)
      }),
      { numRuns: 200 },
    )
  })

  it('more experience, of a PO or of a mentor, worsens nothing', () => {
    const earlier = (fact: Fact<typeof today>, days: number) =>
      fact.known ? known(fact.value.subtract({ days }), fact.source) : fact
    fc.assert(
      fc.property(anyFacts, fc.nat(900), (facts, days) => {
        const { qualifiedOn, mentor } = facts.practitioner
        const more = {
          ...facts.practitioner,
          qualifiedOn: earlier(qualifiedOn, days),
          mentor: mentor === 'none' ? mentor : { qualifiedOn: earlier(mentor.qualifiedOn, days) },
        }
        nothingWorse({ ...facts, practitioner: more }, facts)
      }),
      { numRuns: 200 },
    )
  })

  it('the order of registers, contacts and absences never matters', () => {
    const turned = <T>(fact: Fact<readonly T[]>): Fact<readonly T[]> =>
      fact.known ? { ...fact, value: fact.value.toReversed() } : fact
    const plain = (checks: readonly Check[]) =>
      checks.map((check) => ({ ...check, facts: check.facts.map((fact) => JSON.stringify(fact)).toSorted() }))
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { registrations, enquiries } = facts.case
        const other = {
          case: { ...facts.case, registrations: turned(registrations), enquiries: turned(enquiries) },
          practitioner: { ...facts.practitioner, away: facts.practitioner.away.toReversed() },
        }
        assert.deepEqual(plain(checksOf(other)), plain(checksOf(facts)))
      }),
      { numRuns: 150 },
    )
  })

  it('every check that is not suitable says why, what it rests on and what would make it better, in plain sentences', () => {
    const sentences = /^[A-Z“].*\.$/
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { rule, outcome, reason, facts: rests, change } of checksOf(facts)) {
          assert.match(reason, sentences, rule)
          assert.doesNotMatch(`${reason} ${change ?? ''}`, /undefined|null|NaN|\[object|\d{4}-\d\d-\d\d|,\./, rule)
          assert.ok(rests.length > 0, rule)
          assert.equal(change !== undefined, outcome !== 'suitable', rule)
          if (change !== undefined) assert.match(change, sentences, rule)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('a rule of the case alone says the same of everybody', () => {
    fc.assert(
      fc.property(anyFacts, anyPractitioner, (facts, other) => {
        for (const rule of allRules.filter(({ ofCaseAlone }) => ofCaseAlone)) {
          const ofOther = rule.check({ ...facts, practitioner: other }, policy, onToday)
          assert.deepEqual(ofOther, rule.check(facts, policy, onToday))
        }
      }),
    )
  })

  it('the same case on another day, or by another policy, is weighed anew', () => {
    fc.assert(
      fc.property(anyFacts, nearDay, (facts, day) => {
        const on = { ...onToday, today: day }
        const other = {
          ...policy,
          rules: { ...policy.rules, 'assessment-age': { ...policy.rules['assessment-age'], months: 1 } },
        }
        for (const [asPolicy, asOn] of [
          [policy, onToday],
          [other, onToday],
          [policy, on],
          [policy, onToday],
        ] as const) {
          const fresh = { ...facts, case: { ...facts.case } }
          assert.deepEqual(weigh(facts, asPolicy, asOn), weigh(fresh, asPolicy, asOn))
        }
      }),
    )
  })
})
