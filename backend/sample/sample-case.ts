import type { Temporal } from 'temporal-polyfill'
import type { Crn, StaffCode } from '../../domain/ids.ts'

/** A local day. */
type Day = Temporal.PlainDate

/** Risk of serious harm. `NOT_FOUND` is what the risk service says when it has no assessment. */
export type SampleRosh = 'LOW' | 'MEDIUM' | 'HIGH' | 'VERY_HIGH' | 'NOT_FOUND'

type OlderTier = `${'A' | 'B' | 'C' | 'D'}${0 | 1 | 2 | 3}`
/** The current single letter (A is the highest), or the older letter and digit, with S where contact is suspended. */
export type SampleTier =
  | 'A'
  | 'B'
  | 'C'
  | 'D'
  | 'E'
  | 'F'
  | 'G'
  | OlderTier
  | `${OlderTier}S`
  | 'MISSING'
  | 'NOT_SUPERVISED'

/**
 * Register types: risk of serious harm (low to very high), child protection, child concerns, risk to children, domestic
 * abuse (perpetrator now, and history), mental health.
 */
export type SampleRegister = 'RLRH' | 'RMRH' | 'RHRH' | 'RVHR' | 'RCPR' | 'RCCO' | 'RCHD' | 'ADVP' | 'REG30' | 'RMDO'

export type SampleRegistration = { code: SampleRegister; startedOn: Day; endedOn?: Day; nextReviewOn?: Day }

/** An entry of the contact log. Without a code, the type's name says what it is. */
export type SampleContact = { code?: string; type: string; on: Day; attended?: boolean }

export type SampleAssessment = { status: 'COMPLETE' | 'OPEN'; completedOn?: Day }

/** A requirement of the order. `W` is unpaid work, `F` rehabilitation activity. */
export type SampleRequirement = { code: 'W' | 'F'; description: string; hours?: number; completedOn?: Day }

/** A question that the case services fail to answer for a case, so that the fact is not known. */
export type Unanswered = 'access' | 'rosh' | 'tier' | 'registers' | 'sexual-offence' | 'assessments' | 'contacts'

/**
 * An invented case with every fact the case services would give about it. Where a field is absent, its comment says
 * whether that means "not so" or "not known".
 */
export type SampleCase = {
  crn: Crn
  /** The person on probation. */
  name: string
  dateOfBirth: Day
  teamCode: string
  /** Absent while nobody holds it. */
  managerStaffCode?: StaffCode
  /** People who held this person before, the latest last. */
  previousManagers: readonly StaffCode[]
  /** The day the manager of now got it, and who gave it to them; absent while nobody holds it. */
  allocatedOn?: Day
  allocatedBy?: StaffCode
  eventNumber: number
  caseType: 'COMMUNITY' | 'LICENSE' | 'CUSTODY' | 'UNKNOWN'
  hasActiveOrder: boolean
  /** A transfer out of the area is in progress. */
  transferInProgress: boolean

  /** Limited access: people who may not see it; and, when not empty, the only people who may. */
  excludedFrom: readonly StaffCode[]
  restrictedTo: readonly StaffCode[]
  unanswered: readonly Unanswered[]

  /** Absent: the tier service has none. */
  tier?: { score: SampleTier; provisional: boolean; calculatedOn: Day }
  /** Absent: the risk service knows nobody by this number. */
  rosh?: { level: SampleRosh; assessedOn?: Day }
  registrations: readonly SampleRegistration[]
  /** Absent: not managed under MAPPA. */
  mappa?: { level: 1 | 2 | 3; category: 1 | 2 | 3 | 4; startedOn: Day; nextReviewOn: Day }
  /** Whether ever convicted of a sexual offence; absent is not known. */
  everSexualOffence?: boolean
  assessments: readonly SampleAssessment[]

  sentencedOn: Day
  sentenceEndsOn: Day
  /** Release on licence; absent when sentenced to serve in the community or not released yet. */
  releasedOn?: Day
  /** The day the first sentence plan is to be done by, where a service gives one. */
  planTargetOn?: Day
  requirements: readonly SampleRequirement[]
  contacts: readonly SampleContact[]
  failuresToComply: readonly Day[]
  /** The day breach was started; absent when none is under way. */
  breachStartedOn?: Day

  /** Supervision phase, as the services code it: early, standard, final third (contact suspended), in custody. */
  phase: 'INIT' | 'STD' | 'FTHRD' | 'SENT'
  contactSuspended: boolean
  inCustody: boolean
  recalledOn?: Day
  endedOn?: Day
}

/** A case before it gets its number and the name of its person. */
export type SampleCaseFacts = Omit<SampleCase, 'crn' | 'name' | 'dateOfBirth'>
