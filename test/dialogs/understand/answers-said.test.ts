import assert from 'node:assert/strict'
import fc from 'fast-check'
import { defaultSupervisionPolicy as policy } from '../../../config/kinds.ts'
import { answersSaid, ratingsInOrder } from '../../../dialogs/understand/answers-said.ts'
import { reflectionWords } from '../../../dialogs/understand/reflection-words.ts'
import { type KindId, questionsOf } from '../../../domain/supervision-kind.ts'

const said: [text: string, kinds: KindId[], answers: Record<string, string>, rest?: string][] = [
  [
    'rcat with Tom on Tuesday, 75 mins, X320741: assessment good, planning requires improvement, implementation good, reviewing good, outcomes outstanding',
    [],
    {
      assessment: 'good',
      planning: 'requires improvement',
      implementation: 'good',
      reviewing: 'good',
      outcomes: 'outstanding',
    },
    'rcat with Tom on Tuesday, 75 mins, X320741:',
  ],
  [
    'rcat, case: X320741. assessment: good. planning was inadequate',
    [],
    { 'audited-case': 'X320741', assessment: 'good', planning: 'inadequate' },
  ],
  ['planning good and reviewing is outstanding', ['rcat'], { planning: 'good', reviewing: 'outstanding' }],
  ['assessment: brilliant', ['rcat'], { assessment: 'brilliant' }],
  [
    'objective 1: clear the backlog, met. objective 2: a briefing (partly met). objective 3 not met',
    ['performance'],
    {
      'objective-1': 'clear the backlog',
      'rating-1': 'met',
      'objective-2': 'a briefing',
      'rating-2': 'partly met',
      'rating-3': 'not met',
    },
  ],
  ['objective 2: met', ['performance'], { 'rating-2': 'met' }],
  ['objective 1: be good at planning', ['performance'], { 'objective-1': 'be good at planning' }],
  [
    'evidence: the portfolio. ready for the next increment: not yet',
    ['competency'],
    { evidence: 'the portfolio', ready: 'not yet' },
  ],
  [
    'saqua, panel: Ann, Ben and Cy. asked for: larger type. adjustments made: none',
    [],
    { panel: 'Ann, Ben and Cy', 'asked-for': 'larger type', made: 'none' },
  ],
  [
    'saqua with Tom: one to one yes, panel A and B, adjustments none',
    [],
    { 'one-to-one': 'yes', panel: 'A and B', 'asked-for': 'none', made: 'none' },
    'saqua with Tom',
  ],
  ['reflective with Tom, learned a lot, and the rest was about pace', [], {}],
  ['cases: two. case: X320741', ['monthly', 'observation'], { cases: 'two', 'observed-case': 'X320741' }],
  ['case: denial', ['reflective'], { theme: 'denial' }],
  [
    'reflective with Tom, learned: three things. Planning: good. Outcomes: better',
    [],
    { learned: 'three things. Planning: good. Outcomes: better' },
    'reflective with Tom,',
  ],
  ['One-to-one: Tom on Friday, 45 mins', [], {}, 'One-to-one: Tom on Friday, 45 mins'],
  ['is planning good for Tom?', [], {}, 'is planning good for Tom?'],
  ['theme: planning good', ['reflective'], { theme: 'planning good' }],
]

describe('Answers in a message', () => {
  for (const [text, kinds, answers, rest] of said) {
    it(`are read: ${text}`, () => {
      const found = answersSaid(text, policy, kinds)
      assert.deepEqual(found.answers, answers)
      if (rest !== undefined) assert.equal(found.rest, rest)
    })
  }

  it('are read of anything without an error, and lose nothing that has no label', () => {
    fc.assert(
      fc.property(fc.string(), fc.subarray<KindId>(['rcat', 'performance', 'monthly', 'saqua']), (text, kinds) => {
        const { rest } = answersSaid(text, policy, kinds)
        if (!/[:=]/.test(text) && !/met|good|yes|no|ri|y|n|it was|partly/i.test(text)) assert.equal(rest, text.trim())
      }),
    )
  })
})

describe('Ratings one after the other', () => {
  const areas = questionsOf(policy, ['rcat']).filter(({ answer }) => answer.type === 'choice')
  const inOrder: [string, Record<string, string> | undefined][] = [
    ['good', { assessment: 'good' }],
    ['good, ri and inadequate', { assessment: 'good', planning: 'ri', implementation: 'inadequate' }],
    ['good, good, good, good, good, good', undefined],
    ['good, brilliant', undefined],
    ['excellent', undefined],
    ['the good, the bad', undefined],
    ['', undefined],
  ]
  for (const [text, expected] of inOrder) {
    it(`${expected === undefined ? 'are not read' : 'are read'}: “${text}”`, () =>
      assert.deepEqual(ratingsInOrder(text, areas, policy), expected))
  }
})

describe('Whether a session was reflective, in words', () => {
  const words: [string, boolean, unknown][] = [
    ['partly reflective: mostly about targets', false, { rating: 'partly', line: 'mostly about targets' }],
    ['it was partly reflective', false, { rating: 'partly' }],
    ['only partly, because we ran out of time', false, { rating: 'partly', line: 'we ran out of time' }],
    ['not reflective', false, { rating: 'no' }],
    ['it wasn’t reflective - all targets', false, { rating: 'no', line: 'all targets' }],
    ['very reflective', false, { rating: 'yes' }],
    ['yes', false, undefined],
    ['yes', true, { rating: 'yes' }],
    ['Yes, it gave me room to think', true, { rating: 'yes', line: 'it gave me room to think' }],
    ['no', true, { rating: 'no' }],
    ['not really', true, { rating: 'no' }],
    ['yesterday we met', true, undefined],
    ['nobody came', true, undefined],
    ['my supervisions', true, undefined],
    ['thanks, that was useful', false, undefined],
  ]
  for (const [text, asked, expected] of words) {
    it(`“${text}”${asked ? ' when asked' : ''}: ${JSON.stringify(expected) ?? 'says nothing of it'}`, () =>
      assert.deepEqual(reflectionWords(text, asked), expected))
  }
})

describe('How an objective went', () => {
  const rated = questionsOf(policy, ['performance']).filter(({ answer }) => answer.type === 'choice')
  it('is said by words that are plainly a choice', () => {
    assert.deepEqual(ratingsInOrder('partly met', rated, policy), { 'rating-1': 'partly met' })
  })
  for (const words of ['on track', 'in progress'])
    it(`is not said by “${words}”: it is asked again`, () => {
      assert.equal(ratingsInOrder(words, rated, policy), undefined)
    })
})
