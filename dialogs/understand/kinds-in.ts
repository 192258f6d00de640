import { KindId, type SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { allFound, type Found } from './found.ts'
import { plainText } from './plain-text.ts'
import { respell } from './spelling.ts'

/** What staff call each kind, besides its name and id. A space stands for any space or hyphen. */
const words: Record<KindId, readonly string[]> = {
  monthly: [
    'monthlies',
    'monthly 1 2 1',
    'monthly one to one',
    '1 2 1',
    '1 to 1',
    '1:1',
    '1 1',
    '121',
    'one to one',
    'one 2 one',
    '1 on 1',
    'one on one',
  ],
  reflective: ['reflectives', 'reflective practice', 'reflection', 'rpss', 'reflective 1 2 1', 'reflective one to one'],
  observation: ['observations', 'observed practice', 'practice observation', 'obs', 'ob'],
  performance: ['performance review', 'performances', 'perf', 'perf review', 'objectives', 'appraisal', 'spdr'],
  competency: ['competencies', 'competence', 'competency based framework', 'cbf'],
  rcat: ['rcats', 'r cat'],
  saqua: ['saquas', 'saqa', 'saquaa', 'squa', 'saqu'],
}

const readers = new WeakMap<SupervisionPolicy, { pattern: RegExp; kindOf: ReadonlyMap<string, KindId> }>()
const plain = (phrase: string) => phrase.toLowerCase().replace(/[\s-]+/g, ' ')

function readerFor(policy: SupervisionPolicy) {
  const known = readers.get(policy)
  if (known !== undefined) return known
  const kindOf = new Map<string, KindId>()
  for (const id of KindId.options) for (const phrase of words[id]) kindOf.set(plain(phrase), id)
  for (const kind of policy.kinds) {
    kindOf.set(plain(kind.name), kind.id)
    kindOf.set(plain(kind.inWords.replace(/^an? /, '')), kind.id)
  }
  for (const id of KindId.options) kindOf.set(id, id)
  const phrases = [...kindOf.keys()].sort((a, b) => b.length - a.length)
  const source = phrases.map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '[\\s-]+'))
  // "121 minutes" and "1-1-26" are no one-to-ones.
  const pattern = new RegExp(
    `(?<![\\p{L}\\d]|\\d[:./-])(?:${source.join('|')})(?![\\p{L}\\d]|[:/-]\\d|\\s*(?:mins?|minutes?)\\b)`,
    'giu',
  )
  const reader = { pattern, kindOf }
  readers.set(policy, reader)
  return reader
}

/** Every kind of supervision named in a plain text, left to right. */
export function kindsFound(text: string, policy: SupervisionPolicy): Found<KindId>[] {
  const { pattern, kindOf } = readerFor(policy)
  return allFound(text, pattern, (match) => kindOf.get(plain(match[0])))
}

/**
 * The kinds of supervision a text names, by name, id or nickname, in the policy's order and each once. Beside another kind
 * a "one to one" is only the setting: "SAQUA one to one" and "reflective 1-2-1" are one kind, not two.
 */
export function kindsIn(text: string, policy: SupervisionPolicy): KindId[] {
  const read = respell(plainText(text))
  return kindsOf(read, kindsFound(read, policy))
}

/** The same, of kinds found in a plain text already. */
export function kindsOf(text: string, found: readonly Found<KindId>[]): KindId[] {
  const ids = found
    .filter(({ value, at, end }, index) => {
      const setting =
        value === 'monthly' && /[\d:]|\bone\b/i.test(text.slice(at, end)) && !/month/i.test(text.slice(at, end))
      const before = found[index - 1]
      const after = found[index + 1]
      const touches =
        (before !== undefined && /^[\s-]+$/.test(text.slice(before.end, at))) ||
        (after !== undefined && /^[\s-]+$/.test(text.slice(end, after.at)))
      return !(setting && (touches || isPartOfSaqua(text, found, index)))
    })
    .map((one) => one.value)
  return KindId.options.filter((id) => ids.includes(id))
}

/** A SAQUA has a one-to-one of its own; only "1:1 and SAQUA" names two kinds. */
function isPartOfSaqua(text: string, found: readonly Found<KindId>[], index: number): boolean {
  const next = found[index + 1]
  const end = found[index]?.end ?? 0
  const joined = next?.value === 'saqua' && /^\s*(?:,?\s?and|&|\+|plus)\s+(?:an?\s+)?$/i.test(text.slice(end, next.at))
  return !joined && found.some(({ value }) => value === 'saqua')
}
