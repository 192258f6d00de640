import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Bookings } from '../domain/booked-sessions.ts'
import type { BookingId } from '../domain/ids.ts'
import type { Notice } from '../domain/ports.ts'
import { bookingOf } from './booking-rows.ts'
import type { Database } from './database.ts'
import { insertNotice } from './notices.ts'

/** What the id of the notice begins with that asks what became of a booking. */
const askedAbout = 'booking-passed:'

/** Asking once what became of bookings: the notice of the question is what says that it was asked. */
export function askedBookings(database: Database): Pick<Bookings, 'unasked' | 'unaskedOf' | 'ask'> {
  const { kysely } = database
  const unaskedBefore = (day: Temporal.PlainDate) =>
    kysely
      .selectFrom('booking')
      .selectAll('booking')
      .leftJoin('notice', (join) => join.on('notice.id', '=', sql<string>`${sql.lit(askedAbout)} || booking.id`))
      .where('booking.state', '=', 'booked')
      .where('booking.on_day', '<', day.toString())
      .where('notice.id', 'is', null)
      .orderBy('booking.on_day')
      .orderBy('booking.id')

  return {
    async unasked(before, most, after) {
      const rows = await unaskedBefore(before)
        .$if(after !== undefined, (query) =>
          query.where((eb) =>
            eb.or([
              eb('booking.on_day', '>', after?.on.toString() ?? ''),
              eb.and([
                eb('booking.on_day', '=', after?.on.toString() ?? ''),
                eb('booking.id', '>', after?.id ?? ('' as BookingId)),
              ]),
            ]),
          ),
        )
        .limit(most)
        .execute()
      return rows.map(bookingOf)
    },

    async unaskedOf(supervisor, before) {
      return (await unaskedBefore(before).where('booking.supervisor', '=', supervisor).execute()).map(bookingOf)
    },

    async ask(some, to, at) {
      return await database.write(async (transaction) => {
        const ids = some.map(({ id }) => id)
        const lock = transaction.selectFrom('booking').select('id').where('id', 'in', ids).where('state', '=', 'booked')
        // In one order, so that two that ask at once never wait for each other in a ring.
        const open = await (database.locksRows ? lock.orderBy('id').forUpdate() : lock).execute()
        const noticeIds = ids.map((id) => `${askedAbout}${id}`)
        const before = await transaction.selectFrom('notice').select('id').where('id', 'in', noticeIds).execute()
        const isOpen = new Set(open.map(({ id }) => id))
        const isAsked = new Set(before.map(({ id }) => id))
        const notices = some
          .filter(({ id }) => isOpen.has(id) && !isAsked.has(`${askedAbout}${id}`))
          .map(({ id, meeting }): Notice => ({ id: `${askedAbout}${id}`, to, about: meeting, what: 'booking-passed' }))
        for (const notice of notices) await insertNotice(transaction, notice, at)
        return notices
      })
    },
  }
}
