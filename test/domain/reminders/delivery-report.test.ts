import assert from 'node:assert/strict'
import { deliveryReportOf } from '../../../domain/reminders/delivery-report.ts'
import type { OutcomeCount } from '../../../domain/reminders/outbox.ts'
import { aisha, priya, tom } from '../../support/people.ts'
import { london } from '../../support/reminders.ts'

const row = (to: typeof aisha, outcome: OutcomeCount['outcome'], at: string, rest: Partial<OutcomeCount> = {}) => ({
  to: to.staffCode,
  state: 'ended' as const,
  outcome,
  count: 1,
  lastAt: london(at),
  ...rest,
})

describe('The delivery report', () => {
  it('counts what became of messages, whoever they were for', () => {
    const { counts } = deliveryReportOf([
      row(aisha, 'delivered', '2026-11-20 09:00', { count: 4 }),
      row(tom, 'delivered', '2026-11-19 09:00', { count: 2 }),
      row(tom, 'dropped', '2026-11-19 09:00'),
    ])
    assert.deepEqual(counts, { delivered: 6, dropped: 1 })
  })

  const cases: [string, OutcomeCount[], string[]][] = [
    [
      'names somebody for whom something waits',
      [row(aisha, 'not-installed', '2026-11-18 23:30', { state: 'unreachable' })],
      ['N03A001 not-installed 2026-11-18'],
    ],
    [
      'names somebody whose last message failed',
      [row(aisha, 'delivered', '2026-11-18 09:00'), row(aisha, 'failed', '2026-11-19 09:00')],
      ['N03A001 failed 2026-11-19'],
    ],
    [
      'does not name somebody who was reached since',
      [row(aisha, 'failed', '2026-11-18 09:00'), row(aisha, 'delivered', '2026-11-19 09:00')],
      [],
    ],
    [
      'does not take what was no longer needed for a message that arrived',
      [row(aisha, 'failed', '2026-11-18 09:00'), row(aisha, 'dropped', '2026-11-19 09:00')],
      ['N03A001 failed 2026-11-18'],
    ],
    [
      'has them in the order of staff codes',
      [
        row(priya, 'blocked', '2026-11-18 09:00', { state: 'unreachable' }),
        row(aisha, 'blocked', '2026-11-18 09:00', { state: 'unreachable' }),
      ],
      ['N03A001 blocked 2026-11-18', 'N03S001 blocked 2026-11-18'],
    ],
  ]
  for (const [what, outcomes, expected] of cases) {
    it(what, () => {
      const { unreachable } = deliveryReportOf(outcomes)
      assert.deepEqual(
        unreachable.map(({ person, why, since }) => `${person} ${why} ${since}`),
        expected,
      )
    })
  }
})
