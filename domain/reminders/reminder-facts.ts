import type { Action } from '../action.ts'
import type { Booking } from '../booking.ts'
import type { AllocationId, Crn, StaffCode } from '../ids.ts'
import type { Person } from '../staff.ts'
import type { SupervisionFacts } from '../window-state.ts'

/** A review of a case that is not done, as the nightly refresh found it. Days are ISO text. */
export type OverdueReview = { practitioner: StaffCode; kind: string; dueOn: string; crn?: Crn }

/** An open team action that this person has not confirmed. Days are ISO text. */
export type TeamActionLeft = { id: string; due: string; askedOn: string }

/** A first discussion of a case that has not been held. Days are ISO text. */
export type TouchPointLeft = { allocation: AllocationId; on: string; decidedOn: string }

/** Everything about one person that decides what anybody is reminded of because of them. The order of each list means nothing. */
export type ReminderFacts = {
  person: Person
  sessions: SupervisionFacts['sessions']
  absences: SupervisionFacts['absences']
  /** Sessions booked for them as the person supervised. */
  bookings: readonly Booking[]
  /** Actions they own. */
  actions: readonly Action[]
  teamActions: readonly TeamActionLeft[]
  touchPoints: readonly TouchPointLeft[]
  reviews: readonly OverdueReview[]
}
