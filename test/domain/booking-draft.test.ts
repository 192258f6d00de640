import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import {
  type BookingDraft,
  type BookingSaid,
  bookingFrom,
  draftMoving,
  fillBooking,
  problemsWithBooking,
  slotOf,
  stillNeeded,
  TimeOfDay,
} from '../../domain/booking-draft.ts'
import { IsoDate } from '../../domain/ids.ts'
import type { SessionPair } from '../../domain/rights.ts'
import type { Grade } from '../../domain/staff.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import { aBooking, bookingId } from '../support/bookings.ts'
import { aPerson, manager, morning, practitioner } from '../support/records.ts'

const empty: BookingDraft = { id: bookingId(1), by: manager, kinds: [] }
const all: Required<BookingSaid> = {
  other: practitioner,
  kinds: ['reflective'],
  on: IsoDate.parse('2026-11-26'),
  at: TimeOfDay.parse('14:00'),
  minutes: 45,
}
const pairOf = (grade: Grade, holder: Grade = 'SPO'): SessionPair => ({
  practitioner: aPerson({ grade }),
  supervisor: aPerson({ staffCode: manager, grade: holder }),
  part: 'manager',
})

describe('A session that is being booked', () => {
  it('asks for who, what, which day and what time, in this order, and not for how long', () => {
    assert.deepEqual(stillNeeded(empty), ['other', 'kinds', 'on', 'at'])
    const parts = { ...all, minutes: undefined }
    assert.deepEqual(stillNeeded({ ...empty, ...parts } as BookingDraft), [])
  })

  it('is the same whatever order its parts are said in', () => {
    const parts = Object.entries(all).map(([name, value]) => ({ [name]: value }) as BookingSaid)
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (order) => {
        const draft = order.reduce((before: BookingDraft, said) => fillBooking(before, said, policy).draft, empty)
        assert.deepEqual(draft, { ...empty, ...all })
      }),
    )
  })

  for (const minutes of [0, 4, 481, 7.5, Number.NaN, -60]) {
    it(`keeps its length when ${minutes} minutes are asked for, and says what it can be`, () => {
      const { draft, problems } = fillBooking({ ...empty, minutes: 60 }, { minutes }, policy)
      assert.equal(draft.minutes, 60)
      assert.match(problems[0]?.says ?? '', /5 to 480/)
    })
  }

  it('is as long as usual until somebody says how long', () => {
    const { minutes: _, ...rest } = all
    assert.equal(slotOf({ ...empty, ...rest }, policy)?.minutes, 60)
    assert.equal(slotOf({ ...empty, ...rest, kinds: ['observation'] }, policy)?.minutes, 90)
    assert.equal(slotOf({ ...empty, ...all }, policy)?.minutes, 45)
    assert.equal(slotOf({ ...empty, on: all.on }, policy), undefined)
  })

  it('forgets the day that was offered when anything else is said', () => {
    const offered = { ...empty, ...all, offered: IsoDate.parse('2026-11-30') }
    assert.equal(fillBooking(offered, {}, policy).draft.offered, '2026-11-30')
    assert.equal(fillBooking(offered, { at: TimeOfDay.parse('15:00') }, policy).draft.offered, undefined)
  })

  const kinds: [string, KindId[], SessionPair, RegExp | undefined][] = [
    ['a monthly of an officer with the manager', ['monthly'], pairOf('PO'), undefined],
    ['an observation of an officer with the manager', ['observation'], pairOf('PO'), undefined],
    ['an observation of an SPO', ['observation'], pairOf('SPO', 'HoPDU'), /An observation is not for the two of you/],
    ['a monthly and reflective in one', ['monthly', 'reflective'], pairOf('PSO'), undefined],
    ['kinds that do not go together', ['competency', 'saqua'], pairOf('PO'), /at once/],
    ['an RCAT with the quality officer', ['rcat'], pairOf('PO', 'QDO'), undefined],
    ['a monthly with the quality officer', ['monthly'], pairOf('PO', 'QDO'), /not for the two of you/],
  ]
  for (const [what, wished, pair, says] of kinds) {
    it(`${says === undefined ? 'can be' : 'cannot be'} ${what}`, () => {
      const problems = problemsWithBooking({ ...empty, other: practitioner, kinds: wished }, pair, policy)
      if (says === undefined) assert.deepEqual(problems, [])
      else assert.match(problems[0]?.says ?? '', says)
    })
  }

  it('is with another person, whom one manages or who manages one', () => {
    assert.match(problemsWithBooking({ ...empty, other: manager }, undefined, policy)[0]?.says ?? '', /two people/)
    assert.match(problemsWithBooking({ ...empty, other: practitioner }, undefined, policy)[0]?.says ?? '', /manage/)
    assert.deepEqual(problemsWithBooking(empty, undefined, policy), [])
  })

  it('becomes a booking with its own id; moved, it stays the same meeting', () => {
    const pair = pairOf('PO')
    const first = bookingFrom({ ...empty, ...all }, pair, policy, morning)
    assert.deepEqual([first.id, first.meeting, first.revision, first.state], [bookingId(1), bookingId(1), 0, 'booked'])
    const moving = draftMoving(first, bookingId(2), practitioner)
    assert.deepEqual(
      [moving.other, moving.on, moving.at, moving.minutes, moving.moves],
      [manager, '2026-11-26', '14:00', 45, bookingId(1)],
    )
    const second = bookingFrom(moving, pair, policy, morning, first)
    assert.deepEqual([second.id, second.meeting, second.revision], [bookingId(2), bookingId(1), 1])
    const third = bookingFrom({ ...moving, id: bookingId(3) }, pair, policy, morning, second)
    assert.deepEqual([third.meeting, third.revision], [bookingId(1), 2])
    assert.throws(() => bookingFrom(empty, pair, policy, morning))
  })

  it('is moved by either of the two with the other named', () => {
    assert.equal(draftMoving(aBooking(1), bookingId(2), manager).other, practitioner)
    assert.equal(draftMoving(aBooking(1), bookingId(2), practitioner).other, manager)
    assert.equal(draftMoving(aBooking(1, { at: Temporal.PlainTime.from('09:05') }), bookingId(2), manager).at, '09:05')
  })
})
