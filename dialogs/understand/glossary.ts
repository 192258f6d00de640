import { nearMisses } from './near-miss.ts'
import { plainText } from './plain-text.ts'
import { peopleAndPlaces } from './words/people-and-places.ts'
import { riskAndSafety } from './words/risk-and-safety.ts'
import { sentencesAndRecords } from './words/sentences-and-records.ts'

export type Definition = {
  term: string
  /** What the letters stand for. Absent where the term is no abbreviation, or where no public source says. */
  name?: string
  means: string
}

/** Terms and abbreviations that probation staff meet, in our own words. */
export const glossary: readonly Definition[] = [...peopleAndPlaces, ...riskAndSafety, ...sentencesAndRecords].map(
  ([term, name, means]) => (name === undefined ? { term, means } : { term, name, means }),
)

const byWords = new Map<string, Definition>()
for (const [index, [term, name, , also = []]] of [
  ...peopleAndPlaces,
  ...riskAndSafety,
  ...sentencesAndRecords,
].entries()) {
  const definition = glossary[index]
  if (definition === undefined) continue
  for (const words of [term, name ?? term, ...also])
    if (!byWords.has(keyOf(words))) byWords.set(keyOf(words), definition)
}

const terms = new Set(glossary.map(({ term }) => term.toLowerCase()))

/** Whether a text is a term of the glossary as it is spelled there, in any case. */
export function isTerm(text: string): boolean {
  return terms.has(text.toLowerCase())
}

/** Below this a slip makes another abbreviation more often than a mistake: PSO and SPO. */
const shortestWithSlip = 4
const near = nearMisses([...byWords.keys()].filter((key) => key.length >= shortestWithSlip))

function keyOf(words: string): string {
  return plainText(words)
    .toLowerCase()
    .replace(/[.'"?!]/g, '')
    .replace(/[\s,-]+/g, ' ')
    .trim()
    .replace(/^(?:an?|the) /, '')
}

/**
 * What a term means: found by abbreviation or full name in any case, in the plural, or with one letter wrong in words of
 * four letters or more. Undefined when it is not known, or when two terms are equally near.
 */
export function define(term: string): Definition | undefined {
  const key = keyOf(term)
  const exact = byWords.get(key) ?? byWords.get(key.replace(/s$/, ''))
  if (exact !== undefined || key.length < shortestWithSlip) return exact
  const candidates = new Set(near(key).map((words) => byWords.get(words)))
  const [only] = candidates
  return candidates.size === 1 ? only : undefined
}
