import type { Temporal } from 'temporal-polyfill'
import type { AuditNote } from '../audit.ts'
import type { AllocationAnswerId, Crn, StaffCode } from '../ids.ts'
import type { Check, Outcome, RulesSaid } from './check.ts'

/** What was asked: whether one practitioner may take a case, or who of a team could. */
export type AllocationQuestionKind = 'one' | 'team'

/** How one practitioner was weighed for a case, with every check and the facts it used then. */
export type Weighing = {
  practitioner: StaffCode
  outcome: Outcome
  /** Whether they manage the person on probation or were the last to; absent where that was not known. */
  hasManaged?: boolean
  /** Percent of capacity with the case; absent where that was not known. */
  potential?: number
  checks: readonly Check[]
}

/** An answer that weighed somebody, as it was given: what is explained later comes from here and not from today's facts. */
export type AllocationAnswer = {
  id: AllocationAnswerId
  askedBy: StaffCode
  askedAt: Temporal.Instant
  question: AllocationQuestionKind
  crn: Crn
  /** The case was one that some people may not see. */
  limitedAccess: boolean
  /** Which numbers the rules had. */
  policyVersion: string
  /** What the rules said then, and who said so; absent in an answer that was kept before this was. */
  rules?: Partial<RulesSaid>
  /** Whoever was weighed, in the order in which they were shown. */
  about: readonly Weighing[]
}

/** How somebody was weighed, with when and by whom. */
export type WeighedThen = { answer: Omit<AllocationAnswer, 'about'>; weighing: Weighing }

/** Every answer that weighed somebody. Nothing here is edited or deleted in place. */
export type AllocationAnswers = {
  /** Keeps an answer with its audit notes. The same id again changes nothing. */
  keep(answer: AllocationAnswer, notes: readonly AuditNote[]): Promise<void>
  byId(id: AllocationAnswerId): Promise<AllocationAnswer | undefined>
  /** What this person asked last. */
  lastOf(askedBy: StaffCode): Promise<AllocationAnswer | undefined>
  /** What this person asked last about a case. */
  lastAbout(crn: Crn, askedBy: StaffCode): Promise<AllocationAnswer | undefined>
  /** How this practitioner was weighed for this case the last time, whoever asked. */
  weighing(practitioner: StaffCode, crn: Crn): Promise<WeighedThen | undefined>
}
