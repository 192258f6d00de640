import assert from 'node:assert/strict'
import type { ReminderThing } from '../../../domain/reminders/reminder.ts'
import type { SnoozeChoice } from '../../../domain/reminders/reminder-policy.ts'
import {
  beginAgain,
  type Changed,
  goOn,
  noPreferences,
  notThisWindow,
  pauseUntil,
  ReminderPreferences,
  snooze,
  stillKept,
  stop,
  wishOf,
} from '../../../domain/reminders/reminder-preferences.ts'
import { ReminderWhat } from '../../../domain/reminders/reminder-what.ts'
import { day } from '../../support/days.ts'
import { aisha, priya } from '../../support/people.ts'
import { london, rules } from '../../support/reminders.ts'

const { policy, workingDays } = rules
const thing: ReminderThing = {
  what: 'window-closing',
  person: aisha.staffCode,
  kind: 'monthly',
  window: '2026-11-01' as never,
}
const digest: ReminderThing = { what: 'digest', manager: priya.staffCode, day: '2026-11-20' as never }
const at = (now: string) => ({ now: london(now), policy, workingDays })

/** The preferences that came of a wish, as they come back from where they are kept. */
function changed(result: Changed): ReminderPreferences {
  assert.ok('preferences' in result, 'problem' in result ? result.problem : '')
  return ReminderPreferences.parse(JSON.parse(JSON.stringify(result.preferences)))
}
const problem = (result: Changed) => ('problem' in result ? result.problem : 'none')

describe('Putting one reminder off', () => {
  const table: [now: string, to: SnoozeChoice | { at: string }, until: string][] = [
    ['2026-11-19 09:05', 'tomorrow', '2026-11-20T09:00'],
    ['2026-11-20 09:05', 'tomorrow', '2026-11-23T09:00'],
    ['2026-12-24 09:05', 'tomorrow', '2026-12-29T09:00'],
    ['2026-11-16 09:05', 'three-days', '2026-11-19T09:00'],
    ['2026-11-19 09:05', 'three-days', '2026-11-23T09:00'],
    ['2026-11-16 09:05', 'next-week', '2026-11-23T09:00'],
    ['2026-11-20 09:05', 'next-week', '2026-11-23T09:00'],
    ['2026-11-22 09:05', 'next-week', '2026-11-23T09:00'],
    ['2027-03-22 09:05', 'next-week', '2027-03-30T09:00'],
    ['2026-11-20 08:31', { at: '09:00' }, '2026-11-20T09:00'],
    ['2026-11-20 09:00', { at: '09:00' }, '2026-11-23T09:00'],
    ['2026-11-21 08:00', { at: '09:00' }, '2026-11-23T09:00'],
  ]
  for (const [now, to, until] of table) {
    it(`${typeof to === 'string' ? to : `at ${to.at}`}, said on ${now}, is ${until}`, () => {
      assert.deepEqual(
        changed(snooze(noPreferences, { thing, step: '14' }, to, at(now))).snoozed.map((one) => one.until),
        [until],
      )
    })
  }

  it('holds until then and ends by itself', () => {
    const put = changed(snooze(noPreferences, { thing, step: '14' }, 'next-week', at('2026-11-16 09:05')))
    assert.equal(wishOf(put, thing, '2026-11-22', policy).wish, 'snoozed')
    assert.equal(wishOf(put, thing, '2026-11-23', policy).wish, 'was-snoozed')
    assert.equal(wishOf(put, digest, '2026-11-22', policy).wish, 'none')
  })

  it('takes the place of an earlier wish about the same thing, and remembers the step without it', () => {
    const once = changed(snooze(noPreferences, { thing, step: '14' }, 'next-week', at('2026-11-16 09:05')))
    const twice = changed(snooze(once, { thing, step: '14+2026-11-23T09:00' }, 'tomorrow', at('2026-11-23 09:05')))
    assert.deepEqual(
      twice.snoozed.map(({ step, until }) => [step, until]),
      [['14', '2026-11-24T09:00']],
    )
  })

  it('is refused for a time at which nothing is sent', () => {
    const said = problem(snooze(noPreferences, { thing, step: '14' }, { at: '19:00' }, at('2026-11-16 09:05')))
    assert.equal(said, 'Reminders are sent from 08:00 to 18:00. Please give a time between these.')
  })
})

describe('Pausing all reminders', () => {
  const paused = changed(pauseUntil(noPreferences, day('2026-11-23'), at('2026-11-18 10:00')))
  it('holds until the day and ends by itself on it', () => {
    assert.equal(wishOf(paused, thing, '2026-11-22', policy).wish, 'paused')
    assert.equal(wishOf(paused, digest, '2026-11-22', policy).wish, 'paused')
    assert.equal(wishOf(paused, thing, '2026-11-23', policy).wish, 'none')
    assert.equal(stillKept(paused, day('2026-11-23')).pausedUntil, undefined)
    assert.equal(wishOf(goOn(paused), thing, '2026-11-22', policy).wish, 'none')
  })

  it('is for a day to come, four weeks ahead at most', () => {
    const until = (text: string) => problem(pauseUntil(noPreferences, day(text), at('2026-11-18 10:00')))
    assert.equal(until('2026-11-18'), 'Please give a day that is still to come.')
    assert.equal(until('2026-12-16'), 'none')
    assert.equal(until('2026-12-17'), 'Reminders can be paused for 28 days at most. Please give an earlier day.')
  })
})

describe('Leaving a window out', () => {
  const why = { reason: ' On secondment ', ends: '2026-11-30' }
  it('needs a reason, and holds for that window until it ends', () => {
    const left = changed(notThisWindow(noPreferences, thing, why))
    assert.equal(left.notThisWindow[0]?.reason, 'On secondment')
    assert.equal(wishOf(left, thing, '2026-11-30', policy).wish, 'not-this-window')
    assert.equal(wishOf(left, { ...thing, window: '2026-12-01' as never }, '2026-12-17', policy).wish, 'none')
    assert.deepEqual(stillKept(left, day('2026-12-01')).notThisWindow, [])
    assert.match(problem(notThisWindow(noPreferences, thing, { ...why, reason: ' ' })), /Please say why/)
    assert.match(problem(notThisWindow(noPreferences, thing, { ...why, reason: 'x'.repeat(301) })), /Please shorten it/)
    assert.match(problem(notThisWindow(noPreferences, digest, why)), /Only supervision has windows/)
  })
})

describe('Stopping a kind of reminder', () => {
  it('is up to each person where the policy lets them, and says why where it does not', () => {
    for (const what of ReminderWhat.options) {
      const result = stop(noPreferences, what, policy)
      if (policy.mandatory.includes(what)) assert.match(problem(result), /cannot be stopped: .+ You can put one off/)
      else assert.deepEqual(beginAgain(changed(result), what), noPreferences)
    }
  })

  it('has no effect once the policy makes the kind mandatory', () => {
    const stopped = changed(stop(noPreferences, 'window-closing', policy))
    assert.equal(wishOf(stopped, thing, '2026-11-16', policy).wish, 'stopped')
    assert.equal(wishOf(stopped, thing, '2026-11-16', { mandatory: ['window-closing'] }).wish, 'none')
  })
})
