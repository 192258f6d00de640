import type { AllocationPolicy } from '../allocation-policy.ts'
import type { AllocationRule } from '../allocation-rule.ts'
import { counted, roshInWords } from '../allocation-words.ts'
import type { RoshLevel } from '../case-facts.ts'
import {
  isNewlyQualified,
  isQualifiedFor,
  newlyQualifiedInWords,
  type Officer,
  officerFacts,
  officersItMayBe,
} from '../officer.ts'
import { cannotTell, checkOf, type Finding, suitable } from '../possible-worlds.ts'
import { roshFact } from '../rosh-fact.ts'
import type { WeighingDay } from '../weighing-day.ts'

const settledAfter = (policy: AllocationPolicy) => counted(policy.rules['risk-for-grade'].settledMonths, 'month')

/** Above medium the risk of serious harm is for qualified officers. */
export const riskForGrade: AllocationRule = {
  id: 'risk-for-grade',
  name: 'Risk for grade',
  inWords: (policy) =>
    `High or very high risk of serious harm (RoSH) is for a PO; very high is not for ${newlyQualifiedInWords(policy)}. High for such an officer, or very high for a PO qualified for less than ${settledAfter(policy)}, needs a written rationale.`,
  check({ case: { rosh }, practitioner }, policy, on) {
    const facts = [roshFact({ rosh }), ...officerFacts(practitioner)]
    if (!rosh.known) return cannotTell('risk-for-grade', facts)
    const findings = officersItMayBe(practitioner, on).map((officer) => judge(rosh.value, officer, policy, on))
    return checkOf('risk-for-grade', facts, findings)
  },
}

function judge(level: RoshLevel, officer: Officer, policy: AllocationPolicy, on: WeighingDay): Finding {
  const risk = `The risk of serious harm (RoSH) is ${roshInWords(level)}`
  const isVeryHigh = level === 'VERY_HIGH'
  if (level !== 'HIGH' && !isVeryHigh) return suitable(`${risk}, which is for every grade.`)
  const { settledMonths } = policy.rules['risk-for-grade']
  const months = isVeryHigh ? Math.max(settledMonths, policy.newlyQualifiedMonths) : policy.newlyQualifiedMonths
  const settled = `A PO qualified for ${counted(months, 'month')} or more instead.`
  if (officer.grade !== 'PO') {
    return { outcome: 'outside-guidance', reason: `${risk}. Above medium it is for a PO.`, change: settled }
  }
  if (isNewlyQualified(officer, policy, on)) {
    return isVeryHigh
      ? {
          outcome: 'outside-guidance',
          reason: `${risk}, and not for ${newlyQualifiedInWords(policy)}.`,
          change: settled,
        }
      : {
          outcome: 'needs-rationale',
          reason: `${risk}, and this is ${newlyQualifiedInWords(policy)}.`,
          change: settled,
        }
  }
  if (isVeryHigh && !isQualifiedFor(officer, policy.rules['risk-for-grade'].settledMonths, on)) {
    return {
      outcome: 'needs-rationale',
      reason: `${risk}, and this PO has been qualified for less than ${settledAfter(policy)}.`,
      change: settled,
    }
  }
  return suitable(`${risk}, which is for a PO with this experience.`)
}
