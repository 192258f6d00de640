import assert from 'node:assert/strict'
import { keyOf } from '../../../domain/reminders/reminder.ts'
import type { ReminderFacts } from '../../../domain/reminders/reminder-facts.ts'
import { remindersDue } from '../../../domain/reminders/reminders-due.ts'
import { aBooking } from '../../support/bookings.ts'
import { day } from '../../support/days.ts'
import { allButMonthly, dueBecauseOfAisha as due, heldOn } from '../../support/due-because-of-aisha.ts'
import { aisha, aPerson, gwen, priya, ruth, tom } from '../../support/people.ts'
import { factsOf, london, roundAt } from '../../support/reminders.ts'
import { held } from '../../support/windows.ts'

type Office = Parameters<typeof due>[2] & object
const sessions = allButMonthly
const bothAt = (step: string) => [`Aisha monthly ${step} 09:00`, `Priya monthly ${step} 09:00`]

describe('Before a window closes', () => {
  const table: [says: string, at: string, more: Partial<ReminderFacts>, office: Office, expected: string[]][] = [
    ['nobody is reminded with 15 days left', '2026-12-16 06:00', {}, {}, []],
    ['practitioner and manager are with 14 days left', '2026-12-17 06:00', {}, {}, bothAt('14')],
    ['it is the same step until the next', '2026-12-24 06:00', {}, {}, bothAt('14')],
    ['the second step waits for the working day after Christmas', '2026-12-29 06:00', {}, {}, bothAt('3')],
    ['it lasts to the last day', '2026-12-31 06:00', {}, {}, bothAt('3')],
    ['not on a Saturday', '2026-12-19 06:00', {}, {}, []],
    ['not on a bank holiday', '2026-12-28 06:00', {}, {}, []],
    ['on Monday, when 14 days were left on a Sunday', '2026-05-18 06:00', {}, {}, bothAt('14')],
    [
      'three days before the end of a February of 29 days',
      '2028-02-28 06:00',
      {
        sessions: heldOn('2027-04-06', '2027-07-06', '2027-10-06', '2028-01-05'),
      },
      {},
      bothAt('3'),
    ],
    [
      'not when a session was held',
      '2026-12-17 06:00',
      { sessions: [...sessions, held('2026-12-01', 'monthly')] },
      {},
      [],
    ],
    [
      'not when one is booked in the window',
      '2026-12-17 06:00',
      {
        bookings: [
          aBooking(1, {
            practitioner: aisha.staffCode,
            supervisor: priya.staffCode,
            kinds: ['monthly'],
            on: day('2026-12-30'),
          }),
        ],
      },
      {},
      [],
    ],
    [
      'when the one that is booked is in the next window',
      '2026-12-17 06:00',
      {
        bookings: [
          aBooking(1, {
            practitioner: aisha.staffCode,
            supervisor: priya.staffCode,
            kinds: ['monthly'],
            on: day('2027-01-04'),
          }),
        ],
      },
      {},
      bothAt('14'),
    ],
    [
      'when the booking was cancelled',
      '2026-12-17 06:00',
      {
        bookings: [
          aBooking(1, {
            practitioner: aisha.staffCode,
            supervisor: priya.staffCode,
            kinds: ['monthly'],
            on: day('2026-12-30'),
            state: 'cancelled',
          }),
        ],
      },
      {},
      bothAt('14'),
    ],
    [
      'the manager alone, when the session waits for their word',
      '2026-12-17 06:00',
      { sessions: [...sessions, { ...held('2026-12-01', 'monthly'), counts: false }] },
      {},
      ['Priya monthly 14 09:00'],
    ],
    [
      'the manager alone, when the practitioner is away',
      '2026-12-17 06:00',
      {},
      { away: [[aisha, '2026-12-17', '2026-12-18']] },
      ['Priya monthly 14 09:00'],
    ],
    [
      'both on the day the practitioner is back',
      '2026-12-21 06:00',
      {},
      { away: [[aisha, '2026-12-17', '2026-12-18']] },
      bothAt('14'),
    ],
    [
      'nobody, when the practitioner is away until it closes',
      '2026-12-18 06:00',
      {},
      { away: [[aisha, '2026-12-17', '2027-01-01']] },
      [],
    ],
    ['nobody, when it is waived', '2026-12-17 06:00', {}, { away: [[aisha, '2026-12-01', '2026-12-16']] }, []],
    [
      'whoever covers, while the manager is away',
      '2026-12-17 06:00',
      {},
      { away: [[priya, '2026-12-17']], covers: [[priya, ruth, '2026-12-17', '2026-12-17']] },
      ['Aisha monthly 14 09:00', 'Ruth monthly 14 09:00'],
    ],
    [
      'the manager, when who covers is there but the manager too',
      '2026-12-17 06:00',
      {},
      { covers: [[priya, ruth, '2026-12-17', '2026-12-17']] },
      bothAt('14'),
    ],
    [
      'the practitioner alone, when the cover ended the day before',
      '2026-12-17 06:00',
      {},
      { away: [[priya, '2026-12-14']], covers: [[priya, ruth, '2026-12-14', '2026-12-16']] },
      ['Aisha monthly 14 09:00'],
    ],
    [
      'the practitioner alone, when who covers is away too',
      '2026-12-17 06:00',
      {},
      {
        away: [
          [priya, '2026-12-17'],
          [ruth, '2026-12-17'],
        ],
        covers: [[priya, ruth, '2026-12-17', '2026-12-17']],
      },
      ['Aisha monthly 14 09:00'],
    ],
    [
      'the practitioner alone, when who covers may not',
      '2026-12-17 06:00',
      {},
      { away: [[priya, '2026-12-17']], covers: [[priya, tom, '2026-12-17', '2026-12-17']] },
      ['Aisha monthly 14 09:00'],
    ],
    ['also late in the day, when the morning was missed', '2026-12-17 16:00', {}, {}, bothAt('14')],
  ]
  for (const [says, at, more, office, expected] of table) {
    it(`${says}`, () => assert.deepEqual(due(at, { sessions, ...more }, office), expected))
  }

  it('somebody who has left, or has not begun, is nobody’s reminder', () => {
    for (const post of [{ endedOn: '2026-12-16' }, { startedOn: '2026-12-18' }]) {
      const person = aPerson({ ...aisha, ...post })
      const round = roundAt('2026-12-17 06:00', { people: [priya, person] })
      assert.deepEqual(remindersDue(factsOf(person), round), [])
    }
  })

  it('of two who cover, the one who began first, in whatever order they are known', () => {
    const covers = [
      [priya, gwen, '2026-12-16', '2026-12-18'],
      [priya, ruth, '2026-12-15', '2026-12-18'],
    ] as const
    for (const known of [covers, covers.toReversed()]) {
      const lines = due('2026-12-17 06:00', { sessions }, { away: [[priya, '2026-12-17']], covers: known })
      assert.deepEqual(lines, ['Aisha monthly 14 09:00', 'Ruth monthly 14 09:00'])
    }
  })

  it('nobody is their own manager while they cover for them', () => {
    const round = roundAt('2026-12-17 06:00', {
      people: [priya, gwen],
      away: [[gwen, '2026-12-17']],
      covers: [[gwen, priya, '2026-12-17', '2026-12-17']],
    })
    const to = remindersDue(factsOf(priya), round).map((reminder) => reminder.to)
    assert.ok(to.length > 0 && to.every((code) => code === priya.staffCode))
    assert.equal(new Set(remindersDue(factsOf(priya), round).map(keyOf)).size, to.length)
  })
})

