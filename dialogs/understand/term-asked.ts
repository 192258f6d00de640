import { define, isTerm } from './glossary.ts'

/** A term whose meaning is asked. `known` terms are in the glossary. */
export type TermAsked = { term: string; known: boolean }

const surely: readonly RegExp[] = [
  /^what\s+(?:does|do|did)\s+(?:the\s+)?(.{1,60}?)\s+(?:mean|means|stand\s+for|actually\s+mean)$/i,
  /^(?:define|definition\s+of|meaning\s+of|what\s+is\s+(?:the\s+)?meaning\s+of|what\s+is\s+meant\s+by|jargon\s+buster|glossary)\s+(.{1,60})$/i,
  /^(?:i\s+(?:do\s+not|don'?t)\s+know\s+)?what\s+(?:does\s+it\s+mean|it\s+means)[\s,:-]+(.{1,40})$/i,
  /^(?:(?:i\s+(?:do\s+not|don'?t)\s+know|tell\s+me|explain|remind\s+me|not\s+sure|forgot(?:ten)?)\s+)?what\s+(?:an?\s+|the\s+)?(.{1,40}?)\s+(?:means|stands\s+for)$/i,
  /^what(?:'s|s)\s+(.{1,40}?)\s+(?:mean|stand\s+for)$/i,
  /^(?:acronym|abbreviation|term)[\s:]+(.{1,40})$/i,
  /^(.{1,40}?)\s+(?:meaning|definition|stands\s+for\s+what|stands\s+for|means\s+what|mean)$/i,
]
const perhaps: readonly RegExp[] = [
  /^(?:what|who)(?:'?s|\s+is|\s+are|\s+was)\s+(?:an?\s+|the\s+|meant\s+by\s+)?(.{1,60}?)(?:\s+and\s+(?:what|how|who|why|when)\b.*)?$/i,
  /^(?:explain|remind\s+me\s+what|tell\s+me\s+(?:about|what))\s+(?:an?\s+|the\s+)?(.{1,50}?)(?:\s+(?:is|are|means))?$/i,
]
/** What every pattern that is sure needs. */
const mayBeSure = /mean|stand|defin|jargon|glossary|acronym|abbreviation|term/i
const opening =
  /^(?:(?:hi|hello|hey|sorry|ok|so|please|and|um|quick one|quick question)[\s,]+|(?:can|could)\s+you\s+(?:please\s+)?(?:tell\s+me\s+|explain\s+)?|do\s+you\s+know\s+|i\s+do\s+not\s+know\s+|any\s+idea\s+)+(?=\S)/i

/**
 * The term a sentence asks the meaning of: "what is RCAT?", "what does LAO mean", "MAPPA?". A term that is not in the
 * glossary counts only where the words leave no doubt, or where it is written like an abbreviation.
 */
export function termAsked(text: string): TermAsked | undefined {
  const asks = /\?\s*$/.test(text)
  const said = text
    .replace(/[\s.!?]+$/, '')
    .replace(opening, '')
    .replace(/\s+(?:please|again|exactly|anyway|then)$/i, '')
    .replace(/["']/g, (sign, at: number, all: string) =>
      /\w/.test(all[at - 1] ?? '') && /\w/.test(all[at + 1] ?? '') ? sign : '',
    )
    .trim()
  if (said.length > 100) return undefined
  for (const pattern of mayBeSure.test(said) ? surely : []) {
    const term = pattern.exec(said)?.[1]
    if (term !== undefined) return termOf(term) ?? unknown(term)
  }
  for (const pattern of perhaps) {
    const term = pattern.exec(said)?.[1]
    if (term === undefined) continue
    const known = termOf(term)
    if (known !== undefined) return known
    if (/^[A-Z][A-Za-z]?[A-Z0-9]{1,6}$/.test(term)) return unknown(term)
  }
  // A term on its own: asked with a question mark, or an abbreviation nobody types for anything else.
  const alone = asks || (said.length >= 3 && isTerm(said)) ? termOf(said) : undefined
  if (alone !== undefined && (asks || said.toLowerCase() === alone.term.toLowerCase())) return alone
  return asks && /^[A-Z]{3,7}$/.test(said) ? unknown(said) : undefined
}

function termOf(words: string): TermAsked | undefined {
  const term = define(words)?.term
  return term === undefined ? undefined : { term, known: true }
}

function unknown(term: string): TermAsked | undefined {
  return /^(?:that|this|it|you|he|she|they|i|we|those|these)\b|\d{4}/i.test(term) ? undefined : { term, known: false }
}
