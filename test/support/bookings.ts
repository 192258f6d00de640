import { Temporal } from 'temporal-polyfill'
import type { Booking } from '../../domain/booking.ts'
import { BookingId } from '../../domain/ids.ts'
import { guid, manager, morning, practitioner } from './records.ts'

export const bookingId = (number: number) => BookingId.parse(guid(number))

/** Thursday 26 November 2026 at two for an hour; a test states only what it is about. */
export function aBooking(number: number, fields: Partial<Booking> = {}): Booking {
  return {
    id: bookingId(number),
    meeting: bookingId(number),
    revision: 0,
    practitioner,
    supervisor: manager,
    kinds: ['reflective'],
    on: Temporal.PlainDate.from('2026-11-26'),
    at: Temporal.PlainTime.from('14:00'),
    minutes: 60,
    bookedBy: manager,
    bookedAt: morning,
    state: 'booked',
    ...fields,
  }
}
