import type { AllocationAnswer } from './allocation-answers.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import type { RulesSaid } from './check.ts'
import { allRules } from './rules/all-rules.ts'

/** Every rule of a policy with who says so and its words: kept with an answer, so that they are explained later as they were then. */
export function rulesSaid(policy: AllocationPolicy): RulesSaid {
  const said = allRules.map(({ id, inWords }) => {
    const { authority, confirmed } = policy.rules[id]
    return [id, { authority, confirmed, inWords: inWords(policy) }]
  })
  return Object.fromEntries(said)
}

/** The rules as they were when an answer was given, and as the policy has them now where that was not kept. */
export function rulesThen({ rules }: Pick<AllocationAnswer, 'rules'>, policy: AllocationPolicy): RulesSaid {
  return { ...rulesSaid(policy), ...rules }
}
