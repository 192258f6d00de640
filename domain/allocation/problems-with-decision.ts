import type { AllocationDraft } from './allocation-draft.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import type { Outcome } from './check.ts'
import { hasLink, ownCharacters } from './own-words.ts'

/** The most characters that the manager may write in one place: four such texts still fit on one card. */
export const decisionCharacters = 2000

export type DecisionProblem = {
  field: 'reasoning' | 'agreedBy' | 'discrimination' | 'support' | 'sensitive'
  says: string
}

/** Whether a case may be allocated at all after a weighing: not where it is blocked. */
export function mayBeDecided(outcome: Outcome): boolean {
  return outcome !== 'blocked'
}

/** Whether the manager has to say why: always, unless nothing is in the way. */
export function needsReasoning(outcome: Outcome): boolean {
  return outcome !== 'suitable'
}

/** Whether a head of PDU has to have agreed. */
export function needsAgreement(outcome: Outcome): boolean {
  return outcome === 'outside-guidance'
}

/**
 * What is still wrong with a decision, each as a sentence that says what to do. `drafted` is all that was drafted from facts:
 * what it says already is not the manager's own reasoning.
 */
export function problemsWithDecision(
  draft: Pick<AllocationDraft, 'reasoning' | 'agreedBy' | 'sections' | 'sensitive'>,
  outcome: Outcome,
  drafted: string,
  policy: Pick<AllocationPolicy, 'reasoningCharacters'>,
): DecisionProblem[] {
  const { reasoning = '', agreedBy, sections, sensitive = '' } = draft
  const problems: DecisionProblem[] = []
  const own = ownCharacters(reasoning, drafted)
  if (needsReasoning(outcome) && own < policy.reasoningCharacters) {
    problems.push({
      field: 'reasoning',
      says:
        own === 0
          ? `Please say in your own words why, in at least ${policy.reasoningCharacters} characters.`
          : `Your own reasoning has ${own} characters so far, and needs at least ${policy.reasoningCharacters}. Sentences of the draft do not count.`,
    })
  }
  if (needsAgreement(outcome) && agreedBy === undefined) {
    problems.push({ field: 'agreedBy', says: 'This is outside guidance. Please say which head of PDU agreed.' })
  }
  const texts = [
    ['reasoning', 'Your reasoning', reasoning],
    ['discrimination', 'What you wrote about hate crime and discrimination', sections.discrimination ?? ''],
    ['support', 'What you wrote about support', sections.support ?? ''],
    ['sensitive', 'The sensitive part', sensitive],
  ] as const
  for (const [field, name, text] of texts) {
    if (hasLink(text))
      problems.push({ field, says: `${name} has a link in it. NDelius takes none: please take it out.` })
    if (text.length > decisionCharacters) {
      problems.push({
        field,
        says: `${name} is too long: at most ${decisionCharacters.toLocaleString('en-GB')} characters, please.`,
      })
    }
  }
  return problems
}
