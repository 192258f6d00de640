import assert from 'node:assert/strict'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import type { Supervised, SupervisionFacts } from '../../domain/window-state.ts'
import { away, booked, held, inShort, po, standing, standings } from '../support/windows.ts'

const today = '2026-11-22'

/** What is to be said of the state of a window, by the title of the test: kind, day, facts, and the states in short. */
type Row = [says: string, kind: KindId, today: string, facts: Partial<SupervisionFacts>, states: string]

const rows: Row[] = [
  ['nothing held: the open window is due', 'competency', today, {}, 'Apr due'],
  ['15 days left is due', 'monthly', '2026-04-15', {}, 'Apr due'],
  ['14 days left is due soon', 'monthly', '2026-04-16', {}, 'Apr due-soon'],
  ['its last day is due soon', 'monthly', '2026-04-30', {}, 'Apr due-soon'],
  ['29 February is the last day of its month', 'monthly', '2028-02-29', {}, fromApril(10, 'Feb due-soon')],
  ['the day after it closed it is overdue', 'monthly', '2026-05-01', {}, 'Apr overdue, May due'],
  [
    'held on the first day: met',
    'reflective',
    '2026-05-20',
    { sessions: [held('2026-04-01', 'reflective')] },
    'Apr met',
  ],
  ['held today: met', 'monthly', '2026-04-30', { sessions: [held('2026-04-30', 'monthly')] }, 'Apr met'],
  [
    'held on the last day: met; on the day after, in the next window',
    'reflective',
    '2026-07-02',
    { sessions: [held('2026-06-30', 'reflective')] },
    'Apr met, Jul due',
  ],
  [
    'another kind does not count',
    'reflective',
    today,
    { sessions: [held('2026-10-08', 'monthly')] },
    'Apr missed, Jul overdue, Oct due',
  ],
  [
    'a combined session counts for each of its kinds',
    'reflective',
    '2026-04-20',
    { sessions: [held('2026-04-10', 'monthly', 'reflective')] },
    'Apr met',
  ],
  [
    'one that waits for the manager does not count',
    'monthly',
    '2026-04-10',
    { sessions: [{ ...held('2026-04-08', 'monthly'), counts: false }] },
    'Apr due',
  ],
  [
    'one after today is not looked at',
    'monthly',
    '2026-04-10',
    { sessions: [held('2026-04-11', 'monthly')] },
    'Apr due',
  ],
  [
    'overdue until a session is held after it, then missed',
    'reflective',
    '2026-07-20',
    { sessions: [held('2026-07-10', 'reflective')] },
    `Apr missed, Jul met`,
  ],
  [
    'overdue until the next window closes too, then missed',
    'monthly',
    '2026-06-01',
    {},
    `Apr missed, May overdue, Jun due`,
  ],
  [
    'the next window closed met: missed as well',
    'monthly',
    '2026-06-01',
    { sessions: [held('2026-05-05', 'monthly')] },
    `Apr missed, May met, Jun due`,
  ],
  [
    'a session that waits for the manager does not end it',
    'reflective',
    '2026-07-20',
    { sessions: [{ ...held('2026-07-10', 'reflective'), counts: false }] },
    `Apr overdue, Jul due`,
  ],
  [
    'a waived window in between does not count as the next',
    'monthly',
    '2026-06-10',
    { absences: [away('2026-05-01', '2026-05-31')] },
    `Apr overdue, May waived, Jun due`,
  ],
  [
    'after a waived window it is the one after that which closes',
    'monthly',
    '2026-07-01',
    { absences: [away('2026-05-01', '2026-05-31')] },
    `Apr missed, May waived, Jun overdue, Jul due`,
  ],
  [
    'a session in a waived window meets it, and ends what was overdue',
    'monthly',
    '2026-06-10',
    { absences: [away('2026-05-01', '2026-05-28')], sessions: [held('2026-05-29', 'monthly')] },
    `Apr missed, May met, Jun due`,
  ],
  ['booked in the open window', 'monthly', '2026-04-20', { bookings: [booked('2026-04-28', 'monthly')] }, 'Apr booked'],
  ['booked for today', 'monthly', '2026-04-28', { bookings: [booked('2026-04-28', 'monthly')] }, 'Apr booked'],
  [
    'a booking whose day has passed',
    'monthly',
    '2026-04-29',
    { bookings: [booked('2026-04-28', 'monthly')] },
    'Apr due-soon',
  ],
  ['a booking of another kind', 'monthly', '2026-04-20', { bookings: [booked('2026-04-28', 'rcat')] }, 'Apr due-soon'],
  [
    'a booking after the window',
    'monthly',
    '2026-04-20',
    { bookings: [booked('2026-05-01', 'monthly')] },
    'Apr due-soon',
  ],
  [
    'a booking does not make a closed window less overdue',
    'monthly',
    '2026-05-04',
    { bookings: [booked('2026-05-06', 'monthly')] },
    `Apr overdue, May booked`,
  ],
  [
    'held and booked again: met',
    'monthly',
    '2026-04-20',
    { bookings: [booked('2026-04-28', 'monthly')], sessions: [held('2026-04-02', 'monthly')] },
    'Apr met',
  ],
]

