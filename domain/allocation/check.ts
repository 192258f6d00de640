import { z } from 'zod'
import { IsoDate } from '../ids.ts'
import { FactSource } from './fact.ts'

/** What a rule, and a whole weighing, can come to; the weakest first. */
export const Outcome = z.enum(['suitable', 'needs-rationale', 'cannot-tell', 'outside-guidance', 'blocked'])
export type Outcome = z.infer<typeof Outcome>

const words: Record<Outcome, string> = {
  suitable: 'Suitable',
  'needs-rationale': 'Suitable with a written rationale',
  'cannot-tell': 'Cannot tell',
  'outside-guidance': 'Outside guidance',
  blocked: 'Cannot be allocated',
}

/** An outcome in the exact words that are always used for it. */
export function outcomeInWords(outcome: Outcome): string {
  return words[outcome]
}

/** The strongest of some outcomes; `suitable` of none. */
export function strongest(outcomes: readonly Outcome[]): Outcome {
  return Outcome.options.findLast((outcome) => outcomes.includes(outcome)) ?? 'suitable'
}

/** The rules of an allocation, in the order in which they are shown. */
export const RuleId = z.enum([
  'access',
  'contactable',
  'already-held',
  'transfer',
  'risk-for-grade',
  'tier-for-grade',
  'mappa',
  'sexual-offence',
  'children',
  'domestic-abuse',
  'trainee-mentor',
  'training-safeguarding',
  'training-domestic-abuse',
  'training-sexual-offences',
  'workload',
  'availability',
  'supervised-lately',
  'manager-span',
  'history-of-risk',
  'assessment-age',
  'enquiries',
  'facts-age',
])
export type RuleId = z.infer<typeof RuleId>

/** Who says a rule, whether that is confirmed, and the rule in words, as they were when somebody was weighed by it. */
export const RuleSaid = z.object({ authority: z.string(), confirmed: z.boolean(), inWords: z.string() })
export type RuleSaid = z.infer<typeof RuleSaid>
export type RulesSaid = Record<RuleId, RuleSaid>
/** As it was kept: a rule that came later is not among them. */
export const RulesKept = z.partialRecord(RuleId, RuleSaid)

/** A fact as it is shown and kept: "RoSH: high", the day it is of, and where it comes from. It names nobody. */
export const FactShown = z.object({ words: z.string(), on: IsoDate.optional(), source: FactSource })
export type FactShown = z.infer<typeof FactShown>

/** What one rule says of one practitioner and one case. It names nobody, and it is kept as it is. */
export const Check = z.object({
  rule: RuleId,
  outcome: Outcome,
  /** One or two plain sentences: "The RoSH is high, and a PSO may hold up to medium." */
  reason: z.string(),
  /** What it rests on. */
  facts: z.array(FactShown),
  /** What would make the outcome better, as a sentence; absent where nothing is wrong. */
  change: z.string().optional(),
})
export type Check = z.infer<typeof Check>
