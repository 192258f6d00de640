import type { Temporal } from 'temporal-polyfill'
import type { IsoDate } from '../ids.ts'
import { sourceInWords } from './allocation-words.ts'
import type { FactShown } from './check.ts'
import { type Fact, known, type NotKnown } from './fact.ts'

/** How a fact is called. */
export type FactName = {
  /** Before a colon: "RoSH". */
  label: string
  /** As the subject of "is not known": "The risk of serious harm (RoSH)". */
  subject: string
  /** What would fill the gap: "A RoSH level". */
  wanted: string
}

/** What is missing for a rule. */
export type Gap = { name: FactName; missing: NotKnown }

/** A fact that a rule rests on, as it is shown; with a gap where it is not known. */
export type RuleFact = { shown: FactShown; gap?: Gap }

/** A fact with its value in words: "RoSH: high". */
export function ruleFact<T>(name: FactName, fact: Fact<T>, words: (value: T) => string): RuleFact {
  if (!fact.known) return notKnownFact(name, fact)
  return { shown: shownOn(`${name.label}: ${words(fact.value)}`, fact, fact.on) }
}

/** A fact that is a day: "Qualified", with the day; "Last assessment: none" where it has never been. */
export function dayFact(name: FactName, fact: Fact<Temporal.PlainDate | 'none'>): RuleFact {
  if (!fact.known) return notKnownFact(name, fact)
  if (fact.value === 'none') return ruleFact(name, known('none', fact.source), (none) => none)
  return { shown: shownOn(name.label, fact, fact.value) }
}

/** Any other words that a rule rests on. */
export function shownOn(
  words: string,
  { source }: Pick<FactShown, 'source'>,
  on: Temporal.PlainDate | undefined,
): FactShown {
  return on === undefined ? { words, source } : { words, on: textOf(on), source }
}

/** A day as `toString` writes it, in a quarter of the time: a check for a whole service shows tens of thousands. */
function textOf({ year, month, day }: Temporal.PlainDate): IsoDate {
  const two = (part: number) => (part < 10 ? `0${part}` : `${part}`)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as IsoDate
}

function notKnownFact(name: FactName, missing: NotKnown): RuleFact {
  return { shown: { words: `${name.label}: not known`, source: missing.source }, gap: { name, missing } }
}

/** Why a rule cannot tell, as one sentence. */
export function gapsInWords(gaps: readonly Gap[]): string {
  const [first, ...rest] = gaps
  if (first === undefined) return 'What this rests on is not known.'
  if (rest.length === 0) return `${first.name.subject} is not known: ${whyInWords(first.missing)}.`
  return `Not known: ${gaps.map(({ name, missing }) => `${name.label} (${whyInWords(missing)})`).join(', ')}.`
}

function whyInWords({ why, source }: NotKnown): string {
  switch (why) {
    case 'none':
      return source === 'staff-list' ? 'the staff list does not say' : `${sourceInWords(source)} has none`
    case 'not-answered':
      return `${sourceInWords(source)} did not answer`
    case 'not-understood':
      return `what ${sourceInWords(source)} said could not be read`
    case 'conflicting':
      return 'two sources say different things'
  }
}

/** What would fill some gaps, each as a sentence, each once. */
export function whatFillsThem(gaps: readonly Gap[]): string {
  return [...new Set(gaps.map(whatFills))].join(' ')
}

function whatFills({ name, missing: { why, source } }: Gap): string {
  switch (why) {
    case 'none':
      return `${name.wanted} ${source === 'staff-list' ? 'on' : 'from'} ${sourceInWords(source)}.`
    case 'not-answered':
      return `An answer from ${sourceInWords(source)}.`
    case 'not-understood':
      return `An answer from ${sourceInWords(source)} that can be read.`
    case 'conflicting':
      return `${name.wanted} on which all sources agree.`
  }
}
