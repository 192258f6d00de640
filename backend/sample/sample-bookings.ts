import { Temporal } from 'temporal-polyfill'
import type { Booking } from '../../domain/booking.ts'
import { BookingId, StaffCode } from '../../domain/ids.ts'
import { KindId } from '../../domain/supervision-kind.ts'
import { nthWorkingDayAfter, type WorkingDays } from '../../domain/working-days.ts'
import { guidOf } from './sample-guid.ts'
import { needed, readTable } from './sample-table.ts'

/** Who meets whom for what, so many working days from today; a minus is a day that has passed without anybody logging it. */
const planned = readTable(
  ['practitioner', 'supervisor', 'kinds', 'days', 'at', 'minutes', 'by'] as const,
  `
  practitioner  supervisor  kinds               days  at     minutes  by
  N03A002       N03A001     reflective          3     10:00  60       N03A001
  N03A003       N03A001     monthly             4     16:00  60       N03A003
  N03A004       N03A001     monthly+reflective  8     11:00  75       N03A001
  N03A006       N03A001     monthly             -2    15:00  45       N03A001
  N03A001       N03A090     monthly             5     09:30  60       N03A090
  N03A021       N03A020     monthly             2     13:30  60       N03A020
`,
)

/**
 * The booked sessions of the sample world around `today` (local): to come, and one that has passed and was not logged.
 * Nobody in them is away on the day, and no two of one person are at the same time.
 */
export function sampleBookings(today: Temporal.PlainDate, workingDays: WorkingDays): Booking[] {
  return planned.map((row): Booking => {
    const practitioner = StaffCode.parse(needed(row, 'practitioner'))
    const id = BookingId.parse(guidOf('booking', practitioner))
    const days = Number(needed(row, 'days'))
    return {
      id,
      meeting: id,
      revision: 0,
      practitioner,
      supervisor: StaffCode.parse(needed(row, 'supervisor')),
      kinds: needed(row, 'kinds')
        .split('+')
        .map((kind) => KindId.parse(kind)),
      on: days > 0 ? nthWorkingDayAfter(days, today, workingDays) : workingDayBefore(-days, today, workingDays),
      at: Temporal.PlainTime.from(needed(row, 'at')),
      minutes: Number(needed(row, 'minutes')),
      bookedBy: StaffCode.parse(needed(row, 'by')),
      bookedAt: Temporal.Instant.from(`${today.subtract({ days: 20 })}T09:10:00Z`),
      state: 'booked',
    }
  })
}

function workingDayBefore(count: number, today: Temporal.PlainDate, { isWorkingDay }: WorkingDays): Temporal.PlainDate {
  let day = today
  for (let left = count; left > 0; ) {
    day = day.subtract({ days: 1 })
    if (isWorkingDay(day)) left--
  }
  return day
}
