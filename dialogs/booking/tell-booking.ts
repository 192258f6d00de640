import { bookingCard, passedBookingCard } from '../../cards/booking/booking-card.ts'
import { hasPassed } from '../../domain/booking.ts'
import { BookingId } from '../../domain/ids.ts'
import { movedOn, type Tell } from '../telling.ts'
import { viewOf } from './booked-session.ts'

/** A session of theirs was booked, moved, cancelled, or did not happen. */
export const tellOfBooking: Tell = async (notice, person, desk) => {
  const booking = await desk.bookings.current(BookingId.parse(notice.about))
  if (booking === undefined || booking.state === 'held') return undefined
  return { message: bookingCard(await viewOf(booking, person, desk)), shows: booking.meeting, changed: movedOn }
}

/** What became of a booked session whose day has passed? */
export const askAboutBooking: Tell = async (notice, person, desk, today) => {
  const booking = await desk.bookings.current(BookingId.parse(notice.about))
  if (booking?.state !== 'booked' || !hasPassed(booking, today)) return undefined
  return { message: passedBookingCard(await viewOf(booking, person, desk)), shows: booking.meeting, changed: movedOn }
}
