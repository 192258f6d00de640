import type { AllocationPolicy } from '../allocation-policy.ts'
import type { AllocationRule } from '../allocation-rule.ts'
import { percentInWords } from '../allocation-words.ts'
import { isNewlyQualified, newlyQualifiedInWords, type Officer, officerFacts, officersItMayBe } from '../officer.ts'
import { cannotTell, checkOf, type Finding, suitable } from '../possible-worlds.ts'
import type { WeighingDay } from '../weighing-day.ts'
import { workloadFact } from '../workload-fact.ts'

/** What somebody would have to do with the case, in percent of their capacity. */
export const workload: AllocationRule = {
  id: 'workload',
  name: 'Workload',
  inWords(policy) {
    const { rationaleAbove, outsideAbove, protectedOutsideAbove } = policy.rules.workload
    return `With the case, a workload over ${percentInWords(outsideAbove)} is outside guidance, and over ${percentInWords(protectedOutsideAbove)} for a trainee (PQiP) or ${newlyQualifiedInWords(policy)}. Over ${percentInWords(rationaleAbove)} needs a written rationale.`
  },
  check({ practitioner }, policy, on) {
    const facts = [workloadFact(practitioner), ...officerFacts(practitioner)]
    if (!practitioner.workload.known) return cannotTell('workload', facts)
    const { potential } = practitioner.workload.value
    const findings = officersItMayBe(practitioner, on).map((officer) => judge(potential, officer, policy, on))
    return checkOf('workload', facts, findings)
  },
}

function judge(potential: number, officer: Officer, policy: AllocationPolicy, on: WeighingDay): Finding {
  const { rationaleAbove, outsideAbove, protectedOutsideAbove } = policy.rules.workload
  const would = `With this case the workload would be ${percentInWords(potential)}`
  const atMost = (percent: number) => `A workload of ${percentInWords(percent)} or less with this case.`
  if (potential > outsideAbove) {
    return {
      outcome: 'outside-guidance',
      reason: `${would}, over ${percentInWords(outsideAbove)}.`,
      change: atMost(rationaleAbove),
    }
  }
  const isTrainee = officer.grade === 'PQiP'
  if (potential > protectedOutsideAbove && (isTrainee || isNewlyQualified(officer, policy, on))) {
    const who = isTrainee ? 'a trainee (PQiP)' : newlyQualifiedInWords(policy)
    return {
      outcome: 'outside-guidance',
      reason: `${would}. For ${who} the limit is ${percentInWords(protectedOutsideAbove)}.`,
      change: atMost(Math.min(rationaleAbove, protectedOutsideAbove)),
    }
  }
  if (potential > rationaleAbove) {
    return {
      outcome: 'needs-rationale',
      reason: `${would}, over ${percentInWords(rationaleAbove)}.`,
      change: atMost(rationaleAbove),
    }
  }
  return suitable(`${would}.`)
}
