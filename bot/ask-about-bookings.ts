import { Temporal } from 'temporal-polyfill'
import type { Cover } from '../domain/absence.ts'
import { cannotStandIn } from '../domain/absence-rights.ts'
import type { Bookings } from '../domain/booked-sessions.ts'
import type { Booking } from '../domain/booking.ts'
import type { StaffCode } from '../domain/ids.ts'
import type { Notice, StaffList } from '../domain/ports.ts'
import { isInPost } from '../domain/staff.ts'
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
 * Somebody away is asked when they are back; meanwhile whoever covers for them is asked instead.
 */
export function askAboutBookings({ bookings, absences, staff, policy, workingDays, reach }: Parts): RoundJob {
  const { askFrom, officeHours } = policy.booking
  const askAt = Temporal.PlainTime.from(askFrom)
  let after: { sweep: string; booking: Booking } | undefined

  async function toAsk(
    booking: Booking,
    today: Temporal.PlainDate,
    covers: readonly Cover[],
  ): Promise<StaffCode | undefined> {
    const inPost = async (code: StaffCode) => {
      const person = await staff.byStaffCode(code)
      return person !== undefined && isInPost(person, today.toString())
    }
    const canStandIn = async (by: StaffCode, manager: StaffCode) => {
      const person = await staff.byStaffCode(by)
      return person !== undefined && cannotStandIn(person, manager, { from: today, to: today }) === undefined
    }
    const away = async (code: StaffCode) => (await absences.of([code], today, today)).length > 0
    // Somebody who has left cannot say; the other one of the two can.
    const asked = (await inPost(booking.supervisor)) ? booking.supervisor : booking.practitioner
    if (!(await away(asked))) return (await inPost(asked)) ? asked : undefined
    for (const { manager, by } of covers) {
      if (manager === asked && by !== booking.practitioner && (await canStandIn(by, manager)) && !(await away(by)))
        return by
    }
    return undefined
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
      const sweep = `${today} ${early}`
      const page = await bookings.unasked(today, pageSize, after?.sweep === sweep ? after.booking : undefined)
      const covers = page.length === 0 ? [] : await absences.coversOn(today)
      for (const booking of page) {
        try {
          const due = nextWorkingDay(booking.on, workingDays)
          if (!early || Temporal.PlainDate.compare(due, today) < 0) await askAbout(booking, now, today, covers)
        } finally {
          // One that fails does not hold up the others: it has its turn again tomorrow.
          after = { sweep, booking }
        }
      }
      if (page.length === pageSize) return 'more'
      after = undefined
      return early ? 'more' : 'done'
    },
  }

  async function askAbout(
    booking: Booking,
    now: Temporal.Instant,
    today: Temporal.PlainDate,
    covers: readonly Cover[],
  ) {
    const person = await toAsk(booking, today, covers)
    const notice = person && (await bookings.ask(booking, person, now))
    if (notice !== undefined) await reach(notice)
  }
}
