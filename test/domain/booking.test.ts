import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { isBankHoliday } from '../../config/bank-holidays.ts'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import {
  type Booking,
  type Diaries,
  endOf,
  nextFreeSlot,
  overlaps,
  problemsWithSlot,
  type Slot,
  startOf,
} from '../../domain/booking.ts'
import { AbsenceId, StaffCode } from '../../domain/ids.ts'
import { workingDaysWithout } from '../../domain/working-days.ts'
import { aBooking } from '../support/bookings.ts'
import { day } from '../support/days.ts'
import { guid, manager, practitioner } from '../support/records.ts'

const workingDays = workingDaysWithout(isBankHoliday)
const other = StaffCode.parse('N03A009')
const time = (text: string) => Temporal.PlainTime.from(text)
const slot = (on: string, at = '14:00', minutes = 60): Slot => ({ on: day(on), at: time(at), minutes })

/** Sunday 22 November 2026, ten in the morning. */
function diaries(fields: Partial<Diaries> = {}): Diaries {
  return {
    now: Temporal.Instant.from('2026-11-22T10:00:00Z'),
    workingDays,
    people: [{ staffCode: practitioner }, { staffCode: manager }],
    absences: [],
    booked: [],
    ...fields,
  }
}
const away = (person: StaffCode, from: string, to?: string) => ({
  id: AbsenceId.parse(guid(1)),
  person,
  from: day(from),
  ...(to === undefined ? {} : { to: day(to) }),
  reason: 'leave' as const,
})

describe('A time to meet', () => {
  const thursday = '2026-11-26'
  const table: [string, Slot, Partial<Diaries>, string[]][] = [
    ['a working day on which both are free', slot(thursday), {}, []],
    ['later today', slot('2026-11-23', '10:00'), { now: Temporal.Instant.from('2026-11-23T09:59:00Z') }, []],
    [
      'the minute it is now',
      slot('2026-11-23', '10:00'),
      { now: Temporal.Instant.from('2026-11-23T10:00:00Z') },
      ['past'],
    ],
    ['earlier today', slot('2026-11-23', '09:00'), { now: Temporal.Instant.from('2026-11-23T10:00:00Z') }, ['past']],
    ['yesterday, a working day', slot('2026-11-20'), {}, ['past']],
    ['twelve months ahead to the day', slot('2027-11-22'), {}, []],
    ['a day more', slot('2027-11-23'), {}, ['too-far']],
    ['a Saturday', slot('2026-11-28'), {}, ['weekend']],
    ['Christmas Day', slot('2026-12-25'), {}, ['bank-holiday']],
    ['a substitute bank holiday', slot('2026-12-28'), {}, ['bank-holiday']],
    ['a time that goes on to midnight', slot(thursday, '23:00', 60), {}, []],
    ['a time that goes on past midnight', slot(thursday, '23:00', 61), {}, ['past-midnight']],
    [
      'a day on which the first is away',
      slot(thursday),
      { absences: [away(practitioner, thursday, thursday)] },
      ['away'],
    ],
    ['a day on which the second is away', slot(thursday), { absences: [away(manager, '2026-11-20')] }, ['away']],
    ['the day before somebody goes away', slot(thursday), { absences: [away(manager, '2026-11-27')] }, []],
    [
      'the day after somebody comes back',
      slot(thursday),
      { absences: [away(manager, '2026-11-20', '2026-11-25')] },
      [],
    ],
    ['a day on which somebody else is away', slot(thursday), { absences: [away(other, thursday)] }, []],
    [
      'a day after somebody has left',
      slot(thursday),
      { people: [{ staffCode: practitioner, endedOn: '2026-11-25' as never }, { staffCode: manager }] },
      ['not-in-post'],
    ],
    [
      'a time that is booked for one of them',
      slot(thursday, '14:30'),
      { booked: [aBooking(1, { supervisor: other })] },
      ['clash'],
    ],
    ['a time right after one that is booked', slot(thursday, '15:00'), { booked: [aBooking(1)] }, []],
    ['a time right before one that is booked', slot(thursday, '13:00'), { booked: [aBooking(1)] }, []],
    [
      'a time booked for two others',
      slot(thursday),
      { booked: [aBooking(1, { practitioner: other, supervisor: other })] },
      [],
    ],
    [
      'a bank holiday on which one is away too',
      slot('2026-12-25'),
      { absences: [away(manager, '2026-12-21')] },
      ['bank-holiday', 'away'],
    ],
  ]
  for (const [what, wished, known, problems] of table) {
    it(`${what}: ${problems.length === 0 ? 'can be booked' : problems.join(', ')}`, () => {
      assert.deepEqual(
        problemsWithSlot(wished, diaries(known), policy).map(({ why }) => why),
        problems,
      )
    })
  }

  it('says once that the two have a session together then, and names each who has another', () => {
    const clashes = (...booked: Booking[]) =>
      problemsWithSlot(slot(thursday), diaries({ booked }), policy).map((problem) => 'who' in problem && problem.who)
    assert.deepEqual(clashes(aBooking(1)), [practitioner])
    const elsewhere = StaffCode.parse('N03A077')
    const ofEach = [
      { ...aBooking(1), supervisor: elsewhere },
      { ...aBooking(2), practitioner: elsewhere },
    ]
    assert.deepEqual(clashes(...ofEach), [practitioner, manager])
  })
})

