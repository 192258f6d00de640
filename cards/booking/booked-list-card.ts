import type { Booking } from '../../domain/booking.ts'
import type { StaffCode } from '../../domain/ids.ts'
import { firstNameOf, type Person } from '../../domain/staff.ts'
import type { SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence, subheading } from '../lines.ts'
import { typed } from '../typed.ts'
import { kindsAsHeading } from '../words.ts'
import { shortSlot } from './booking-words.ts'

export type BookedListView = {
  /** Whose bookings they are. */
  subject: Pick<Person, 'staffCode' | 'name'>
  viewer: StaffCode
  /** Still to come, and passed without anybody having said what became of them; earliest first. */
  coming: readonly Booking[]
  passed: readonly Booking[]
  /** Names by staff code. */
  names: ReadonlyMap<StaffCode, string>
  /** Bookings that the reader may open. */
  mayOpen: (booking: Booking) => boolean
  policy: SupervisionPolicy
  /** Why the list is shown, when that is to find out which one was meant. */
  which?: string
}

const mostOfEach = 8

/** What is booked for somebody, each with a button that shows it. */
export function bookedListCard(view: BookedListView): CardMessage {
  const { subject, viewer, coming, passed, which } = view
  const own = subject.staffCode === viewer
  const nothing = coming.length + passed.length === 0
  return {
    card: cardWith([
      heading(which === undefined ? 'What is booked' : 'Which session?'),
      ...(own ? [] : [typed('For ', { strong: subject.name })]),
      ...(which === undefined ? [] : [sentence(which)]),
      ...(nothing
        ? [sentence('Nothing is booked.'), remark('To book one, type “book a session with”, a name, a day and a time.')]
        : []),
      ...section(passed.length === 0 ? undefined : 'Still to come', coming, view),
      ...section('Passed, and not logged', passed, view),
    ]),
    summary: 'What is booked',
  }
}

function section(title: string | undefined, bookings: readonly Booking[], view: BookedListView): CardElement[] {
  if (bookings.length === 0) return []
  const left = bookings.length - mostOfEach
  return [
    ...(title === undefined ? [] : [subheading(`${title} (${bookings.length})`)]),
    ...bookings.slice(0, mostOfEach).map((booking, index): CardElement => {
      const other = booking.practitioner === view.subject.staffCode ? booking.supervisor : booking.practitioner
      const name = view.names.get(other) ?? other
      return {
        type: 'Container',
        spacing: index === 0 ? 'Small' : 'Medium',
        separator: index > 0,
        items: [
          typed({ strong: shortSlot(booking) }),
          { ...typed(kindsAsHeading(view.policy, booking.kinds), ' with ', name), spacing: 'None' },
          ...(view.mayOpen(booking)
            ? [
                {
                  type: 'ActionSet' as const,
                  spacing: 'Small' as const,
                  actions: [
                    button(`Open ${shortSlot(booking)}, ${firstNameOf({ name })}`, {
                      verb: 'booking.show',
                      booking: booking.id,
                    }),
                  ],
                },
              ]
            : []),
        ],
      }
    }),
    ...(left > 0 ? [remark(`${left} more. Say a name or a day to see them.`)] : []),
  ]
}
