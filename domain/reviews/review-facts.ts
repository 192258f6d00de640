import type { Temporal } from 'temporal-polyfill'
import type { Registration } from '../allocation/case-facts.ts'
import type { Fact, Known } from '../allocation/fact.ts'
import type { OpenCase } from '../case-view.ts'
import type { Crn, StaffCode } from '../ids.ts'

type Day = Temporal.PlainDate

/** What an entry of the contact log records, as far as a rule asks. */
export type ContactMeaning =
  | 'police-asked'
  | 'police-answered'
  | 'safeguarding-asked'
  | 'safeguarding-answered'
  | 'significant-event'
  | 'unpaid-work'
  | 'management-oversight'

/** An entry of the contact log. One that is nothing of the above has its code alone, which the policy may call a significant event. */
export type ReviewContact = {
  is?: ContactMeaning
  code?: string
  on: Day
  /** Of an appointment: whether the person came and did what was asked. */
  attended?: boolean
}

/** An order with unpaid work. `completed` is absent where the service does not say. */
export type UnpaidWork = { completed?: boolean }

/** What the reviews of a case hang on, as far as the case services say it. */
export type ReviewFacts = {
  /** The day the newest completed assessment was completed. */
  lastAssessedOn: Fact<Day | 'none'>
  sentencedOn: Fact<Day>
  /** Release on licence. */
  releasedOn: Fact<Day | 'none'>
  /** The day the first sentence plan is to be done by, where a service gives one. */
  planTargetOn?: Known<Day>
  registrations: Fact<readonly Registration[]>
  /** Failures to comply of the last twelve months, where there are two or more. */
  failuresToComply: Fact<readonly Day[] | 'fewer-than-two'>
  /** A breach or a recall has been started. */
  breachStarted: Fact<boolean>
  unpaidWork: Fact<UnpaidWork | 'none'>
  contacts: Fact<readonly ReviewContact[]>
  /** The day whoever holds the case got it, as far as it counts for a touch point. */
  allocatedOn: Fact<Day | 'none'>
  /** The day by which it is first discussed, where that was set with the allocation. */
  touchPointOn?: Day
}

/** Why a case has no reviews; the one that counts first where several hold. */
export const leftOutReasons = ['ended', 'recalled', 'in-custody', 'suspended'] as const
export type LeftOut = (typeof leftOutReasons)[number]

/** Why the reviews of a case are left out; undefined where they are not, also where nothing is known of it. */
export function leftOutBecause({
  ended,
  recalled,
  inCustody,
  contactSuspended,
}: Pick<OpenCase, 'ended' | 'recalled' | 'inCustody' | 'contactSuspended'>): LeftOut | undefined {
  if (ended === true) return 'ended'
  if (recalled === true) return 'recalled'
  if (inCustody === true) return 'in-custody'
  return contactSuspended === true ? 'suspended' : undefined
}

/**
 * A case as its viewer may see it, with what its reviews hang on; of a case that is left out only why. Somebody who may not
 * see it hears nothing of it. `not-answered`: it could not be found out whether they may.
 */
export type CaseForReview =
  | ({ sight: 'open'; crn: Crn; name?: string; limitedAccess: boolean } & (
      | { leftOut: LeftOut }
      | { leftOut?: undefined; facts: ReviewFacts }
    ))
  | { sight: 'restricted' }
  | { sight: 'not-answered' }

/** Whose cases are asked about: everything they hold, or only some of it. */
export type ReviewQuestion = {
  practitioner: StaffCode
  /** Only these; those that the practitioner does not hold are left away. */
  crns?: readonly Crn[]
  /** Allocations from this day on count for a touch point. */
  allocatedSince: Day
}