describe('The next time that is free', () => {
  const cases: [string, Slot, Partial<Diaries>, string | undefined][] = [
    ['the day itself when nothing is wrong', slot('2026-11-26'), {}, '2026-11-26'],
    ['Monday after a Saturday', slot('2026-11-28'), {}, '2026-11-30'],
    ['after Christmas and its substitute days', slot('2026-12-25'), {}, '2026-12-29'],
    [
      'tomorrow when the hour has passed',
      slot('2026-11-23', '09:00'),
      { now: Temporal.Instant.from('2026-11-23T10:00:00Z') },
      '2026-11-24',
    ],
    ['from today on when the day is long past', slot('2026-06-01'), {}, '2026-11-23'],
    [
      'when both are back',
      slot('2026-11-26'),
      { absences: [away(manager, '2026-11-26', '2026-11-30'), away(practitioner, '2026-12-01', '2026-12-02')] },
      '2026-12-03',
    ],
    ['the day after one that is taken', slot('2026-11-26'), { booked: [aBooking(1)] }, '2026-11-27'],
    ['none while one is away without end', slot('2026-11-26'), { absences: [away(manager, '2026-11-20')] }, undefined],
    ['none past midnight on any day', slot('2026-11-26', '23:30'), {}, undefined],
  ]
  for (const [what, wished, known, expected] of cases) {
    it(`is ${what}`, () => {
      assert.equal(nextFreeSlot(wished, diaries(known), policy)?.on.toString(), expected)
    })
  }

  it('is always free, on a working day, at the time wished, and not before the day wished or today', () => {
    const someDay = fc.integer({ min: -40, max: 420 }).map((days) => day('2026-11-22').add({ days }))
    const someTime = fc.integer({ min: 0, max: 23 * 4 }).map((quarter) => time('00:00').add({ minutes: quarter * 15 }))
    const someSlot = fc
      .tuple(someDay, someTime, fc.constantFrom(15, 45, 60, 120))
      .map(([on, at, minutes]): Slot => ({ on, at, minutes }))
    const someAbsences = fc.array(
      fc
        .tuple(someDay, fc.option(fc.integer({ min: 0, max: 30 })), fc.constantFrom(practitioner, manager, other))
        .map(([from, length, person]) =>
          away(person, from.toString(), length === null ? undefined : from.add({ days: length }).toString()),
        ),
      { maxLength: 6 },
    )
    const someBooked = fc.array(
      someSlot.map((taken) => aBooking(1, taken)),
      { maxLength: 30 },
    )
    let some = 0
    fc.assert(
      fc.property(someSlot, someAbsences, someBooked, (wished, absences, booked) => {
        const known = diaries({ absences, booked })
        const found = nextFreeSlot(wished, known, policy)
        if (found === undefined) return
        assert.deepEqual(problemsWithSlot(found, known, policy), [])
        assert.ok(workingDays.isWorkingDay(found.on))
        assert.ok(Temporal.PlainDate.compare(found.on, wished.on) >= 0)
        assert.ok(Temporal.PlainDate.compare(found.on, day('2026-11-22')) >= 0)
        assert.deepEqual([found.at.toString(), found.minutes], [wished.at.toString(), wished.minutes])
        assert.ok(booked.every((taken) => !overlaps(taken, found)))
        const first = Temporal.PlainDate.compare(wished.on, day('2026-11-22')) < 0 ? day('2026-11-22') : wished.on
        for (let on = first; !on.equals(found.on); on = on.add({ days: 1 })) {
          assert.notDeepEqual(problemsWithSlot({ ...wished, on }, known, policy), [], `${on} was free too`)
        }
        some += 1
      }),
      { numRuns: 200 },
    )
    assert.ok(some > 50, `only ${some} were found`)
  })
})

describe('Two times', () => {
  it('overlap or not whichever is named first, and each overlaps itself', () => {
    const some = fc
      .tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 40 }))
      .map(
        ([days, minute, minutes]): Slot => ({
          on: day('2026-11-26').add({ days }),
          at: time('00:00').add({ minutes: minute }),
          minutes,
        }),
      )
    fc.assert(
      fc.property(some, some, (one, two) => {
        assert.equal(overlaps(one, two), overlaps(two, one))
        assert.ok(overlaps(one, one))
      }),
    )
  })

  it('are the local time of their day, also across a change of the clocks', () => {
    assert.equal(startOf(slot('2026-10-23', '14:00')).toString(), '2026-10-23T13:00:00Z')
    assert.equal(startOf(slot('2026-10-26', '14:00')).toString(), '2026-10-26T14:00:00Z')
    assert.equal(endOf(slot('2026-10-26', '14:00', 75)).toString(), '2026-10-26T15:15:00Z')
  })
})
