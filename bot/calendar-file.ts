import { ICalCalendar, ICalCalendarMethod, ICalEventBusyStatus, ICalEventClass, ICalEventStatus } from 'ical-generator'
import { type Booking, endOf, startOf } from '../domain/booking.ts'

/**
 * A booking as a calendar file (RFC 5545) for one of its two people. It says when, and the other's first name: no kind, no
 * case, no words, no address, and it asks calendars to show others no more than "private". Moved or cancelled, the same
 * appointment changes: its id stays and its sequence rises. Times are UTC, which every calendar shows as local.
 */
export function calendarFile(booking: Booking, otherFirstName: string): string {
  const over = booking.state === 'cancelled' || booking.state === 'did-not-happen'
  const calendar = new ICalCalendar({
    prodId: { company: 'Supervision assistant', product: 'Bookings', language: 'EN' },
    method: over ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${booking.meeting}@supervision-assistant`,
    // Cancelling is a change too.
    sequence: booking.revision * 2 + (over ? 1 : 0),
    start: startOf(booking),
    end: endOf(booking),
    stamp: booking.closedAt ?? booking.bookedAt,
    summary: `Supervision with ${otherFirstName}`,
    class: ICalEventClass.PRIVATE,
    status: over ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    busystatus: over ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
  })
  const text = calendar.toString()
  return text.endsWith('\r\n') ? text : `${text}\r\n`
}
