import { Grade } from '../../staff.ts'
import type { AllocationPolicy } from '../allocation-policy.ts'
import type { AllocationRule } from '../allocation-rule.ts'
import { oneOf, someoneOfGrade, tierInWords } from '../allocation-words.ts'
import { gradeFact } from '../officer.ts'
import { cannotTell, checkOf, type Finding, mayBe, suitable } from '../possible-worlds.ts'
import { type FactName, ruleFact } from '../rule-fact.ts'
import type { Tier } from '../tier.ts'

const tierName: FactName = { label: 'Tier', subject: 'The tier of the case', wanted: 'A tier' }

/** The higher tiers are not for a PSO or a trainee. */
export const tierForGrade: AllocationRule = {
  id: 'tier-for-grade',
  name: 'Tier for grade',
  inWords({ rules: { 'tier-for-grade': rule } }) {
    const both = ({ current, older }: LettersOfModels) => `${oneOf(current)} (older letters: ${oneOf(older)})`
    return `For a PSO or a trainee (PQiP), tier ${both(rule.outside)} is outside guidance and tier ${both(rule.rationale)} needs a written rationale. A tier that is missing or provisional cannot be judged.`
  },
  check({ case: { tier }, practitioner }, policy) {
    const facts = [ruleFact(tierName, tier, tierInWords), gradeFact(practitioner)]
    if (!tier.known) return cannotTell('tier-for-grade', facts)
    const findings = mayBe(practitioner.grade, Grade.options).map((grade) => judge(tier.value, grade, policy))
    return checkOf('tier-for-grade', facts, findings)
  },
}

type LettersOfModels = { current: readonly string[]; older: readonly string[] }

function judge(tier: Tier, grade: Grade, policy: AllocationPolicy): Finding {
  if (tier.model === 'none') {
    const why = tier.why === 'missing' ? 'nothing to work it out from' : 'nobody to supervise'
    return {
      outcome: 'cannot-tell',
      reason: `The case has no tier: the tier service says that there is ${why}.`,
      change: 'A tier from the tier service.',
    }
  }
  const found = byLetter(tier, grade, policy)
  // It may still rise, so only what is wrong already is certain.
  if (!tier.provisional || found.outcome === 'outside-guidance') return found
  return {
    outcome: 'cannot-tell',
    reason: `The tier is ${tier.code} for now. It is provisional, and may still rise.`,
    change: 'A tier that is not provisional.',
  }
}

function byLetter(tier: Exclude<Tier, { model: 'none' }>, grade: Grade, policy: AllocationPolicy): Finding {
  const { outside, rationale } = policy.rules['tier-for-grade']
  const has = (letters: LettersOfModels) => letters[tier.model].includes(tier.letter)
  const change = 'A PO instead.'
  if (grade === 'PSO' || grade === 'PQiP') {
    const reason = `The tier is ${tierInWords(tier)}, and this is ${someoneOfGrade(grade)}.`
    if (has(outside)) return { outcome: 'outside-guidance', reason, change }
    if (has(rationale)) return { outcome: 'needs-rationale', reason, change }
  }
  return suitable(`The tier is ${tierInWords(tier)}, which is for this person’s grade.`)
}
