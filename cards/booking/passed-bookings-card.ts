import { firstNameOf } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { buttonRows, type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { beginning, typed, type Words } from '../typed.ts'
import { kindsAsHeading, shortDay } from '../words.ts'
import type { BookingView } from './booking-card.ts'
import { shortSlot } from './booking-words.ts'

const mostRows = 10

/** Asks what became of several booked sessions whose days have passed: a row for each, with its own buttons. */
export function passedBookingsCard(views: readonly BookingView[]): CardMessage {
  const left = views.length - mostRows
  return {
    card: cardWith([
      heading('Were these sessions held?'),
      sentence('They were booked, their days have passed, and nobody has logged them.'),
      ...views.slice(0, mostRows).map(rowOf),
      ...(left > 0 ? [remark(`${left} more. Say “what is booked?” to see them.`)] : []),
      remark(
        'You can also type “the session with”, a name and a day, and then “was held”, “was moved to” and a time, or “did not happen because” and why.',
      ),
      remark('I ask about each only once.'),
    ]),
    summary: 'Were booked sessions held?',
  }
}

function rowOf(view: BookingView): CardElement {
  const { booking, practitioner, supervisor, viewer, policy } = view
  const other = viewer === practitioner.staffCode ? supervisor : practitioner
  const standsIn = viewer !== practitioner.staffCode && viewer !== supervisor.staffCode
  const by: Words[] = standsIn ? [', by ', supervisor.name] : []
  const which = `${shortDay(booking.on)}, ${beginning(firstNameOf(other), 20)}`
  return {
    type: 'Container',
    spacing: 'Medium',
    separator: true,
    items: [
      typed({ strong: shortSlot(booking) }),
      {
        ...typed(kindsAsHeading(policy, booking.kinds), standsIn ? ' of ' : ' with ', other.name, ...by),
        spacing: 'None',
      },
      ...buttonRows([
        button(`Held ${which}`, { verb: 'booking.held', booking: booking.id }),
        button(`Not held ${which}`, { verb: 'booking.show', booking: booking.id }),
      ]),
    ],
  }
}
