import { bookedListCard } from '../../cards/booking/booked-list-card.ts'
import { type BookingView, bookingCard, passedBookingCard } from '../../cards/booking/booking-card.ts'
import { teamsMeetingLink } from '../../cards/booking/booking-words.ts'
import { type Booking, hasPassed, isOf } from '../../domain/booking.ts'
import { mayHandleBooking } from '../../domain/booking-rights.ts'
import type { BookingId, StaffCode } from '../../domain/ids.ts'
import { sightOfRecord } from '../../domain/rights.ts'
import type { Person } from '../../domain/staff.ts'
import { kindOf } from '../../domain/supervision-kind.ts'
import { shownTo } from '../shown-to.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { mayLogWithAnybody, pairOfSession } from '../two-people.ts'
import type { Reading } from '../understand/understand.ts'
import { daysBehind } from './booking-time.ts'

export const noSuchBooking = 'I cannot find that session among the ones you have booked.'

/** What a card about a booking is made of, for one reader. */
export async function viewOf(
  booking: Booking,
  viewer: Person,
  desk: Pick<Desk, 'staff' | 'bookings' | 'policy' | 'calendarLink' | 'cases'>,
): Promise<BookingView> {
  const pair = await pairOfSession(booking, desk)
  const acted = [booking.bookedBy, booking.closedBy ?? booking.bookedBy].filter((code) => !isOf(booking, code))
  const [was, by, other, file] = await Promise.all([
    booking.revision === 0 ? undefined : desk.bookings.before(booking),
    acted.length === 0 ? [] : desk.staff.byStaffCodes(acted),
    desk.staff.byStaffCode(viewer.staffCode === booking.practitioner ? booking.supervisor : booking.practitioner),
    desk.calendarLink(booking, viewer.staffCode),
  ])
  const links = {
    ...(isOf(booking, viewer.staffCode) ? { meeting: teamsMeetingLink(booking, other?.email) } : {}),
    ...(file === undefined ? {} : { file }),
  }
  const byName = by[0]?.name
  const shown = await shownTo(viewer.staffCode, booking.reason, desk)
  return {
    booking: booking.reason === undefined ? booking : shown(booking, isOf(booking, viewer.staffCode)),
    ...pair,
    viewer: viewer.staffCode,
    policy: desk.policy,
    links,
    ...(byName && { byName }),
    ...(was && { was }),
  }
}

/** A meeting as it stands now, to somebody who may look after it; also where an older booking of it is asked for. */
export async function showBooking(id: BookingId, turn: Turn, desk: Desk): Promise<Reply> {
  const found = await bookingFor(id, turn, desk)
  return 'message' in found ? found : bookingReplyOf(found, turn, desk)
}

/** The newest booking of the meeting that a booking belongs to, or the refusal of somebody who may not look after it. */
async function bookingFor(id: BookingId, turn: Turn, desk: Desk): Promise<Booking | Reply> {
  const one = await desk.bookings.byId(id)
  const current = one && (await desk.bookings.current(one.meeting))
  const practitioner = current && (await desk.staff.byStaffCode(current.practitioner))
  if (current === undefined || !mayHandleBooking(turn.person, current, practitioner, turn.covers)) {
    return refuse(turn, 'booking', noSuchBooking, { thing: id })
  }
  return current
}

/**
 * A booking that something can still be done with, or the answer when not: a refusal, or the meeting as it stands when this
 * booking was moved, cancelled or held meanwhile. What was pressed on an older card changes nothing.
 */
export async function openBooking(id: BookingId, turn: Turn, desk: Desk): Promise<Booking | Reply> {
  const found = await bookingFor(id, turn, desk)
  if ('message' in found) return found
  return found.id === id && found.state === 'booked' ? found : bookingReplyOf(found, turn, desk)
}

/** The card of a meeting as it stands. `told`: what became of telling the other person of what was just done. */
export async function bookingReplyOf(
  booking: Booking,
  turn: Turn,
  desk: Desk,
  told?: BookingView['told'],
): Promise<Reply> {
  const view = await viewOf(booking, turn.person, desk)
  const open = booking.state === 'booked' && hasPassed(booking, turn.today)
  const message = open ? passedBookingCard(view) : bookingCard({ ...view, ...(told && { told }) })
  return { message, shows: booking.meeting, notes: lookNotes(booking, turn) }
}

/** Looking after somebody else's booking is a look at their record, and is written down. */
export function lookNotes(booking: Booking, turn: Turn) {
  if (isOf(booking, turn.person.staffCode)) return []
  return [noteOf(turn, 'record.viewed', { subject: booking.practitioner, thing: booking.id })]
}

