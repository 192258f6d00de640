import type { Temporal } from 'temporal-polyfill'
import type { Days } from '../absence.ts'
import type { StaffCode } from '../ids.ts'
import type { Grade, TrainingName } from '../staff.ts'
import type { CaseFacts } from './case-facts.ts'
import type { Fact } from './fact.ts'

/** Percent of capacity: 100 is full. */
export type Workload = {
  now?: number
  /** With the case asked about; more than 0, which the workload service says where it has no figure. */
  potential: number
}

/** What the case services say of a practitioner with regard to one case. */
export type PractitionerAnswer = {
  access: Fact<'allowed' | 'not-allowed'>
  /** As the case services know it; not known where they give none that is a grade here. */
  grade: Fact<Grade>
  hasEmail: Fact<boolean>
  /** Last night's figure. */
  workload: Fact<Workload>
  /** Cases received in the past week. */
  casesPastWeek: Fact<number>
  /** Whether they manage, or were the last to manage, the person on probation. */
  hasManaged: Fact<boolean>
}

/**
 * A practitioner with everything an allocation weighs. Age, sex, ethnicity and the like are never used, so they are not here.
 */
export type PractitionerFacts = PractitionerAnswer & {
  staffCode: StaffCode
  qualifiedOn: Fact<Temporal.PlainDate>
  /** `qualifiedOn` of the mentor: not known where the staff list does not say. */
  mentor: 'none' | { qualifiedOn: Fact<Temporal.PlainDate> }
  /** The day each training was last completed; a training that is not among them is missing. */
  training: Readonly<Partial<Record<TrainingName, Temporal.PlainDate>>>
  /** Days away, today's and those to come, in no order. They may overlap. */
  away: readonly Days[]
  /** The day the last supervision of any kind was held that counts. */
  lastSupervisedOn: Temporal.PlainDate | 'none'
  /** Full-time equivalents who report to their line manager, themself included; not known without a line manager. */
  managerSpan: Fact<number>
  /** How many other cases were given to them through the assistant that the workload figure cannot count yet; absent for none. */
  givenSince?: number
}

/** All that a weighing rests on. */
export type AllocationFacts = { case: CaseFacts; practitioner: PractitionerFacts }
