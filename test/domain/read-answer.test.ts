import assert from 'node:assert/strict'
import fc from 'fast-check'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { emptyDraft } from '../../domain/draft.ts'
import { peopleIn, warningsAbout } from '../../domain/draft-problems.ts'
import { readAnswer } from '../../domain/read-answer.ts'
import { choicesOf, type KindQuestion } from '../../domain/supervision-kind.ts'
import { priya } from '../support/people.ts'
import { draftId } from '../support/records.ts'

const questions = policy.kinds.flatMap((kind) => kind.questions)
const question = (id: string): KindQuestion => {
  const found = questions.find((candidate) => candidate.id === id)
  assert.ok(found, id)
  return found
}
const read = (id: string, words: string) => readAnswer(question(id), words, policy)

describe('An answer', () => {
  const taken: [string, string, string][] = [
    ['planning', 'Good', 'good'],
    ['planning', ' requires improvement. ', 'requires-improvement'],
    ['planning', 'requires-improvement', 'requires-improvement'],
    ['planning', 'RI', 'requires-improvement'],
    ['planning', 'I would say outstanding', 'outstanding'],
    ['planning', 'it was inadequate', 'inadequate'],
    ['rating-1', 'partially met', 'partly-met'],
    ['rating-1', 'Achieved', 'met'],
    ['ready', 'not yet', 'not-yet'],
    ['ready', 'Yes.', 'yes'],
    ['was-reflective', 'partly reflective', 'partly'],
    ['was-reflective', 'it was', 'yes'],
    ['audited-case', 'x320741', 'X320741'],
    ['audited-case', 'X 320741, the one from June', 'X320741'],
    ['setting', '  a home visit\n', 'a home visit'],
    ['panel', 'six of us', 'six of us'],
    ['planning', '', ''],
    ['audited-case', ' ', ''],
  ]
  for (const [id, words, answer] of taken) {
    it(`to “${id}” is taken: “${words}”`, () => assert.deepEqual(read(id, words), { answer }))
  }

  const refused: [string, string, RegExp][] = [
    [
      'planning',
      'brilliant',
      /For “Planning” I know outstanding, good, requires improvement or inadequate\. Which is it\?/,
    ],
    ['planning', 'not good', /I know outstanding/],
    ['planning', 'good or outstanding', /I know outstanding/],
    ['ready', 'maybe', /I know yes or not yet/],
    ['audited-case', 'the Hall case', /one letter and six digits/],
    ['audited-case', 'X320741 and X320742', /several cases/],
    ['reflective-line', 'x'.repeat(301), /301 characters; the most is 300/],
    ['setting', 'x'.repeat(4001), /4,001 characters; the most is 4,000/],
  ]
  for (const [id, words, says] of refused) {
    it(`to “${id}” is refused with what to do: “${words.slice(0, 30)}”`, () => {
      const answer = read(id, words)
      assert.match('says' in answer ? answer.says : '', says)
    })
  }

  it('is kept as it is when it is given again, whatever it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), fc.string({ maxLength: 60 }), (asked, words) => {
        const first = readAnswer(asked, words, policy)
        if ('answer' in first) assert.deepEqual(readAnswer(asked, first.answer, policy), first)
      }),
    )
  })

  it('is known by the id and the name of every choice', () => {
    for (const asked of questions) {
      for (const { id, name, also } of choicesOf(policy, asked)) {
        for (const words of [id, name, ...also])
          assert.deepEqual(readAnswer(asked, words, policy), { answer: id }, words)
      }
    }
  })
})

describe('A panel', () => {
  const sizes: [string, number][] = [
    ['Ann Doyle, Ben Ray and Cy Marsh', 3],
    ['Ann; Ben; Cy; Di; Ed & Fay', 6],
    ['7', 7],
    ['seven people', 7],
    ['a panel of four, with Ann', 4],
    ['there were 6 of us', 6],
    ['', 0],
  ]
  for (const [words, size] of sizes) it(`of “${words}” is ${size}`, () => assert.equal(peopleIn(words), size))

  it('of more than five gets a warning, and of five none', () => {
    const draft = (panel: string) => ({
      ...emptyDraft(draftId(1), priya.staffCode),
      kinds: ['saqua' as const],
      answers: { panel },
    })
    assert.deepEqual(warningsAbout(draft('a, b, c, d and e'), policy), [])
    assert.deepEqual(warningsAbout(draft('six'), policy), [
      'Panel members: 6 people. The usual most is 5. You can save it as it is.',
    ])
  })
})
