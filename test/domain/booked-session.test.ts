import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { type Booking, isHeldBy, outsideOfficeHours, type Slot, usualMinutes } from '../../domain/booking.ts'
import { StaffCode } from '../../domain/ids.ts'
import { aBooking } from '../support/bookings.ts'
import { day } from '../support/days.ts'
import { manager, practitioner } from '../support/records.ts'

const other = StaffCode.parse('N03A009')
const time = (text: string) => Temporal.PlainTime.from(text)
const slot = (on: string, at: string, minutes: number): Slot => ({ on: day(on), at: time(at), minutes })

describe('A booked session', () => {
  it('is outside office hours when it begins before eight or ends after six', () => {
    for (const [at, minutes, outside] of [
      ['08:00', 60, false],
      ['07:59', 60, true],
      ['17:00', 60, false],
      ['17:01', 60, true],
      ['18:00', 5, true],
    ] as const) {
      assert.equal(outsideOfficeHours(slot('2026-11-26', at, minutes), policy), outside, `${at} for ${minutes}`)
    }
  })

  it('is as long as the longest of its kinds usually is', () => {
    assert.equal(usualMinutes(policy, ['monthly']), 60)
    assert.equal(usualMinutes(policy, ['monthly', 'observation']), 90)
    assert.equal(usualMinutes(policy, []), policy.minutes.least)
  })

  const held = {
    practitioner,
    supervisor: manager,
    heldOn: day('2026-11-26'),
    kinds: ['monthly', 'reflective'] as const,
  }
  const fits: [string, Partial<Booking>, boolean][] = [
    ['the same two, the day and a kind in common', {}, true],
    ['another day', { on: day('2026-11-27') }, false],
    ['another kind', { kinds: ['rcat'] }, false],
    ['another manager', { supervisor: other }, false],
    ['another practitioner', { practitioner: other }, false],
    ['another hour of the day', { at: time('09:00') }, true],
  ]
  for (const [what, fields, fit] of fits) {
    it(`${fit ? 'is' : 'is not'} the one that was logged: ${what}`, () => {
      assert.equal(isHeldBy(aBooking(1, fields), held), fit)
    })
  }
})
