import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Bookings } from '../domain/booked-sessions.ts'
import { type Booking, type BookingState, overlaps } from '../domain/booking.ts'
import type { BookingId, StaffCode } from '../domain/ids.ts'
import type { Notice } from '../domain/ports.ts'
import { askedBookings } from './asked-bookings.ts'
import { writeDown } from './audit-trail.ts'
import { bookingDrafts } from './booking-drafts.ts'
import { bookingOf, rowOf } from './booking-rows.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { insertNotice, overtakeNotices } from './notices.ts'
import type { Tables } from './tables.ts'

const peopleAtOnce = 400

/**
 * Booked sessions. What decides between two people who book at once are the staff rows of those who would meet, locked
 * first: whoever comes second sees what the first has booked.
 */
export function bookings(database: Database): Bookings {
  const { kysely } = database
  const bookingsOf = (people: readonly StaffCode[]) =>
    kysely
      .selectFrom('booking')
      .selectAll()
      .where((eb) => eb.or([eb('practitioner', 'in', people), eb('supervisor', 'in', people)]))

  return {
    ...bookingDrafts(database),
    ...askedBookings(database),

    async make(booking, note, moves) {
      return await database.write(async (transaction) => {
        await lockPeople(transaction, database, [booking.practitioner, booking.supervisor])
        const known = await find(transaction, booking.id)
        if (known !== undefined) return { outcome: 'already', booking: known, notices: [] }
        const old = moves && (await find(transaction, moves))
        if (old !== undefined && old.state !== 'booked') return { outcome: 'not-open', booking: old }
        const clash = await clashWith(transaction, booking, moves)
        if (clash !== undefined) return { outcome: 'clash', with: clash }
        if (old !== undefined) {
          const end = { state: 'moved' as const, by: booking.bookedBy, movedTo: booking.id }
          if (!(await endOpen(transaction, old.id, end, booking.bookedAt))) {
            return { outcome: 'not-open', booking: (await find(transaction, old.id)) ?? old }
          }
          await overtakeNotices(transaction, old.meeting, booking.bookedAt)
        }
        await transaction.insertInto('booking').values(rowOf(booking)).execute()
        await transaction
          .updateTable('booking_draft')
          .set({ state: 'booked', touched_at: instantText(booking.bookedAt) })
          .where('id', '=', booking.id)
          .execute()
        const notices = await tellOthers(transaction, booking, booking.bookedBy, booking.bookedAt)
        await writeDown(transaction, database, [note])
        return { outcome: 'booked', booking, notices }
      })
    },

    async close(id, end, note) {
      return await database.write(async (transaction) => {
        const open = await endOpen(transaction, id, end, note.at)
        const booking = await find(transaction, id)
        if (booking === undefined) throw new Error(`No booking has the id ${id}.`)
        if (!open) return { outcome: 'not-open', booking, notices: [] }
        await overtakeNotices(transaction, booking.meeting, note.at)
        const notices = await tellOthers(transaction, booking, end.by, note.at)
        await writeDown(transaction, database, [note])
        return { outcome: 'closed', booking, notices }
      })
    },

    async byId(id) {
      const row = await kysely.selectFrom('booking').selectAll().where('id', '=', id).executeTakeFirst()
      return row && bookingOf(row)
    },

    async current(meeting) {
      const row = await kysely
        .selectFrom('booking')
        .selectAll()
        .where('meeting', '=', meeting)
        .orderBy('revision', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row && bookingOf(row)
    },

    async before({ meeting, revision }) {
      const row = await kysely
        .selectFrom('booking')
        .selectAll()
        .where('meeting', '=', meeting)
        .where('revision', '=', revision - 1)
        .executeTakeFirst()
      return row && bookingOf(row)
    },

    async booked(people, from, to) {
      const found = new Map<BookingId, Booking>()
      for (let start = 0; start < people.length; start += peopleAtOnce) {
        const rows = await bookingsOf(people.slice(start, start + peopleAtOnce))
          .where('state', '=', 'booked')
          .where('on_day', '>=', from.toString())
          .where('on_day', '<=', to.toString())
          .execute()
        for (const row of rows) found.set(row.id, bookingOf(row))
      }
      return [...found.values()].sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1))
    },

    async everOf(person) {
      const rows = await bookingsOf([person]).orderBy('on_day').orderBy('at_time').orderBy('id').execute()
      return rows.map(bookingOf)
    },

    async bringIn(some) {
      if (some.length === 0) return
      await database.writeOne((db) =>
        db
          .insertInto('booking')
          .values(some.map(rowOf))
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      )
    },
  }
}

const inOrder = ({ on, at, id }: Booking) => `${on} ${at} ${id}`

/** Nobody else can book for these people until this transaction ends. */
async function lockPeople(transaction: Transaction<Tables>, database: Database, people: StaffCode[]): Promise<void> {
  if (!database.locksRows) return
  await transaction
    .selectFrom('staff')
    .select('staff_code')
    .where('staff_code', 'in', people)
    .orderBy('staff_code')
    .forUpdate()
    .execute()
}

async function find(transaction: Transaction<Tables>, id: BookingId): Promise<Booking | undefined> {
  const row = await transaction.selectFrom('booking').selectAll().where('id', '=', id).executeTakeFirst()
  return row && bookingOf(row)
}

async function clashWith(
  transaction: Transaction<Tables>,
  booking: Booking,
  moves: BookingId | undefined,
): Promise<Booking | undefined> {
  const people = [booking.practitioner, booking.supervisor]
  const rows = await transaction
    .selectFrom('booking')
    .selectAll()
    .where((eb) => eb.or([eb('practitioner', 'in', people), eb('supervisor', 'in', people)]))
    .where('state', '=', 'booked')
    .where('on_day', '=', booking.on.toString())
    .orderBy('at_time')
    .execute()
  return rows.map(bookingOf).find((other) => other.id !== moves && overlaps(other, booking))
}

/** Ends a booking that is open; false when it was not. */
async function endOpen(
  transaction: Transaction<Tables>,
  id: BookingId,
  end: { state: BookingState; by: StaffCode; reason?: string; movedTo?: BookingId },
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('booking')
    .set({
      state: end.state,
      closed_by: end.by,
      closed_at: instantText(at),
      reason: end.reason ?? null,
      moved_to: end.movedTo ?? null,
    })
    .where('id', '=', id)
    .where('state', '=', 'booked')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A notice to each of the two but the one who did it. */
async function tellOthers(
  transaction: Transaction<Tables>,
  booking: Booking,
  by: StaffCode,
  at: Temporal.Instant,
): Promise<Notice[]> {
  const notices = [booking.practitioner, booking.supervisor]
    .filter((person) => person !== by)
    .map((to): Notice => {
      return { id: `booking-${booking.state}:${booking.id}:${to}`, to, about: booking.meeting, what: 'booking-changed' }
    })
  for (const notice of notices) await insertNotice(transaction, notice, at)
  return notices
}
