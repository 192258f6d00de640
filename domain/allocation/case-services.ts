import type { Temporal } from 'temporal-polyfill'
import type { Cases, CaseViewer } from '../case-view.ts'
import type { Crn, StaffCode } from '../ids.ts'
import type { CaseForReview, ReviewQuestion } from '../reviews/review-facts.ts'
import type { CaseFacts, Holder } from './case-facts.ts'
import type { Fact } from './fact.ts'
import type { PractitionerAnswer } from './practitioner-facts.ts'
import type { Tier } from './tier.ts'

/**
 * A case with everything an allocation weighs. To somebody who may not see it there is nothing but that access is restricted.
 *  - `no-such-case`: nobody has this number.
 *  - `another-region`: it is not in a region this person allocates in.
 *  - `not-answered`: it could not be found out whether this person may see it, so nothing else was asked.
 */
export type CaseForAllocation =
  | { sight: 'open'; facts: CaseFacts; practitioners: ReadonlyMap<StaffCode, PractitionerAnswer> }
  | { sight: 'restricted' }
  | { sight: 'unknown'; why: 'no-such-case' | 'another-region' | 'not-answered' }

/** What is asked about a case. */
export type AllocationQuestion = {
  crn: Crn
  asker: CaseViewer
  /** The teams the asker allocates for, where the case may be waiting. */
  teams: readonly string[]
  /** Who may take it; nobody where only the case is asked about. */
  practitioners: readonly StaffCode[]
  /** With half of the time that a turn has, because an allocation may be handed in after it. */
  inHalfTheTime?: boolean
}

/** A case of somebody's caseload as its viewer may see it, in short. */
export type CaseloadEntry =
  | {
      sight: 'open'
      crn: Crn
      name?: string
      limitedAccess: boolean
      tier?: Tier
      caseType?: string
      allocatedOn?: Temporal.PlainDate
    }
  | { sight: 'restricted' }
  | { sight: 'not-answered' }

/** How much somebody has to do, as the workload service counts it. Hours are a week's. */
export type WorkloadOfPerson = {
  /** Percent of capacity; absent where the service has no figure. */
  percent?: number
  cases?: number
  contractedHours?: number
  reductionHours?: number
}

/** An allocation as it is handed in. `previous` is who holds the case now, where it is a reallocation. */
export type AllocationToSubmit = {
  crn: Crn
  eventNumber: number
  to: StaffCode
  teamCode: string
  previous?: StaffCode
  limitedAccess: boolean
  /** The oversight entry. The practitioner gets it by email too. */
  entry: string
  /** What would do harm if the person on probation read it. It goes into the oversight contact alone, which is then marked as sensitive. */
  sensitivePart?: string
}

/**
 * What became of handing an allocation in. `unknown`: it may or may not have arrived.
 *  - `refused`: the service took nothing, and the same again would not help.
 */
export type Submission = 'submitted' | 'refused' | 'not-submitted' | 'unknown'

/** The case services. Nothing here throws: that they could not be asked is an answer. */
export type CaseServices = Cases & {
  /** Access is checked first, of whoever asks and of each practitioner. Within the time a turn has, with what is known by then. */
  forAllocation(question: AllocationQuestion): Promise<CaseForAllocation>
  /** What a practitioner holds, in the order of the service. */
  caseloadInShort(practitioner: StaffCode, viewer: CaseViewer): Promise<readonly CaseloadEntry[] | 'not-answered'>
  /** The workload of each of these, last night's. */
  workloads(
    practitioners: readonly StaffCode[],
    viewer: CaseViewer,
  ): Promise<ReadonlyMap<StaffCode, Fact<WorkloadOfPerson>>>
  /** What the reviews of somebody’s cases hang on. Access is checked first; of a case that has no reviews nothing more is asked. */
  reviewFacts(question: ReviewQuestion, viewer: CaseViewer): Promise<readonly CaseForReview[] | 'not-answered'>
  /** The names of teams by their codes, without those that could not be had. */
  teamNames(codes: readonly string[], viewer: CaseViewer): Promise<ReadonlyMap<string, string>>
  /** Hands an allocation in, once: it is never tried again by itself. Within half of the time that a turn has. */
  submit(allocation: AllocationToSubmit, by: CaseViewer): Promise<Submission>
  /** Who manages a case now: also how to find out what became of a submission whose outcome is not known. */
  holderOf(crn: Crn, asker: CaseViewer): Promise<Fact<Holder | 'nobody'>>
}
