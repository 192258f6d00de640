import { Temporal } from 'temporal-polyfill'
import type { Booking } from '../../domain/booking.ts'
import { type BookingDraft, TimeOfDay } from '../../domain/booking-draft.ts'
import { BookingId, IsoDate, type StaffCode } from '../../domain/ids.ts'
import type { CardMessage } from '../card.ts'
import {
  aisha,
  examplePolicy,
  exampleSessionId,
  exampleToday,
  hostile,
  longName,
  priya,
  rightToLeft,
  thirtyPeople,
} from '../example-world.ts'
import { longAnswers } from '../session/form-examples.ts'
import { bookedListCard } from './booked-list-card.ts'
import { type BookingView, bookingCard, cancelBookingCard, passedBookingCard } from './booking-card.ts'
import { type BookingDraftView, bookingDraftCard } from './booking-draft-card.ts'
import { teamsMeetingLink } from './booking-words.ts'
import { passedBookingsCard } from './passed-bookings-card.ts'

const bookingId = (number: number) => BookingId.parse(exampleSessionId(number))

/** Thursday 26 November 2026 at two, of the example SPO with the example officer. */
export function exampleBooking(number: number, rest: Partial<Booking> = {}): Booking {
  return {
    id: bookingId(number),
    meeting: bookingId(number),
    revision: 0,
    practitioner: aisha.staffCode,
    supervisor: priya.staffCode,
    kinds: ['reflective'],
    on: Temporal.PlainDate.from('2026-11-26'),
    at: Temporal.PlainTime.from('14:00'),
    minutes: 60,
    bookedBy: priya.staffCode,
    bookedAt: Temporal.Instant.from('2026-11-22T10:00:00Z'),
    state: 'booked',
    ...rest,
  }
}

const file = 'https://assistant.example.gov.uk/ics/example'

const seenBy = (viewer: { staffCode: StaffCode }, booking: Booking, rest: Partial<BookingView> = {}): BookingView => ({
  booking,
  practitioner: aisha,
  supervisor: priya,
  viewer: viewer.staffCode,
  policy: examplePolicy,
  links: { meeting: teamsMeetingLink(booking, 'aisha.khan@example.gov.uk'), file },
  ...rest,
})

const draft: BookingDraft = {
  id: bookingId(50),
  by: priya.staffCode,
  other: aisha.staffCode,
  kinds: ['reflective'],
  on: IsoDate.parse('2026-11-26'),
  at: TimeOfDay.parse('14:00'),
}
const drafted = (rest: Partial<BookingDraftView> = {}): CardMessage =>
  bookingDraftCard({
    draft,
    people: [aisha, rightToLeft, hostile],
    otherName: aisha.name,
    kinds: ['monthly', 'reflective', 'observation'],
    policy: examplePolicy,
    today: exampleToday,
    problems: [],
    form: false,
    ...rest,
  })
const was = exampleBooking(51)
const offered = { ...was, on: Temporal.PlainDate.from('2026-11-27') }
const { on: _on, at: _at, other: _other, ...empty } = { ...draft, kinds: [] }

const closed = { closedBy: aisha.staffCode, closedAt: Temporal.Instant.from('2026-11-25T16:40:00Z') }
const cancelled = exampleBooking(1, { ...closed, state: 'cancelled', reason: 'In court all day, sorry.' })
const history = (count: number): Booking[] =>
  Array.from({ length: count }, (_, index) =>
    exampleBooking(60 + index, {
      on: Temporal.PlainDate.from('2026-11-24').add({ weeks: index }),
      kinds: index % 3 === 0 ? ['monthly', 'reflective'] : ['monthly'],
    }),
  )
const names = new Map<StaffCode, string>([aisha, priya].map((person) => [person.staffCode, person.name]))
const passed = exampleBooking(3, { on: Temporal.PlainDate.from('2026-11-19') })

