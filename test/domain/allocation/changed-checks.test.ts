import assert from 'node:assert/strict'
import { changedChecks } from '../../../domain/allocation/changed-checks.ts'
import type { Check } from '../../../domain/allocation/check.ts'
import { IsoDate } from '../../../domain/ids.ts'

const on = (day: string) => IsoDate.parse(day)
const rosh: Check = {
  rule: 'risk-for-grade',
  outcome: 'needs-rationale',
  reason: 'The RoSH is high.',
  facts: [{ words: 'RoSH: high', on: on('2026-11-05'), source: 'risk-and-needs' }],
  change: 'Another officer.',
}
const workload: Check = {
  rule: 'workload',
  outcome: 'suitable',
  reason: 'With this case the workload would be 98%.',
  facts: [{ words: 'Workload: 98%', on: on('2026-11-21'), source: 'workload' }],
}

describe('What a weighing says otherwise than an earlier one', () => {
  for (const [what, now, says] of [
    ['nothing', {}, undefined],
    ['an outcome', { outcome: 'outside-guidance' }, 'Risk for grade is now: Outside guidance – The RoSH is high.'],
    [
      'a reason',
      { reason: 'The RoSH is very high.' },
      'Risk for grade is now: Suitable with a written rationale – The RoSH is very high.',
    ],
    [
      'the words of a fact',
      { facts: [{ words: 'RoSH: very high', on: on('2026-11-05'), source: 'risk-and-needs' }] },
      'Risk for grade is now: Suitable with a written rationale – The RoSH is high. Facts: RoSH: very high, 5 November 2026.',
    ],
    [
      'the day of a fact that a concern rests on',
      { facts: [{ words: 'RoSH: high', on: on('2026-11-20'), source: 'risk-and-needs' }] },
      'Risk for grade is now: Suitable with a written rationale – The RoSH is high. Facts: RoSH: high, 20 November 2026.',
    ],
    [
      'where a fact comes from',
      { facts: [{ words: 'RoSH: high', on: on('2026-11-05'), source: 'allocations' }] },
      'Risk for grade is now: Suitable with a written rationale – The RoSH is high. Facts: RoSH: high, 5 November 2026.',
    ],
    ['what would change it', { change: 'Somebody else.' }, undefined],
  ] as [string, Partial<Check>, string | undefined][]) {
    it(`is ${says === undefined ? 'nothing' : 'told'} where ${what} is different`, () => {
      const changed = changedChecks([rosh, workload], [{ ...rosh, ...now }, workload])
      assert.deepEqual(changed, says === undefined ? [] : [says])
    })
  }

  it('leaves out the day of a fact that is of no concern: it is another each day', () => {
    const later = [{ words: 'Workload: 98%', on: on('2026-11-22'), source: 'workload' as const }]
    assert.deepEqual(changedChecks([workload], [{ ...workload, facts: later }]), [])
  })

  it('has a rule that was not asked before, and says of many how many there are', () => {
    assert.deepEqual(changedChecks([], [workload]), [
      'Workload is now: Suitable – With this case the workload would be 98%.',
    ])
    const rules = ['access', 'mappa', 'children', 'enquiries', 'transfer', 'workload', 'availability'] as const
    const changed = changedChecks(
      [],
      rules.map((rule) => ({ ...workload, rule })),
    )
    assert.equal(changed.length, 6)
    assert.equal(changed.at(-1), 'And 2 more rules.')
  })
})
