import { bookingDraftCard } from '../../cards/booking/booking-draft-card.ts'
import { slotProblemInWords } from '../../cards/booking/booking-words.ts'
import { type Booking, mayBookKind, type Slot } from '../../domain/booking.ts'
import {
  type BookingDraft,
  type BookingField,
  type BookingSaid,
  fillBooking,
  problemsWithBooking,
  slotOf,
  stillNeeded,
} from '../../domain/booking-draft.ts'
import { BookingId, IsoDate } from '../../domain/ids.ts'
import { pairFor, type SessionPair } from '../../domain/rights.ts'
import type { Person } from '../../domain/staff.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { mayLogWithAnybody, onlyOther } from '../two-people.ts'
import { checkSlot } from './booking-time.ts'

/** A session being booked, with all that decides whether it can be. `problems` are sentences. */
export type OpenBooking = {
  draft: BookingDraft
  version: number
  other?: Person
  pair?: Pick<SessionPair, 'practitioner' | 'supervisor'>
  /** What it takes the place of. */
  moved?: Booking
  problems: string[]
  /** Set when the time is the only thing wrong, and another is free. */
  offered?: Slot
}

/** Begins to book with what was said. It is kept at once, so that a button finds it. */
export async function beginBooking(
  said: BookingSaid,
  turn: Turn,
  desk: Desk,
  also: string[] = [],
): Promise<OpenBooking> {
  const other = await onlyOther(turn, desk)
  const empty: BookingDraft = { id: BookingId.parse(desk.mint()), by: turn.person.staffCode, kinds: [] }
  return openWith({ ...empty, ...(other === undefined ? {} : { other }) }, said, turn, desk, also)
}

/** Keeps a new draft with what was said put in. */
export async function openWith(
  draft: BookingDraft,
  said: BookingSaid,
  turn: Turn,
  desk: Desk,
  also: string[] = [],
): Promise<OpenBooking> {
  const filled = fillBooking(draft, said, desk.policy)
  await desk.bookings.openDraft(filled.draft, turn.now)
  return examined(filled.draft, 1, [...also, ...filled.problems.map(({ says }) => says)], turn, desk)
}

/** An open draft of this person with what was said put in; undefined when there is none of this id. */
export async function changeBooking(
  id: BookingId,
  said: BookingSaid,
  turn: Turn,
  desk: Desk,
  also: string[] = [],
): Promise<OpenBooking | undefined> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const found = await desk.bookings.readDraft(id)
    if (found === undefined || found.state !== 'open' || found.draft.by !== turn.person.staffCode) return undefined
    const { draft, problems } = fillBooking(found.draft, said, desk.policy)
    const sentences = [...also, ...problems.map(({ says }) => says)]
    if (Object.keys(said).length === 0) return examined(draft, found.version, sentences, turn, desk)
    if ((await desk.bookings.writeDraft(draft, found.version, turn.now)) === 'written')
      return examined(draft, found.version + 1, sentences, turn, desk)
  }
  throw new Error('A booking was changed by somebody else five times in a row.')
}

async function examined(
  draft: BookingDraft,
  version: number,
  said: string[],
  turn: Turn,
  desk: Desk,
): Promise<OpenBooking> {
  const moved = draft.moves && (await desk.bookings.byId(draft.moves))
  const other = draft.other && (await desk.staff.byStaffCode(draft.other))
  const open: OpenBooking = { draft, version, problems: said, ...(other && { other }), ...(moved && { moved }) }
  if (moved !== undefined) {
    const two = await desk.staff.byStaffCodes([moved.practitioner, moved.supervisor])
    const practitioner = two.find((person) => person.staffCode === moved.practitioner)
    const supervisor = two.find((person) => person.staffCode === moved.supervisor)
    if (practitioner === undefined || supervisor === undefined) {
      return { ...open, problems: [...said, 'One of the two is no longer on the staff list, so it cannot be moved.'] }
    }
    open.pair = { practitioner, supervisor }
  } else {
    const pair = other && pairFor(turn.person, other, turn.today.toString(), turn.covers)
    open.problems = [...said, ...problemsWithBooking(draft, pair, desk.policy).map(({ says }) => says)]
    if (pair !== undefined) open.pair = pair
  }
  const slot = slotOf(draft, desk.policy)
  if (open.pair === undefined || slot === undefined || stillNeeded(draft).length > 0) return open
  const { problems, offered } = await checkSlot(slot, open.pair, moved, turn, desk)
  if (problems.length === 0) return open
  const reader = {
    viewer: turn.person.staffCode,
    people: [open.pair.practitioner, open.pair.supervisor],
    policy: desk.policy,
  }
  const sentences = problems.map((problem) => slotProblemInWords(slot, problem, reader))
  const onlyTheTime = open.problems.length === 0
  return {
    ...open,
    problems: [...open.problems, ...sentences],
    ...(offered !== undefined && onlyTheTime ? { offered } : {}),
  }
}

/**
 * The card of a session being booked: to be confirmed when all is well, with another day when that is all it takes, and
 * else the form. What it asks may be typed instead. A day that is offered is kept, so that the button means that day.
 */
export async function bookingReply(open: OpenBooking, turn: Turn, desk: Desk, form = false): Promise<Reply> {
  const { draft, other, pair, moved, problems, offered } = open
  if (offered !== undefined && draft.offered !== offered.on.toString()) {
    const kept = { ...draft, offered: IsoDate.parse(offered.on.toString()) }
    await desk.bookings.writeDraft(kept, open.version, turn.now)
  }
  const [needed] = stillNeeded(draft)
  const people = moved === undefined ? await mayLogWithAnybody(turn, desk) : []
  const asForm = form || needed !== undefined || (problems.length > 0 && offered === undefined)
  const ask = needed === undefined || problems.length > 0 ? undefined : questions[needed]
  const whole = pairFor(turn.person, other ?? turn.person, turn.today.toString(), turn.covers)
  const kinds = desk.policy.kinds.filter((kind) => whole === undefined || mayBookKind(desk.policy, whole, kind.id))
  const message = bookingDraftCard({
    draft,
    people,
    kinds: kinds.map((kind) => kind.id),
    policy: desk.policy,
    today: turn.today,
    problems,
    form: asForm,
    ...(other === undefined ? {} : { otherName: nameFor(pair, other, turn) }),
    ...(offered === undefined ? {} : { offered }),
    ...(moved === undefined ? {} : { was: moved }),
    ...(ask === undefined ? {} : { ask }),
  })
  return { message, shows: draft.id, pending: { asks: 'booking', booking: draft.id } }
}

/** Somebody who looks after another's booking sees both names. */
function nameFor(pair: OpenBooking['pair'], other: Person, turn: Turn): string {
  if (pair === undefined) return other.name
  const mine = [pair.practitioner, pair.supervisor].some((person) => person.staffCode === turn.person.staffCode)
  return mine ? other.name : `${pair.practitioner.name} and ${pair.supervisor.name}`
}

const questions: Record<Exclude<BookingField, 'minutes'>, string> = {
  other: 'Who is it with?',
  kinds: 'What kind of session is it?',
  on: 'Which day, and at what time?',
  at: 'At what time?',
}
