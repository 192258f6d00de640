import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Outcome } from '../../../domain/allocation/check.ts'
import { type Candidate, ranking } from '../../../domain/allocation/ranking.ts'
import { StaffCode } from '../../../domain/ids.ts'

let next = 0
const candidate = (name: string, about: Partial<Candidate> = {}): Candidate => ({
  staffCode: StaffCode.parse(`N03A${String(next++).padStart(3, '0')}`),
  outcome: 'suitable',
  hasManaged: false,
  potential: 90,
  casesPastWeek: 1,
  name,
  ...about,
})
const names = (candidates: readonly Candidate[]) => candidates.map(({ name }) => name)

describe('Who could take a case', () => {
  const rows: [what: string, first: Partial<Candidate>, second: Partial<Candidate>][] = [
    ['a milder verdict', { outcome: 'suitable', potential: 120 }, { outcome: 'needs-rationale', hasManaged: true }],
    ['a rationale to write', { outcome: 'needs-rationale' }, { outcome: 'cannot-tell', hasManaged: true }],
    ['what cannot be told', { outcome: 'cannot-tell' }, { outcome: 'outside-guidance', hasManaged: true }],
    ['who managed the person before', { hasManaged: true, potential: 99 }, { potential: 50 }],
    ['less workload', { potential: 84.9, casesPastWeek: 5 }, { potential: 85, casesPastWeek: 0 }],
    ['a workload that is known', { potential: 140 }, { potential: undefined } as Partial<Candidate>],
    ['fewer cases in the past week', { casesPastWeek: 0 }, { casesPastWeek: 1 }],
    ['a number of cases that is known', { casesPastWeek: 9 }, { casesPastWeek: undefined } as Partial<Candidate>],
    ['the surname', { name: 'Zoe Adams' }, { name: 'Adam Young' }],
    ['the rest of the name', { name: 'Amy Young' }, { name: 'Zoe Young' }],
  ]
  for (const [what, first, second] of rows) {
    it(`begins with ${what}`, () => {
      const one = candidate('Kim Brown', first)
      const other = candidate('Kim Brown', second)
      assert.deepEqual(ranking([other, one]).couldTake, [one, other])
      assert.deepEqual(ranking([one, other]).couldTake, [one, other])
    })
  }

  it('has apart those who cannot be given it, in the same order among themselves', () => {
    const { couldTake, blocked } = ranking([
      candidate('Ann Lee', { outcome: 'blocked', potential: 100 }),
      candidate('Bob Cox', { outcome: 'outside-guidance' }),
      candidate('Cat Orr', { outcome: 'blocked', potential: 80 }),
    ])
    assert.deepEqual(names(couldTake), ['Bob Cox'])
    assert.deepEqual(names(blocked), ['Cat Orr', 'Ann Lee'])
  })

  it('is the same whatever the order in which people come in, and leaves nobody out', () => {
    const anyCandidate = fc.record(
      {
        staffCode: fc
          .integer({ min: 0, max: 999 })
          .map((number) => StaffCode.parse(`N03A${String(number).padStart(3, '0')}`)),
        outcome: fc.constantFrom(...Outcome.options),
        hasManaged: fc.boolean(),
        potential: fc.constantFrom(80, 90, 100.5),
        casesPastWeek: fc.constantFrom(0, 1, 2),
        name: fc.constantFrom('Kim Brown', 'Jo Brown', 'Kim de Vries', 'Cher'),
      },
      { requiredKeys: ['staffCode', 'outcome', 'hasManaged', 'name'] },
    )
    const people = fc
      .uniqueArray(anyCandidate, { selector: ({ staffCode }) => staffCode, maxLength: 12 })
      .chain((team) => fc.tuple(fc.constant(team), fc.shuffledSubarray(team, { minLength: team.length })))
    fc.assert(
      fc.property(people, ([team, shuffled]) => {
        const ranked = ranking(team)
        assert.deepEqual(ranking(shuffled), ranked)
        assert.equal(new Set([...ranked.couldTake, ...ranked.blocked]).size, team.length)
      }),
      { numRuns: 500 },
    )
  })
})
