import type { Temporal } from 'temporal-polyfill'
import { outsideOfficeHours, type Slot } from '../../domain/booking.ts'
import { type BookingDraft, slotOf } from '../../domain/booking-draft.ts'
import type { Person } from '../../domain/staff.ts'
import type { KindId, SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, problemList, remark, row, sentence } from '../lines.ts'
import { peopleOffered } from '../people-offered.ts'
import { typed } from '../typed.ts'
import { kindsInput, whoInput } from '../who-and-kinds.ts'
import { dayInWords, kindsAsHeading } from '../words.ts'
import { shortSlot, slotInWords, timesInWords } from './booking-words.ts'

export type BookingDraftView = {
  draft: BookingDraft
  /** Everybody the reader may book with. */
  people: readonly Pick<Person, 'staffCode' | 'name'>[]
  otherName?: string
  /** Kinds that may be chosen. */
  kinds: readonly KindId[]
  policy: SupervisionPolicy
  today: Temporal.PlainDate
  /** What is wrong, in sentences. */
  problems: readonly string[]
  /** The next slot that is free for both, when the one wished is not. */
  offered?: Slot
  /** When it was booked before, for one that is moved. */
  was?: Slot
  /** The next question, as a sentence. */
  ask?: string
  /** To be filled in; otherwise it is shown to be confirmed. */
  form: boolean
}

/** A session that is being booked or moved: to be filled in, to be confirmed, or with another day than the one wished. */
export function bookingDraftCard(view: BookingDraftView): CardMessage {
  const summary = view.was === undefined ? 'A session to book' : 'A session to move'
  if (view.form) return { card: form(view), summary }
  return { card: view.offered === undefined ? review(view) : offer(view, view.offered), summary }
}

function review(view: BookingDraftView) {
  const { draft, policy, was } = view
  const slot = slotOf(draft, policy)
  const moves = was !== undefined
  return cardWith(
    [
      heading(moves ? 'Move this session?' : 'Book this session?'),
      ...facts(view),
      ...(slot === undefined ? [] : [row('Day', dayInWords(slot.on)), row('Time', timesInWords(slot))]),
      ...(was === undefined ? [] : [row('Before', slotInWords(was))]),
      ...(slot !== undefined && outsideOfficeHours(slot, policy)
        ? [
            sentence(
              `This is outside ${policy.booking.officeHours.from} to ${policy.booking.officeHours.to}. You can book it all the same.`,
            ),
          ]
        : []),
      remark(`You can also type “${moves ? 'move it' : 'book it'}”, or another day or time.`),
    ],
    [
      button(moves ? 'Move it' : 'Book it', { verb: 'booking.save', booking: draft.id }, { primary: true }),
      button('Change something', { verb: 'booking.edit', booking: draft.id }),
      button('Leave it', { verb: 'booking.drop', booking: draft.id }),
    ],
  )
}

function offer(view: BookingDraftView, offered: Slot) {
  const { draft, problems } = view
  return cardWith(
    [
      heading('That time is no good'),
      ...facts(view),
      ...problemList(problems),
      typed('Free for both of you: ', { strong: slotInWords(offered) }, '.'),
      remark('You can also type “yes”, or another day or time.'),
    ],
    [
      button(
        `${view.was === undefined ? 'Book' : 'Move to'} ${shortSlot(offered)}`,
        { verb: 'booking.take', booking: draft.id },
        { primary: true },
      ),
      button('Another time', { verb: 'booking.edit', booking: draft.id }),
      button('Leave it', { verb: 'booking.drop', booking: draft.id }),
    ],
  )
}

function facts({ draft, otherName, policy }: BookingDraftView): CardElement[] {
  return [
    ...(otherName === undefined ? [] : [row('With', { strong: otherName })]),
    ...(draft.kinds.length === 0 ? [] : [row('Kind', { strong: kindsAsHeading(policy, draft.kinds) })]),
  ]
}

function form(view: BookingDraftView) {
  const { draft, problems, offered, ask, was } = view
  const moves = was !== undefined
  const take = button(
    `${moves ? 'Move to' : 'Book'} ${offered === undefined ? '' : shortSlot(offered)}`,
    { verb: 'booking.take', booking: draft.id },
    { withoutInputs: true },
  )
  return cardWith(
    [
      heading(moves ? 'Move a session' : 'Book a session'),
      sentence('Fill in what is missing. You can also just type it.'),
      ...problemList(problems),
      ...(offered === undefined ? [] : [typed('Free for both of you: ', { strong: slotInWords(offered) }, '.')]),
      ...(ask === undefined ? [] : [typed({ strong: ask })]),
      ...(was === undefined ? whoAndWhat(view) : [...facts(view), row('Before', slotInWords(was))]),
      ...when(view),
    ],
    [
      button(moves ? 'Move it' : 'Book it', { verb: 'booking.save', booking: draft.id }, { primary: true }),
      ...(offered === undefined ? [] : [take]),
      button('Leave it', { verb: 'booking.drop', booking: draft.id }, { withoutInputs: true }),
    ],
  )
}

function whoAndWhat({ draft, people, kinds, policy }: BookingDraftView): CardElement[] {
  return [
    ...whoInput(peopleOffered(draft, people), draft.other, 'Choose who it is with.'),
    kindsInput(draft, policy, kinds),
  ]
}

function when({ draft, policy, today }: BookingDraftView): CardElement[] {
  const { least, most } = policy.minutes
  const slot = slotOf(draft, policy)
  const minutes = draft.minutes ?? (draft.kinds.length === 0 ? undefined : slot?.minutes)
  return [
    {
      type: 'Input.Date',
      id: 'on',
      label: 'Day',
      min: today.toString(),
      max: today.add({ months: policy.booking.monthsAhead }).toString(),
      isRequired: true,
      errorMessage: 'Give a day from today on, not too far ahead.',
      ...(draft.on === undefined ? {} : { value: draft.on }),
    },
    {
      type: 'Input.Time',
      id: 'at',
      label: 'Time it begins',
      isRequired: true,
      errorMessage: 'Give the time it begins, like 14:00.',
      ...(draft.at === undefined ? {} : { value: draft.at }),
    },
    {
      type: 'Input.Number',
      id: 'minutes',
      label: 'Minutes (optional)',
      placeholder: 'As long as usual',
      min: least,
      max: most,
      errorMessage: `Give a number from ${least} to ${most}.`,
      ...(minutes === undefined ? {} : { value: minutes }),
    },
  ]
}
