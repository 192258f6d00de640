import assert from 'node:assert/strict'
import { digestOf } from '../../../domain/reminders/digest.ts'
import type { ReminderFacts } from '../../../domain/reminders/reminder-facts.ts'
import { weeklyOf } from '../../../domain/reminders/weekly.ts'
import { heldOn } from '../../support/due-because-of-aisha.ts'
import { aisha, aPerson, gwen, omar, priya, ruth, tom } from '../../support/people.ts'
import { anAction, factsOf, roundAt } from '../../support/reminders.ts'
import { held } from '../../support/windows.ts'

const people = [priya, aisha, tom, gwen, ruth, omar]
/** Nothing but what a test says is overdue. */
const sessions = [
  ...heldOn('2026-04-02', '2026-07-02', '2026-10-02'),
  ...[4, 5, 6, 7, 8, 9, 10, 11].map((month) => held(`2026-${String(month).padStart(2, '0')}-03`, 'monthly')),
]
const late = (who: typeof aisha, ...dueOn: string[]): ReminderFacts =>
  factsOf(who, { sessions, actions: dueOn.map((due, index) => anAction(index + 1, who, '2026-09-01', due)) })

describe('The digest', () => {
  const facts = [
    late(aisha, '2026-11-16'),
    late(tom, '2026-11-18', '2026-11-17', '2026-11-19'),
    late(omar, '2026-11-11'),
  ]
  const round = roundAt('2026-11-20 08:30', { people, away: [[tom, '2026-11-20', '2026-11-20']] })
  const inShort = (of: typeof facts, to = priya, managers = [priya], at = round) =>
    digestOf(
      to.staffCode,
      managers.map(({ staffCode }) => staffCode),
      of,
      [],
      at,
    ).teams.map(({ manager, coveredFor, people: those }) =>
      [
        `${manager}${coveredFor ? ' covered' : ''}`,
        ...those.map(
          ({ person, isAway, rows }) =>
            `${person.name}${isAway ? ' away' : ''} ${rows.map(({ workingDays }) => workingDays)}`,
        ),
      ].join(', '),
    )

  it('has the staff of one manager, the worst first and who is away last, each with what is overdue longest first', () => {
    assert.deepEqual(inShort(facts), ['N03S001, Aisha Khan 4, Tom Okafor away 3,2'])
    const here = roundAt('2026-11-20 08:30', { people })
    assert.deepEqual(inShort(facts, priya, [priya], here), ['N03S001, Tom Okafor 3,2, Aisha Khan 4'])
    assert.deepEqual(inShort(facts.toReversed(), priya, [priya], here), inShort(facts, priya, [priya], here))
  })

  it('has the staff of those its reader covers for after their own', () => {
    assert.deepEqual(inShort(facts, ruth, [priya, ruth]), [
      'N03S002, Omar Saleh 7',
      'N03S001 covered, Aisha Khan 4, Tom Okafor away 3,2',
    ])
  })

  it('counts people and things, which is all that a notification says, and names whom of the staff nothing reaches', () => {
    const since = '2026-11-12'
    const report = [tom, omar, aisha].map(({ staffCode: person }) => ({ person, why: 'blocked' as const, since }))
    const {
      people: count,
      things,
      longestWorkingDays,
      unreachable,
    } = digestOf(priya.staffCode, [priya.staffCode], facts, report, round)
    assert.deepEqual([count, things, longestWorkingDays], [2, 3, 4])
    assert.deepEqual(
      unreachable.map(({ person }) => person),
      [aisha.staffCode, tom.staffCode],
    )
  })

  it('says of a window which one it was, when the next session is booked, and what waits to be agreed', () => {
    const waiting = factsOf(aisha, {
      sessions: [
        ...sessions.filter(({ heldOn: on }) => on !== '2026-10-03'),
        { ...held('2026-10-20', 'monthly'), counts: false },
      ],
    })
    const met = { ...waiting, sessions: waiting.sessions.filter(({ heldOn: on }) => on !== '2026-11-03') }
    const [row] = digestOf(priya.staffCode, [priya.staffCode], [met], [], round).teams[0]?.people[0]?.rows ?? []
    assert.deepEqual(row, {
      what: 'supervision',
      kind: 'monthly',
      from: '2026-10-01',
      dueOn: '2026-10-31',
      workingDays: 15,
      toConfirm: '2026-10-20',
    })
  })
})

describe('The weekly message', () => {
  it('counts by line manager, most first, and names nobody but them', () => {
    const alone = aPerson({ staffCode: 'N03A055', name: 'Nia Voss', grade: 'PO' })
    const facts = [
      late(aisha, '2026-11-05', '2026-11-06'),
      late(tom, '2026-11-19'),
      late(omar, '2026-11-02'),
      late(alone, '2026-11-03'),
    ]
    const { lines, things } = weeklyOf(facts, roundAt('2026-11-23 08:30', { people }))
    assert.deepEqual(lines, [
      { manager: priya.staffCode, people: 1, things: 2, longestWorkingDays: 12 },
      { people: 1, things: 1, longestWorkingDays: 14 },
      { manager: ruth.staffCode, people: 1, things: 1, longestWorkingDays: 15 },
    ])
    assert.equal(things, 4)
  })
})
