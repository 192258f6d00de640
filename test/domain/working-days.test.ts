import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Temporal } from 'temporal-polyfill'
import { isBankHoliday } from '../../config/bank-holidays.ts'
import {
  nextFreeWorkingDay,
  nextWorkingDay,
  nthWorkingDayAfter,
  workingDaysBetween,
  workingDaysWithout,
} from '../../domain/working-days.ts'
import { anyDay, day } from '../support/days.ts'

const workingDays = workingDaysWithout(isBankHoliday)

describe('Working days', () => {
  for (const [which, works] of [
    ['2026-11-20', true], // a Friday
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-12-25', false],
    ['2026-12-26', false],
    ['2026-12-28', false], // instead of Boxing Day
    ['2026-12-29', true],
    ['2028-02-29', true],
    ['2026-03-30', true], // the day after the clocks go forward
  ] as const) {
    it(`${which} is ${works ? 'one' : 'none'}`, () => assert.equal(workingDays.isWorkingDay(day(which)), works))
  }

  for (const [first, last, count] of [
    ['2026-11-01', '2026-11-30', 21],
    ['2026-12-01', '2026-12-31', 21],
    ['2026-12-24', '2026-12-28', 1],
    ['2026-12-25', '2026-12-28', 0],
    ['2028-02-01', '2028-02-29', 21],
    ['2026-04-01', '2027-03-31', 251],
    ['2026-11-20', '2026-11-20', 1],
    ['2026-11-20', '2026-11-19', 0],
  ] as const) {
    it(`there are ${count} from ${first} to ${last}`, () =>
      assert.equal(workingDaysBetween(day(first), day(last), workingDays), count))
  }

  for (const [count, from, to] of [
    [1, '2026-11-20', '2026-11-23'],
    [1, '2026-11-22', '2026-11-23'],
    [2, '2026-12-23', '2026-12-29'],
    [5, '2026-12-24', '2027-01-05'],
    [10, '2026-03-27', '2026-04-14'], // over Easter and the change of the clocks
    [1, '2028-02-28', '2028-02-29'],
  ] as const) {
    it(`${count} after ${from} is ${to}, the day itself not counted`, () =>
      assert.equal(nthWorkingDayAfter(count, day(from), workingDays).toString(), to))
  }

  it('the next one after Christmas Eve 2026 is Tuesday 29 December', () =>
    assert.equal(nextWorkingDay(day('2026-12-24'), workingDays).toString(), '2026-12-29'))

  it('are counted from one, in whole days', () => {
    for (const count of [0, -1, 1.5, Number.NaN]) {
      assert.throws(() => nthWorkingDayAfter(count, day('2026-11-20'), workingDays), RangeError)
    }
  })

  it('a calendar without any is said to have none, and hangs nothing', () => {
    const never = workingDaysWithout(() => true)
    assert.throws(() => nextWorkingDay(day('2026-11-20'), never), RangeError)
    assert.equal(nextFreeWorkingDay(day('2026-11-20'), never), undefined)
  })

  it('the next free one is the day itself where it can be, and passes over days on which somebody is away', () => {
    const next = (from: string, isFree?: (candidate: Temporal.PlainDate) => boolean) =>
      nextFreeWorkingDay(day(from), workingDays, isFree)?.toString()
    assert.equal(next('2026-11-20'), '2026-11-20')
    assert.equal(next('2026-11-21'), '2026-11-23')
    assert.equal(
      next('2026-11-21', (candidate) => candidate.day > 24),
      '2026-11-25',
    )
    assert.equal(
      next('2026-11-21', () => false),
      undefined,
    )
  })

  it('counting on from any day by so many gives a working day with just as many between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 80 }), (from, count) => {
        const to = nthWorkingDayAfter(count, from, workingDays)
        assert.ok(workingDays.isWorkingDay(to))
        assert.equal(workingDaysBetween(from.add({ days: 1 }), to, workingDays), count)
      }),
    )
  })
})
