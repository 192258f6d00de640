import type { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { codesIn } from './codes-in.ts'
import { kindFill, otherFill } from './found.ts'
import { nameWords, type NameWord as Word } from './name-words.ts'
import { ordinaryNames, smallWords } from './ordinary-words.ts'

export type FindOptions = {
  /** People near the speaker. Where a single name fits one of them and somebody else, they are meant. */
  closeTo?: readonly StaffCode[]
  /** The text answers "who?", so that every word may be a name. */
  asked?: boolean
}

/** What reading names needs of the staff list. */
export type NameLookUp = {
  byCode(code: StaffCode): Person | undefined
  /** Whether a word is part of somebody's name as it is spelled there. */
  isName(word: string): boolean
  /** Who has this word in their name; `slips` also finds words of five letters or more with one letter wrong. */
  having(word: string, slips: boolean): ReadonlySet<Person>
}

/** A name in a text. Without people it is a name that fits nobody. */
export type Mention = {
  people: Person[]
  words: string
  at: number
  end: number
  /** It stands where a person must be meant: after "with", "for" or "has", or as an owner ("Aisha's"). */
  anchored: boolean
}

const mostWords = 5
const surely = new RegExp(`(?:^|[^\\p{L}])(?:with|w\\/|for|has)\\s+$|${otherFill}\\s+to\\s+$`, 'iu')
const ownedThing = new RegExp(
  `^\\s*(?:${kindFill}|(?:last|next|latest|monthly|sessions?|supervisions?|records?|history|cases?|caseload|workload|reviews?|actions?)\\b)`,
  'iu',
)

const inTime = /\b(?:in|since|until|by|during|last|next|this|early|late|mid)\s+$/i
const doing = new RegExp(`^,?\\s*(?:has|had|is|and|[${kindFill}${otherFill}])`, 'i')
const asksWhat = /what'?s\s+$/i
const asksWhatOf = /(?:what'?s|what has)\s+$/i
const inSessionWith = new RegExp(`(?:^|${kindFill}|(?:sessions?|supervisions?|meeting|meet|met)\\s*)\\s*with\\s+$`, 'i')

/**
 * Everybody a plain text names: by first name, surname or both, in any case, with one letter wrong in longer words.
 * A name may run over several words ("Mary-Ann van Dijk", "Malik, Aisha", "Sam T"). After "with", "for" or "has" a word
 * that looks like a name and fits nobody is a mention without people.
 */
export function mentionsIn(text: string, index: NameLookUp, options: FindOptions): Mention[] {
  const coded = codesIn(text, index)
  if (coded.length > 0) return coded
  const words = nameWords(text, index.isName)
  const mentions: Mention[] = []
  for (let at = 0; at < words.length; at++) {
    const found = nameAt(text, words, at, index, options)
    if (found === undefined) continue
    const first = words[at]
    const last = words[at + found.length - 1]
    if (first === undefined || last === undefined) continue
    mentions.push({
      people: near(found.people, found.length, options),
      words: text.slice(first.at, last.at + last.text.length),
      at: first.at,
      end: last.end,
      anchored: first.anchored || last.owner,
    })
    at += found.length - 1
  }
  return mentions
}

const joined = /^\s*(?:,|&|\/|,?\s(?:and|or)\s)\s*$/i

/**
 * The mentions that say who a message is about: where names stand in a place for a person, the first of these and those
 * joined to it ("with Aisha and Sam"); else all of them.
 */
export function meant(text: string, mentions: readonly Mention[]): Mention[] {
  const start = mentions.findIndex((mention) => mention.anchored)
  if (start === -1) return [...mentions]
  let end = start + 1
  for (let last = mentions[start]; end < mentions.length; end++) {
    const next = mentions[end]
    if (last === undefined || next === undefined || !joined.test(text.slice(last.end, next.at))) break
    last = next
  }
  return mentions.slice(start, end)
}

/** The longest run of words from here that is somebody's name, or a name that fits nobody. */
function nameAt(text: string, words: Word[], at: number, index: NameLookUp, options: FindOptions) {
  const first = words[at]
  if (first === undefined) return undefined
  const alone = mayBeName(text, words, at, options)
  let people =
    alone === 'slips' || alone === 'exact'
      ? index.having(first.text, alone === 'slips')
      : index.having(first.text, false)
  let length = 1
  if (people.size > 0) {
    for (; length < mostWords; length++) {
      const next = words[at + length]
      const last = words[at + length - 1]
      if (
        next === undefined ||
        last === undefined ||
        last.owner ||
        !/^(?:\.?\s|,\s?)$/.test(text.slice(last.end, next.at))
      )
        break
      const both = narrow(people, next, index)
      if (both.size === 0) break
      people = both
    }
  }
  // One ordinary word is no name; beside another part of the same person's name it is.
  if (people.size > 0 && (length > 1 || alone !== 'no')) return { people: [...people], length }
  return unknownAt(text, words, at, index, options)
}

function narrow(people: ReadonlySet<Person>, next: Word, index: NameLookUp): ReadonlySet<Person> {
  if (next.text.length === 1) {
    if (!next.capital && /[ai]/.test(next.text)) return new Set()
    const initial = next.text.toUpperCase()
    return new Set(
      [...people].filter((person) => person.name.split(/\s+/).some((part, i) => i > 0 && part.startsWith(initial))),
    )
  }
  const ordinary = smallWords.has(next.text.toLowerCase())
  const having = index.having(next.text, !ordinary)
  return new Set([...people].filter((person) => having.has(person)))
}

/** Whether a single word may be a name here, and whether then also with a slip in it. */
function mayBeName(text: string, words: Word[], at: number, options: FindOptions): 'no' | 'exact' | 'slips' {
  const word = words[at]
  if (word === undefined || word.text.length < 2) return 'no'
  const lower = word.text.toLowerCase()
  if (options.asked === true && words.length <= mostWords)
    return smallWords.has(lower) && !word.capital ? 'no' : 'slips'
  const capitalInside = word.capital && !word.startsSentence
  if (smallWords.has(lower)) return capitalInside && word.text !== 'I' ? 'exact' : 'no'
  const before = text.slice(Math.max(0, word.at - 12), word.at)
  if (ordinaryNames.has(lower)) {
    if (capitalInside && !inTime.test(before)) return 'exact'
    if (surely.test(before)) return 'exact'
    const after = text.slice(word.end)
    const leads = word.startsSentence && (word.owner || doing.test(after))
    return leads ? 'exact' : 'no'
  }
  const after = text.slice(word.end, word.end + 40)
  const likely = word.anchored || capitalInside || (at === 0 && ownedThing.test(after))
  return likely ? 'slips' : 'exact'
}

/** Words in capitals, or a single one in small letters, that stand where a name must and fit nobody. */
function unknownAt(text: string, words: Word[], at: number, index: NameLookUp, options: FindOptions) {
  const word = words[at]
  if (word === undefined || word.text.length < 2) return undefined
  const lower = word.text.toLowerCase()
  if (smallWords.has(lower) || notNames.has(lower)) return undefined
  const before = text.slice(Math.max(0, word.at - 40), word.at)
  const asked = options.asked === true && at === 0 && words.length <= 3
  if (!asked && !surely.test(before) && !asksWhat.test(before)) return undefined
  // In small letters only where nothing but a person fits: "reflective with zorblax", "what has zorblax had".
  const placed = asksWhatOf.test(before)
    ? /^\s+(?:had|done|got)\b/.test(text.slice(word.end))
    : inSessionWith.test(before)
  if (!asked && !word.capital && !placed) return undefined
  if (!asked && word.capital && /^\p{Lu}{2,}$/u.test(word.text)) return undefined
  let length = 1
  while (length < 3) {
    const next = words[at + length]
    const last = words[at + length - 1]
    if (next === undefined || last === undefined || last.owner || text.slice(last.end, next.at) !== ' ') break
    if (!next.capital || next.text.length < 2 || smallWords.has(next.text.toLowerCase())) break
    if (index.isName(next.text)) break
    length++
  }
  return { people: [], length }
}

const notNames = new Set(
  (
    'january february march april may june july august september october november december monday tuesday wednesday ' +
    'thursday friday saturday sunday allocation review safeguarding probation approval discussion example information ' +
    'now ages once everybody anybody clients service users offenders leave feedback support guidance training court ' +
    'reflective observation performance competency capacity space time room'
  ).split(' '),
)

/** Somebody near the speaker before others of the same single name. A full name is never decided so. */
function near(people: Person[], length: number, options: FindOptions): Person[] {
  if (people.length < 2 || length > 1 || options.closeTo === undefined) return people
  const close = new Set(options.closeTo)
  const nearer = people.filter((person) => close.has(person.staffCode))
  return nearer.length > 0 ? nearer : people
}
