import type { AllocationDraft } from './allocation-draft.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import type { Check, Outcome } from './check.ts'
import { namesAnotherCase } from './names-another-case.ts'
import { hasLink, ownCharacters, ownDifferentWords } from './own-words.ts'

/** The most characters that the manager may write in one place: four such texts still fit on one card. */
export const decisionCharacters = 2000

/** What reasoning may look like, as the empty field shows it. It is nobody's own words. */
export const reasoningExample = 'Knows the family, has the time, and will be co-worked for a month'

/** The fewest different words of the manager's own reasoning: one word over and over is no reason. */
export const leastDifferentWords = 6

export type DecisionProblem = {
  field: 'reasoning' | 'agreedBy' | 'discrimination' | 'support' | 'sensitive'
  says: string
}

/** Whether a case may be allocated at all after a weighing: not where it is blocked. */
export function mayBeDecided(outcome: Outcome): boolean {
  return outcome !== 'blocked'
}

/** Whether it could not be found out if whoever is to get the case may see it: until it can, nothing is decided. */
export function isAccessNotKnown(checks: readonly Check[]): boolean {
  return checks.some(({ rule, outcome }) => rule === 'access' && outcome === 'cannot-tell')
}

/** Whether the manager has to say why: always, unless nothing is in the way. */
export function needsReasoning(outcome: Outcome): boolean {
  return outcome !== 'suitable'
}

/** Whether a head of PDU has to have agreed. */
export function needsAgreement(outcome: Outcome): boolean {
  return outcome === 'outside-guidance'
}

/** Why a text that names another case is not taken, after what it is. */
export const anotherCase =
  'names another case. The entry goes on the record of this one alone: please take the other number out.'

/**
 * What is still wrong with a decision, each as a sentence that says what to do. `drafted` is all that was drafted from facts:
 * what it says already is not the manager's own reasoning.
 */
export function problemsWithDecision(
  draft: Pick<AllocationDraft, 'crn' | 'reasoning' | 'agreedBy' | 'sections' | 'sensitive'>,
  outcome: Outcome,
  drafted: string,
  policy: Pick<AllocationPolicy, 'reasoningCharacters'>,
): DecisionProblem[] {
  const { crn, reasoning = '', agreedBy, sections, sensitive = '' } = draft
  const problems: DecisionProblem[] = []
  const notOwn = `${drafted}\n${reasoningExample}`
  const own = ownCharacters(reasoning, notOwn)
  if (needsReasoning(outcome) && own < policy.reasoningCharacters) {
    problems.push({
      field: 'reasoning',
      says:
        own === 0
          ? `Please say in your own words why, in at least ${policy.reasoningCharacters} characters.`
          : `Your own reasoning has ${own} characters so far, and needs at least ${policy.reasoningCharacters}. Sentences of the draft do not count.`,
    })
  }
  if (
    needsReasoning(outcome) &&
    own >= policy.reasoningCharacters &&
    ownDifferentWords(reasoning, notOwn) < leastDifferentWords
  ) {
    problems.push({
      field: 'reasoning',
      says: `Your own reasoning says the same few words again and again. Please use at least ${leastDifferentWords} different words.`,
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
    if (namesAnotherCase(text, crn)) problems.push({ field, says: `${name} ${anotherCase}` })
    if (text.length > decisionCharacters) {
      problems.push({
        field,
        says: `${name} is too long: at most ${decisionCharacters.toLocaleString('en-GB')} characters, please.`,
      })
    }
  }
  return problems
}
