import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import {
  draftCorrecting,
  emptyDraft,
  fillDraft,
  missing,
  nextQuestion,
  problemsWith,
  type Said,
  type SupervisionDraft,
  sessionFrom,
} from '../../domain/draft.ts'
import { Crn, DraftId } from '../../domain/ids.ts'
import { pairFor } from '../../domain/rights.ts'
import { aisha, omar, priya } from '../support/people.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const now = Temporal.Instant.from('2026-11-22T10:00:00Z')
const id = DraftId.parse('00000000-0000-4000-8000-000000000001')
const empty = emptyDraft(id, priya.staffCode)
const fill = (said: Said, from = empty) => fillDraft(from, said, policy, today)
const reflective: Said = {
  other: aisha.staffCode,
  kinds: ['reflective'],
  heldOn: '2026-11-20',
  minutes: 45,
  answers: { theme: 'Boundaries', learned: 'Ask sooner', change: 'A plan for each visit' },
}

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

describe('Who may have a session together', () => {
  const problems: [string, Said, typeof aisha, RegExp | undefined][] = [
    ['a whole reflective session', reflective, aisha, undefined],
    ['a monthly and reflective session in one', { ...reflective, kinds: ['monthly', 'reflective'] }, aisha, undefined],
    ['a kind that cannot be logged yet', { ...reflective, kinds: ['rcat'] }, aisha, /cannot log an RCAT yet/],
    ['somebody not managed', { ...reflective, other: omar.staffCode }, omar, /somebody you manage/],
    [
      'kinds that do not go together',
      { ...reflective, kinds: ['reflective', 'competency'] },
      aisha,
      /cannot log a competency|log them separately/,
    ],
  ]
  for (const [what, said, other, expected] of problems) {
    it(`${expected === undefined ? 'finds nothing wrong with' : 'names what is wrong with'} ${what}`, () => {
      const found = problemsWith(fill(said).draft, pairFor(priya, other, '2026-11-22', []), policy, today)
      if (expected === undefined) assert.deepEqual(found, [])
      else assert.match(found.map((problem) => problem.says).join(' '), expected)
    })
  }
})

describe('A draft that becomes a session', () => {
  const pair = pairFor(priya, aisha, '2026-11-22', [])
  assert.ok(pair)

  it('keeps private answers apart, and leaves out answers that its kinds do not ask for', () => {
    const { draft } = fill({
      ...reflective,
      kinds: ['monthly'],
      answers: { workload: 'High', cases: 'Two', wellbeing: 'Tired', learned: 'not asked' },
    })
    const session = sessionFrom(draft, pair, policy, now)
    assert.deepEqual(session.answers, { workload: 'High', cases: 'Two' })
    assert.deepEqual(session.privateAnswers, { wellbeing: 'Tired' })
    assert.equal(session.id, draft.id)
    assert.equal(session.practitioner, aisha.staffCode)
    assert.equal(session.supervisor, priya.staffCode)
  })

  it('is refused while something is missing', () => {
    assert.throws(() => sessionFrom(fill({ ...reflective, minutes: undefined }).draft, pair, policy, now))
  })

  it('comes back whole when it is taken up to be corrected', () => {
    const { draft } = fill({
      ...reflective,
      crns: [Crn.parse('X320741')],
      kinds: ['monthly', 'reflective'],
      answers: { ...reflective.answers, workload: 'High', wellbeing: 'Well' },
    })
    const session = sessionFrom(draft, pair, policy, now)
    const again = draftCorrecting(session, DraftId.parse('00000000-0000-4000-8000-000000000002'))
    assert.deepEqual({ ...again, id: draft.id, corrects: undefined }, { ...draft, corrects: undefined })
    assert.equal(again.corrects, session.id)
  })
})
