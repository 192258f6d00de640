import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../../config/kinds.ts'
import { answerWords } from '../../../dialogs/understand/answer-words.ts'
import { answersSaid } from '../../../dialogs/understand/answers-said.ts'
import { draftWords } from '../../../dialogs/understand/draft-words.ts'
import { define } from '../../../dialogs/understand/glossary.ts'
import { bareMinutes } from '../../../dialogs/understand/how-long.ts'
import { labelledAnswers } from '../../../dialogs/understand/labelled-answers.ts'
import { nameIndex } from '../../../dialogs/understand/names.ts'
import { plainText } from '../../../dialogs/understand/plain-text.ts'
import { reflectionWords } from '../../../dialogs/understand/reflection-words.ts'
import { understand } from '../../../dialogs/understand/understand.ts'
import { questionsOf } from '../../../domain/supervision-kind.ts'
import { dana, nearDana, people } from './people.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const names = nameIndex(people)
const questions = questionsOf(policy, ['monthly', 'reflective'])
const read = (text: string) => understand(text, { today, names, policy, speaker: dana, closeTo: nearDana })
const readers: ((text: string) => unknown)[] = [
  read,
  answerWords,
  define,
  bareMinutes,
  (text) => draftWords(text, policy, today),
  (text) => labelledAnswers(text, questions),
  (text) => answersSaid(text, policy),
  (text) => answersSaid(text, policy, ['rcat', 'performance', 'saqua']),
  (text) => answersSaid(`objective 1: ${text}`, policy),
  (text) => reflectionWords(text, true),
  (text) => names.find(text, { asked: true }),
]

const pieces = (
  'log reflective with Aisha on Friday 45 mins, x320741 crn: learned: what has had this year who can take not if ' +
  'a week ago last 31 November 18/11 half an hour and 1-2-1 Mark will may <b> ** \u200B \u202E ﷺ ½ 🙂 ? . ; : ( [ # { % \\ \n'
).split(' ')
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 60 })
    .map((words) => words.join(' ')),
)

describe('Any text at all', () => {
  it('is read without an error, the same each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const reader of readers) reader(text)
        assert.deepEqual(read(text), read(text))
      }),
      { numRuns: 400 },
    )
  })

  it('is made plain: short enough, and without anything invisible or set aside for the readers', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const plain = plainText(text)
        assert.ok(plain.length <= 2000)
        assert.doesNotMatch(plain, /[\p{Cf}\p{Co}\p{Cs}]|[^\P{Cc}\n]/u)
        assert.equal(plain, plain.trim())
      }),
    )
  })

  it('of 100,000 characters is read without getting out of hand, whatever it repeats', () => {
    read('reflective with Aisha on Friday, 45 mins')
    for (const piece of [
      ...pieces,
      '1/1/',
      'a',
      '1-',
      'an hour and ',
      'the ',
      'session ',
      'my ',
      'learned :',
      '&nbsp;',
      'with ',
    ]) {
      for (const [number, reader] of readers.entries()) {
        const text = `log a reflective ${piece.repeat(100_000)}`.slice(0, 100_000)
        const best = Math.min(
          ...[1, 2, 3].map(() => {
            const started = performance.now()
            reader(text)
            return performance.now() - started
          }),
        )
        assert.ok(best < 1000, `reader ${number} took ${best.toFixed(0)} ms over “${piece}”`)
      }
    }
  })
})
