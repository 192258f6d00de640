import type { Check, RuleId } from './check.ts'

/** The rules that look at the practitioner alone. */
const rules: readonly RuleId[] = [
  'contactable',
  'trainee-mentor',
  'workload',
  'availability',
  'supervised-lately',
  'manager-span',
]

/** Of how somebody was weighed for a case that they did not get, what they read: what the other rules say is for whoever holds the case. */
export function aboutOneself(checks: readonly Check[]): Check[] {
  return checks.filter(({ rule }) => rules.includes(rule))
}