/** What is booked for a person: to come, and passed without being logged. One booking of one's own is shown at once. */
export async function whatIsBooked(subject: Person, turn: Turn, desk: Desk, which?: Which): Promise<Reply> {
  const own = subject.staffCode === turn.person.staffCode
  if (!own && sightOfRecord(turn.person, subject, turn.today.toString(), turn.covers) === 'nothing') {
    return refuse(turn, 'record', 'You can see what is booked for you and for people you manage.', {
      subject: subject.staffCode,
    })
  }
  const all = which?.among ?? (await openBookingsOf(subject, turn, desk))
  const bookings = own ? all : all.flatMap((booking) => partSeen(booking, subject, turn, desk))
  const [only] = bookings
  if (own && bookings.length === 1 && only !== undefined) return bookingReplyOf(only, turn, desk)
  const people = await desk.staff.byStaffCodes([
    ...new Set(bookings.flatMap((booking) => [booking.practitioner, booking.supervisor])),
  ])
  const message = bookedListCard({
    subject,
    viewer: turn.person.staffCode,
    coming: bookings.filter((booking) => !hasPassed(booking, turn.today)),
    passed: bookings.filter((booking) => hasPassed(booking, turn.today)),
    names: new Map(people.map((person) => [person.staffCode, person.name])),
    mayOpen: (booking) => {
      const practitioner = people.find(({ staffCode }) => staffCode === booking.practitioner)
      return mayHandleBooking(turn.person, booking, practitioner, turn.covers)
    },
    policy: desk.policy,
    ...(which?.says === undefined ? {} : { which: which.says }),
  })
  const notes = own ? [] : [noteOf(turn, 'record.viewed', { subject: subject.staffCode, detail: 'bookings' })]
  return { message, notes }
}

/** What somebody may see of another's booking: a quality officer the kinds they may hold, unless it is their own. */
function partSeen(booking: Booking, subject: Person, turn: Turn, desk: Pick<Desk, 'policy'>): Booking[] {
  const sight = sightOfRecord(turn.person, subject, turn.today.toString(), turn.covers)
  if (sight !== 'quality' || isOf(booking, turn.person.staffCode)) return [booking]
  const kinds = booking.kinds.filter((id) => kindOf(desk.policy, id).loggedBy.includes('qdo'))
  return kinds.length === 0 ? [] : [{ ...booking, kinds }]
}

/** "What is booked?", for oneself or somebody one manages, also of one kind; undefined when a message does not speak of bookings. */
export async function bookedInWords(
  text: string,
  reading: Reading,
  turn: Turn,
  desk: Desk,
): Promise<Reply | undefined> {
  if (!/\b(?:book(?:ed|ings?)|planned|diary|upcoming|calendar|ics|ical)\b/i.test(text)) return undefined
  const { kinds } = reading.entities
  const [person, ...more] = reading.people
  if (more.length > 0) {
    return {
      message: { text: 'Several people have that name. Please give the first name and surname, or the staff code.' },
    }
  }
  if (reading.unknownName !== undefined) {
    return { message: { text: 'I do not know that name on the staff list. Please give the first name and surname.' } }
  }
  const managed =
    person !== undefined && sightOfRecord(turn.person, person, turn.today.toString(), turn.covers) !== 'nothing'
  const mayMeet = async (code: StaffCode) =>
    (await mayLogWithAnybody(turn, desk)).some(({ staffCode }) => staffCode === code)
  if (person !== undefined && !managed && !(await mayMeet(person.staffCode))) return whatIsBooked(person, turn, desk)
  const subject = managed ? person : turn.person
  const among = (await openBookingsOf(subject, turn, desk)).filter(
    (booking) =>
      (person === undefined || isOf(booking, person.staffCode)) &&
      (kinds === undefined || booking.kinds.some((kind) => kinds.includes(kind))),
  )
  return whatIsBooked(subject, turn, desk, { among })
}

/** The bookings to list; `says` is there when it is to find out which of them was meant. */
export type Which = { says?: string; among: readonly Booking[] }

/** What is still booked for a person, also where its day has passed and nobody has said what became of it; earliest first. */
export async function openBookingsOf(
  person: Pick<Person, 'staffCode'>,
  turn: Pick<Turn, 'today'>,
  desk: Pick<Desk, 'bookings' | 'policy'>,
): Promise<Booking[]> {
  const last = turn.today.add({ months: desk.policy.booking.monthsAhead, days: 1 })
  return desk.bookings.booked([person.staffCode], turn.today.subtract({ days: daysBehind }), last)
}
