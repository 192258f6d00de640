import assert from 'node:assert/strict'
import { endOfAllocation, saidOfAllocation } from '../../../dialogs/allocation/said-of-allocation.ts'

describe('What is said of an allocation in words', () => {
  const rows: [words: string, said: object | undefined, head?: string][] = [
    ['reasoning: Knows him', { reasoning: 'Knows him' }],
    ['Why: Knows him', { reasoning: 'Knows him' }],
    ['because he knows him', { reasoning: 'he knows him' }],
    ['reasoning - Knows him', { reasoning: 'Knows him' }],
    ['support: Co-worked. discrimination: None.', { support: 'Co-worked.', discrimination: 'None.' }],
    ['mentor: Aisha, reasoning: Has time', { support: 'Aisha', reasoning: 'Has time' }],
    ['hate crime and discrimination: None', { discrimination: 'None' }],
    ['sensitive: The street', { sensitive: 'The street', addsSensitive: true }],
    ['leave out the sensitive part', { addsSensitive: false }],
    ['no sensitive part', { addsSensitive: false }],
    ['agreed by Eleanor', {}, 'Eleanor'],
    ['Agreed with Eleanor Whitfield.', {}, 'Eleanor Whitfield'],
    ['head of PDU: Eleanor', {}, 'Eleanor'],
    ['agreed by Eleanor, reasoning: Has time', { reasoning: 'Has time' }, 'Eleanor'],
    ['reasoning: Has time. Agreed by Eleanor. Support: none', { reasoning: 'Has time.', support: 'none' }, 'Eleanor'],
    [
      'reasoning: Has time. Agreed with Tom to move two cases first.',
      { reasoning: 'Has time. Agreed with Tom to move two cases first.' },
    ],
    ['reasoning: two\nlines', { reasoning: 'two\nlines' }],
    ['reasoning:', undefined],
    ['Has the time and knows him', undefined],
    ['the support: is good', undefined],
    ['what is RCAT?', undefined],
  ]
  for (const [words, said, head] of rows) {
    it(`“${words.replaceAll('\n', ' / ')}”`, () => {
      const found = saidOfAllocation(words)
      assert.deepEqual(found?.said, said)
      assert.equal(found?.head, head)
    })
  }
})

describe('The end of an allocation', () => {
  for (const [words, end] of [
    ['allocate it', 'decide'],
    ['Allocate it now.', 'decide'],
    ['ok, allocate', 'decide'],
    ['save', 'decide'],
    ['hand it in', 'decide'],
    ['cancel', 'drop'],
    ['no', undefined],
    ['forget it', 'drop'],
    ['allocate it to Tom', undefined],
    ['allocate X320741', undefined],
    ['no link, just the time she has', undefined],
    ['do not allocate it', undefined],
    ['should I allocate it?', undefined],
  ] as const) {
    it(`is ${end ?? 'not meant'} by “${words}”`, () => assert.equal(endOfAllocation(words), end))
  }
})
