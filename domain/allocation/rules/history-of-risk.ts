import { Temporal } from 'temporal-polyfill'
import { registerInWords, registersName } from '../active-registers.ts'
import type { AllocationPolicy } from '../allocation-policy.ts'
import type { AllocationRule } from '../allocation-rule.ts'
import { counted, dayInReason, roshInWords } from '../allocation-words.ts'
import { assessmentFact } from '../assessment-fact.ts'
import { type CaseFacts, type RegisterCode, type Registration, type RoshLevel, roshLevels } from '../case-facts.ts'
import { isOlderThan } from '../how-long-ago.ts'
import { checkOf, type Finding, mayBe, suitable } from '../possible-worlds.ts'
import { roshFact } from '../rosh-fact.ts'
import { dayFact, type FactName, type RuleFact, ruleFact, shownOn } from '../rule-fact.ts'
import type { WeighingDay } from '../weighing-day.ts'

const sentencedName: FactName = { label: 'Sentenced', subject: 'The day of sentence', wanted: 'The day of sentence,' }

const levelOf: Partial<Record<RegisterCode, RoshLevel>> = {
  RLRH: 'LOW',
  RMRH: 'MEDIUM',
  RHRH: 'HIGH',
  RVHR: 'VERY_HIGH',
}

/** An earlier, higher risk is looked at again before it is left behind. */
export const historyOfRisk: AllocationRule = {
  id: 'history-of-risk',
  name: 'History of risk',
  ofCaseAlone: true,
  inWords: ({ rules }) =>
    `Where the risk of serious harm (RoSH) was higher within the last ${counted(rules['history-of-risk'].months, 'month')} than it is today, and no assessment has been completed since sentence, a case needs a written rationale.`,
  check({ case: facts }, policy, on) {
    const earlier = earlierLevels(facts, policy, on)
    const since = assessedSinceSentence(facts)
    const findings = mayBe(facts.rosh, roshLevels.toReversed()).flatMap((now) =>
      earlier.flatMap((highest) => since.map((isAssessed) => judge(now, highest, isAssessed, facts))),
    )
    return checkOf('history-of-risk', factsOf(facts, policy, on), findings)
  },
}

type Level = RoshLevel | 'none'

/** The highest level that the registers know of within the time; each that may be where they are not known. */
function earlierLevels({ registrations }: CaseFacts, policy: AllocationPolicy, on: WeighingDay): readonly Level[] {
  if (!registrations.known) return ['none', ...roshLevels]
  const levels = entriesWithin(registrations.value, policy, on).map(({ code }) => levelOf[code])
  return [roshLevels.findLast((level) => levels.includes(level)) ?? 'none']
}

/** RoSH entries that are open, or that ended within the time. */
function entriesWithin(
  registrations: readonly Registration[],
  policy: AllocationPolicy,
  on: WeighingDay,
): (Registration & { code: RegisterCode })[] {
  return registrations.flatMap((entry) => {
    const { code, endedOn } = entry
    if (code === undefined || levelOf[code] === undefined) return []
    const counts = endedOn === undefined || !isOlderThan(endedOn, policy.rules['history-of-risk'].months, on)
    return counts ? [{ ...entry, code }] : []
  })
}

/** Whether an assessment has been completed since sentence: both where that is not known. */
function assessedSinceSentence({ lastAssessedOn, sentencedOn }: CaseFacts): readonly boolean[] {
  if (lastAssessedOn.known && lastAssessedOn.value === 'none') return [false]
  if (!lastAssessedOn.known || lastAssessedOn.value === 'none' || !sentencedOn.known) return [true, false]
  return [Temporal.PlainDate.compare(lastAssessedOn.value, sentencedOn.value) >= 0]
}

function judge(now: RoshLevel, highest: Level, isAssessed: boolean, { sentencedOn }: CaseFacts): Finding {
  if (highest === 'none' || roshLevels.indexOf(highest) <= roshLevels.indexOf(now)) {
    return suitable('No earlier risk of serious harm (RoSH) is known to have been higher than today’s.')
  }
  if (isAssessed) return suitable('An assessment has been completed since sentence, whatever the risk was before.')
  return {
    outcome: 'needs-rationale',
    reason: `The risk of serious harm (RoSH) is ${roshInWords(now)} and was ${roshInWords(highest)} before. No assessment has been completed since sentence.`,
    change: `An assessment completed since ${sentencedOn.known ? `${dayInReason(sentencedOn.value)}, the day of sentence` : 'the day of sentence'}.`,
  }
}

function factsOf(facts: CaseFacts, policy: AllocationPolicy, on: WeighingDay): RuleFact[] {
  return [
    roshFact(facts),
    ...earlierFacts(facts, policy, on),
    assessmentFact(facts),
    // Without any assessment it makes no difference when the sentence was.
    ...(facts.lastAssessedOn.known && facts.lastAssessedOn.value === 'none' && !facts.sentencedOn.known
      ? []
      : [dayFact(sentencedName, facts.sentencedOn)]),
  ]
}

function earlierFacts({ registrations }: CaseFacts, policy: AllocationPolicy, on: WeighingDay): RuleFact[] {
  if (!registrations.known) return [ruleFact(registersName, registrations, () => '')]
  const entries = entriesWithin(registrations.value, policy, on)
  if (entries.length === 0) return [{ shown: shownOn('RoSH registers: no entry', registrations, registrations.on) }]
  return entries.map(({ code, startedOn, endedOn }) => ({
    shown:
      endedOn === undefined
        ? shownOn(`${registerInWords(code)}: active`, registrations, startedOn)
        : shownOn(`${registerInWords(code)}: ended`, registrations, endedOn),
  }))
}
