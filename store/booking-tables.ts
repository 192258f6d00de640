import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import type { BookingState } from '../domain/booking.ts'
import type { BookingId, StaffCode } from '../domain/ids.ts'

export type BookingTables = {
  booking: {
    id: BookingId
    /** The first booking of the same meeting. */
    meeting: BookingId
    revision: number
    practitioner: StaffCode
    supervisor: StaffCode
    /** JSON: list of kinds. */
    kinds: string
    on_day: string
    /** Local, `HH:MM`. */
    at_time: string
    minutes: number
    booked_by: StaffCode
    booked_at: string
    state: BookingState
    closed_by: StaffCode | null
    closed_at: string | null
    reason: string | null
    moved_to: BookingId | null
  }
  booking_draft: {
    id: BookingId
    by_code: StaffCode
    /** JSON: the draft. */
    body: string
    version: number
    state: 'open' | 'booked' | 'dropped'
    touched_at: string
  }
}

const always = (column: ColumnDefinitionBuilder) => column.notNull()

/** The tables of booked sessions and of those being booked. */
export async function bookingTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('booking')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('meeting', 'text', always)
    .addColumn('revision', 'integer', always)
    .addColumn('practitioner', 'text', always)
    .addColumn('supervisor', 'text', always)
    .addColumn('kinds', 'text', always)
    .addColumn('on_day', 'text', always)
    .addColumn('at_time', 'text', always)
    .addColumn('minutes', 'integer', always)
    .addColumn('booked_by', 'text', always)
    .addColumn('booked_at', 'text', always)
    .addColumn('state', 'text', always)
    .addColumn('closed_by', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('reason', 'text')
    .addColumn('moved_to', 'text')
    .addUniqueConstraint('booking_of_meeting', ['meeting', 'revision'])
    .execute()
  await schema.createIndex('booking_by_practitioner').on('booking').columns(['practitioner', 'on_day']).execute()
  await schema.createIndex('booking_by_supervisor').on('booking').columns(['supervisor', 'on_day']).execute()
  await schema.createIndex('booking_by_state').on('booking').columns(['state', 'on_day', 'id']).execute()
  await schema
    .createTable('booking_draft')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('by_code', 'text', always)
    .addColumn('body', 'text', always)
    .addColumn('version', 'integer', always)
    .addColumn('state', 'text', always)
    .addColumn('touched_at', 'text', always)
    .execute()
  await schema
    .createIndex('booking_draft_by_person')
    .on('booking_draft')
    .columns(['by_code', 'state', 'touched_at'])
    .execute()
  await schema.createIndex('booking_draft_by_touch').on('booking_draft').columns(['state', 'touched_at']).execute()
}
