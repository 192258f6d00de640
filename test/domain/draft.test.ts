import assert from 'node:assert/strict'
import fc from 'fast-check'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { missing, nextQuestion, type Said, type SupervisionDraft } from '../../domain/draft.ts'
import { Crn } from '../../domain/ids.ts'
import { emptyOne as empty, fill, reflective } from '../support/drafts.ts'
import { aisha } from '../support/people.ts'

describe('Writing a supervision down', () => {
  const asked: [string, Said, string | undefined][] = [
    ['nothing said', {}, 'other'],
    ['a person', { other: aisha.staffCode }, 'kinds'],
    ['a person and a kind', { other: aisha.staffCode, kinds: ['reflective'] }, 'heldOn'],
    ['a day before anything else', { heldOn: '2026-11-20' }, 'other'],
    ['everything but the length', { ...reflective, minutes: undefined }, 'minutes'],
    ['everything but what was learned', { ...reflective, answers: { theme: 'a', change: 'b' } }, 'answer.learned'],
    [
      'a case instead of a theme',
      { ...reflective, crns: [Crn.parse('X320741')], answers: { learned: 'a', change: 'b' } },
      undefined,
    ],
    ['everything a reflective session needs', reflective, undefined],
    [
      'a reflective session that was monthly too',
      { ...reflective, kinds: ['monthly', 'reflective'] },
      'answer.workload',
    ],
    [
      'a monthly session without a word on wellbeing',
      { ...reflective, kinds: ['monthly'], answers: { workload: 'a', cases: 'b' } },
      undefined,
    ],
  ]
  const basics: Said = { other: aisha.staffCode, heldOn: '2026-11-20', minutes: 45 }
  const crns = (...numbers: string[]) => numbers.map((number) => Crn.parse(number))
  const rated = { assessment: 'good', planning: 'good', implementation: 'good', reviewing: 'good', outcomes: 'good' }
  asked.push(
    ['an RCAT without its case', { ...basics, kinds: ['rcat'], answers: rated }, 'answer.audited-case'],
    [
      'an RCAT with the one case that was named',
      { ...basics, kinds: ['rcat'], crns: crns('X320741'), answers: rated },
      undefined,
    ],
    [
      'an RCAT where two cases were named',
      { ...basics, kinds: ['rcat'], crns: crns('X320741', 'X320766'), answers: rated },
      'answer.audited-case',
    ],
    [
      'an RCAT that was monthly too, with its own case among those named',
      {
        ...basics,
        kinds: ['monthly', 'rcat'],
        crns: crns('X320766'),
        answers: { ...rated, workload: 'fair', 'audited-case': 'X320741' },
      },
      undefined,
    ],
    [
      'an RCAT with one area not rated',
      { ...basics, kinds: ['rcat'], crns: crns('X320741'), answers: { ...rated, reviewing: '' } },
      'answer.reviewing',
    ],
    ['a performance session without objectives', { ...basics, kinds: ['performance'] }, 'answer.objective-1'],
    [
      'an objective without its rating',
      { ...basics, kinds: ['performance'], answers: { 'objective-1': 'the backlog' } },
      'answer.rating-1',
    ],
    [
      'one objective, the third, with its rating',
      { ...basics, kinds: ['performance'], answers: { 'objective-3': 'the backlog', 'rating-3': 'met' } },
      undefined,
    ],
    [
      'a rating of an objective that is not there',
      { ...basics, kinds: ['performance'], answers: { 'rating-2': 'met' } },
      'answer.objective-1',
    ],
    ['an observation with its case', { ...basics, kinds: ['observation'], crns: crns('X320741') }, 'answer.setting'],
    [
      'the evidence of a competency assessment',
      { ...basics, kinds: ['competency'], answers: { evidence: 'read' } },
      'answer.ready',
    ],
    ['a SAQUA with its case', { ...basics, kinds: ['saqua'], crns: crns('X320741') }, 'answer.one-to-one'],
  )
  for (const [after, said, next] of asked) {
    it(`asks ${next ?? 'nothing more'} after ${after}`, () => {
      assert.equal(nextQuestion(fill(said).draft, policy), next)
    })
  }

  const days: [string, string, RegExp | undefined][] = [
    ['today', '2026-11-22', undefined],
    ['tomorrow', '2026-11-23', /in the future/],
    ['a year ago to the day', '2025-11-22', undefined],
    ['a year and a day ago', '2025-11-21', /more than a year ago/],
    ['a day that does not exist', '2026-02-30', /could not read/],
    ['words', 'Friday', /could not read/],
  ]
  for (const [name, heldOn, problem] of days) {
    it(`${problem === undefined ? 'takes' : 'does not take'} ${name} as the day`, () => {
      const filled = fill({ heldOn })
      assert.equal(filled.draft.heldOn, problem === undefined ? heldOn : undefined)
      if (problem === undefined) assert.deepEqual(filled.problems, [])
      else assert.match(filled.problems[0]?.says ?? '', problem)
    })
  }

  for (const [minutes, taken] of [
    [4, false],
    [5, true],
    [480, true],
    [481, false],
    [44.5, false],
    [Number.NaN, false],
  ] as const) {
    it(`${taken ? 'takes' : 'does not take'} ${minutes} minutes`, () => {
      assert.equal(fill({ minutes }).draft.minutes, taken ? minutes : undefined)
      assert.equal(fill({ minutes }).problems.length, taken ? 0 : 1)
    })
  }

  it('keeps what it had, and everything else that was said, when one thing is wrong', () => {
    const { draft } = fill({ minutes: 45, answers: { learned: 'first' } })
    const filled = fill(
      { minutes: 2, heldOn: '2026-11-20', answers: { learned: 'x'.repeat(4001), change: 'kept' } },
      draft,
    )
    assert.equal(filled.draft.minutes, 45)
    assert.equal(filled.draft.heldOn, '2026-11-20')
    assert.deepEqual(filled.draft.answers, { learned: 'first', change: 'kept' })
    assert.deepEqual(
      filled.problems.map((problem) => problem.field),
      ['minutes', 'answer.learned'],
    )
  })

  it('keeps what it had when a rating is none of the choices, and names them', () => {
    const { draft } = fill({ answers: { planning: 'good' } })
    const filled = fill({ answers: { planning: 'brilliant', reviewing: 'Requires Improvement' } }, draft)
    assert.deepEqual(filled.draft.answers, { planning: 'good', reviewing: 'requires-improvement' })
    assert.deepEqual(
      filled.problems.map((problem) => problem.field),
      ['answer.planning'],
    )
  })

  it('counts the case that a question is for among the cases, and lets one go that is no longer meant', () => {
    const { draft } = fill({ crns: [Crn.parse('X320741')], answers: { 'audited-case': 'x320766' } })
    assert.deepEqual(draft.crns, ['X320741', 'X320766'])
    assert.deepEqual(fill({ withoutCrns: [Crn.parse('X320741')] }, draft).draft.crns, ['X320766'])
  })

  it('takes an answer of 4,000 characters', () => {
    assert.equal(fill({ answers: { learned: 'x'.repeat(4000) } }).draft.answers.learned?.length, 4000)
  })

  it('takes an answer back when it is emptied', () => {
    assert.deepEqual(
      fill({ answers: { wellbeing: '' } }, fill({ answers: { wellbeing: 'tired' } }).draft).draft.answers,
      {},
    )
  })

  it('comes out the same whatever the order in which things are said', () => {
    const parts: Said[] = [
      { other: aisha.staffCode },
      { kinds: ['reflective', 'monthly'] },
      { heldOn: '2026-11-20' },
      { minutes: 45 },
      { crns: [Crn.parse('X320741')] },
      { crns: [Crn.parse('X100002'), Crn.parse('X320741')] },
      { answers: { learned: 'Ask sooner' } },
      { answers: { planning: 'good', 'objective-1': 'the backlog' } },
      { answers: { 'rating-1': 'partially met', reviewing: 'brilliant' } },
      { answers: { 'audited-case': 'x 320799' } },
      { answers: { change: 'A plan', wellbeing: 'Well' } },
      { minutes: 3 },
      { heldOn: '2027-01-01' },
    ]
    const inOrder = (said: readonly Said[]) =>
      said.reduce<SupervisionDraft>((draft, part) => fill(part, draft).draft, empty)
    const expected = inOrder(parts)
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
        assert.deepEqual(inOrder(shuffled), expected)
      }),
    )
  })

  it('asks for each missing thing once, and for nothing once all was answered', () => {
    const values: Record<string, Said> = {
      other: { other: aisha.staffCode },
      kinds: { kinds: ['monthly', 'reflective'] },
      heldOn: { heldOn: '2026-11-20' },
      minutes: { minutes: 60 },
    }
    let draft = empty
    const questions: string[] = []
    for (let next = nextQuestion(draft, policy); next !== undefined; next = nextQuestion(draft, policy)) {
      assert.ok(!questions.includes(next), `${next} was asked twice`)
      questions.push(next)
      draft = fill(values[next] ?? { answers: { [next.replace('answer.', '')]: 'said' } }, draft).draft
    }
    assert.deepEqual(missing(draft, policy), [])
    assert.equal(questions.length, 9)
  })
})
