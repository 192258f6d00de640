import { Temporal } from 'temporal-polyfill'
import { dayInReason } from './allocation-words.ts'
import { type Check, type FactShown, outcomeInWords } from './check.ts'
import { ruleNamed } from './rules/all-rules.ts'

/** So many are said one by one. */
const most = 5

/**
 * What a weighing says otherwise than an earlier one of the same person and case, as sentences; none where it is the same. A
 * rule counts as changed with its outcome, its reason or a fact. While it finds no concern, the day of a fact alone is no change.
 */
export function changedChecks(before: readonly Check[], now: readonly Check[]): string[] {
  const changed = now.flatMap((check) => {
    const was = before.find(({ rule }) => rule === check.rule)
    return was !== undefined && isTheSame(was, check) ? [] : [inWords(check, was)]
  })
  if (changed.length <= most) return changed
  return [...changed.slice(0, most), `And ${changed.length - most} more rules.`]
}

function isTheSame(was: Check, is: Check): boolean {
  if (was.outcome !== is.outcome || was.reason !== is.reason) return false
  const withDays = is.outcome !== 'suitable'
  return factsInWords(was.facts, withDays) === factsInWords(is.facts, withDays)
}

function factsInWords(facts: readonly FactShown[], withDays: boolean): string {
  return facts.map(({ words, on, source }) => [words, withDays ? on : '', source].join(' ')).join('; ')
}

function inWords({ rule, outcome, reason, facts }: Check, was: Check | undefined): string {
  const says = `${ruleNamed(rule).name} is now: ${outcomeInWords(outcome)} – ${reason}`
  const isOfFacts = was?.outcome === outcome && was.reason === reason && facts.length > 0
  return isOfFacts ? `${says} Facts: ${facts.map(factInWords).join('; ')}.` : says
}

function factInWords({ words, on }: FactShown): string {
  return on === undefined ? words : `${words}, ${dayInReason(Temporal.PlainDate.from(on))}`
}
