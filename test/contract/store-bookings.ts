import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { StaffCode } from '../../domain/ids.ts'
import { aBooking, bookingId } from '../support/bookings.ts'
import { aPerson, aSession, at, manager, morning, note, plain, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const made = note('booking.made')
const cancelled = note('booking.cancelled', { at: at(5) })
const day = (text: string) => Temporal.PlainDate.from(text)
const time = (text: string) => Temporal.PlainTime.from(text)
const third = StaffCode.parse('N03A003')
const whole = [day('2026-01-01'), day('2027-12-31')] as const

export function bookingsContract(now: () => Current): void {
  describe('bookings', () => {
    beforeEach(async () => {
      const people = [manager, practitioner, third].map((staffCode, index) =>
        aPerson({ staffCode, name: `Person ${index}` }),
      )
      await now().store.staff.put(people, note('staff.imported'))
    })

    it('keep a session as it was booked, tell the other person, and write it down', async () => {
      const booking = aBooking(1, { kinds: ['monthly', 'reflective'], minutes: 75 })
      const result = await now().store.bookings.make(booking, made)
      assert.equal(result.outcome, 'booked')
      const store = await now().reopen()
      assert.deepEqual(plain(await store.bookings.byId(booking.id)), plain(booking))
      assert.deepEqual(plain(await store.bookings.current(booking.meeting)), plain(booking))
      assert.deepEqual(
        (await store.notices.undelivered()).map(({ to, about, what }) => ({ to, about, what })),
        [{ to: practitioner, about: booking.meeting, what: 'booking-changed' }],
      )
      assert.deepEqual(await store.audit.verify(), { entries: 2 })
    })

    it('change nothing when the same booking comes again', async () => {
      const { bookings, audit, notices } = now().store
      await bookings.make(aBooking(1), made)
      const again = await bookings.make(aBooking(1, { minutes: 90 }), made)
      assert.equal(again.outcome, 'already')
      assert.equal('booking' in again && again.booking.minutes, 60)
      assert.equal((await notices.undelivered()).length, 1)
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })

    for (const [what, fields, outcome] of [
      ['the same time', {}, 'clash'],
      ['a time that begins before the other ends', { at: time('14:59') }, 'clash'],
      ['a time that ends after the other begins', { at: time('13:30') }, 'clash'],
      ['a time around the other', { at: time('13:00'), minutes: 240 }, 'clash'],
      ['a time that begins when the other ends', { at: time('15:00') }, 'booked'],
      ['a time that ends when the other begins', { at: time('13:00') }, 'booked'],
      ['the same time on another day', { on: day('2026-11-27') }, 'booked'],
      ['the same time of two other people', { practitioner: third, supervisor: StaffCode.parse('N03A009') }, 'booked'],
      ['the same time of one of them with somebody else', { practitioner: third }, 'clash'],
      ['the same time of one of them in the other part', { practitioner: manager, supervisor: third }, 'clash'],
    ] as const) {
      it(`${outcome === 'clash' ? 'refuse' : 'take'} ${what}`, async () => {
        const { bookings } = now().store
        await bookings.make(aBooking(1), made)
        assert.equal((await bookings.make(aBooking(2, fields), made)).outcome, outcome)
        assert.equal((await bookings.byId(bookingId(2))) !== undefined, outcome === 'booked')
      })
    }

    it('let one of ten people book when all of them want the same hour of the same manager at once', async () => {
      const { bookings } = now().store
      const codes = [...Array(10).keys()].map((number) => StaffCode.parse(`N03C00${number}`))
      await now().store.staff.put(
        codes.map((staffCode) => aPerson({ staffCode })),
        note('staff.imported'),
      )
      const outcomes = await Promise.all(
        codes.map((code, number) => bookings.make(aBooking(number, { practitioner: code }), made)),
      )
      assert.equal(outcomes.filter(({ outcome }) => outcome === 'booked').length, 1)
      assert.equal(outcomes.filter(({ outcome }) => outcome === 'clash').length, 9)
      assert.equal((await bookings.booked([manager], ...whole)).length, 1)
    })

    it('move a meeting: the old booking points at the new, and only the new one is booked', async () => {
      const { bookings, notices } = now().store
      await bookings.make(aBooking(1), made)
      const moved = aBooking(2, {
        meeting: bookingId(1),
        revision: 1,
        at: time('14:30'),
        bookedBy: practitioner,
        bookedAt: at(1),
      })
      assert.equal((await bookings.make(moved, note('booking.moved'), bookingId(1))).outcome, 'booked')
      const old = await bookings.byId(bookingId(1))
      assert.deepEqual([old?.state, old?.movedTo, old?.closedBy], ['moved', bookingId(2), practitioner])
      assert.equal((await bookings.current(bookingId(1)))?.id, bookingId(2))
      assert.deepEqual(
        (await bookings.booked([manager], ...whole)).map(({ id }) => id),
        [bookingId(2)],
      )
      assert.deepEqual(
        (await notices.undelivered()).map(({ to }) => to),
        [manager],
      )
    })

    it('move a meeting once: what was moved or cancelled meanwhile is not moved again', async () => {
      const { bookings } = now().store
      await bookings.make(aBooking(1), made)
      const later = (number: number) =>
        bookings.make(
          aBooking(number, { meeting: bookingId(1), revision: 1, at: time('16:00') }),
          note('booking.moved'),
          bookingId(1),
        )
      const outcomes = await Promise.all([later(2), later(3), later(4)])
      assert.deepEqual(outcomes.map(({ outcome }) => outcome).sort(), ['booked', 'not-open', 'not-open'])
      assert.equal((await bookings.booked([practitioner], ...whole)).length, 1)
    })

    it('cancel once, with the reason and who did it, and tell the other person', async () => {
      const { bookings, notices, audit } = now().store
      await bookings.make(aBooking(1), made)
      const end = { state: 'cancelled', by: practitioner, reason: 'In court “all day”' } as const
      assert.equal((await bookings.close(bookingId(1), end, cancelled)).outcome, 'closed')
      const second = await bookings.close(bookingId(1), { state: 'did-not-happen', by: manager }, cancelled)
      assert.equal(second.outcome, 'not-open')
      assert.deepEqual(
        [second.booking.state, second.booking.reason, second.booking.closedBy],
        ['cancelled', end.reason, practitioner],
      )
      // The first notice has nothing left to say.
      assert.deepEqual(
        (await notices.undelivered()).map(({ to }) => to),
        [manager],
      )
      assert.deepEqual(await audit.verify(), { entries: 3 })
      await assert.rejects(bookings.close(bookingId(99), end, cancelled))
    })

    it('list what is booked for people between two days, both included, earliest first', async () => {
      const { bookings } = now().store
      await bookings.make(aBooking(1, { on: day('2026-11-27') }), made)
      await bookings.make(aBooking(2, { on: day('2026-11-26'), at: time('16:00') }), made)
      await bookings.make(aBooking(3, { on: day('2026-11-26'), at: time('09:00') }), made)
      await bookings.make(aBooking(4, { on: day('2026-11-30') }), made)
      await bookings.close(bookingId(4), { state: 'cancelled', by: manager }, cancelled)
      const ids = async (people: StaffCode[], from: string, to: string) =>
        (await bookings.booked(people, day(from), day(to))).map(({ id }) => id)
      assert.deepEqual(await ids([practitioner], '2026-11-26', '2026-11-27'), [3, 2, 1].map(bookingId))
      assert.deepEqual(await ids([manager, practitioner], '2026-11-27', '2026-11-27'), [bookingId(1)])
      assert.deepEqual(await ids([third], '2026-01-01', '2027-01-01'), [])
      assert.deepEqual(await ids([], '2026-01-01', '2027-01-01'), [])
      assert.equal((await bookings.everOf(practitioner)).length, 4)
    })

    it('become held by themselves when the session is logged, and nobody is asked any more', async () => {
      const { bookings, supervisions, notices, audit } = now().store
      const on = day('2026-11-18')
      await bookings.bringIn([
        aBooking(1, { on }),
        aBooking(2, { on, at: time('09:00'), kinds: ['rcat'] }),
        aBooking(3, { on, at: time('10:00'), supervisor: third }),
        aBooking(4, { on: day('2026-11-17') }),
      ])
      await bookings.ask([aBooking(1)], manager, morning)
      await supervisions.record(aSession(51, { kinds: ['reflective', 'monthly'] }), note())
      const states = await Promise.all([1, 2, 3, 4].map((number) => bookings.byId(bookingId(number))))
      assert.deepEqual(
        states.map((booking) => booking?.state),
        ['held', 'booked', 'booked', 'booked'],
      )
      assert.deepEqual(
        (await notices.undelivered()).map(({ what }) => what),
        ['please-sign'],
      )
      assert.deepEqual(await audit.verify(), { entries: 3 })
    })

    it('are asked about once, page by page, and not before their day has passed', async () => {
      const { bookings } = now().store
      await bookings.bringIn([
        aBooking(1, { on: day('2026-11-18') }),
        aBooking(2, { on: day('2026-11-18'), at: time('09:00') }),
        aBooking(3, { on: day('2026-11-19') }),
        aBooking(4, { on: day('2026-11-20') }),
        aBooking(5, { on: day('2026-11-16'), state: 'cancelled' }),
      ])
      const ids = async (most: number, after?: number) => {
        const last = after === undefined ? undefined : await bookings.byId(bookingId(after))
        return (await bookings.unasked(day('2026-11-20'), most, last)).map(({ id }) => id)
      }
      assert.deepEqual(await ids(9), [1, 2, 3].map(bookingId))
      assert.deepEqual(await ids(2), [1, 2].map(bookingId))
      assert.deepEqual(await ids(2, 1), [2, 3].map(bookingId))
      assert.deepEqual(
        (await bookings.unaskedOf(manager, day('2026-11-19'))).map(({ id }) => id),
        [1, 2].map(bookingId),
      )
      assert.deepEqual(await bookings.unaskedOf(third, day('2026-11-19')), [])
      const both = [aBooking(2), aBooking(3)]
      const asked = await Promise.all(
        [both, both.toReversed(), both].map((some) => bookings.ask(some, manager, morning)),
      )
      assert.deepEqual(asked.map((notices) => notices.length).sort(), [0, 0, 2])
      assert.deepEqual(await ids(9), [bookingId(1)])
      assert.deepEqual(await bookings.ask([aBooking(5), aBooking(2)], manager, morning), [])
      assert.equal((await bookings.ask([aBooking(2), aBooking(1)], manager, morning))[0]?.about, bookingId(1))
    })

    it('keep a draft with its versions until it is booked or dropped', async () => {
      const { bookings } = now().store
      const draft = { id: bookingId(1), by: manager, other: practitioner, kinds: ['monthly' as const] }
      await bookings.openDraft(draft, morning)
      assert.deepEqual(await bookings.readDraft(draft.id), { draft, version: 1, state: 'open' })
      assert.equal(await bookings.writeDraft({ ...draft, minutes: 45 }, 1, at(1)), 'written')
      assert.equal(await bookings.writeDraft({ ...draft, minutes: 30 }, 1, at(1)), 'conflict')
      await bookings.make(aBooking(1), made)
      assert.equal((await bookings.readDraft(draft.id))?.state, 'booked')
      await bookings.dropDraft(draft.id, at(2))
      assert.equal((await bookings.readDraft(draft.id))?.state, 'booked')
      assert.equal(await bookings.writeDraft(draft, 2, at(2)), 'conflict')
      await bookings.openDraft({ ...draft, id: bookingId(2) }, morning)
      await bookings.dropDraft(bookingId(2), at(1))
      assert.equal((await bookings.readDraft(bookingId(2)))?.state, 'dropped')
      assert.equal(await bookings.readDraft(bookingId(3)), undefined)
    })

    it('are brought in once', async () => {
      const { bookings } = now().store
      await bookings.bringIn([aBooking(1), aBooking(2, { at: time('09:00') })])
      await bookings.bringIn([aBooking(1, { minutes: 90 }), aBooking(3, { at: time('11:00') })])
      assert.deepEqual(
        (await bookings.booked([manager], ...whole)).map(({ minutes }) => minutes),
        [60, 60, 60],
      )
      await bookings.bringIn([])
    })
  })
}
