import type { StaffCode } from '../ids.ts'
import { Outcome } from './check.ts'

/** Somebody who was weighed for a case, as far as their place among others depends on it. */
export type Candidate = {
  staffCode: StaffCode
  outcome: Outcome
  /** Whether they manage, or were the last to manage, the person on probation. */
  hasManaged: boolean
  /** Percent of capacity with the case; absent where it is not known. */
  potential?: number
  /** Cases received in the past week; absent where it is not known. */
  casesPastWeek?: number
  /** The last word is the surname. */
  name: string
}

/** Who could take a case, the best first, and apart from them who cannot be given it. */
export type Ranking<One> = { couldTake: readonly One[]; blocked: readonly One[] }

/**
 * Puts people in order: the milder verdict first, then whoever has managed the person, then the smaller workload, then
 * fewer cases in the past week, then by surname. What is not known comes last. The order in which they come in means
 * nothing, so that the same question has the same answer.
 */
export function ranking<One extends Candidate>(candidates: readonly One[]): Ranking<One> {
  const inOrder = candidates.toSorted(byPlace)
  return {
    couldTake: inOrder.filter(({ outcome }) => outcome !== 'blocked'),
    blocked: inOrder.filter(({ outcome }) => outcome === 'blocked'),
  }
}

function byPlace(one: Candidate, other: Candidate): number {
  return (
    Outcome.options.indexOf(one.outcome) - Outcome.options.indexOf(other.outcome) ||
    Number(other.hasManaged) - Number(one.hasManaged) ||
    smallestFirst(one.potential, other.potential) ||
    smallestFirst(one.casesPastWeek, other.casesPastWeek) ||
    surnameOf(one).localeCompare(surnameOf(other), 'en-GB') ||
    one.name.localeCompare(other.name, 'en-GB') ||
    // A staff code is only one person's, so no two people have the same place.
    (one.staffCode < other.staffCode ? -1 : Number(one.staffCode > other.staffCode))
  )
}

function smallestFirst(one: number | undefined, other: number | undefined): number {
  if (one === other) return 0
  if (one === undefined) return 1
  return other === undefined ? -1 : one - other
}

function surnameOf({ name }: Candidate): string {
  return name.trim().split(/\s+/).at(-1) ?? name
}
