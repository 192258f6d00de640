import type { AllocationPolicy } from './allocation-policy.ts'
import type { AllocationRule } from './allocation-rule.ts'
import type { CaseFacts } from './case-facts.ts'
import { type Check, type Outcome, type RuleId, strongest } from './check.ts'
import type { AllocationFacts } from './practitioner-facts.ts'
import { allRules } from './rules/all-rules.ts'
import type { WeighingDay } from './weighing-day.ts'

/** What comes of weighing one practitioner for one case. It advises: the manager decides. */
export type Weighing = {
  /** The strongest of the checks. */
  outcome: Outcome
  /** One for each rule, in the order in which they are shown. */
  checks: readonly Check[]
}

/**
 * Weighs a practitioner for a case by every rule of the policy. For many practitioners, hand in the same case facts and the
 * same `on` each time: what is the same for all of them is then worked out once.
 */
export function weigh(facts: AllocationFacts, policy: AllocationPolicy, on: WeighingDay): Weighing {
  const ofCase = checksOfCase(facts.case, policy, on)
  const checks = allRules.map((rule) => {
    if (!rule.ofCaseAlone) return rule.check(facts, policy, on)
    return ofCase.get(rule.id) ?? remember(ofCase, rule, rule.check(facts, policy, on))
  })
  return { outcome: strongest(checks.map(({ outcome }) => outcome)), checks }
}

type CaseChecks = Map<RuleId, Check>

const lastOfCase = new WeakMap<CaseFacts, { policy: AllocationPolicy; on: WeighingDay; checks: CaseChecks }>()

function checksOfCase(ofCase: CaseFacts, policy: AllocationPolicy, on: WeighingDay): CaseChecks {
  const last = lastOfCase.get(ofCase)
  if (last?.policy === policy && last.on === on) return last.checks
  const checks: CaseChecks = new Map()
  lastOfCase.set(ofCase, { policy, on, checks })
  return checks
}

function remember(checks: CaseChecks, { id }: AllocationRule, check: Check): Check {
  checks.set(id, check)
  return check
}
