import assert from 'node:assert/strict'
import { sampleAbsences } from '../../backend/sample/sample-absences.ts'
import { sampleBookings } from '../../backend/sample/sample-bookings.ts'
import { isBankHoliday } from '../../config/bank-holidays.ts'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { includes } from '../../domain/absence.ts'
import { hasPassed, mayBookKind, overlaps } from '../../domain/booking.ts'
import { pairFor } from '../../domain/rights.ts'
import { workingDaysWithout } from '../../domain/working-days.ts'
import { day } from '../support/days.ts'
import { triedDays, worldOn } from './sample-worlds.ts'

const workingDays = workingDaysWithout(isBankHoliday)

describe('The booked sessions of the sample world', () => {
  for (const today of triedDays) {
    it(`on ${today} are sessions that those two could have booked, on days when both are there`, () => {
      const { people } = worldOn(today)
      const bookings = sampleBookings(day(today), workingDays)
      const absences = sampleAbsences(day(today))
      for (const booking of bookings) {
        const [practitioner, supervisor] = [booking.practitioner, booking.supervisor].map((code) =>
          people.find((person) => person.staffCode === code),
        )
        assert.ok(practitioner && supervisor)
        const pair = pairFor(supervisor, practitioner, today, [])
        assert.ok(pair, booking.practitioner)
        for (const kind of booking.kinds) assert.ok(mayBookKind(policy, pair, kind))
        assert.ok(workingDays.isWorkingDay(booking.on), booking.on.toString())
        const away = absences.filter(({ staffCode }) => [booking.practitioner, booking.supervisor].includes(staffCode))
        assert.ok(!away.some((absence) => includes(absence, booking.on)))
        const others = bookings.filter((other) => other !== booking)
        assert.ok(!others.some((other) => overlaps(other, booking) && other.supervisor === booking.supervisor))
      }
      assert.equal(bookings.filter((booking) => hasPassed(booking, day(today))).length, 1)
      assert.equal(new Set(bookings.map(({ id }) => id)).size, bookings.length)
    })
  }
})
