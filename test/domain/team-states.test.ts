import assert from 'node:assert/strict'
import { countStates, fullTimeEquivalents, stateNow, worstFirst } from '../../domain/team-states.ts'
import { aPerson } from '../support/people.ts'
import { held, standing, standings } from '../support/windows.ts'

const today = '2026-11-22'
const kinds = ['monthly', 'reflective', 'observation', 'performance', 'competency', 'rcat', 'saqua'] as const
/** A session of every kind a month, so many months from April on. */
const monthsHeld = (months: number) => ({
  sessions: Array.from({ length: months }, (_, month) =>
    held(`2026-${String(4 + month).padStart(2, '0')}-08`, ...kinds),
  ),
})
const one = (name: string, months: number) => ({
  person: aPerson({ staffCode: `N03A${name.charCodeAt(0)}0`, name }),
  standings: standings(today, monthsHeld(months)),
})

describe('How a kind stands now', () => {
  for (const [says, sessions, state] of [
    ['overdue where the last closed window still is', [held('2026-06-02', 'reflective')], 'overdue'],
    ['as its open window where nothing is overdue', [held('2026-09-02', 'reflective')], 'due'],
    ['met once it was held, with what is missed behind it', [held('2026-10-02', 'reflective')], 'met'],
  ] as const) {
    it(`is ${says}`, () => assert.equal(stateNow(standing('reflective', today, { sessions: [...sessions] })), state))
  }
})

describe('Counting windows', () => {
  it('takes closed and open ones of every kind, or of the kinds asked for', () => {
    const nothing = standings(today)
    const counts = countStates(nothing)
    assert.deepEqual(counts, { met: 0, booked: 0, due: 6, 'due-soon': 1, overdue: 5, missed: 9, waived: 0 })
    assert.deepEqual(countStates(nothing, ['monthly']), {
      ...{ met: 0, booked: 0, due: 0, 'due-soon': 1, overdue: 1, missed: 6, waived: 0 },
    })
    assert.equal(countStates(standings(today, monthsHeld(8))).met, 21)
    assert.equal(countStates([]).met, 0)
  })
})

describe('The worst first', () => {
  it('is whoever has most overdue, then most due soon, then most missed', () => {
    const [fine, soon, late, worst] = [one('A', 8), one('B', 7), one('C', 6), one('D', 0)]
    assert.deepEqual(
      worstFirst([fine, soon, late, worst]).map(({ person }) => person.name),
      ['D', 'C', 'B', 'A'],
    )
  })

  it('looks at one kind alone when asked, and leaves those who stand alike in their order', () => {
    const [a, b, c] = [one('A', 7), one('B', 7), one('C', 0)]
    assert.deepEqual(
      worstFirst([b, a, c], ['competency']).map(({ person }) => person.name),
      ['C', 'B', 'A'],
    )
    assert.deepEqual(worstFirst([], ['competency']), [])
  })
})

describe('The span of a line manager', () => {
  for (const [says, people, span] of [
    ['adds up working time', [{ fte: 0.5 }, { fte: 0.8 }], 1.3],
    ['takes working time that is not known for full time', [{ fte: 0.5 }, {}], 1.5],
    ['leaves out whoever has left or not started', [{ endedOn: '2026-11-21' }, { startedOn: '2026-11-23' }, {}], 1],
    ['counts the last and the first day', [{ endedOn: '2026-11-22' }, { startedOn: '2026-11-22' }], 2],
    ['has no dust of arithmetic', Array(10).fill({ fte: 0.1 }), 1],
    ['is nothing without anybody', [], 0],
  ] as const) {
    it(says, () => assert.equal(fullTimeEquivalents(people as never, today), span))
  }
})
