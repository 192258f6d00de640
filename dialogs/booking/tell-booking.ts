import { bookingCard, passedBookingCard } from '../../cards/booking/booking-card.ts'
import { passedBookingsCard } from '../../cards/booking/passed-bookings-card.ts'
import { type Booking, hasPassed } from '../../domain/booking.ts'
import { BookingId } from '../../domain/ids.ts'
import { movedOn, type Tell } from '../telling.ts'
import { viewOf } from './booked-session.ts'

/** A session of theirs was booked, moved, cancelled, or did not happen. */
export const tellOfBooking: Tell = async (notice, person, desk) => {
  const booking = await desk.bookings.current(BookingId.parse(notice.about))
  if (booking === undefined || booking.state === 'held') return undefined
  return { message: bookingCard(await viewOf(booking, person, desk)), shows: booking.meeting, changed: movedOn }
}

/** What became of a booked session whose day has passed? Several are asked about on one card. */
export const askAboutBooking: Tell = async (_notice, person, desk, today, together) => {
  const found = await Promise.all(together.map(({ about }) => desk.bookings.current(BookingId.parse(about))))
  const passed = found.filter((booking) => booking?.state === 'booked' && hasPassed(booking, today)) as Booking[]
  const views = await Promise.all(passed.map((booking) => viewOf(booking, person, desk)))
  const [only, ...more] = views
  if (only === undefined) return undefined
  if (more.length > 0) return { message: passedBookingsCard(views) }
  return { message: passedBookingCard(only), shows: only.booking.meeting, changed: movedOn }
}
