import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { supervisionCalendar, type WindowLength } from '../../domain/supervision-window.ts'
import { workingDaysBetween } from '../../domain/working-days.ts'
import { anyDay, day } from '../support/days.ts'
import { policyWith, workingDays } from '../support/windows.ts'

const lengths: readonly WindowLength[] = ['month', 'quarter', 'half-year', 'year']
const calendarOn = (today: string, windows: Parameters<typeof policyWith>[0] = {}) =>
  supervisionCalendar(policyWith(windows), day(today), workingDays)
const openOn = (today: string, length: WindowLength, windows = {}) => {
  const { all, open } = calendarOn(today, windows).windowsOf(length)
  return `${all[open]?.from} to ${all[open]?.to}`
}

describe('Windows', () => {
  for (const [today, length, window] of [
    ['2026-11-22', 'month', '2026-11-01 to 2026-11-30'],
    ['2026-11-22', 'quarter', '2026-10-01 to 2026-12-31'],
    ['2026-11-22', 'half-year', '2026-10-01 to 2027-03-31'],
    ['2026-11-22', 'year', '2026-04-01 to 2027-03-31'],
    ['2026-04-01', 'month', '2026-04-01 to 2026-04-30'],
    ['2026-04-01', 'year', '2026-04-01 to 2027-03-31'],
    ['2027-03-31', 'month', '2027-03-01 to 2027-03-31'],
    ['2027-03-31', 'quarter', '2027-01-01 to 2027-03-31'],
    ['2027-03-31', 'year', '2026-04-01 to 2027-03-31'],
    ['2028-02-29', 'month', '2028-02-01 to 2028-02-29'],
    ['2028-02-29', 'half-year', '2027-10-01 to 2028-03-31'],
    ['2026-09-30', 'half-year', '2026-04-01 to 2026-09-30'],
  ] as const) {
    it(`on ${today} the ${length} that is open is ${window}`, () => assert.equal(openOn(today, length), window))
  }

  it('follow the month in which the policy says the year begins', () => {
    assert.equal(openOn('2026-11-22', 'year', { yearBegins: 1 }), '2026-01-01 to 2026-12-31')
    assert.equal(openOn('2026-11-22', 'half-year', { yearBegins: 9 }), '2026-09-01 to 2027-02-28')
    assert.equal(openOn('2027-03-01', 'quarter', { yearBegins: 9 }), '2027-03-01 to 2027-05-31')
  })

  it('hold every day of a year in one window of each length, and nothing before the first or after the last', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 12 }), (today, yearBegins) => {
        const calendar = calendarOn(today.toString(), { yearBegins })
        for (const length of lengths) {
          const { all, open } = calendar.windowsOf(length)
          for (let at = day(all[0]?.from ?? ''), place = 0; place < calendar.days; place++, at = at.add({ days: 1 })) {
            const text = at.toString()
            const having = all.filter((window) => window.from <= text && text <= window.to)
            assert.deepEqual(having, [all[calendar.windowAt(length, text)]], `${text} ${length}`)
          }
          assert.equal(calendar.windowAt(length, today.toString()), open)
          assert.ok(open + 1 < all.length, 'another window follows the open one')
        }
      }),
      { numRuns: 25 },
    )
  })

  it('count their own working days', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...lengths), (today, length) => {
        const { all, open } = calendarOn(today.toString()).windowsOf(length)
        const window = all[open]
        assert.ok(window)
        assert.equal(window.workingDays, workingDaysBetween(day(window.from), day(window.to), workingDays))
      }),
    )
  })

  it('are looked at from the start of the year in force, or from the day the policy counts from', () => {
    const looked = (today: string, windows = {}) => {
      const { all, begin, open } = calendarOn(today, windows).windowsOf('quarter')
      return all.slice(begin, open).map(({ from }) => from)
    }
    assert.deepEqual(looked('2026-11-22'), ['2026-04-01', '2026-07-01'])
    assert.deepEqual(looked('2026-04-01'), [])
    assert.deepEqual(looked('2026-11-22', { countsFrom: '2026-09-30' }), ['2026-07-01'])
    assert.deepEqual(looked('2026-11-22', { countsFrom: '2026-10-01' }), [])
    assert.deepEqual(looked('2026-11-22', { countsFrom: '2030-01-01' }), [])
    assert.deepEqual(looked('2026-04-01', { countsFrom: '2025-12-31' }), ['2025-10-01', '2026-01-01'])
  })

  it('are the same for the last minute before and the first after the clocks change', () => {
    for (const [instant, month] of [
      ['2026-03-29T00:59:00Z', '2026-03-01'],
      ['2026-03-31T22:59:00Z', '2026-03-01'], // 23:59 in London, in summer time
      ['2026-03-31T23:00:00Z', '2026-04-01'],
      ['2026-10-25T00:59:00Z', '2026-10-01'],
      ['2026-10-31T23:59:00Z', '2026-10-01'], // winter time again
      ['2026-11-01T00:00:00Z', '2026-11-01'],
    ] as const) {
      const today = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainDate()
      const { all, open } = calendarOn(today.toString()).windowsOf('month')
      assert.equal(all[open]?.from, month, instant)
    }
  })
})
