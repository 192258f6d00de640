import assert from 'node:assert/strict'
import { mayHandleBooking } from '../../domain/booking-rights.ts'
import { CoverId } from '../../domain/ids.ts'
import { aBooking } from '../support/bookings.ts'
import { day } from '../support/days.ts'
import { admin, aisha, gwen, omar, priya, quinn, ruth, tom } from '../support/people.ts'
import { guid } from '../support/records.ts'

describe('Who may look after a booking', () => {
  const booking = aBooking(1, { practitioner: aisha.staffCode, supervisor: quinn.staffCode })
  const coverBy = (by: typeof ruth, manager = priya) => ({
    id: CoverId.parse(guid(1)),
    manager: manager.staffCode,
    by: by.staffCode,
    from: day('2026-11-20'),
    to: day('2026-11-30'),
  })
  const table: [string, typeof ruth, ReturnType<typeof coverBy>[], boolean][] = [
    ['the person supervised', aisha, [], true],
    ['the person who holds it', quinn, [], true],
    ['the line manager of the person supervised', priya, [], true],
    ['another line manager', ruth, [], false],
    ['whoever covers for the line manager', ruth, [coverBy(ruth)], true],
    ['whoever covers for another line manager', omar, [coverBy(omar, ruth)], false],
    ['somebody of a grade that cannot cover, named all the same', tom, [coverBy(tom)], false],
    ['the head of the PDU', gwen, [], false],
    ['a colleague', tom, [], false],
    ['the administrator', admin, [], false],
  ]
  for (const [who, viewer, covers, may] of table) {
    it(`${may ? 'is' : 'is not'} ${who}`, () => {
      assert.equal(mayHandleBooking(viewer, booking, aisha, covers), may)
    })
  }

  it('is one of its two people also when the person supervised is not on the staff list', () => {
    assert.equal(mayHandleBooking(aisha, booking, undefined, []), true)
    assert.equal(mayHandleBooking(priya, booking, undefined, []), false)
    assert.equal(mayHandleBooking(priya, booking, tom, []), false, 'somebody else is not the person supervised')
  })
})