/** A run of unmet months from April on: all missed but the last, which is overdue. */
function fromApril(closed: number, open: string): string {
  const months = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar']
  return [...months.slice(0, closed - 1).map((name) => `${name} missed`), `${months[closed - 1]} overdue`, open].join(
    ', ',
  )
}

describe('The state of a window', () => {
  for (const [says, kind, on, facts, states] of rows) {
    it(`${says} (${kind}, ${on})`, () => assert.equal(inShort(standing(kind, on, facts)), states))
  }

  it('is told for the kinds of the grade, in the policy’s order, and for nobody else', () => {
    const kindsOf = (grade: Supervised['grade']) => standings(today, {}, { grade }).map(({ kind }) => kind)
    for (const grade of ['PO', 'PSO', 'PQiP'] as const) {
      assert.deepEqual(
        kindsOf(grade),
        policy.kinds.map(({ id }) => id),
      )
    }
    assert.deepEqual(kindsOf('SPO'), ['monthly', 'reflective', 'performance'])
    for (const grade of ['HoPDU', 'QDO', 'ADMIN'] as const) assert.deepEqual(kindsOf(grade), [])
  })

  it('says which day met it, the latest of several', () => {
    const { open } = standing('reflective', today, {
      sessions: [held('2026-11-12', 'reflective'), held('2026-10-08', 'reflective')],
    })
    assert.deepEqual([open.state, open.state === 'met' && open.heldOn], ['met', '2026-11-12'])
  })

  it('says which day is booked, the earliest of several, also where an earlier window is overdue', () => {
    const bookings = [
      booked('2026-12-10', 'reflective'),
      booked('2026-11-25', 'reflective'),
      booked('2026-11-20', 'reflective'),
    ]
    const { closed, open, next } = standing('reflective', today, {
      sessions: [held('2026-05-05', 'reflective')],
      bookings: [...bookings, booked('2027-01-12', 'reflective')],
    })
    const overdueOne = closed.at(-1)
    assert.equal(open.state === 'booked' && open.bookedOn, '2026-11-25')
    assert.equal(overdueOne?.state === 'overdue' && overdueOne.bookedOn, '2026-11-25')
    assert.equal(next.bookedOn, '2027-01-12')
  })

  it('says that a session waits for the manager, where that is why it is not met', () => {
    const waits = { ...held('2026-11-12', 'reflective'), counts: false }
    const { open } = standing('reflective', today, { sessions: [waits] })
    assert.equal('toConfirm' in open && open.toConfirm, '2026-11-12')
  })

  it('of a window that is not open yet is no state: what comes next is told apart', () => {
    const { closed, open, next } = standing('reflective', today)
    assert.deepEqual(
      [...closed, open].map(({ window }) => window.from),
      ['2026-04-01', '2026-07-01', '2026-10-01'],
    )
    assert.deepEqual([next.window.from, next.window.to], ['2027-01-01', '2027-03-31'])
    assert.ok(!('state' in next))
  })
})

describe('What is looked at', () => {
  it('begins with the year in force: on 1 April nothing of last year is left', () => {
    assert.equal(inShort(standing('monthly', '2027-03-31')), fromApril(11, 'Mar due-soon'))
    assert.equal(inShort(standing('monthly', '2027-04-01')), 'Apr due')
  })

  it('begins with the windows that close on or after the policy’s day', () => {
    const from = (countsFrom: string) =>
      inShort(standing('monthly', '2026-07-01', {}, po, { countsFrom: countsFrom as never }))
    assert.equal(from('2026-05-31'), 'May missed, Jun overdue, Jul due')
    assert.equal(from('2026-06-01'), 'Jun overdue, Jul due')
    assert.equal(from('2026-07-01'), 'Jul due')
    assert.equal(from('2026-02-15'), 'Feb missed, Mar missed, Apr missed, May missed, Jun overdue, Jul due')
    const year = standing('competency', '2026-07-01', {}, po, { countsFrom: '2025-06-01' as never })
    assert.equal(inShort(year), 'Apr overdue, Apr due')
  })

  it('due soon follows the policy’s number of days', () => {
    const on = (dueSoonDays: number) => standing('monthly', '2026-04-20', {}, po, { dueSoonDays }).open.state
    assert.deepEqual([on(9), on(10)], ['due', 'due-soon'])
  })
})
