import type { Temporal } from 'temporal-polyfill'
import type { Cover } from './absence.ts'
import { cannotStandIn } from './absence-rights.ts'
import type { Booking } from './booking.ts'
import type { StaffCode } from './ids.ts'
import { isInPost, type Person } from './staff.ts'

/** What decides who is asked about a booking today: the people concerned, who of them is away, and who covers for whom. */
export type AroundBooking = {
  people: ReadonlyMap<StaffCode, Person>
  away: ReadonlySet<StaffCode>
  covers: readonly Pick<Cover, 'manager' | 'by'>[]
  today: Temporal.PlainDate
}

/** Everybody who may have to be asked about a booking, or of whom something has to be known for that. */
export function concernedBy({ practitioner, supervisor }: Booking, covers: AroundBooking['covers']): StaffCode[] {
  const standingIn = covers.filter(({ manager }) => manager === supervisor || manager === practitioner)
  return [supervisor, practitioner, ...standingIn.map(({ by }) => by)]
}

/**
 * Who is asked what became of a booked session whose day has passed: the person who held it, who would log it, or the other
 * one where they have left. For somebody away whoever covers for them is asked, but never the person supervised in their
 * stead. Undefined while there is nobody to ask.
 */
export function askedAbout(
  { practitioner, supervisor }: Booking,
  { people, away, covers, today }: AroundBooking,
): StaffCode | undefined {
  const isHere = (code: StaffCode) => {
    const person = people.get(code)
    return person !== undefined && isInPost(person, today.toString())
  }
  const asked = isHere(supervisor) ? supervisor : practitioner
  if (!away.has(asked)) return isHere(asked) ? asked : undefined
  return covers.find(({ manager, by }) => {
    const person = people.get(by)
    const canStandIn = person !== undefined && cannotStandIn(person, manager, { from: today, to: today }) === undefined
    return manager === asked && by !== practitioner && canStandIn && !away.has(by)
  })?.by
}
