import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { Crn, DraftId } from '../../domain/ids.ts'
import { pairFor } from '../../domain/rights.ts'
import { carriedOver, draftCorrecting, sessionFrom } from '../../domain/session-from-draft.ts'
import { emptyOne as empty, fill, reflective } from '../support/drafts.ts'
import { aisha, priya } from '../support/people.ts'

const now = Temporal.Instant.from('2026-11-22T10:00:00Z')

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

  it('names the one case among the cases and in its answer, and drops what belongs to an objective that went', () => {
    const { draft } = fill({
      other: aisha.staffCode,
      kinds: ['performance', 'rcat'],
      heldOn: '2026-11-20',
      minutes: 60,
      crns: [Crn.parse('X320741')],
      answers: {
        ...{ assessment: 'good', planning: 'good', implementation: 'good', reviewing: 'good', outcomes: 'good' },
        ...{
          'objective-2': 'the backlog',
          'rating-2': 'met',
          'rating-1': 'met',
          'note-1': 'of an objective that went',
        },
      },
    })
    const session = sessionFrom(draft, pair, policy, now)
    assert.equal(session.answers['audited-case'], 'X320741')
    assert.deepEqual(session.crns, ['X320741'])
    assert.deepEqual([session.answers['rating-1'], session.answers['note-1']], [undefined, undefined])
    assert.equal(session.answers['rating-2'], 'met')
  })

  const said = { 'was-reflective': 'partly', 'reflective-line': 'mostly targets' }
  it('takes from the practitioner who logs it whether it was reflective, and from nobody else', () => {
    const { draft } = fill({ ...reflective, answers: { ...reflective.answers, ...said } })
    const own = pairFor(aisha, priya, '2026-11-22', [])
    assert.ok(own)
    const byPractitioner = sessionFrom({ ...draft, by: aisha.staffCode, other: priya.staffCode }, own, policy, now)
    assert.deepEqual(byPractitioner.reflection, { rating: 'partly', line: 'mostly targets' })
    const byManager = sessionFrom(draft, pair, policy, now)
    assert.equal(byManager.reflection, undefined)
    for (const session of [byPractitioner, byManager]) {
      assert.deepEqual(Object.keys(session.answers).sort(), ['change', 'learned', 'theme'])
    }
    const again = draftCorrecting(byPractitioner, empty.id)
    assert.deepEqual(again.answers, { ...reflective.answers, ...said })
  })
})

describe('Objectives', () => {
  it('carry over to the next performance session, moved up where one had gone, without ratings and notes', () => {
    const answers = {
      'objective-2': 'the backlog',
      'rating-2': 'met',
      'objective-5': 'a briefing',
      'note-5': 'x',
      theme: 'y',
    }
    assert.deepEqual(carriedOver({ answers }, 'performance', policy), {
      'objective-1': 'the backlog',
      'objective-2': 'a briefing',
    })
    assert.deepEqual(carriedOver({ answers: {} }, 'performance', policy), {})
    assert.deepEqual(carriedOver({ answers }, 'reflective', policy), {})
  })
})
