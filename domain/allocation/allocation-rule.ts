import type { AllocationPolicy } from './allocation-policy.ts'
import type { Check, RuleId } from './check.ts'
import type { AllocationFacts } from './practitioner-facts.ts'
import type { WeighingDay } from './weighing-day.ts'

/** One rule of an allocation: what it says, and what it finds. */
export type AllocationRule = {
  id: RuleId
  /** In words, as a heading: "Risk for grade". */
  name: string
  /** It asks nothing about the practitioner, so it is checked once for all who are weighed for a case. */
  ofCaseAlone?: true
  /** The rule in plain words, with the numbers of the policy. */
  inWords(policy: AllocationPolicy): string
  /**
   * What it comes to for one case and one practitioner. Where something is not known that could change the outcome, it is
   * `cannot-tell`, unless something stronger holds anyway.
   */
  check(facts: AllocationFacts, policy: AllocationPolicy, on: WeighingDay): Check
}
