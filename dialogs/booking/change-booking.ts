import { cancelBookingCard, passedBookingCard } from '../../cards/booking/booking-card.ts'
import { type Booking, hasPassed } from '../../domain/booking.ts'
import { type BookingSaid, draftMoving } from '../../domain/booking-draft.ts'
import { BookingId } from '../../domain/ids.ts'
import { type Desk, noteOf, type Reply, type Turn } from '../turn.ts'
import { type BookingWords, bookingWords, type WhenSaid } from '../understand/booking-words.ts'
import type { Reading } from '../understand/understand.ts'
import { narrowed } from '../which-person.ts'
import { bookSession, tellOthers } from './book-session.ts'
import { bookingReplyOf, lookNotes, openBooking, openBookingsOf, viewOf, whatIsBooked } from './booked-session.ts'
import { bookingReply, openWith } from './booking-draft.ts'

/** Booking, moving or cancelling, in a sentence. */
export async function bookByWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const words = bookingWords(text, turn.today)
  if (words === undefined) return bookSession(reading, turn, desk)
  return words.does === 'move' ? moveByWords(words, reading, turn, desk) : cancelByWords(words, reading, turn, desk)
}

async function moveByWords(
  words: Extract<BookingWords, { does: 'move' }>,
  reading: Reading,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const found = await meantBooking(words.from, reading, turn, desk)
  if (!('id' in found)) return found
  const { minutes } = reading.entities
  return moveBooking(found.id, { ...words.to, ...(minutes === undefined ? {} : { minutes }) }, turn, desk)
}

async function cancelByWords(
  words: Extract<BookingWords, { does: 'cancel' }>,
  reading: Reading,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const found = await meantBooking(words.which, reading, turn, desk)
  return 'id' in found ? askToCancel(found.id, turn, desk, words.reason) : found
}

/** "Cancel", with nothing open: of a session that is booked it is asked which, and of anything else said that there is nothing. */
export async function cancelInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  if (/\b(?:session|supervision|booking|meeting)\b/i.test(text)) {
    const open = await openBookingsOf(turn.person, turn, desk)
    if (open.length > 0) return cancelByWords({ does: 'cancel', which: {} }, reading, turn, desk)
  }
  return { message: { text: 'There is nothing open to cancel. Nothing was changed.' } }
}

/** The one booked session that a sentence means, or the answer when it is none or several. */
export async function meantBooking(when: WhenSaid, reading: Reading, turn: Turn, desk: Desk): Promise<Booking | Reply> {
  const open = await openBookingsOf(turn.person, turn, desk)
  const people = narrowed(reading.people, turn)
  const { kinds } = reading.entities
  const fits = open.filter(
    ({ practitioner, supervisor, ...booking }) =>
      (people.length === 0 || people.some(({ staffCode }) => staffCode === practitioner || staffCode === supervisor)) &&
      (kinds === undefined || booking.kinds.some((kind) => kinds.includes(kind))) &&
      (when.on === undefined || booking.on.toString() === when.on) &&
      (when.at === undefined || booking.at.toString({ smallestUnit: 'minute' }) === when.at),
  )
  const [only, ...more] = fits
  if (only !== undefined && more.length === 0) return only
  if (only !== undefined) {
    return whatIsBooked(turn.person, turn, desk, {
      says: 'Several fit. Open the one you mean, or say its day and time.',
      among: fits,
    })
  }
  if (open.length === 0) {
    return {
      message: {
        text: 'You have no session booked. To book one, say “book a session with”, a name, a day and a time.',
      },
    }
  }
  return {
    message: {
      text: 'I found no booked session like that. Say “what is booked?” to see yours, or “book a session with” and a name to book one.',
    },
  }
}

/** Begins to move a booked session. Without a new time the form asks for it. */
export async function moveBooking(id: BookingId, to: BookingSaid, turn: Turn, desk: Desk): Promise<Reply> {
  const booking = await openBooking(id, turn, desk)
  if ('message' in booking) return booking
  const { on, ...moving } = draftMoving(booking, BookingId.parse(desk.mint()), turn.person.staffCode)
  const draft = hasPassed(booking, turn.today) || on === undefined ? moving : { ...moving, on }
  const nothingSaid = to.on === undefined && to.at === undefined
  const open = await openWith(draft, to, turn, desk)
  const reply = await bookingReply(open, turn, desk, nothingSaid)
  return { ...reply, notes: lookNotes(booking, turn) }
}

/** Asks whether a booked session shall be cancelled. */
export async function askToCancel(id: BookingId, turn: Turn, desk: Desk, words?: string): Promise<Reply> {
  const booking = await openBooking(id, turn, desk)
  if ('message' in booking) return booking
  if (hasPassed(booking, turn.today)) return bookingReplyOf(booking, turn, desk)
  const view = await viewOf(booking, turn.person, desk)
  return {
    message: cancelBookingCard({ ...view, ...(words === undefined ? {} : { words }) }),
    shows: booking.meeting,
    notes: lookNotes(booking, turn),
    pending: {
      asks: 'booking-cancel',
      booking: booking.id,
      ...(words === undefined || words.length > 500 ? {} : { words }),
    },
  }
}

/** Cancels a booked session, with what was said why, and tells the other person. */
export async function cancelBooking(
  id: BookingId,
  said: { words?: string; problems: readonly string[] },
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const booking = await openBooking(id, turn, desk)
  if ('message' in booking) return booking
  if (hasPassed(booking, turn.today)) return bookingReplyOf(booking, turn, desk)
  if (said.problems.length > 0) {
    const view = await viewOf(booking, turn.person, desk)
    return { message: cancelBookingCard({ ...view, problems: said.problems }), shows: booking.meeting }
  }
  return end(booking, 'cancelled', said.words, turn, desk)
}

/** Keeps that a booked session did not happen, and why; without a reason it is asked for. */
export async function didNotHappen(
  id: BookingId,
  said: { words?: string; problems: readonly string[] },
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const booking = await openBooking(id, turn, desk)
  if ('message' in booking) return booking
  if (!hasPassed(booking, turn.today)) {
    const { message, ...rest } = await askToCancel(id, turn, desk, said.words)
    return { ...rest, message }
  }
  const words = said.words?.trim()
  if (said.problems.length > 0 || !words) {
    const view = await viewOf(booking, turn.person, desk)
    const problems =
      said.problems.length > 0
        ? said.problems
        : ['Please say in a few words why, then press “It did not happen” again, or just type it.']
    return {
      message: passedBookingCard({ ...view, problems }),
      shows: booking.meeting,
      pending: { asks: 'booking-reason', booking: booking.id },
      notes: lookNotes(booking, turn),
    }
  }
  return end(booking, 'did-not-happen', words, turn, desk)
}

async function end(
  booking: Booking,
  state: 'cancelled' | 'did-not-happen',
  reason: string | undefined,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const result = await desk.bookings.close(
    booking.id,
    { state, by: turn.person.staffCode, ...(reason ? { reason } : {}) },
    noteOf(turn, `booking.${state}`, { subject: booking.practitioner, thing: booking.id }),
  )
  const told = result.notices.length === 0 ? undefined : await tellOthers(result.notices, desk)
  const current = (await desk.bookings.current(booking.meeting)) ?? result.booking
  return { ...(await bookingReplyOf(current, turn, desk, told)), final: true }
}
