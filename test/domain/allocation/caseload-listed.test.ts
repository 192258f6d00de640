import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { CaseloadEntry } from '../../../domain/allocation/case-services.ts'
import { caseloadListed, countByTier } from '../../../domain/allocation/caseload-listed.ts'
import { readTier } from '../../../domain/allocation/tier.ts'
import { crnOf } from '../../support/case-draws.ts'

const open = (number: number, tier?: string, name?: string, provisional = false): CaseloadEntry => {
  const read = tier === undefined ? undefined : readTier(tier, provisional)
  return {
    sight: 'open',
    crn: crnOf(number),
    limitedAccess: false,
    ...(name === undefined ? {} : { name }),
    ...(read === undefined ? {} : { tier: read }),
  }
}

describe('A caseload as it is listed', () => {
  it('has the highest tier first, then names in order, and what is not known last', () => {
    const { cases } = caseloadListed([
      open(1),
      open(2, 'MISSING', 'Ann'),
      open(3, 'C', 'Zoe'),
      open(4, 'C', 'Bea'),
      open(5, 'C'),
      open(6, 'A', 'Yan'),
      open(7, 'B2', 'Cy'),
    ])
    assert.deepEqual(
      cases.map(({ crn }) => crn),
      [6, 7, 4, 3, 5, 2, 1].map(crnOf),
    )
  })

  it('has a case once that has two orders', () => {
    assert.equal(caseloadListed([open(1, 'A'), open(1, 'A')]).cases.length, 1)
  })

  it('is the same with and without cases of limited access that its viewer may not see', () => {
    const entry = fc.oneof(
      fc.integer({ min: 1, max: 40 }).map((number) => open(number, 'D')),
      fc.constant<CaseloadEntry>({ sight: 'not-answered' }),
    )
    fc.assert(
      fc.property(fc.array(entry), fc.nat(5), (entries, hidden) => {
        const restricted = Array.from({ length: hidden }, (): CaseloadEntry => ({ sight: 'restricted' }))
        assert.deepEqual(caseloadListed([...restricted, ...entries]), caseloadListed(entries))
      }),
    )
  })

  it('says that some could not be checked', () => {
    assert.equal(caseloadListed([open(1), { sight: 'not-answered' }]).unchecked, true)
    assert.equal(caseloadListed([open(1), { sight: 'restricted' }]).unchecked, false)
  })

  it('is counted by tier: a provisional one as what it is now, what is missing or not known by itself', () => {
    const { cases } = caseloadListed([
      open(1, 'D', 'A', true),
      open(2, 'D'),
      open(3, 'B2'),
      open(4, 'MISSING'),
      open(5),
    ])
    assert.deepEqual(
      countByTier(cases).map(({ tier, count }) => `${tier}: ${count}`),
      ['B2 (older letters): 1', 'D: 2', 'missing: 1', 'not known: 1'],
    )
  })
})
