import type { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { type FindOptions, type Mention, meant, mentionsIn, type NameLookUp } from './mentions-in.ts'
import { nearMisses } from './near-miss.ts'
import { plainText } from './plain-text.ts'

/** The staff list as names are looked up in it. Built once for a list; a look-up in 20,000 people takes well under 1 ms. */
export type NameIndex = NameLookUp & {
  /** Who a text may mean. `people` holds several when it is not sure; `unknownName` is a name that fits nobody. */
  find(text: string, options?: FindOptions): { people: Person[]; unknownName?: string }
  /** Everybody named in a plain text, left to right, each with who it may be. */
  mentions(text: string, options?: FindOptions): Mention[]
  byCode(code: StaffCode): Person | undefined
}

const shortestWithSlip = 5

/** A name part as it is compared: lower case, without accents and without apostrophes. */
export function nameKey(word: string): string {
  if (/^[a-z-]*$/i.test(word)) return word.toLowerCase()
  return word
    .normalize('NFKD')
    .replace(/[\p{M}'’.]/gu, '')
    .toLowerCase()
}

/** The parts of a name: each word, and a word with a hyphen both whole and in its parts. */
function partsOf(name: string): string[] {
  return plainText(name)
    .split(/[\s,]+/)
    .flatMap((word) => (word.includes('-') ? [word, word.replaceAll('-', ''), ...word.split('-')] : [word]))
    .map(nameKey)
    .filter((part) => /\p{L}/u.test(part))
}

/** Builds the look-up of names for a staff list. */
export function nameIndex(people: readonly Person[]): NameIndex {
  const byPart = new Map<string, Set<Person>>()
  const byCode = new Map<StaffCode, Person>()
  for (const person of people) {
    byCode.set(person.staffCode, person)
    for (const part of partsOf(person.name)) {
      const having = byPart.get(part)
      if (having === undefined) byPart.set(part, new Set([person]))
      else having.add(person)
    }
  }
  const near = nearMisses([...byPart.keys()].filter((part) => part.length >= shortestWithSlip))
  const nobody: ReadonlySet<Person> = new Set()

  const index: NameIndex = {
    byCode: (code) => byCode.get(code),
    isName: (word) => byPart.has(nameKey(word)),
    having(word, slips) {
      const key = nameKey(word)
      const exact = byPart.get(key)
      if (exact !== undefined || !slips || key.length < shortestWithSlip - 1) return exact ?? nobody
      return new Set(near(key).flatMap((part) => [...(byPart.get(part) ?? [])]))
    },
    mentions: (text, options = {}) => mentionsIn(text, index, options),
    find(text, options = {}) {
      const read = plainText(text)
      const mentions = meant(read, index.mentions(read, options))
      const known = mentions.filter((mention) => mention.people.length > 0)
      const unknownName = mentions.find((mention) => mention.people.length === 0)?.words
      if (known.length > 0) return { people: [...new Set(known.flatMap((mention) => mention.people))] }
      return unknownName === undefined ? { people: [] } : { people: [], unknownName }
    },
  }
  return index
}
