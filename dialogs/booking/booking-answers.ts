import type { BookingSaid } from '../../domain/booking-draft.ts'
import type { Pending } from '../pending.ts'
import { movedOn } from '../telling.ts'
import type { Desk, Reply, TakeUp, Turn } from '../turn.ts'
import { mayLogWithAnybody } from '../two-people.ts'
import { bookingWords, whenIn, yesOrNo } from '../understand/booking-words.ts'
import { minutesIn } from '../understand/how-long.ts'
import { kindsIn } from '../understand/kinds-in.ts'
import type { Reading } from '../understand/understand.ts'
import { narrowed } from '../which-person.ts'
import { bookingSaidIn, dropBooking, saveBooking, takeOffered } from './book-session.ts'
import { bookingReplyOf } from './booked-session.ts'
import { bookingReply, changeBooking } from './booking-draft.ts'
import { cancelBooking, didNotHappen } from './change-booking.ts'

type Asked<What extends Pending['asks']> = Extract<Pending, { asks: What }>

/** The next message after a card of a session being booked: yes, no, or what is missing or should be different. */
export const answerBooking: TakeUp<Asked<'booking'>> = async ({ booking: id }, words, reading, turn, desk) => {
  const found = await desk.bookings.readDraft(id)
  if (found === undefined || found.state !== 'open' || found.draft.by !== turn.person.staffCode) return undefined
  const { draft } = found
  const answer = yesOrNo(words) ?? (reading.intent === 'cancel' ? 'no' : undefined)
  if (answer === 'no') return inWords(await dropBooking(id, turn, desk), id)
  if (answer === 'yes') {
    const reply = draft.offered === undefined ? saveBooking(id, {}, [], turn, desk) : takeOffered(id, turn, desk)
    return inWords(await reply, id)
  }
  if (isAnotherBooking(words, reading, turn)) return undefined
  const said = await saidInAnswer(words, reading, turn, desk, draft.other === undefined, draft.at === undefined)
  if (Object.keys(said).length === 0) {
    const text =
      'I could not read that, so nothing is booked yet. Please type what is missing or should change, for example “Thursday at 2”, or “book it”, or “leave it”.'
    return { message: { text }, pending: { asks: 'booking', booking: id } }
  }
  const open = await changeBooking(id, said, turn, desk)
  return open && bookingReply(open, turn, desk)
}

/** "Book it", after another question has come in between: means what was being booked last. */
export async function bookWhatWasLeft(words: string, turn: Turn, desk: Desk): Promise<Reply | undefined> {
  if (!/^(?:yes,?\s+)?(?:please\s+)?(?:book|move)\s+it(?:\s+please)?[\s.!]*$/i.test(words)) return undefined
  const draft = await desk.bookings.lastDraft(turn.person.staffCode)
  if (draft === undefined)
    return { message: { text: 'There is nothing to book. Say “book a session with”, a name, a day and a time.' } }
  const reply =
    draft.offered === undefined ? saveBooking(draft.id, {}, [], turn, desk) : takeOffered(draft.id, turn, desk)
  return inWords(await reply, draft.id)
}

/** The next message after “Cancel this session?”. */
export const answerCancel: TakeUp<Asked<'booking-cancel'>> = async (
  { booking, words: before },
  words,
  reading,
  turn,
  desk,
) => {
  const reason = /^(?:yes,?\s*)?(?:please\s+)?(?:cancel\s+(?:it\s+)?)?(?:because|as|since)\s+([\s\S]+)$/i.exec(
    words,
  )?.[1]
  if (reason !== undefined) return cancelBooking(booking, withWords(reason, desk), turn, desk)
  const answer = yesOrNo(words) ?? (reading.intent === 'cancel' ? 'yes' : undefined)
  if (answer === 'yes') return cancelBooking(booking, { words: before, problems: [] }, turn, desk)
  const kept = answer === 'no' ? await desk.bookings.byId(booking) : undefined
  return kept && bookingReplyOf(kept, turn, desk)
}

/** The next message after a booked session was said not to have happened: why. */
export const answerReason: TakeUp<Asked<'booking-reason'>> = async ({ booking }, words, reading, turn, desk) => {
  if (reading.intent === 'cancel')
    return { message: { text: 'Nothing was changed. The session still counts as booked.' } }
  return didNotHappen(booking, withWords(words.replace(/^(?:because|as|since)\s+/i, ''), desk), turn, desk)
}

function withWords(words: string, desk: Desk): { words?: string; problems: string[] } {
  const most = desk.policy.noteCharacters
  if (words.length <= most) return { words, problems: [] }
  const count = (characters: number) => characters.toLocaleString('en-GB')
  return {
    problems: [`Your words have ${count(words.length)} characters; the most is ${count(most)}. Please shorten them.`],
  }
}

/** The card that was answered in words says that it moved on. */
function inWords(reply: Reply, draft: Asked<'booking'>['booking']): Reply {
  if (reply.shows === draft || !('card' in reply.message)) return reply
  return { ...reply, refreshes: { thing: draft, card: movedOn } }
}

/** Another session to be booked, rather than another day or hour for this one. */
function isAnotherBooking(words: string, reading: Reading, turn: Turn): boolean {
  if (reading.intent !== 'book-supervision') return false
  const begins = /\b(?:book|arrange|schedule|set\s+up|reschedule)\b/i.test(words)
  return begins || bookingWords(words, turn.today) !== undefined
}

async function saidInAnswer(
  words: string,
  reading: Reading,
  turn: Turn,
  desk: Desk,
  asksWho: boolean,
  asksTime: boolean,
): Promise<BookingSaid> {
  const said: BookingSaid = { ...bookingSaidIn(reading, turn).said, ...whenIn(words, turn.today, 'future', asksTime) }
  const kinds = kindsIn(words, desk.policy)
  const minutes = minutesIn(words)
  if (kinds.length > 0) said.kinds = kinds
  if (minutes !== undefined) said.minutes = minutes
  if (asksWho && said.other === undefined) {
    const closeTo = (await mayLogWithAnybody(turn, desk)).map((person) => person.staffCode)
    const people = narrowed((await desk.names()).find(words, { closeTo, asked: true }).people, turn)
    if (people.length === 1 && people[0] !== undefined) said.other = people[0].staffCode
  }
  return said
}
