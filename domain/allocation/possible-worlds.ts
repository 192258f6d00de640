import { type Check, Outcome, type RuleId } from './check.ts'
import type { Fact } from './fact.ts'
import { gapsInWords, type RuleFact, whatFillsThem } from './rule-fact.ts'

/*
 * A rule is a function of things that are known. Where one is not, the rule is asked about each thing it may be: each is a
 * possible world. What comes out in all of them is so, whatever the missing fact is; where they differ, nobody can tell.
 */

/** What a rule comes to in one world. */
export type Finding = {
  outcome: Outcome
  /** One or two plain sentences. */
  reason: string
  /** What would make it better, as a sentence; absent where nothing is wrong. */
  change?: string
}

/** Nothing is wrong. */
export function suitable(reason: string): Finding {
  return { outcome: 'suitable', reason }
}

/** Whatever a fact may be: its value, or each value there is where it is not known; the one that is best news first. */
export function mayBe<T>(fact: Fact<T>, every: readonly T[]): readonly T[] {
  return fact.known ? [fact.value] : every
}

/**
 * The check that a rule comes to, from what it found in each possible world, the one that is best news first; there is one
 * at least. Where the worlds differ it is `cannot-tell`, or the weakest of them where even that is stronger.
 */
export function checkOf(rule: RuleId, facts: readonly RuleFact[], findings: readonly Finding[]): Check {
  const weakest = findings.reduce((one, other) => (rankOf(other) < rankOf(one) ? other : one))
  const theyAgree = findings.every(({ outcome }) => outcome === weakest.outcome)
  if (!theyAgree && rankOf(weakest) <= rankOf({ outcome: 'cannot-tell' })) return cannotTell(rule, facts)
  // What is said has to hold in every world: good news even where the worst is so, bad news even where the best is.
  const { outcome, reason, change } = weakest.outcome === 'suitable' ? (findings.at(-1) ?? weakest) : weakest
  return { rule, outcome, reason, facts: shown(facts), ...(change === undefined ? {} : { change }) }
}

/** The check of a rule that cannot do without what is missing among its facts. */
export function cannotTell(rule: RuleId, facts: readonly RuleFact[]): Check {
  const gaps = facts.flatMap(({ gap }) => gap ?? [])
  return {
    rule,
    outcome: 'cannot-tell',
    reason: gapsInWords(gaps),
    facts: shown(facts),
    change: whatFillsThem(gaps),
  }
}

function shown(facts: readonly RuleFact[]): Check['facts'] {
  return facts.map((fact) => fact.shown)
}

function rankOf({ outcome }: Pick<Finding, 'outcome'>): number {
  return Outcome.options.indexOf(outcome)
}
