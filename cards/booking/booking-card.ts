import type { Booking, Slot } from '../../domain/booking.ts'
import type { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { button, link } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type Button, type CardElement, cardWith, fittingCard } from '../card-with.ts'
import { heading, note, problemList, remark, row, sentence } from '../lines.ts'
import { typed } from '../typed.ts'
import { dayInWords, kindsAsHeading, momentInWords } from '../words.ts'
import { slotInWords, timesInWords } from './booking-words.ts'

export type BookingView = {
  booking: Booking
  practitioner: Pick<Person, 'staffCode' | 'name'>
  supervisor: Pick<Person, 'staffCode' | 'name'>
  /** Who is going to read this card. */
  viewer: StaffCode
  policy: SupervisionPolicy
  /** Whoever did something to it, when it is neither of the two: their name. */
  byName?: string
  /** When it was booked before it was moved. */
  was?: Slot
  /** Where the new-meeting form of Teams opens, and where the calendar file is; absent where there is none. */
  links: { meeting?: string; file?: string }
  /** Right after the reader did it: what became of telling the other person. */
  told?: 'told' | 'not-reached'
}

/** The longest reason that is kept, and shown whole. */
const longestReason = 4000

/** A booked session as it stands now, for one of its two people: booked, cancelled, held, or not. */
export function bookingCard(view: BookingView): CardMessage {
  const { booking, links } = view
  const stage = stages[booking.state](view)
  const file = links.file
  const buttons: Button[] = [
    ...(booking.state === 'booked' && links.meeting !== undefined ? [link('Add a Teams meeting', links.meeting)] : []),
    ...(file === undefined ? [] : stage.file === undefined ? [] : [link(stage.file, file)]),
    ...(booking.state === 'booked'
      ? [
          button('Move it', { verb: 'booking.move', booking: booking.id }),
          button('I cannot make it', { verb: 'booking.cannot', booking: booking.id }),
        ]
      : []),
  ]
  const card = fittingCard(longestReason, (most) =>
    cardWith(
      [
        heading(stage.heading),
        ...stage.says,
        ...bookingFacts(view),
        ...(view.was === undefined || booking.state !== 'booked' ? [] : [row('Before', slotInWords(view.was))]),
        ...(booking.reason === undefined ? [] : note('Why', booking.reason, most)),
        ...(stage.after ?? []),
      ],
      buttons,
    ),
  )
  return { card, summary: stage.summary }
}

type Stage = { heading: string; summary: string; says: CardElement[]; after?: CardElement[]; file?: string }

const stages: Record<Booking['state'], (view: BookingView) => Stage> = {
  booked: (view) => {
    const { booking, links, viewer } = view
    const moved = booking.revision > 0
    const did = moved ? 'moved it to this time' : 'booked it'
    return {
      heading: moved ? '✓ Moved' : '✓ Booked',
      summary: moved ? 'A supervision session was moved' : 'A supervision session is booked',
      says: [
        typed({ strong: nameOf(booking.bookedBy, view, 'You') }, ` ${did} on ${momentInWords(booking.bookedAt)}.`),
        ...told(view),
      ],
      after: [
        ...(links.file === undefined && links.meeting === undefined
          ? []
          : [
              remark(
                [
                  ...(links.meeting === undefined ? [] : ['A Teams meeting made here is called just “Supervision”.']),
                  ...(links.file === undefined
                    ? []
                    : [`The calendar file is for you alone. Its link works for ${view.policy.booking.linkDays} days.`]),
                ].join(' '),
              ),
            ]),
        remark(
          viewer === booking.supervisor || viewer === booking.practitioner
            ? 'You can also type “move the session to” and a time, or “I cannot make” and the day.'
            : 'You look after this booking for somebody who is away.',
        ),
      ],
      file: 'Calendar file (.ics)',
    }
  },
  // The card of a meeting shows its newest booking, which is never one that was moved.
  moved: () => ({
    heading: 'Moved',
    summary: 'A supervision session was moved',
    says: [sentence('This was moved to another time.')],
  }),
  cancelled: (view) => ({
    heading: '✕ Cancelled',
    summary: 'A supervision session was cancelled',
    says: [closedBy(view, 'cancelled it'), ...told(view)],
    after: [remark('To book another, type “book a session with”, a name, a day and a time.')],
    file: 'Take it out of my calendar (.ics)',
  }),
  held: (view) => ({
    heading: '✓ Held',
    summary: 'A booked session was held',
    says: [closedBy(view, 'logged it')],
  }),
  'did-not-happen': (view) => ({
    heading: '✕ Did not happen',
    summary: 'A booked session did not happen',
    says: [closedBy(view, 'said so'), ...told(view)],
    after: [
      remark('The two of you, and the line manager of the person supervised, can read this.'),
      remark('To book another, type “book a session with”, a name, a day and a time.'),
    ],
  }),
}

