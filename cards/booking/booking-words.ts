import type { Temporal } from 'temporal-polyfill'
import { type Booking, endOf, isOf, type Slot, type SlotProblem, startOf } from '../../domain/booking.ts'
import type { StaffCode } from '../../domain/ids.ts'
import { firstNameOf, type Person } from '../../domain/staff.ts'
import type { SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { dayInWords, durationInWords, shortDay } from '../words.ts'

/** "14:00". */
export function timeInWords(at: Temporal.PlainTime): string {
  return at.toString({ smallestUnit: 'minute' })
}

/** "14:00 to 15:00, 1 hour". */
export function timesInWords({ at, minutes }: Slot): string {
  return `${timeInWords(at)} to ${timeInWords(at.add({ minutes }))}, ${durationInWords(minutes)}`
}

/** "Thursday 26 November 2026 at 14:00". */
export function slotInWords({ on, at }: Slot): string {
  return `${dayInWords(on)} at ${timeInWords(at)}`
}

/** "Thu 26 Nov 2026 at 14:00", for buttons and lists. */
export function shortSlot({ on, at }: Slot): string {
  return `${dayInWords(on).slice(0, 3)} ${shortDay(on)} at ${timeInWords(at)}`
}

/** Who reads what stands in the way of a slot, and who it is about. */
export type SlotReader = {
  viewer: StaffCode
  people: readonly Pick<Person, 'staffCode' | 'name'>[]
  policy: SupervisionPolicy
}

/**
 * What stands in the way of a slot, in a sentence for its reader. Of another person's time it says that it is taken, never
 * by what or with whom, and of an absence never why.
 */
export function slotProblemInWords(slot: Slot, problem: SlotProblem, { viewer, people, policy }: SlotReader): string {
  const months = policy.booking.monthsAhead
  const days = dayInWords(slot.on)
  const nameOf = (code: StaffCode) => {
    const person = people.find((one) => one.staffCode === code)
    return person === undefined ? 'The other person' : firstNameOf(person)
  }
  switch (problem.why) {
    case 'past':
      return `${slotInWords(slot)} has passed.`
    case 'too-far':
      return `${days} is too far ahead. A session can be booked up to ${months === 12 ? 'a year' : `${months} months`} ahead.`
    case 'past-midnight':
      return 'It would go on past midnight.'
    case 'weekend':
      return `${days} is at the weekend.`
    case 'bank-holiday':
      return `${days} is a bank holiday.`
    case 'not-in-post':
      return `${problem.who === viewer ? 'You are' : `${nameOf(problem.who)} is`} not in post on that day.`
    case 'away':
      return `${problem.who === viewer ? 'You are' : `${nameOf(problem.who)} is`} away on ${days}.`
    case 'clash': {
      const taken = problem.with
      if (people.every((one) => isOf(taken, one.staffCode))) {
        return `The two of you have a session booked then already, at ${timeInWords(taken.at)}.`
      }
      return problem.who === viewer
        ? `You have another session booked then, from ${timeInWords(taken.at)} to ${timeInWords(taken.at.add({ minutes: taken.minutes }))}.`
        : `${nameOf(problem.who)} has another session booked then.`
    }
  }
}

/**
 * A link that opens the new-meeting form of Teams, filled in: the time, and the other person where their address is known.
 * The subject is the one word that others may see in a calendar.
 */
export function teamsMeetingLink(booking: Booking, attendee: string | undefined): string {
  const local = (at: Temporal.Instant) =>
    at.toZonedDateTimeISO('Europe/London').toString({ smallestUnit: 'second', timeZoneName: 'never' })
  const parts = {
    subject: 'Supervision',
    startTime: local(startOf(booking)),
    endTime: local(endOf(booking)),
    ...(attendee === undefined ? {} : { attendees: attendee }),
  }
  const query = Object.entries(parts).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `https://teams.microsoft.com/l/meeting/new?${query.join('&')}`
}
