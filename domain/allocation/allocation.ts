import type { Temporal } from 'temporal-polyfill'
import type { AuditNote } from '../audit.ts'
import type { AllocationAnswerId, AllocationId, Crn, StaffCode } from '../ids.ts'
import type { Notice } from '../ports.ts'
import type { Submission } from './case-services.ts'
import type { Outcome } from './check.ts'

/**
 * Where handing an allocation in stands.
 *  - `for-pasting`: the manager pastes the entry; nothing is handed in.
 *  - `submitting`: it is being handed in, or the service ended before it heard what became of it.
 */
export type SubmissionState = 'for-pasting' | 'submitting' | Submission

/** A decision that somebody gets a case, with what it rests on. It is not edited; only what became of handing it in is added. */
export type Allocation = {
  id: AllocationId
  crn: Crn
  /** Which order of the person it is about: the event number of the case services. */
  eventNumber?: number
  to: StaffCode
  teamCode?: string
  /** Who held the case, where it is a reallocation. */
  previous?: StaffCode
  decidedBy: StaffCode
  decidedAt: Temporal.Instant
  /** What the weighing came to. */
  outcome: Outcome
  /** The answer that weighed them. */
  answer: AllocationAnswerId
  policyVersion: string
  /** Why, in the manager's own words; they may be absent where the weighing found nothing wrong. */
  reasoning?: string
  /** The oversight entry as it stands to paste, without what is sensitive. */
  entry: string
  /** What would do harm if the person on probation read it. */
  sensitive?: string
  /** The head of PDU who agreed, where it is outside guidance. */
  agreedBy?: StaffCode
  /** It was decided although the weighing did not come to `suitable`. */
  override: boolean
  /** The day by which the case is first discussed. */
  touchPointOn: Temporal.PlainDate
  submission: SubmissionState
  limitedAccess: boolean
}

/** Whether somebody got the case as far as is known here: it was not handed in, or it was and the case services took it. */
export function wasGiven({ submission }: Pick<Allocation, 'submission'>): boolean {
  return submission === 'for-pasting' || submission === 'submitted'
}

/** Decisions about who gets a case. Nothing here is edited or deleted in place. */
export type Allocations = {
  /**
   * Keeps a decision with its audit notes, and closes the draft it came from. Whoever gets the case, and did not decide it
   * themself, is to hear of it by a `was-given-case` notice; where it is still to be handed in, not before that is known. The same id again changes nothing and gives what was decided first. What
   * was still to be told of the decision before it about the same case is not told any more.
   *  - `taken`: another allocation of the same case was decided at or after `since`, which is when the weighing was made; it
   *    is given, and nothing was kept. Of several who decide at the same moment one wins.
   */
  decide(
    allocation: Allocation,
    since: Temporal.Instant,
    notes: readonly AuditNote[],
  ): Promise<
    | { outcome: 'decided' | 'already'; allocation: Allocation; notice?: Notice }
    | { outcome: 'taken'; allocation: Allocation }
  >
  /**
   * Keeps what became of handing an allocation in, with the audit note, and gives the allocation as it stands. What is
   * known for certain is never lost: `unknown` takes the place of nothing but `submitting`, and nothing takes the place of
   * `submitted`, or of `for-pasting`. `already`: nothing was changed. `toDecider` is kept with it, where whoever decided is to be
   * told. With `submitted` comes the `was-given-case` notice, unless the case was given to somebody again since.
   * @throws {Error} when there is no such allocation.
   */
  settle(
    id: AllocationId,
    submission: Submission,
    note: AuditNote,
    toDecider?: Notice,
  ): Promise<{ outcome: 'settled' | 'already'; allocation: Allocation; notice?: Notice }>
  byId(id: AllocationId): Promise<Allocation | undefined>
  /** Newest first. */
  ofCase(crn: Crn): Promise<Allocation[]>
  /** What this practitioner was given, newest first. */
  to(practitioner: StaffCode): Promise<Allocation[]>
  /**
   * What was given to each of these people from a moment on, as far as it still is theirs: not what the case services did not
   * take, nor a case that was given to somebody again since. In no order.
   */
  givenSince(
    practitioners: readonly StaffCode[],
    since: Temporal.Instant,
  ): Promise<Pick<Allocation, 'to' | 'crn' | 'decidedAt'>[]>
  /** What this person decided, newest first; sixty at most. */
  decidedBy(person: StaffCode): Promise<Allocation[]>
  /** Those `submitting` or `unknown`, oldest first: what became of them is to be found out. */
  unsettled(): Promise<Allocation[]>
  /**
   * Those whose touch point is on one of the days given, both included; earliest first. A case that was given to somebody
   * again since is not among them, unless that was not taken by the case services.
   */
  touchPointsDue(from: Temporal.PlainDate, to: Temporal.PlainDate): Promise<Allocation[]>
}
