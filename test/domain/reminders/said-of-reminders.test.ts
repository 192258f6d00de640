import assert from 'node:assert/strict'
import { keyOf } from '../../../domain/reminders/reminder.ts'
import { noPreferences } from '../../../domain/reminders/reminder-preferences.ts'
import { type AskedOfReminders, saidOfReminders } from '../../../domain/reminders/said-of-reminders.ts'
import { aBooking } from '../../support/bookings.ts'
import { day } from '../../support/days.ts'
import { allButMonthly as sessions } from '../../support/due-because-of-aisha.ts'
import { aisha, gwen, priya, ruth, tom } from '../../support/people.ts'
import { anAction, asLondon, factsOf, london, officeOf, rules } from '../../support/reminders.ts'
import { held } from '../../support/windows.ts'

const met = [...sessions, held('2026-10-05', 'monthly'), held('2026-11-05', 'monthly')]
const booking = aBooking(1, { practitioner: aisha.staffCode, supervisor: priya.staffCode, on: day('2026-11-26') })
const facts = [
  factsOf(aisha, { sessions: met, bookings: [booking], actions: [anAction(1, aisha, '2026-11-09', '2026-11-30')] }),
  factsOf(tom, { sessions: met, actions: [anAction(2, tom, '2026-11-02', '2026-11-13')] }),
]
function said(
  who: typeof aisha,
  more: Partial<AskedOfReminders> = {},
  office: Partial<Parameters<typeof officeOf>[0]> = {},
) {
  const asked = {
    person: who.staffCode,
    now: london('2026-11-20 10:00'),
    office: officeOf({ people: [priya, aisha, tom, gwen, ruth], ...office }),
  }
  return saidOfReminders({ ...asked, facts, sent: new Set(), days: 60, most: 20, ...more }, rules)
}
const inShort = (...asked: Parameters<typeof said>) =>
  said(...asked).map(({ thing, step, dueAt }) => `${asLondon(dueAt)} ${thing.what} ${step}`)

describe('“What will you remind me of?”', () => {
  it('is each thing once, at its next step, the soonest first', () => {
    assert.deepEqual(inShort(aisha), [
      '2026-11-26 09:00 session-today 0',
      '2026-11-27 09:00 action-due 3',
      '2026-12-17 09:00 window-closing 14',
      '2027-01-18 09:00 window-closing 14',
    ])
  })

  it('is for a manager the digest that is due and what their staff have booked or not', () => {
    assert.deepEqual(inShort(priya, { days: 28 }), [
      '2026-11-20 10:00 digest day',
      '2026-11-26 09:00 session-today 0',
      '2026-12-17 09:00 window-closing 14',
      '2026-12-17 09:00 window-closing 14',
    ])
  })

  it('leaves out what was sent, and goes on with the next step', () => {
    const sent = new Set(said(aisha).map(keyOf))
    assert.deepEqual(inShort(aisha, { sent }), ['2026-11-30 09:00 action-due 0', '2026-12-29 09:00 window-closing 3'])
  })

  it('knows of leave, covers and pauses', () => {
    const absent = { away: [[aisha, '2026-11-23', '2026-12-18']] } as const
    assert.deepEqual(inShort(aisha, { most: 2 }, absent), [
      '2026-12-21 09:00 action-due 0',
      '2026-12-21 09:00 window-closing 14',
    ])
    const covered = {
      away: [[priya, '2026-11-23', '2026-11-27']],
      covers: [[priya, ruth, '2026-11-23', '2026-11-27']],
    } as const
    assert.deepEqual(inShort(ruth, { most: 2 }, covered), [
      '2026-11-23 08:30 digest day',
      '2026-11-26 09:00 session-today 0',
    ])
    const paused = { preferences: [[aisha, { ...noPreferences, pausedUntil: '2026-12-01' as never }]] } as const
    assert.deepEqual(inShort(aisha, { most: 1 }, paused), ['2026-12-01 09:00 action-due 0'])
  })

  it('says no more than was asked for', () => assert.equal(said(aisha, { most: 2 }).length, 2))
})
