import assert from 'node:assert/strict'
import { type AroundBooking, askedAbout, concernedBy } from '../../domain/passed-booking.ts'
import { aBooking } from '../support/bookings.ts'
import { day } from '../support/days.ts'
import { aisha, aPerson, priya, ruth, tom } from '../support/people.ts'

describe('Who is asked what became of a booked session', () => {
  const booking = aBooking(1, { practitioner: aisha.staffCode, supervisor: priya.staffCode })
  const gone = { endedOn: '2026-11-20' }
  const covers = (by: typeof ruth, manager = priya) => ({ by: by.staffCode, manager: manager.staffCode })
  const ask = (rest: { people?: AroundBooking['people']; away?: (typeof ruth)[]; covers?: AroundBooking['covers'] }) =>
    askedAbout(booking, {
      people: rest.people ?? known(priya, aisha, ruth, tom),
      away: new Set((rest.away ?? []).map(({ staffCode }) => staffCode)),
      covers: rest.covers ?? [],
      today: day('2026-11-23'),
    })
  const known = (...people: (typeof ruth)[]) => new Map(people.map((person) => [person.staffCode, person]))
  const leftPriya = aPerson({ ...priya, ...gone })

  const table: [string, Parameters<typeof ask>[0], typeof ruth | undefined][] = [
    ['the person who held it', {}, priya],
    ['the other one where they have left', { people: known(leftPriya, aisha) }, aisha],
    ['the other one where they are not on the list', { people: known(aisha) }, aisha],
    ['nobody where both have left', { people: known(leftPriya, aPerson({ ...aisha, ...gone })) }, undefined],
    ['nobody while they are away and nobody covers', { away: [priya] }, undefined],
    ['whoever covers for them while they are away', { away: [priya], covers: [covers(ruth)] }, ruth],
    ['nobody who covers for another manager', { away: [priya], covers: [covers(ruth, tom)] }, undefined],
    [
      'the next who covers where the first is away',
      { away: [priya, ruth], covers: [covers(ruth), covers(lee())] },
      lee(),
    ],
    ['nobody of a grade that cannot cover', { away: [priya], covers: [covers(tom)] }, undefined],
    ['never the person supervised in their stead', { away: [priya], covers: [covers(aisha)] }, undefined],
    ['them and not whoever covers, while they are here', { covers: [covers(ruth)] }, priya],
  ]
  function lee() {
    return aPerson({ staffCode: 'N03S009', name: 'Lee Hart', grade: 'SPO' })
  }
  for (const [who, given, expected] of table) {
    it(`is ${who}`, () => {
      const people = given.people ?? known(priya, aisha, ruth, tom, lee())
      assert.equal(ask({ ...given, people }), expected?.staffCode)
    })
  }

  it('takes knowing its two people and whoever covers for one of them', () => {
    assert.deepEqual(concernedBy(booking, [covers(ruth), covers(tom, ruth)]), [
      priya.staffCode,
      aisha.staffCode,
      ruth.staffCode,
    ])
  })
})
