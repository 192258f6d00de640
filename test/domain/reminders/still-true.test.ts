import assert from 'node:assert/strict'
import type { Reminder } from '../../../domain/reminders/reminder.ts'
import type { ReminderFacts } from '../../../domain/reminders/reminder-facts.ts'
import {
  noPreferences,
  type ReminderPreferences,
  snooze,
  stop,
} from '../../../domain/reminders/reminder-preferences.ts'
import { remindersDue } from '../../../domain/reminders/reminders-due.ts'
import { factsNeeded, stillTrue } from '../../../domain/reminders/still-true.ts'
import { aBooking } from '../../support/bookings.ts'
import { day } from '../../support/days.ts'
import { allButMonthly as sessions } from '../../support/due-because-of-aisha.ts'
import { aisha, aPerson, priya, ruth } from '../../support/people.ts'
import { anAction, asLondon, factsOf, london, type officeOf, roundAt, rules } from '../../support/reminders.ts'
import { held } from '../../support/windows.ts'

type Office = Partial<Parameters<typeof officeOf>[0]>
const people = [priya, aisha, ruth]
const given = (changed: object, problem?: string): ReminderPreferences => {
  if ('preferences' in changed) return changed.preferences as ReminderPreferences
  throw new Error(problem ?? 'It was refused.')
}

/** The reminder to Aisha of her monthly session, as the sweep of 17 December put it in. */
const swept = (): Reminder => {
  const [first] = remindersDue(factsOf(aisha, { sessions }), roundAt('2026-12-17 06:00', { people }))
  assert.ok(first)
  return first
}
function decided(
  reminder: Reminder,
  at: string,
  facts: Partial<ReminderFacts> = {},
  office: Office = {},
  talking?: string,
) {
  const round = roundAt(at, { people, ...office })
  const found = stillTrue(
    reminder,
    [factsOf(aisha, { sessions, ...facts })],
    round,
    talking ? london(talking) : undefined,
  )
  if (found.decision === 'later') return `later ${asLondon(found.at)} ${found.why}`
  return found.decision === 'drop' ? `drop ${found.why}` : 'send'
}

