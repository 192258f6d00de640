import assert from 'node:assert/strict'
import type { Supervised, SupervisionFacts, WindowState } from '../../domain/window-state.ts'
import { away, booked, held, po, standing } from '../support/windows.ts'

describe('A window is waived', () => {
  /** Why a window is waived, or its state. November 2026 has 21 working days. */
  const why = (facts: Partial<SupervisionFacts>, person: Supervised = po, waivedAbove = 0.5): unknown => {
    const open: WindowState = standing('monthly', '2026-11-30', facts, person, { waivedAbove }).open
    return open.state === 'waived' ? open.waiver : open.state
  }
  const none = { workingDays: 21, away: 0, notStarted: 0, gone: 0 }

  for (const [says, facts, person, waiver] of [
    ['away for 11 of 21 days', { absences: [away('2026-11-02', '2026-11-16')] }, po, { ...none, away: 11 }],
    ['away for 10 of 21 days: not', { absences: [away('2026-11-02', '2026-11-15')] }, po, 'due-soon'],
    [
      'days counted twice count once: not',
      { absences: [away('2026-11-02', '2026-11-13'), away('2026-11-06', '2026-11-12')] },
      po,
      'due-soon',
    ],
    [
      'two absences that touch',
      { absences: [away('2026-11-10', '2026-11-20'), away('2026-10-20', '2026-11-09')] },
      po,
      { ...none, away: 15 },
    ],
    ['away with no end known', { absences: [away('2026-11-10')] }, po, { ...none, away: 15 }],
    ['not yet started', {}, { ...po, startedOn: '2026-11-17' }, { ...none, notStarted: 11 }],
    ['started in time: not', {}, { ...po, startedOn: '2026-11-16' }, 'due-soon'],
    ['gone already', {}, { ...po, endedOn: '2026-11-13' }, { ...none, gone: 11 }],
    ['gone, but there for half of it: not', {}, { ...po, endedOn: '2026-11-16' }, 'due-soon'],
    [
      'started late and then away: together more than half',
      { absences: [away('2026-11-12', '2026-11-18')] },
      { ...po, startedOn: '2026-11-10' },
      { ...none, away: 5, notStarted: 6 },
    ],
    [
      'an absence outside the time in post counts once',
      { absences: [away('2026-10-01', '2026-11-30')] },
      { ...po, startedOn: '2026-11-10', endedOn: '2026-11-20' },
      { ...none, away: 9, notStarted: 6, gone: 6 },
    ],
    ['long gone', {}, { ...po, endedOn: '2020-01-31' }, { ...none, gone: 21 }],
    ['not here for years yet', {}, { ...po, startedOn: '2040-01-01' }, { ...none, notStarted: 21 }],
    ['an absence long ago: not', { absences: [away('2020-01-01', '2020-12-31')] }, po, 'due-soon'],
    ['an absence yet to come: not', { absences: [away('2040-01-01', '2040-12-31')] }, po, 'due-soon'],
  ] as [string, Partial<SupervisionFacts>, Supervised, unknown][]) {
    it(`${says}`, () => assert.deepEqual(why(facts, person), waiver))
  }

  it('follows the policy’s share: half of 20 days is not more than half', () => {
    const half = standing('monthly', '2026-05-31', { absences: [away('2026-05-01', '2026-05-15')] }).open
    assert.equal(half.window.workingDays, 19)
    const april = standing('monthly', '2026-04-30', { absences: [away('2026-04-01', '2026-04-16')] }).open
    assert.deepEqual([april.window.workingDays, april.state], [20, 'due-soon'])
    assert.deepEqual(why({ absences: [away('2026-11-02', '2026-11-06')] }, po, 0.2), { ...none, away: 5 })
  })

  it('bank holidays are no working days: Christmas week hardly counts', () => {
    const december = standing('monthly', '2026-12-31', { absences: [away('2026-12-16', '2026-12-31')] }).open
    assert.deepEqual([december.window.workingDays, december.state], [21, 'due-soon'])
  })

  it('also while it is open, and the next one too, by absences that are known', () => {
    const { open, next } = standing('reflective', '2026-11-22', { absences: [away('2026-10-15')] })
    assert.equal(open.state, 'waived')
    assert.deepEqual(next.waiver, { workingDays: 61, away: 61, notStarted: 0, gone: 0 })
  })

  it('not when it was met all the same, and a booking in it is kept', () => {
    const absences = [away('2026-11-02', '2026-11-25')]
    assert.equal(
      standing('monthly', '2026-11-30', { absences, sessions: [held('2026-11-27', 'monthly')] }).open.state,
      'met',
    )
    const { open } = standing('monthly', '2026-11-22', { absences, bookings: [booked('2026-11-27', 'monthly')] })
    assert.equal(open.state === 'waived' && open.bookedOn, '2026-11-27')
  })
})
