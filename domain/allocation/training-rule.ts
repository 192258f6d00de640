import { Temporal } from 'temporal-polyfill'
import type { TrainingName } from '../staff.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import type { AllocationRule } from './allocation-rule.ts'
import { counted, dayInReason } from './allocation-words.ts'
import { known } from './fact.ts'
import { firstDayWithin } from './how-long-ago.ts'
import { checkOf, type Finding, suitable } from './possible-worlds.ts'
import type { AllocationFacts } from './practitioner-facts.ts'
import { dayFact, type RuleFact } from './rule-fact.ts'
import type { WeighingDay } from './weighing-day.ts'

type TrainingRuleId = 'training-safeguarding' | 'training-domestic-abuse' | 'training-sexual-offences'

type Training = {
  id: TrainingRuleId
  name: string
  training: TrainingName
  /** In a sentence: "safeguarding training". */
  called: string
  /** What about a case asks for it: "an active entry in the child registers". */
  askedBy: string
  /** What it comes to without the training in a case that has nothing of the kind. */
  otherwise: 'needs-rationale' | 'suitable'
  /** Whether the case asks for it: both where that is not known. */
  mayBeAsked(facts: AllocationFacts, on: WeighingDay): readonly boolean[]
  caseFacts(facts: AllocationFacts, on: WeighingDay): readonly RuleFact[]
}

/** A rule that asks for a training which is not too old. One that is recorded for a day to come has not been done. */
export function trainingRule(about: Training): AllocationRule {
  const { id, name, training, called, askedBy, otherwise } = about
  const label = `${called.slice(0, 1).toUpperCase()}${called.slice(1)}`
  const needed = (policy: AllocationPolicy) => counted(policy.rules[id].months, 'month')
  return {
    id,
    name,
    inWords: (policy) =>
      `A case with ${askedBy} is for somebody whose ${called} was done within the last ${needed(policy)}.${
        otherwise === 'suitable' ? '' : ' Without it any other case needs a written rationale.'
      }`,
    check(facts, policy, on) {
      const doneOn = facts.practitioner.training[training]
      const earliest = firstDayWithin(policy.rules[id].months, on)
      const is = stateOf(doneOn, earliest, on)
      const judge = (isAsked: boolean): Finding => {
        if (is === 'done') return suitable(`The ${called} was done within the last ${needed(policy)}.`)
        if (!isAsked && otherwise === 'suitable') return suitable(`The case has no ${withoutArticle(askedBy)}.`)
        const lacks =
          is === 'old' ? `The ${called} is older than ${needed(policy)}` : `No ${called} is recorded as done`
        return {
          outcome: isAsked ? 'outside-guidance' : otherwise,
          reason: isAsked ? `${lacks}, and the case has ${askedBy}.` : `${lacks}.`,
          change: `${label} done since ${dayInReason(earliest)}, and recorded.`,
        }
      }
      const shown = dayFact({ label, subject: '', wanted: '' }, known(doneOn ?? 'none', 'staff-list'))
      return checkOf(id, [shown, ...about.caseFacts(facts, on)], about.mayBeAsked(facts, on).map(judge))
    },
  }
}

type Day = Temporal.PlainDate

function stateOf(doneOn: Day | undefined, earliest: Day, { today }: WeighingDay): 'done' | 'old' | 'missing' {
  if (doneOn === undefined || Temporal.PlainDate.compare(doneOn, today) > 0) return 'missing'
  return Temporal.PlainDate.compare(doneOn, earliest) < 0 ? 'old' : 'done'
}

function withoutArticle(words: string): string {
  return words.replace(/^an? /, '')
}
