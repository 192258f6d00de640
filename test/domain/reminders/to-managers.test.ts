import assert from 'node:assert/strict'
import { asMessages } from '../../../domain/reminders/one-message.ts'
import type { ReminderFacts } from '../../../domain/reminders/reminder-facts.ts'
import { managersReminders } from '../../../domain/reminders/reminders-due.ts'
import { addOverdue, nothingOverdue } from '../../../domain/reminders/to-managers.ts'
import { heldOn } from '../../support/due-because-of-aisha.ts'
import { aisha, aPerson, gwen, omar, priya, ruth, tom } from '../../support/people.ts'
import { anAction, asLondon, factsOf, type officeOf, roundAt } from '../../support/reminders.ts'
import { held } from '../../support/windows.ts'

type Office = Partial<Parameters<typeof officeOf>[0]>
const people = [priya, aisha, tom, gwen, ruth, omar]
/** Nothing but what a test says is overdue. */
const sessions = [
  ...heldOn('2026-04-02', '2026-07-02', '2026-10-02'),
  ...[4, 5, 6, 7, 8, 9, 10, 11].map((month) => held(`2026-${String(month).padStart(2, '0')}-03`, 'monthly')),
]
const late = (who: typeof aisha, ...dueOn: string[]): ReminderFacts =>
  factsOf(who, { sessions, actions: dueOn.map((due, index) => anAction(index + 1, who, '2026-09-01', due)) })

function told(at: string, facts: readonly ReminderFacts[], office: Office = {}): string[] {
  const round = roundAt(at, { people, ...office })
  const longest = nothingOverdue()
  for (const one of facts) addOverdue(longest, one, round)
  return managersReminders(longest, people, round).map(
    ({ to, thing, dueAt }) =>
      `${thing.what} ${people.find(({ staffCode }) => staffCode === to)?.name.split(' ')[0]} ${asLondon(dueAt).slice(11)}`,
  )
}

describe('What line managers are told', () => {
  const table: [says: string, at: string, facts: ReminderFacts[], office: Office, expected: string[]][] = [
    ['nothing when nothing is overdue', '2026-11-20 06:00', [late(aisha)], {}, []],
    ['nothing one working day after', '2026-11-19 06:00', [late(aisha, '2026-11-18')], {}, []],
    ['a digest two working days after', '2026-11-20 06:00', [late(aisha, '2026-11-18')], {}, ['digest Priya 08:30']],
    ['days off do not count', '2026-11-23 06:00', [late(aisha, '2026-11-20')], {}, []],
    ['nothing at a weekend', '2026-11-21 06:00', [late(aisha, '2026-11-10')], {}, []],
    ['nothing on a bank holiday', '2026-12-28 06:00', [late(aisha, '2026-11-10')], {}, []],
    [
      'the same day, when half past eight was missed',
      '2026-11-20 17:59',
      [late(aisha, '2026-11-18')],
      {},
      ['digest Priya 08:30'],
    ],
    ['not from six', '2026-11-20 18:00', [late(aisha, '2026-11-18')], {}, []],
    [
      'whoever covers',
      '2026-11-20 06:00',
      [late(aisha, '2026-11-18')],
      { away: [[priya, '2026-11-20']], covers: [[priya, ruth, '2026-11-20', '2026-11-20']] },
      ['digest Ruth 08:30'],
    ],
    [
      'nobody, when nobody covers',
      '2026-11-20 06:00',
      [late(aisha, '2026-11-18')],
      { away: [[priya, '2026-11-20']] },
      [],
    ],
    [
      'whoever covers for a post that is empty',
      '2026-11-20 06:00',
      [late(aisha, '2026-11-18')],
      {
        people: [aPerson({ ...priya, endedOn: '2026-11-01' }), aisha, ruth],
        covers: [[priya, ruth, '2026-11-01', '2026-12-01']],
      },
      ['digest Ruth 08:30'],
    ],
    [
      'a head of PDU too, of those they manage themself',
      '2026-11-20 06:00',
      [late(priya, '2026-11-18')],
      {},
      ['digest Gwen 08:30'],
    ],
    [
      'nobody of what they did not do themself, while they cover',
      '2026-11-20 06:00',
      [late(priya, '2026-11-18')],
      { away: [[gwen, '2026-11-20']], covers: [[gwen, priya, '2026-11-20', '2026-11-20']] },
      [],
    ],
    [
      'the head of the PDU on Monday, after ten working days',
      '2026-11-23 06:00',
      [late(aisha, '2026-11-09')],
      {},
      ['digest Priya 08:30', 'weekly Gwen 08:30'],
    ],
    ['not after nine', '2026-11-23 06:00', [late(aisha, '2026-11-10')], {}, ['digest Priya 08:30']],
    [
      'not on Tuesday what was nine on Monday',
      '2026-11-24 06:00',
      [late(aisha, '2026-11-10')],
      {},
      ['digest Priya 08:30'],
    ],
    [
      'on Tuesday what was missed on Monday',
      '2026-11-24 06:00',
      [late(aisha, '2026-11-09')],
      {},
      ['digest Priya 08:30', 'weekly Gwen 08:30'],
    ],
    [
      'on Tuesday, when Monday is a bank holiday',
      '2026-09-01 06:00',
      [
        factsOf(tom, {
          ...late(tom),
          sessions: [...sessions],
          actions: [anAction(1, tom, '2026-08-03', '2026-08-14')],
        }),
      ],
      {},
      ['digest Priya 08:30', 'weekly Gwen 08:30'],
    ],
    [
      'whoever covers for the head',
      '2026-11-23 06:00',
      [late(aisha, '2026-11-09')],
      { away: [[gwen, '2026-11-23']], covers: [[gwen, ruth, '2026-11-23', '2026-11-23']] },
      ['digest Priya 08:30', 'weekly Ruth 08:30'],
    ],
  ]
  for (const [says, at, facts, office, expected] of table) {
    it(says, () => assert.deepEqual(told(at, facts, office).sort(), expected))
  }

  it('those for whom nobody can be told are named for the delivery report', () => {
    const longest = nothingOverdue()
    const round = roundAt('2026-11-20 06:00', { people, away: [[priya, '2026-11-20']] })
    const alone = aPerson({ ...omar, managerStaffCode: undefined })
    for (const facts of [late(aisha, '2026-11-18'), late(alone, '2026-11-18')]) addOverdue(longest, facts, round)
    assert.deepEqual([...longest.untold], [priya.staffCode, alone.staffCode])
  })
})

describe('What goes out together', () => {
  it('is one message for digests of several teams, one for the weekly one, one for all the rest', () => {
    const round = roundAt('2026-11-23 06:00', {
      people,
      away: [[priya, '2026-11-23']],
      covers: [[priya, ruth, '2026-11-23', '2026-11-23']],
    })
    const longest = nothingOverdue()
    for (const one of [late(aisha, '2026-11-09'), late(omar, '2026-11-09')]) addOverdue(longest, one, round)
    const toRuth = managersReminders(longest, people, round).filter(({ to }) => to === ruth.staffCode)
    assert.deepEqual(
      asMessages(toRuth).map((some) => some.map(({ thing }) => thing.what)),
      [['digest', 'digest']],
    )
  })
})
