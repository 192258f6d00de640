import { Temporal } from 'temporal-polyfill'
import type { AllocationPolicy } from '../allocation-policy.ts'
import type { AllocationRule } from '../allocation-rule.ts'
import { counted, dayInReason } from '../allocation-words.ts'
import type { CaseFacts } from '../case-facts.ts'
import { notKnown } from '../fact.ts'
import { daysAgo, firstDayWithin, isOlderThan } from '../how-long-ago.ts'
import { checkOf, type Finding, suitable } from '../possible-worlds.ts'
import type { PractitionerFacts } from '../practitioner-facts.ts'
import { roshFact } from '../rosh-fact.ts'
import { type FactName, type RuleFact, ruleFact } from '../rule-fact.ts'
import type { WeighingDay } from '../weighing-day.ts'
import { workloadFact } from '../workload-fact.ts'

const assessedName: FactName = {
  label: 'RoSH assessed',
  subject: 'The day the risk of serious harm (RoSH) was assessed',
  wanted: 'The day the risk of serious harm (RoSH) was assessed,',
}

/** Old facts are a concern of their own, whatever they say. */
export const factsAge: AllocationRule = {
  id: 'facts-age',
  name: 'Age of the facts',
  inWords: ({ rules: { 'facts-age': rule } }) =>
    `Where the risk of serious harm (RoSH) was assessed longer ago than ${counted(rule.roshMonths, 'month')}, or the workload figure is older than ${counted(rule.workloadDays, 'day')}, a case needs a written rationale.`,
  check({ case: facts, practitioner }, policy, on) {
    const findings = isRoshOld(facts, policy, on).flatMap((rosh) =>
      isWorkloadOld(practitioner, policy, on).map((workload) => judge({ rosh, workload }, policy, on)),
    )
    return checkOf('facts-age', [...roshFacts(facts), workloadFact(practitioner)], findings)
  },
}

function isRoshOld({ rosh }: CaseFacts, policy: AllocationPolicy, on: WeighingDay): readonly boolean[] {
  if (!rosh.known || rosh.on === undefined) return [false, true]
  return [isOlderThan(rosh.on, policy.rules['facts-age'].roshMonths, on)]
}

/** A figure without a day is last night's: the workload service has no other. */
function isWorkloadOld({ workload }: PractitionerFacts, policy: AllocationPolicy, on: WeighingDay): readonly boolean[] {
  if (!workload.known) return [false, true]
  if (workload.on === undefined) return [false]
  return [Temporal.PlainDate.compare(workload.on, daysAgo(policy.rules['facts-age'].workloadDays, on)) < 0]
}

function roshFacts(facts: CaseFacts): RuleFact[] {
  const { rosh } = facts
  if (!rosh.known || rosh.on !== undefined) return [roshFact(facts)]
  return [roshFact(facts), ruleFact(assessedName, notKnown(rosh.source, 'none'), () => '')]
}

function judge(isOld: { rosh: boolean; workload: boolean }, policy: AllocationPolicy, on: WeighingDay): Finding {
  const { roshMonths, workloadDays } = policy.rules['facts-age']
  const old = [
    ...(isOld.rosh
      ? [
          {
            reason: `The risk of serious harm (RoSH) was assessed longer ago than ${counted(roshMonths, 'month')}.`,
            change: `A RoSH assessed since ${dayInReason(firstDayWithin(roshMonths, on))}.`,
          },
        ]
      : []),
    ...(isOld.workload
      ? [
          {
            reason: `The workload figure is older than ${counted(workloadDays, 'day')}.`,
            change: 'A newer workload figure from the workload service.',
          },
        ]
      : []),
  ]
  if (old.length === 0) return suitable('The risk and the workload are recent enough.')
  return {
    outcome: 'needs-rationale',
    reason: old.map(({ reason }) => reason).join(' '),
    change: old.map(({ change }) => change).join(' '),
  }
}
