import { Temporal } from 'temporal-polyfill'
import type { AllocationPolicy } from '../allocation-policy.ts'
import type { AllocationRule } from '../allocation-rule.ts'
import { counted, dayInReason } from '../allocation-words.ts'
import type { CaseFacts } from '../case-facts.ts'
import { known, notKnown } from '../fact.ts'
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

const givenName: FactName = {
  label: 'Other cases given since that figure',
  subject: 'How many cases were given since that figure',
  wanted: 'How many cases were given since that figure,',
}

/** Old facts are a concern of their own, whatever they say. */
export const factsAge: AllocationRule = {
  id: 'facts-age',
  name: 'Age of the facts',
  inWords: ({ rules: { 'facts-age': rule } }) =>
    `Where the risk of serious harm (RoSH) was assessed longer ago than ${counted(rule.roshMonths, 'month')}, the workload figure is older than ${counted(rule.workloadDays, 'day')}, or another case was given to this person since that figure, a case needs a written rationale.`,
  check({ case: facts, practitioner }, policy, on) {
    const findings = isRoshOld(facts, policy, on).flatMap((rosh) =>
      isWorkloadOld(practitioner, policy, on).map((workload) =>
        judge({ rosh, workload, given: givenSince(practitioner) }, policy, on),
      ),
    )
    return checkOf(
      'facts-age',
      [...roshFacts(facts), workloadFact(practitioner), ...givenFacts(practitioner)],
      findings,
    )
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

/** Cases that the workload figure does not count; without a figure there is none that could. */
function givenSince({ workload, givenSince: count = 0 }: PractitionerFacts): number {
  return workload.known ? count : 0
}

function givenFacts(practitioner: PractitionerFacts): RuleFact[] {
  const count = givenSince(practitioner)
  return count === 0 ? [] : [ruleFact(givenName, known(count, 'allocation-record'), String)]
}

function judge(
  isOld: { rosh: boolean; workload: boolean; given: number },
  policy: AllocationPolicy,
  on: WeighingDay,
): Finding {
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
    ...(isOld.given > 0
      ? [
          {
            reason: `${counted(isOld.given, 'case')} given to this person since ${isOld.given === 1 ? 'is' : 'are'} not in the workload figure.`,
            change: 'Tomorrow’s workload figure.',
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
