import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultAllocationPolicy } from '../../config/allocation.ts'
import { readConfig } from '../../config/config.ts'
import { AllocationPolicy } from '../../domain/allocation/allocation-policy.ts'
import { RuleId } from '../../domain/allocation/check.ts'
import { allRules } from '../../domain/allocation/rules/all-rules.ts'

function allocationWith(pack: unknown): AllocationPolicy {
  const file = join(mkdtempSync(join(tmpdir(), 'policy-')), 'pack.json')
  writeFileSync(file, JSON.stringify({ allocation: pack }))
  return readConfig({ POLICY_FILE: file }).allocation
}

describe('The allocation policy', () => {
  it('has every rule, and is one that could be put in by a pack', () => {
    assert.deepEqual(Object.keys(defaultAllocationPolicy.rules), RuleId.options)
    assert.deepEqual(AllocationPolicy.parse(defaultAllocationPolicy), readConfig({}).allocation)
  })

  it('calls confirmed only what the live allocation tool does as well', () => {
    const confirmed = RuleId.options.filter((id) => defaultAllocationPolicy.rules[id].confirmed)
    assert.deepEqual(confirmed, ['access', 'contactable', 'transfer'])
  })

  it('is explained rule by rule, in the words the chat uses, with who says so', () => {
    const page = readFileSync(new URL('../../docs/allocation-policy.md', import.meta.url), 'utf8')
    for (const { id, inWords } of allRules) {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${id}\``)) ?? ''
      assert.ok(row.includes(defaultAllocationPolicy.rules[id].authority), id)
      assert.ok(row.includes(inWords(defaultAllocationPolicy)), id)
      assert.ok(row.endsWith(defaultAllocationPolicy.rules[id].confirmed ? '| yes |' : '| no |'), id)
    }
  })

  it('takes from a pack one value and leaves the others, and lists of letters whole', () => {
    const { rules, newlyQualifiedMonths } = allocationWith({
      rules: {
        workload: { outsideAbove: 120, confirmed: true },
        'tier-for-grade': { outside: { current: ['A', 'B'] }, rationale: { current: ['C', 'D'] } },
      },
    })
    const before = defaultAllocationPolicy.rules
    assert.deepEqual(rules.workload, { ...before.workload, outsideAbove: 120, confirmed: true })
    assert.deepEqual(rules['tier-for-grade'].outside, { current: ['A', 'B'], older: ['A', 'B'] })
    assert.deepEqual(rules.mappa, before.mappa)
    assert.equal(newlyQualifiedMonths, 9)
  })

  const wrong: [what: unknown, says: string][] = [
    [{ newlyQualifiedMonths: 0 }, 'allocation.newlyQualifiedMonths:'],
    [{ newlyQualifiedMonths: 9.5 }, 'allocation.newlyQualifiedMonths:'],
    [{ mostCases: 11 }, 'allocation.mostCases:'],
    [{ rules: { workload: { outsideAbove: '110' } } }, 'allocation.rules.workload.outsideAbove:'],
    [{ rules: { mappa: { officerFromLevel: 4 } } }, 'allocation.rules.mappa.officerFromLevel:'],
    [{ rules: { transfer: { confirmed: 'yes' } } }, 'allocation.rules.transfer.confirmed:'],
    [{ rules: { transfer: { authority: '' } } }, 'allocation.rules.transfer.authority:'],
    [{ rules: { access: { months: 3 } } }, 'allocation.rules.access:'],
    [{ rules: { coffee: { authority: 'x', confirmed: true } } }, 'allocation.rules:'],
    [
      { rules: { 'tier-for-grade': { outside: { older: ['E'] } } } },
      'allocation.rules.tier-for-grade.outside.older.0:',
    ],
    [
      { rules: { workload: { rationaleAbove: 115 } } },
      'allocation.rules.workload.outsideAbove: should not be less than rationaleAbove, which is 115.',
    ],
    [
      { rules: { workload: { protectedOutsideAbove: 111 } } },
      'allocation.rules.workload.protectedOutsideAbove: should not be more than outsideAbove, which is 110.',
    ],
    [
      { newlyQualifiedMonths: 13 },
      'allocation.rules.risk-for-grade.settledMonths: should not be less than newlyQualifiedMonths, which is 13.',
    ],
    [
      { rules: { 'tier-for-grade': { rationale: { current: ['D', 'C'] } } } },
      'allocation.rules.tier-for-grade.rationale.current.1: "C" should not be in outside.current as well.',
    ],
  ]
  for (const [pack, says] of wrong) {
    it(`is refused for ${JSON.stringify(pack)}, with the path`, () => {
      assert.throws(
        () => allocationWith(pack),
        (error: Error) => error.message.includes(`POLICY_FILE has a wrong value at ${says}`),
      )
    })
  }

  it('names every wrong value of a pack at once', () => {
    assert.throws(
      () => allocationWith({ mostCases: 0, rules: { mappa: { officerFromLevel: 0 } } }),
      (error: Error) => error.message.includes('mostCases') && error.message.includes('mappa.officerFromLevel'),
    )
  })
})