/** When, with whom and what: the same on every card about a booking. */
export function bookingFacts({ booking, practitioner, supervisor, viewer, policy }: BookingView): CardElement[] {
  const who =
    viewer === practitioner.staffCode
      ? [row('With', { strong: supervisor.name })]
      : viewer === supervisor.staffCode
        ? [row('With', { strong: practitioner.name })]
        : [row('Supervised', { strong: practitioner.name }), row('By', supervisor.name)]
  return [
    ...who,
    row('Kind', kindsAsHeading(policy, booking.kinds)),
    row('Day', dayInWords(booking.on)),
    row('Time', timesInWords(booking)),
  ]
}

function closedBy(view: BookingView, did: string): CardElement {
  const { closedBy: by, closedAt } = view.booking
  const when = closedAt === undefined ? '' : ` on ${momentInWords(closedAt)}`
  return typed({ strong: by === undefined ? 'Somebody' : nameOf(by, view, 'You') }, ` ${did}${when}.`)
}

function told({ told: what, ...view }: BookingView): CardElement[] {
  if (what === undefined) return []
  const { practitioner, supervisor, viewer } = view
  const others = [practitioner, supervisor].filter((person) => person.staffCode !== viewer).map(({ name }) => name)
  const names = others.join(' and ')
  return what === 'told'
    ? [typed(names, others.length > 1 ? ' have been told.' : ' has been told.')]
    : [typed('I could not reach ', names, ' in Teams yet. It is saved, and I tell them as soon as I can.')]
}

function nameOf(code: StaffCode, { viewer, practitioner, supervisor, byName }: BookingView, you: string): string {
  if (code === viewer) return you
  return [practitioner, supervisor].find((person) => person.staffCode === code)?.name ?? byName ?? 'Somebody'
}

/** Asks whether a booked session shall be cancelled, with room for words. */
export function cancelBookingCard(view: BookingView & { problems?: readonly string[]; words?: string }): CardMessage {
  const { booking } = view
  return {
    card: cardWith(
      [
        heading('Cancel this session?'),
        ...bookingFacts(view),
        wordsInput('Why (optional). The other person can read it', view.words),
        ...problemList(view.problems ?? []),
        remark('You can also type “yes”, or “cancel because” and why. “Keep it” leaves it as it is.'),
      ],
      [
        button('Cancel the session', { verb: 'booking.cancel', booking: booking.id }, { primary: true }),
        button('Move it instead', { verb: 'booking.move', booking: booking.id }, { withoutInputs: true }),
        button('Keep it', { verb: 'booking.keep', booking: booking.id }, { withoutInputs: true }),
      ],
    ),
    summary: 'A booked session to cancel',
  }
}

/** Asks what became of a booked session whose day has passed. */
export function passedBookingCard(view: BookingView & { problems?: readonly string[]; words?: string }): CardMessage {
  const { booking } = view
  return {
    card: cardWith(
      [
        heading('Was this session held?'),
        sentence('It was booked, its day has passed, and nobody has logged it.'),
        ...bookingFacts(view),
        wordsInput('If it did not happen: why. Both of you can read it', view.words),
        ...problemList(view.problems ?? []),
        remark(
          'You can also type “it was held”, “it was moved to” and a time, or “it did not happen because” and why.',
        ),
        remark('I ask about it only once.'),
      ],
      [
        button('It was held', { verb: 'booking.held', booking: booking.id }, { primary: true, withoutInputs: true }),
        button('It was moved', { verb: 'booking.move', booking: booking.id }, { withoutInputs: true }),
        button('It did not happen', { verb: 'booking.did-not-happen', booking: booking.id }),
      ],
    ),
    summary: 'Was a booked session held?',
  }
}

function wordsInput(label: string, words: string | undefined): CardElement {
  return {
    type: 'Input.Text',
    id: 'words',
    label,
    isMultiline: true,
    maxLength: longestReason,
    errorMessage: 'This is too long.',
    spacing: 'Medium',
    ...(words === undefined || words === '' ? {} : { value: words.slice(0, longestReason) }),
  }
}
