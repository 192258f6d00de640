import assert from 'node:assert/strict'
import fc from 'fast-check'
import { answersAtOnce, type Question } from '../../../dialogs/understand/answers-at-once.ts'
import { numberedParts } from '../../../dialogs/understand/numbered-parts.ts'
import { KindQuestion } from '../../../domain/supervision-kind.ts'

const text = (id: string, rest: object = {}): Question => ({
  field: `answer.${id}`,
  optional: false,
  question: KindQuestion.parse({
    id,
    label: id,
    ask: `${id}?`,
    required: true,
    private: false,
    takesCases: false,
    ...rest,
  }),
})
const minutes: Question = { field: 'minutes', optional: false, fits: (words) => /^\d+( mins)?$/.test(words.trim()) }
const wellbeing: Question = { ...text('wellbeing', { private: true, required: false }), optional: true }
const monthly = [minutes, text('workload'), text('cases'), wellbeing]
const reflective = [text('theme'), text('learned'), text('change')]
const none = () => undefined

const read = (words: string, asked: readonly Question[]) => {
  const found = answersAtOnce(words, asked, none)
  return found && Object.fromEntries(found.parts.map(({ field, words: said }) => [field.replace('answer.', ''), said]))
}

describe('A reply to several questions', () => {
  for (const [words, asked, answers] of [
    ['45\nfair\ntwo\ntired', monthly, { minutes: '45', workload: 'fair', cases: 'two', wellbeing: 'tired' }],
    ['45\nfair\ntwo\n-', monthly, { minutes: '45', workload: 'fair', cases: 'two' }],
    ['45\nfair\ntwo', monthly, { minutes: '45' }],
    ['fair\n45\ntwo\ntired', monthly, { minutes: '45' }],
    ['1) 45\n3) two', monthly, { minutes: '45', cases: 'two' }],
    ['1. 45\n2. fair\nand busy\n3. two', monthly, { minutes: '45', workload: 'fair\nand busy', cases: 'two' }],
    ['(1) 45 (2) fair (3) two', monthly, { minutes: '45', workload: 'fair', cases: 'two' }],
    ['1 pace 2 ask 3 plan', reflective, { theme: 'pace', learned: 'ask', change: 'plan' }],
    ['1 pace, 2 ask, 3 plan', reflective, { theme: 'pace', learned: 'ask', change: 'plan' }],
    ['1. a\n1. b\n2. c', reflective, {}],
    ['1 a 2 talked of 3 cases 3 c', reflective, {}],
    [
      '1. pace 2. at MAPPA level 3. ask 3. plan',
      reflective,
      { theme: 'pace', learned: 'at MAPPA level 3. ask', change: 'plan' },
    ],
    ['- a\n- b\n- c', reflective, { theme: 'a', learned: 'b', change: 'c' }],
    ['a\nb', reflective, {}],
    ['a note of one line', reflective, undefined],
    ['1 case and 2 visits', reflective, undefined],
    ['1 of them', reflective, undefined],
  ] as const) {
    it(`${JSON.stringify(words)} is read as ${JSON.stringify(answers)}`, () => {
      assert.deepEqual(read(words, asked), answers)
    })
  }

  it('answers no question twice, and no question that was not asked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('1', '2', '3', '4', '.', ')', ' ', '\n', 'fair', '45', '-', ',')),
        (bits) => {
          const found = answersAtOnce(bits.join(''), monthly, none)
          const fields = found?.parts.map(({ field }) => field) ?? []
          assert.equal(new Set(fields).size, fields.length)
          for (const field of fields) assert.ok(monthly.some((one) => one.field === field))
        },
      ),
    )
  })
  it('puts no words under a question in words while fewer lines than questions leave open which is the private one', () => {
    const line = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('a', 'b', 'c', ' ') })
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), (lines) => {
        const given = lines.filter((one) => one.trim() !== '')
        fc.pre(given.length > 1 && given.length !== monthly.length)
        assert.deepEqual(read(given.join('\n'), monthly), {})
      }),
    )
  })
  it('has its numbers read in a time that grows with its length alone', () => {
    assert.equal(numberedParts(`1 ${'a, 9 '.repeat(20_000)}`, 3, 4), undefined)
  })
})
