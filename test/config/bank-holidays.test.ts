import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { isBankHoliday } from '../../config/bank-holidays.ts'

/** The days off that the government lists for England and Wales; the years to come by the rules they follow. */
const daysOff: Record<number, string> = {
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2030: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
}

describe('The bank holidays of England and Wales', () => {
  for (const [year, days] of Object.entries(daysOff)) {
    it(`${year}: these weekdays and no others`, () => {
      const first = Temporal.PlainDate.from(`${year}-01-01`)
      const found = Array.from({ length: first.daysInYear }, (_, after) => first.add({ days: after }))
        .filter((day) => day.dayOfWeek <= 5 && isBankHoliday(day))
        .map((day) => day.toString().slice(5))
      assert.equal(found.join(' '), days)
    })
  }
})
