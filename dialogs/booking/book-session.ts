import { plainCard } from '../../cards/plain-card.ts'
import {
  type BookingProblem,
  type BookingSaid,
  bookingFrom,
  stillNeeded,
  TimeOfDay,
} from '../../domain/booking-draft.ts'
import { type BookingId, IsoDate } from '../../domain/ids.ts'
import type { Notice } from '../../domain/ports.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { narrowed } from '../which-person.ts'
import { bookingReplyOf, noSuchBooking } from './booked-session.ts'
import { beginBooking, bookingReply, changeBooking } from './booking-draft.ts'

/** A request to book a session, in a sentence: what is missing is asked, and what is wrong with the time is said with another. */
export async function bookSession(reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const { said, problems } = bookingSaidIn(reading, turn)
  return bookingReply(await beginBooking(said, turn, desk, problems), turn, desk)
}

/** What a sentence said of a session to be booked. */
export function bookingSaidIn(reading: Reading, turn: Turn): { said: BookingSaid; problems: string[] } {
  const { entities, unknownName, impossibleDay } = reading
  const said: BookingSaid = {}
  const problems: string[] = []
  if (entities.kinds !== undefined) said.kinds = entities.kinds
  if (entities.date !== undefined) said.on = IsoDate.parse(entities.date)
  if (entities.time !== undefined) said.at = TimeOfDay.parse(entities.time)
  if (entities.minutes !== undefined) said.minutes = entities.minutes
  const people = narrowed(reading.people, turn)
  const [only] = people
  if (people.length > 1) {
    const names = people.slice(0, 6).map((person) => `${person.name} (${person.teamCode ?? person.staffCode})`)
    const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)
    problems.push(`Who do you mean: ${list}? Please choose below, or type the first name and surname.`)
  } else if (only !== undefined) said.other = only.staffCode
  else if (entities.practitioner === 'me' && turn.person.managerStaffCode !== undefined) {
    said.other = turn.person.managerStaffCode
  } else if (unknownName !== undefined) {
    problems.push(`I do not know “${unknownName.slice(0, 60)}” on the staff list. Please choose the person below.`)
  }
  if (impossibleDay !== undefined) problems.push(`There is no such day as “${impossibleDay.slice(0, 60)}”.`)
  return { said, problems }
}

/**
 * Books, or moves, what a draft says, with what the form added. When something is missing or the time is no good by now,
 * all that is right is kept and the card says what to do. The same draft again changes nothing.
 */
export async function saveBooking(
  id: BookingId,
  said: BookingSaid,
  formProblems: readonly BookingProblem[],
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const unread = formProblems.map(({ says }) => says)
  const open = await changeBooking(id, said, turn, desk, unread)
  if (open === undefined) return closedDraft(id, turn, desk)
  const { draft, pair, moved } = open
  if (open.problems.length > 0 || pair === undefined || stillNeeded(draft).length > 0) {
    return bookingReply(open, turn, desk)
  }
  if (moved?.on.toString() === draft.on && moved?.at.toString({ smallestUnit: 'minute' }) === draft.at) {
    const problem = 'That is when it is booked already. Please give the new day or time.'
    return bookingReply({ ...open, problems: [problem] }, turn, desk, true)
  }
  const booking = bookingFrom(draft, pair, desk.policy, turn.now, moved)
  const event = moved === undefined ? 'booking.made' : 'booking.moved'
  const note = noteOf(turn, event, { subject: booking.practitioner, thing: booking.id })
  const result = await desk.bookings.make(booking, note, moved?.id)
  switch (result.outcome) {
    case 'clash': {
      // Somebody booked that time while this was read: the card is made again, and says so.
      const again = await changeBooking(id, {}, turn, desk)
      return again === undefined ? closedDraft(id, turn, desk) : bookingReply(again, turn, desk)
    }
    case 'not-open': {
      await desk.bookings.dropDraft(id, turn.now)
      const now = (await desk.bookings.current(result.booking.meeting)) ?? result.booking
      return bookingReplyOf(now, turn, desk)
    }
    default: {
      const told = result.notices.length === 0 ? undefined : await tellOthers(result.notices, desk)
      return { ...(await bookingReplyOf(result.booking, turn, desk, told)), final: true }
    }
  }
}

/** Takes the day that was offered instead of the one wished. Where none is offered any more, the session is shown as it stands. */
export async function takeOffered(id: BookingId, turn: Turn, desk: Desk): Promise<Reply> {
  const found = await desk.bookings.readDraft(id)
  const on = found?.draft.by === turn.person.staffCode ? found.draft.offered : undefined
  if (on !== undefined) return saveBooking(id, { on }, [], turn, desk)
  const open = await changeBooking(id, {}, turn, desk)
  return open === undefined ? closedDraft(id, turn, desk) : bookingReply(open, turn, desk)
}

/** The form of a session being booked, with everything that is known of it. */
export async function editBooking(id: BookingId, turn: Turn, desk: Desk): Promise<Reply> {
  const open = await changeBooking(id, {}, turn, desk)
  return open === undefined ? closedDraft(id, turn, desk) : bookingReply(open, turn, desk, true)
}

/** Books nothing after all; a session that was to be moved stays as it was. */
export async function dropBooking(id: BookingId, turn: Turn, desk: Desk): Promise<Reply> {
  const found = await desk.bookings.readDraft(id)
  if (found === undefined || found.draft.by !== turn.person.staffCode || found.state === 'booked') {
    return closedDraft(id, turn, desk)
  }
  await desk.bookings.dropDraft(id, turn.now)
  const moved = found.draft.moves && (await desk.bookings.byId(found.draft.moves))
  const current = moved && (await desk.bookings.current(moved.meeting))
  if (current !== undefined) return bookingReplyOf(current, turn, desk)
  return { message: plainCard('Not booked', 'Nothing was booked, and nobody was told.'), shows: id }
}

/** What became of a draft that is no longer open. */
async function closedDraft(id: BookingId, turn: Turn, desk: Desk): Promise<Reply> {
  const found = await desk.bookings.readDraft(id)
  if (found === undefined || found.draft.by !== turn.person.staffCode) return refuse(turn, 'booking', noSuchBooking)
  const booking = found.state === 'booked' ? await desk.bookings.byId(id) : undefined
  const current = booking && (await desk.bookings.current(booking.meeting))
  if (current !== undefined) return bookingReplyOf(current, turn, desk)
  return {
    message: plainCard('Not booked', 'This one was left, so nothing was booked. To begin again, say “book a session”.'),
  }
}

/** Tells everybody of the session but whoever did it. */
export async function tellOthers(notices: readonly Notice[], desk: Desk): Promise<'told' | 'not-reached'> {
  const reached = await Promise.all(notices.map((notice) => desk.reach(notice)))
  return reached.every((outcome) => outcome === 'reached') ? 'told' : 'not-reached'
}
