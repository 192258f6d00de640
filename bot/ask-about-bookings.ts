import { Temporal } from 'temporal-polyfill'
import type { Cover } from '../domain/absence.ts'
import type { Bookings } from '../domain/booked-sessions.ts'
import type { Booking } from '../domain/booking.ts'
import type { StaffCode } from '../domain/ids.ts'
import { askedAbout, concernedBy } from '../domain/passed-booking.ts'
import type { Notice, StaffList } from '../domain/ports.ts'
import type { SupervisionPolicy } from '../domain/supervision-kind.ts'
import type { Absences } from '../domain/who-is-away.ts'
import { nextWorkingDay, type WorkingDays } from '../domain/working-days.ts'
import type { RoundJob } from './daily-round.ts'

type Parts = {
  bookings: Bookings
  absences: Absences
  staff: StaffList
  policy: SupervisionPolicy
  workingDays: WorkingDays
  reach: (notice: Notice) => Promise<unknown>
}

const pageSize = 20

/**
 * On a working day, asks once about each booked session whose day has passed: the person who held it, who would log it.
 * Somebody away is asked when they are back; meanwhile whoever covers for them is asked instead. Several sessions of one
 * person are asked about together.
 */
export function askAboutBookings({ bookings, absences, staff, policy, workingDays, reach }: Parts): RoundJob {
  const { askFrom, officeHours } = policy.booking
  const askAt = Temporal.PlainTime.from(askFrom)
  let after: { sweep: string; booking: Booking } | undefined

  /** The bookings by whom to ask about them. */
  async function byAsked(some: readonly Booking[], today: Temporal.PlainDate, covers: readonly Cover[]) {
    const codes = [...new Set(some.flatMap((booking) => concernedBy(booking, covers)))]
    const [people, absent] = await Promise.all([staff.byStaffCodes(codes), absences.of(codes, today, today)])
    const around = {
      people: new Map(people.map((person) => [person.staffCode, person])),
      away: new Set(absent.map(({ person }) => person)),
      covers,
      today,
    }
    const groups = new Map<StaffCode, Booking[]>()
    for (const booking of some) {
      const asked = askedAbout(booking, around)
      if (asked !== undefined) groups.set(asked, [...(groups.get(asked) ?? []), booking])
    }
    return groups
  }

  return {
    name: 'ask about passed bookings',
    days: 'working',
    from: Temporal.PlainTime.from(officeHours.from),
    until: Temporal.PlainTime.from(officeHours.to),
    async run({ now, today }) {
      const time = now.toZonedDateTimeISO('Europe/London').toPlainTime()
      // Before the hour to ask, only what should have been asked on an earlier day.
      const early = Temporal.PlainTime.compare(time, askAt) < 0
      const isDue = ({ on }: Booking) =>
        !early || Temporal.PlainDate.compare(nextWorkingDay(on, workingDays), today) < 0
      const sweep = `${today} ${early}`
      const page = await bookings.unasked(today, pageSize, after?.sweep === sweep ? after.booking : undefined)
      const last = page.at(-1)
      // What fails does not hold up the others: it has its turn again tomorrow.
      after = last && { sweep, booking: last }
      const covers = last === undefined ? [] : await absences.coversOn(today)
      const holders = [...new Set(page.map(({ supervisor }) => supervisor))]
      const theirs = await Promise.all(holders.map((supervisor) => bookings.unaskedOf(supervisor, today)))
      const failures: unknown[] = []
      for (const [asked, some] of await byAsked(theirs.flat().filter(isDue), today, covers)) {
        try {
          // They go out as one card, whichever of them is taken along.
          const [notice] = await bookings.ask(some, asked, now)
          if (notice !== undefined) await reach(notice)
        } catch (error) {
          failures.push(error)
        }
      }
      if (failures.length > 0) throw failures[0]
      if (page.length === pageSize) return 'more'
      after = undefined
      return early ? 'more' : 'done'
    },
  }
}