describe('Just before a reminder is sent', () => {
  const wish = { now: london('2026-12-17 08:30'), policy: rules.policy, workingDays: rules.workingDays }
  const put = given(snooze(noPreferences, swept(), 'tomorrow', wish))
  const atNoon = given(snooze(noPreferences, swept(), { at: '12:00' }, wish))
  const stopped = given(stop(noPreferences, 'window-closing', rules.policy))
  const monthly = aBooking(1, {
    practitioner: aisha.staffCode,
    supervisor: priya.staffCode,
    kinds: ['monthly'],
    on: day('2026-12-22'),
  })
  const nine = '2026-12-17 09:00'
  const notThis = {
    thing: `window-closing:${aisha.staffCode}:monthly:2026-12-01`,
    reason: 'Away',
    ends: '2026-12-31' as never,
  }
  const table: [says: string, at: string, facts: Partial<ReminderFacts>, office: Office, expected: string][] = [
    ['it is sent when nothing has changed', nine, {}, {}, 'send'],
    ['not when the session was held', nine, { sessions: [...sessions, held('2026-12-16', 'monthly')] }, {}, 'drop met'],
    ['not when one was booked', nine, { bookings: [monthly] }, {}, 'drop booked'],
    [
      'not when the practitioner has written it down',
      nine,
      { sessions: [...sessions, { ...held('2026-12-16', 'monthly'), counts: false }] },
      {},
      'drop not-theirs',
    ],
    ['not when the next step has taken its place', '2026-12-29 09:00', {}, {}, 'drop another-step'],
    ['not when the window has closed', '2027-01-04 09:00', {}, {}, 'drop window-closed'],
    [
      'not when they have left',
      nine,
      {},
      { people: [priya, aPerson({ ...aisha, endedOn: '2026-12-16' })] },
      'drop not-theirs',
    ],
    ['when they are back', nine, {}, { away: [[aisha, '2026-12-17', '2026-12-18']] }, 'later 2026-12-21 09:00 away'],
    ['on the next working day after an evening', '2026-12-17 18:30', {}, {}, 'later 2026-12-18 09:00 outside-hours'],
    [
      'after a pause',
      nine,
      {},
      { preferences: [[aisha, { ...noPreferences, pausedUntil: '2026-12-21' as never }]] },
      'later 2026-12-21 09:00 paused',
    ],
    ['not when it was put off to another day', nine, {}, { preferences: [[aisha, put]] }, 'drop snoozed'],
    [
      'not when it was put off to a time of the day, which is a step of its own',
      nine,
      {},
      { preferences: [[aisha, atNoon]] },
      'drop another-step',
    ],
    ['not when they stopped the kind', nine, {}, { preferences: [[aisha, stopped]] }, 'drop stopped'],
    [
      'not when they left the window out',
      nine,
      {},
      { preferences: [[aisha, { ...noPreferences, notThisWindow: [notThis] }]] },
      'drop not-this-window',
    ],
    ['not for what another person put off', nine, {}, { preferences: [[priya, put]] }, 'send'],
  ]
  for (const [says, at, facts, office, expected] of table) {
    it(says, () => assert.equal(decided(swept(), at, facts, office), expected))
  }

  it('it waits while they are in the middle of a dialog', () => {
    assert.equal(decided(swept(), nine, {}, {}, '2026-12-17 08:59'), 'later 2026-12-17 09:10 mid-dialog')
  })

  it('what was put off is sent when that is over, under a key of its own', () => {
    for (const [preferences, at] of [
      [put, '2026-12-18 09:00'],
      [atNoon, '2026-12-17 12:00'],
    ] as const) {
      const office: Office = { preferences: [[aisha, preferences]] }
      const morning = roundAt(`${at.slice(0, 10)} 06:00`, { people, ...office })
      const again = remindersDue(factsOf(aisha, { sessions }), morning).find(({ to }) => to === aisha.staffCode)
      assert.ok(again)
      assert.equal(asLondon(again.dueAt), at)
      assert.notEqual(again.step, swept().step)
      assert.equal(decided(again, at, {}, office), 'send')
    }
  })

  it('a manager who falls ill is left alone, and whoever covers is reminded by the next sweep', () => {
    const office: Office = { away: [[priya, '2026-12-17']], covers: [[priya, ruth, '2026-12-17', '2026-12-18']] }
    const toPriya = { ...swept(), to: priya.staffCode }
    assert.equal(decided(toPriya, nine, {}, office), 'later 2026-12-18 09:00 away')
    assert.equal(decided({ ...swept(), to: ruth.staffCode }, nine, {}, office), 'send')
    assert.equal(decided({ ...swept(), to: ruth.staffCode }, nine), 'drop not-theirs')
  })
})

describe('A digest just before it is sent', () => {
  const thing = { what: 'digest', manager: priya.staffCode, day: '2026-11-20' } as Reminder['thing']
  const digest: Reminder = { to: priya.staffCode, thing, step: 'day', dueAt: london('2026-11-20 08:30') }
  const late = { sessions: [], actions: [anAction(1, aisha, '2026-11-02', '2026-11-18')] }
  const allMet = [held('2026-09-02', 'reflective', 'observation', 'performance', 'rcat'), held('2026-10-02', 'monthly')]
  it('is sent until six, dropped from then on, on another day, and when nothing is overdue any more', () => {
    assert.equal(decided(digest, '2026-11-20 08:30', late), 'send')
    assert.equal(decided(digest, '2026-11-20 17:59', late), 'send')
    assert.equal(decided(digest, '2026-11-20 18:00', late), 'drop too-late')
    assert.equal(decided(digest, '2026-11-23 08:30', late), 'drop not-today')
    assert.equal(decided(digest, '2026-11-20 08:30', { sessions: allMet }), 'drop nothing-overdue')
    assert.equal(
      decided({ ...digest, dueAt: london('2026-11-20 17:50') }, '2026-11-20 17:55', late, {}, '2026-11-20 17:54'),
      'drop too-late',
    )
  })

  it('needs the facts of everybody it is about', () => {
    assert.deepEqual(factsNeeded(thing), { of: 'staff', code: priya.staffCode })
    assert.deepEqual(factsNeeded(swept().thing), { of: 'person', code: aisha.staffCode })
    assert.deepEqual(factsNeeded({ what: 'weekly', head: priya.staffCode, week: '2026-11-16' as never }), {
      of: 'pdu',
      code: priya.staffCode,
    })
  })
})