export const bookingExamples: { name: string; message: CardMessage }[] = [
  { name: 'booking-review', message: drafted() },
  {
    name: 'booking-review-outside-hours',
    message: drafted({ draft: { ...draft, at: TimeOfDay.parse('17:30'), minutes: 45 } }),
  },
  { name: 'booking-review-move', message: drafted({ was: { ...was, at: Temporal.PlainTime.from('09:15') } }) },
  {
    name: 'booking-offer',
    message: drafted({ problems: ['Aisha has another session booked then.'], offered }),
  },
  {
    name: 'booking-form-empty',
    message: bookingDraftCard({
      draft: empty,
      people: thirtyPeople,
      kinds: ['monthly', 'reflective', 'observation'],
      policy: examplePolicy,
      today: exampleToday,
      problems: [],
      form: true,
      ask: 'Who is it with?',
    }),
  },
  {
    name: 'booking-form-problems',
    message: drafted({
      form: true,
      problems: ['Thursday 26 November 2026 at 14:00 has passed.', 'You are away on Thursday 26 November 2026.'],
    }),
  },
  {
    name: 'booking-form-offer-move',
    message: drafted({ form: true, problems: ['It is at the weekend.'], offered, was }),
  },
  { name: 'booked-by-me', message: bookingCard(seenBy(priya, exampleBooking(1), { told: 'told' })) },
  { name: 'booked-not-reached', message: bookingCard(seenBy(priya, exampleBooking(1), { told: 'not-reached' })) },
  { name: 'booked-by-other', message: bookingCard(seenBy(aisha, exampleBooking(1))) },
  { name: 'booked-without-links', message: bookingCard(seenBy(aisha, exampleBooking(1), { links: {} })) },
  {
    name: 'booked-moved',
    message: bookingCard(
      seenBy(priya, exampleBooking(2, { revision: 1, bookedBy: aisha.staffCode }), {
        was: { ...was, at: Temporal.PlainTime.from('09:15') },
      }),
    ),
  },
  {
    name: 'booked-looked-after',
    message: bookingCard(
      seenBy({ staffCode: longName.staffCode }, exampleBooking(1, { bookedBy: hostile.staffCode }), {
        byName: hostile.name,
        links: {},
      }),
    ),
  },
  { name: 'booked-cancelled', message: bookingCard(seenBy(priya, cancelled)) },
  { name: 'booked-held', message: bookingCard(seenBy(aisha, exampleBooking(1, { ...closed, state: 'held' }))) },
  {
    name: 'booked-did-not-happen-longest',
    message: bookingCard(
      seenBy(priya, { ...cancelled, state: 'did-not-happen', reason: longAnswers.learned }, { told: 'told' }),
    ),
  },
  {
    name: 'booked-hostile-names',
    message: bookingCard(
      seenBy(priya, exampleBooking(1, { bookedBy: aisha.staffCode }), {
        practitioner: { staffCode: aisha.staffCode, name: hostile.name },
      }),
    ),
  },
  { name: 'booking-cancel', message: cancelBookingCard(seenBy(priya, exampleBooking(1))) },
  {
    name: 'booking-cancel-words',
    message: cancelBookingCard({ ...seenBy(aisha, exampleBooking(1)), words: 'I am in court **all** day' }),
  },
  {
    name: 'bookings-passed',
    message: passedBookingsCard([
      seenBy(priya, passed),
      seenBy(aisha, passed),
      seenBy(priya, { ...passed, practitioner: hostile.staffCode }, { practitioner: hostile }),
      ...Array.from({ length: 9 }, (_, index) =>
        seenBy(hostile, exampleBooking(4 + index, { on: Temporal.PlainDate.from('2026-11-20') })),
      ),
    ]),
  },
  { name: 'booking-passed', message: passedBookingCard(seenBy(priya, passed)) },
  {
    name: 'booking-passed-problem',
    message: passedBookingCard({
      ...seenBy(priya, passed),
      problems: ['Please say in a few words why, then press “It did not happen” again, or just type it.'],
    }),
  },
  {
    name: 'booked-list',
    message: bookedListCard({
      subject: priya,
      viewer: priya.staffCode,
      coming: history(3),
      passed: [passed],
      names,
      mayOpen: () => true,
      policy: examplePolicy,
    }),
  },
  {
    name: 'booked-list-long',
    message: bookedListCard({
      subject: longName,
      viewer: priya.staffCode,
      coming: history(30),
      passed: history(12),
      names: new Map([...names, [aisha.staffCode, longName.name]]),
      mayOpen: (booking) => booking.minutes > 0,
      policy: examplePolicy,
    }),
  },
  {
    name: 'booked-list-which',
    message: bookedListCard({
      subject: priya,
      viewer: priya.staffCode,
      coming: history(2),
      passed: [],
      names: new Map(),
      mayOpen: () => true,
      policy: examplePolicy,
      which: 'Several fit. Open the one you mean, or say its day and time.',
    }),
  },
  {
    name: 'booked-list-nothing',
    message: bookedListCard({
      subject: hostile,
      viewer: priya.staffCode,
      coming: [],
      passed: [],
      names,
      mayOpen: () => false,
      policy: examplePolicy,
    }),
  },
]
