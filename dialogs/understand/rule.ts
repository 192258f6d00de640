import type { Intent } from './intent.ts'

/** What else a rule may need to hold, besides its words. */
export type Need =
  /** The sentence asks. */
  | 'asks'
  /** The sentence does not ask. */
  | 'tells'
  /** A day after today is named. */
  | 'ahead'
  /** No day after today is named. */
  | 'not-ahead'
  /** A day that has been, or how long it took, is named. */
  | 'detail'
  /** It asks for the meaning of one term. */
  | 'known-term'

export type Rule = {
  intent: Intent
  /** 0.9 and over: sure. 0.6 to 0.85: fairly sure. Below: a guess. */
  sure: number
  says: RegExp
  unless?: RegExp
  needs: readonly Need[]
}

/** Words that come up in many rules. Where a part may be absent, its space is part of it. */
const parts: Record<string, string> = {
  a: '(?:(?:a|an|the|my|our|her|his|their|another|one|some|this|that|your|any|all|last|latest|recent|first|second|new|quick|full) ){0,3}',
  kind: '(?:#kind|sessions?)',
  who: '(?:#person|#manager)',
  whoever: '(?:#person|#manager|i|we|he|she|they|you)',
  with: '(?:with|for|w|and|between me and)',
  gap: '(?:\\S+ ){0,8}?',
  log: '(?:log|logging|record|recording|enter|note down|note|write up|writing up|write down|put in|put down|jot down|save|submit|input|file)',
  had: '(?:had|did|done|held|completed|finished|ran|conducted|carried out|delivered|have had|have done|have held|have completed|have finished|have just had|have just done|have just finished|just had|just did|just finished|was in|attended)',
}

/** A rule from its words, in which `<kind>` and so on stand for the parts above. Words are as in a marked sentence. */
export function rule(intent: Intent, sure: number, words: string, needs: readonly Need[] = [], unless?: string): Rule {
  const base = { intent, sure, says: patternOf(words), needs }
  return unless === undefined ? base : { ...base, unless: patternOf(unless) }
}

/** Rules that are tried one after the other. None of them fits a sentence that none of `mayFit` matches. */
export type RuleGroup = { rules: readonly Rule[]; mayFit: readonly RegExp[] }

/** Few enough that making the pattern of a group in full never holds up a message for long. */
const rulesTogether = 4

/** Rules in small groups, in the same order. Most sentences fit no rule of most groups, and one look tells. */
export function groupsOf(rules: readonly Rule[]): RuleGroup[] {
  const groups: RuleGroup[] = []
  for (let at = 0; at < rules.length; at += rulesTogether) {
    const some = rules.slice(at, at + rulesTogether)
    groups.push({ rules: some, mayFit: eitherOf(some.map(({ says }) => says.source)) })
  }
  return groups
}

/** What begins a sentence is kept from what may stand anywhere, because it need only be tried there. */
function eitherOf(sources: readonly string[]): RegExp[] {
  const ofBeginning = sources.filter((source) => source.startsWith('^'))
  const anywhere = sources.filter((source) => !source.startsWith('^'))
  return [ofBeginning, anywhere]
    .filter((some) => some.length > 0)
    .map((some) => new RegExp(some.map((source) => `(?:${source})`).join('|')))
}

function patternOf(words: string): RegExp {
  return new RegExp(words.replace(/<(\w+)>/g, (whole, part: string) => parts[part] ?? whole))
}
