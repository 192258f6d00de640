import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../../config/kinds.ts'
import { nameIndex } from '../../../dialogs/understand/names.ts'
import { isOneSlipApart, slipsBetween } from '../../../dialogs/understand/near-miss.ts'
import { whichOne } from '../../../dialogs/understand/which-one.ts'
import { withdrawalReason } from '../../../dialogs/understand/withdrawal-reason.ts'
import { officePeople } from '../../support/people.ts'

const names = nameIndex(officePeople)
const today = Temporal.PlainDate.from('2026-11-22')

describe('Why a session is to be withdrawn', () => {
  for (const [text, reason] of [
    ['withdraw the session with Tom, wrong person', 'wrong person'],
    ['withdraw the session with Tom wrong person', 'wrong person'],
    ['withdraw the session with Tom - it was logged twice', 'it was logged twice'],
    ['withdraw the session with Tom on Friday because he was ill', 'he was ill'],
    ['withdraw the session with Tom, Friday', undefined],
    ['withdraw the session, with Tom on Friday, 45 mins', undefined],
    ['withdraw the reflective session with Tom, please', undefined],
    ['withdraw the session with Tom, Friday, he had left by then', 'he had left by then'],
    ['withdraw the session with Tom', undefined],
    ['withdraw that, logged in error', 'Logged by mistake'],
    ['I logged that session by mistake, withdraw it', 'Logged by mistake'],
    ['the session with Tom is wrong, remove it', undefined],
  ] as const) {
    it(`“${text}”: ${reason ?? 'nothing is said'}`, () => {
      assert.equal(withdrawalReason(text, today, names, policy)?.reason, reason)
    })
  }
})

describe('Which one of several', () => {
  for (const [words, count, now, at] of [
    ['the first one', 2, undefined, 0],
    ['The second.', 2, undefined, 1],
    ['2nd one please', 3, undefined, 1],
    ['the third', 2, undefined, undefined],
    ['the other one', 2, undefined, 1],
    ['the other one', 2, 1, 0],
    ['the other one', 3, undefined, undefined],
    ['first thing on Monday', 2, undefined, undefined],
    ['the first of November', 2, undefined, undefined],
    ['20', 6, undefined, undefined],
  ] as const) {
    it(`“${words}” of ${count}`, () => assert.equal(whichOne(words, count, now), at))
  }
})

describe('Slips between two words', () => {
  it('are one exactly where the quick look finds one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(slipsBetween(a, b, 1) === 1, isOneSlipApart(a, b))
        assert.equal(slipsBetween(a, b, 5), slipsBetween(b, a, 5))
      }),
    )
  })
  it('are none of a word and itself, and not counted beyond the most', () => {
    assert.equal(slipsBetween('aisha', 'aisha', 2), 0)
    assert.equal(slipsBetween('aihsa', 'aisha', 2), 1)
    assert.equal(slipsBetween('ayesha', 'aisha', 2), 2)
    assert.equal(slipsBetween('megan', 'aisha', 2), undefined)
  })
})
