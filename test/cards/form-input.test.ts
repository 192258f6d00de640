import assert from 'node:assert/strict'
import fc from 'fast-check'
import { aisha, exampleCrns, examplePolicy as policy } from '../../cards/example-world.ts'
import { readForm, readWords } from '../../cards/form-input.ts'
import type { Said } from '../../domain/draft.ts'

describe('what the form sends', () => {
  const readable: [string, Record<string, unknown>, Said][] = [
    ['nothing', {}, {}],
    ['inputs left empty', { other: '', kinds: '', heldOn: '', minutes: '', words: 'x' }, {}],
    ['inputs of other cards', { words: 'x', verb: 'y', 'answer.unknown': 'z', 'answer.__proto__': 'z' }, {}],
    ['a person', { other: aisha.staffCode }, { other: aisha.staffCode }],
    ['one kind', { kinds: 'reflective' }, { kinds: ['reflective'] }],
    ['two kinds', { kinds: 'reflective,monthly' }, { kinds: ['reflective', 'monthly'] }],
    ['a day', { heldOn: '2026-11-20' }, { heldOn: '2026-11-20' }],
    ['minutes as text', { minutes: ' 45 ' }, { minutes: 45 }],
    ['minutes as a number', { minutes: 45 }, { minutes: 45 }],
    ['minutes that are too many, for the draft to refuse', { minutes: '100000' }, { minutes: 100_000 }],
    ['an answer', { 'answer.learned': ' To ask\r\nagain ' }, { answers: { learned: 'To ask\nagain' } }],
    ['an answer taken back', { 'answer.learned': ' ' }, { answers: { learned: '' } }],
    [
      'cases in an answer that takes them',
      { 'answer.theme': 'x320741 and X320766, not Y12 or AX320799' },
      { answers: { theme: 'x320741 and X320766, not Y12 or AX320799' }, crns: exampleCrns('X320741', 'X320766') },
    ],
    [
      'a case in an answer that takes none',
      { 'answer.workload': 'X320741 moved' },
      { answers: { workload: 'X320741 moved' } },
    ],
  ]
  for (const [what, data, said] of readable) {
    it(`is read: ${what}`, () => assert.deepEqual(readForm(data, policy), { said, problems: [] }))
  }

  const unreadable: [string, Record<string, unknown>][] = [
    ['other', { other: 'Aisha Khan' }],
    ['other', { other: 7 }],
    ['other', { other: { $ne: '' } }],
    ['kinds', { kinds: 'monthly,party' }],
    ['kinds', { kinds: ['monthly'] }],
    ['kinds', { kinds: 'monthly,'.repeat(50) }],
    ['heldOn', { heldOn: 20261120 }],
    ['heldOn', { heldOn: ['2026-11-20'] }],
    ['minutes', { minutes: 'an hour' }],
    ['minutes', { minutes: '-5' }],
    ['minutes', { minutes: Number.NaN }],
    ['minutes', { minutes: true }],
    ['answer.learned', { 'answer.learned': 5 }],
    ['answer.learned', { 'answer.learned': { text: 'x' } }],
  ]
  for (const [field, data] of unreadable) {
    it(`is refused with a sentence, and nothing of it is taken: ${JSON.stringify(data).slice(0, 60)}`, () => {
      const { said, problems } = readForm(data, policy)
      assert.deepEqual(said, {})
      assert.deepEqual(
        problems.map((problem) => problem.field),
        [field],
      )
      assert.match(problems[0]?.says ?? '', /^I could not read .+\. Please .+\.$/)
    })
  }

  it('takes what can be read beside what cannot', () => {
    const { said, problems } = readForm({ minutes: 'long', kinds: 'monthly' }, policy)
    assert.deepEqual(said, { kinds: ['monthly'] })
    assert.equal(problems.length, 1)
  })

  it('never throws, whatever somebody makes a client send', () => {
    const keys = fc.constantFrom('other', 'kinds', 'heldOn', 'minutes', 'answer.learned', 'words', 'toString')
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(keys, fc.string()), fc.anything()), (data) => {
        readForm(data, policy)
        readWords(data, 4000)
      }),
    )
  })
})

describe('the words typed to somebody who asked to agree', () => {
  it('are trimmed, and nothing typed is no words', () => {
    assert.deepEqual(readWords({ words: '  Thank you \u0000' }, 4000), { words: 'Thank you', problems: [] })
    for (const data of [{}, { words: '' }, { words: '  \n' }, { words: null }]) {
      assert.deepEqual(readWords(data, 4000), { problems: [] })
    }
  })

  it('have at most 4,000 characters', () => {
    assert.equal(readWords({ words: 'x'.repeat(4000) }, 4000).words?.length, 4000)
    const { words, problems } = readWords({ words: 'x'.repeat(4001) }, 4000)
    assert.equal(words, undefined)
    assert.equal(problems[0]?.says, 'Your words have 4,001 characters; the most is 4,000. Please shorten them.')
    assert.equal(readWords({ words: ['x'] }, 4000).problems.length, 1)
  })
})