describe('On the day of a booked session', () => {
  const booking = { practitioner: aisha.staffCode, supervisor: priya.staffCode, on: day('2026-11-26') }
  const both = (time: string) => [`Aisha session-today 0 ${time}`, `Priya session-today 0 ${time}`]
  const table: [says: string, at: string, booking: object, office: Office, expected: string[]][] = [
    ['both are reminded at nine', '2026-11-26 06:00', {}, {}, both('09:00')],
    ['nobody is the day before', '2026-11-25 06:00', {}, {}, []],
    ['half an hour before, when it begins at nine', '2026-11-26 06:00', { at: '09:00' }, {}, both('08:30')],
    ['not before eight', '2026-11-26 06:00', { at: '08:15' }, {}, both('08:00')],
    ['not at all, when it begins at eight', '2026-11-26 06:00', { at: '08:00' }, {}, []],
    ['not once it has begun', '2026-11-26 14:00', {}, {}, []],
    ['just before it begins, when the morning was missed', '2026-11-26 13:59', {}, {}, both('09:00')],
    ['not when it was booked on that day', '2026-11-26 11:00', { bookedAt: london('2026-11-26 10:00') }, {}, []],
    ['not when it was moved', '2026-11-26 06:00', { state: 'moved' }, {}, []],
    [
      'whoever covers for the one who holds it',
      '2026-11-26 06:00',
      {},
      { away: [[priya, '2026-11-26']], covers: [[priya, ruth, '2026-11-26', '2026-11-26']] },
      ['Aisha session-today 0 09:00', 'Ruth session-today 0 09:00'],
    ],
    [
      'the other one alone, when the practitioner is away',
      '2026-11-26 06:00',
      {},
      { away: [[aisha, '2026-11-26', '2026-11-26']] },
      ['Priya session-today 0 09:00'],
    ],
  ]
  for (const [says, at, fields, office, expected] of table) {
    it(says, () => {
      const { at: begins = '14:00', ...rest } = fields as { at?: string }
      const made = aBooking(1, { ...booking, ...rest })
      const bookings = [
        { ...made, at: made.at.with({ hour: Number(begins.slice(0, 2)), minute: Number(begins.slice(3)) }) },
      ]
      assert.deepEqual(
        due(at, { sessions, bookings }, office).filter((line) => line.includes('session')),
        expected,
      )
    })
  }
})
