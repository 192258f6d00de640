import { Temporal } from 'temporal-polyfill'
import { type Check, type FactShown, Outcome, outcomeInWords, type RulesSaid } from '../../domain/allocation/check.ts'
import { ruleNamed } from '../../domain/allocation/rules/all-rules.ts'
import { listInWords, shortDay } from '../words.ts'

/** The checks that found something, the strongest first, and those that did not. */
export function firedAndQuiet(checks: readonly Check[]): { fired: Check[]; quiet: Check[] } {
  const order = (check: Check) => Outcome.options.indexOf(check.outcome)
  return {
    fired: checks.filter(({ outcome }) => outcome !== 'suitable').toSorted((a, b) => order(b) - order(a)),
    quiet: checks.filter(({ outcome }) => outcome === 'suitable'),
  }
}

/**
 * One rule on a line: "Risk for grade (risk-for-grade): Outside guidance – the reason. Facts: RoSH: high, 5 Nov 2026.
 * Authority: who says so (unconfirmed)." It names nobody.
 */
export function ruleLine(check: Check, rules: RulesSaid): string {
  const { rule, outcome, reason, facts } = check
  const rests = facts.length === 0 ? '' : ` Facts: ${facts.map(factLine).join('; ')}.`
  return `${ruleNamed(rule).name} (${rule}): ${outcomeInWords(outcome)} – ${reason}${rests} ${authorityLine(check, rules)}`
}

/** "Authority: management practice; unconfirmed." */
export function authorityLine({ rule }: Pick<Check, 'rule'>, rules: RulesSaid): string {
  const { authority, confirmed } = rules[rule]
  return `Authority: ${authority}${confirmed ? '' : ' (unconfirmed)'}.`
}

/** "RoSH: high, 5 Nov 2026". */
function factLine({ words, on }: FactShown): string {
  return on === undefined ? words : `${words}, ${shortDay(Temporal.PlainDate.from(on))}`
}

/** A name within a sentence; one in capitals, like MAPPA, stays so. */
function inSentence(name: string): string {
  return /^[A-Z]{2}/.test(name) ? name : name.slice(0, 1).toLowerCase() + name.slice(1)
}

/** The rules without concern, named together on one line. */
export function quietLine(quiet: readonly Check[]): string {
  return `Without concern: ${listInWords(quiet.map(({ rule }) => inSentence(ruleNamed(rule).name)))}.`
}
