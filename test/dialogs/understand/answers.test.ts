import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../../config/kinds.ts'
import { answerWords } from '../../../dialogs/understand/answer-words.ts'
import { draftWords } from '../../../dialogs/understand/draft-words.ts'
import { labelledAnswers } from '../../../dialogs/understand/labelled-answers.ts'
import { questionsOf } from '../../../domain/supervision-kind.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const questions = questionsOf(policy, ['monthly', 'reflective'])

const labelled: [text: string, answers: Record<string, string>, rest: string][] = [
  ['Theme: X. Learned: Y. Change: Z', { theme: 'X', learned: 'Y', change: 'Z' }, ''],
  ['theme: x, learned: y', { theme: 'x', learned: 'y' }, ''],
  ['What was learned: ask earlier', { learned: 'ask earlier' }, ''],
  ['learnt= ask earlier', { learned: 'ask earlier' }, ''],
  ['Change: z learned: y', { change: 'z', learned: 'y' }, ''],
  ['Workload: ok; cases: X320741; wellbeing: fine.', { workload: 'ok', cases: 'X320741', wellbeing: 'fine' }, ''],
  [
    'reflective with Aisha, 45 mins. Learned: ask earlier. She knows. Change: more time\nto plan',
    { learned: 'ask earlier. She knows.', change: 'more time\nto plan' },
    'reflective with Aisha, 45 mins.',
  ],
  ['Theme: X. Date: Friday. Learned: Y', { theme: 'X', learned: 'Y' }, 'Date Friday.'],
  ['learned: at 10:30: we met', { learned: 'at 10:30: we met' }, ''],
  ['Learned: ', {}, ''],
  ['note: hello', {}, 'note: hello'],
  ['the change was hard', {}, 'the change was hard'],
]

const commands: [kind: string, texts: string[]][] = [
  ['save', ['save', 'Save it.', 'confirm', 'yes', 'yes please', 'Yes, save it', 'go ahead', "that's right"]],
  ['cancel', ['cancel', 'cancel it', 'never mind', 'forget it', "no, don't save it", 'stop']],
  ['start-again', ['start again', 'start over', 'restart']],
  ['show-form', ['show me the form', 'edit', 'form', 'change something']],
  ['skip', ['skip', 'skip this one', 'leave it blank']],
]

const changes: [text: string, field: string, value: string][] = [
  ['change the date to Thursday', 'heldOn', 'Thursday'],
  ['change date: 18/11', 'heldOn', '18/11'],
  ['actually Thursday', 'heldOn', 'Thursday'],
  ['no, make it Thursday', 'heldOn', 'Thursday'],
  ['Actually, it was on Friday.', 'heldOn', 'on Friday'],
  ['it was on 31 November', 'heldOn', 'on 31 November'],
  ['make that 50 minutes', 'minutes', '50 minutes'],
  ['actually it was 50 mins', 'minutes', '50 mins'],
  ['change the minutes to 50', 'minutes', '50'],
  ['change the person to Sam', 'other', 'Sam'],
  ['it was with Sam', 'other', 'Sam'],
  ['make it a monthly', 'kinds', 'a monthly'],
  ['change learned to ask earlier: always', 'answer.learned', 'ask earlier: always'],
  ['change What was learned to X', 'answer.learned', 'X'],
]

const notes = [
  'He said yes',
  'cancel culture came up',
  'save the children came up',
  'we changed the date to Thursday',
  'it was a good session',
  'Actually he said Monday',
  'it was on Thursday because he was late and did not come',
  'stop and search was discussed',
  'no',
  'nothing',
  'I agree with him',
]

const signing: [text: string, outcome: string, words?: string][] = [
  ['agree', 'agreed'],
  ['I agree.', 'agreed'],
  ['yes, I agree', 'agreed'],
  ['I agree, thanks', 'agreed'],
  ['agree: thanks, useful', 'agreed-with-comment', 'thanks, useful'],
  ['agree with a comment: it helped', 'agreed-with-comment', 'it helped'],
  ['agree with a comment', 'agreed-with-comment'],
  ['ask for a change: the date was Thursday', 'change-asked', 'the date was Thursday'],
  ['ask for a change', 'change-asked'],
  ["I don't agree: it was 50 minutes", 'change-asked', 'it was 50 minutes'],
]

describe('Answers with their labels', () => {
  for (const [text, answers, rest] of labelled) {
    it(`are read from “${text.replaceAll('\n', ' ')}”`, () =>
      assert.deepEqual(labelledAnswers(text, questions), { answers, rest }))
  }
})

describe('Words to an open draft', () => {
  for (const [kind, texts] of commands) {
    for (const text of texts)
      it(`“${text}” means ${kind}`, () => assert.deepEqual(draftWords(text, policy, today), { kind }))
  }
  for (const [text, field, value] of changes) {
    it(`“${text}” changes ${field}`, () =>
      assert.deepEqual(draftWords(text, policy, today), { kind: 'change', field, text: value }))
  }
  for (const text of notes)
    it(`“${text}” is left to be an answer`, () => assert.equal(draftWords(text, policy, today), undefined))
})

describe('Words to a session that waits to be signed', () => {
  for (const [text, outcome, words] of signing) {
    it(`“${text}” is ${outcome}`, () =>
      assert.deepEqual(answerWords(text), words === undefined ? { outcome } : { outcome, words }))
  }
  it('have to be the whole message', () => {
    for (const text of ['agreement', 'I agreed with him that we start', 'disagreement', 'what is there to agree?']) {
      assert.equal(answerWords(text), undefined, text)
    }
  })
})
