import { type Booking, hasPassed } from '../../domain/booking.ts'
import { type BookingId, IsoDate } from '../../domain/ids.ts'
import { beginDraft, formReply, showDraft } from '../session/log-supervision.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { passedWords } from '../understand/booking-words.ts'
import type { Reading } from '../understand/understand.ts'
import { narrowed } from '../which-person.ts'
import { openBooking, openBookingsOf } from './booked-session.ts'
import { didNotHappen, moveBooking } from './change-booking.ts'

/**
 * A booked session was held: opens the log, filled in with what was booked. The booking counts as held when the session has
 * been recorded.
 */
export async function wasHeld(id: BookingId, turn: Turn, desk: Desk): Promise<Reply> {
  const booking = await openBooking(id, turn, desk)
  if ('message' in booking) return booking
  if (booking.on.toString() > turn.today.toString()) {
    return { message: { text: 'That session is still to come. It can be logged once it has been held.' } }
  }
  const heldOn = IsoDate.parse(booking.on.toString())
  const other = booking.practitioner === turn.person.staffCode ? booking.supervisor : booking.practitioner
  const begun = (await desk.drafts.openOf(turn.person.staffCode)).find(
    (draft) => draft.other === other && draft.heldOn === heldOn && draft.corrects === undefined,
  )
  if (begun !== undefined) return showDraft(begun.id, turn, desk)
  const said = { other, kinds: [...booking.kinds], heldOn, minutes: booking.minutes }
  return formReply(await beginDraft(said, turn, desk), turn, desk)
}

/**
 * "It was held", "it did not happen because …", "it was moved to Friday at 3": what somebody says of a booked session of
 * theirs whose day has passed. Undefined when it says nothing of the kind, or no such session is there.
 */
export async function passedByWords(
  text: string,
  reading: Reading,
  turn: Turn,
  desk: Desk,
): Promise<Reply | undefined> {
  const words = passedWords(text, turn.today)
  if (words === undefined) return undefined
  const people = narrowed(reading.people, turn)
  const on = 'which' in words ? words.which.on : undefined
  const passed = (await openBookingsOf(turn.person, turn, desk)).filter(
    (booking) =>
      hasPassed(booking, turn.today) && (on === undefined || booking.on.toString() === on) && isWith(booking, people),
  )
  const [only, ...more] = passed
  if (only === undefined) return undefined
  if (more.length > 0) {
    return {
      message: {
        text: `${passed.length} booked sessions have passed without being logged. Say the name and the day too, or say “what is booked?” to see them.`,
      },
    }
  }
  switch (words.says) {
    case 'held':
      return wasHeld(only.id, turn, desk)
    case 'moved':
      return moveBooking(only.id, words.to, turn, desk)
    case 'did-not-happen':
      return didNotHappen(only.id, { words: words.reason, problems: [] }, turn, desk)
  }
}

function isWith(booking: Booking, people: readonly { staffCode: string }[]): boolean {
  return (
    people.length === 0 ||
    people.some(({ staffCode }) => staffCode === booking.practitioner || staffCode === booking.supervisor)
  )
}
