import type { Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { AuditNote } from '../domain/audit.ts'
import { type Booking, isHeldBy } from '../domain/booking.ts'
import type { StaffCode } from '../domain/ids.ts'
import type { Session } from '../domain/supervision.ts'
import { KindId } from '../domain/supervision-kind.ts'
import type { BookingTables } from './booking-tables.ts'
import { compiledOnce } from './compiled-once.ts'
import { instantText } from './instant-text.ts'
import { overtakeNotices } from './notices.ts'
import type { Tables } from './tables.ts'

type Row = BookingTables['booking']

const Kinds = z.array(KindId)

const bookedOn = compiledOnce((db, { practitioner, day }: { practitioner: StaffCode; day: string }) =>
  db
    .selectFrom('booking')
    .selectAll()
    .where('practitioner', '=', practitioner)
    .where('on_day', '=', day)
    .where('state', '=', 'booked'),
)

export function bookingOf(row: Row): Booking {
  return {
    id: row.id,
    meeting: row.meeting,
    revision: row.revision,
    practitioner: row.practitioner,
    supervisor: row.supervisor,
    kinds: Kinds.parse(JSON.parse(row.kinds)),
    on: Temporal.PlainDate.from(row.on_day),
    at: Temporal.PlainTime.from(row.at_time),
    minutes: row.minutes,
    bookedBy: row.booked_by,
    bookedAt: Temporal.Instant.from(row.booked_at),
    state: row.state,
    ...(row.closed_by === null ? {} : { closedBy: row.closed_by }),
    ...(row.closed_at === null ? {} : { closedAt: Temporal.Instant.from(row.closed_at) }),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.moved_to === null ? {} : { movedTo: row.moved_to }),
  }
}

export function rowOf(booking: Booking): Row {
  return {
    id: booking.id,
    meeting: booking.meeting,
    revision: booking.revision,
    practitioner: booking.practitioner,
    supervisor: booking.supervisor,
    kinds: JSON.stringify(booking.kinds),
    on_day: booking.on.toString(),
    at_time: booking.at.toString({ smallestUnit: 'minute' }),
    minutes: booking.minutes,
    booked_by: booking.bookedBy,
    booked_at: instantText(booking.bookedAt),
    state: booking.state,
    closed_by: booking.closedBy ?? null,
    closed_at: booking.closedAt === undefined ? null : instantText(booking.closedAt),
    reason: booking.reason ?? null,
    moved_to: booking.movedTo ?? null,
  }
}

/**
 * Marks what was booked as held, inside the transaction that records the session: the same two people, the same day, a kind
 * in common. Nobody is asked about it any more. Gives the audit notes of it.
 */
export async function holdBookings(transaction: Transaction<Tables>, session: Session): Promise<AuditNote[]> {
  const { practitioner, heldOn } = session
  const rows = await bookedOn(transaction, { practitioner, day: heldOn.toString() })
  const notes: AuditNote[] = []
  for (const booking of rows.map(bookingOf).filter((booking) => isHeldBy(booking, session))) {
    const { numUpdatedRows } = await transaction
      .updateTable('booking')
      .set({ state: 'held', closed_by: session.loggedBy, closed_at: instantText(session.loggedAt) })
      .where('id', '=', booking.id)
      .where('state', '=', 'booked')
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) continue
    await overtakeNotices(transaction, booking.meeting, session.loggedAt)
    notes.push({
      event: 'booking.held',
      at: session.loggedAt,
      actor: session.loggedBy,
      subject: booking.practitioner,
      thing: booking.id,
    })
  }
  return notes
}
