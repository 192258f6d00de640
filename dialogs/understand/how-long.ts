import { allFound, apartFrom, type Found, inOrder } from './found.ts'
import { plainText } from './plain-text.ts'
import { respell } from './spelling.ts'

const ones = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const teens: Record<string, number> = { fifteen: 15, eighteen: 18 }
const tens: Record<string, number> = { twenty: 20, thirty: 30, forty: 40, fourty: 40, fifty: 50, sixty: 60, ninety: 90 }

const spelled = `(?:(?:${Object.keys(tens).join('|')})(?:[\\s-](?:five|ten))?|${[...ones.slice(5), ...Object.keys(teens)].join('|')})`
const hourCount = '(\\d{1,2}(?:\\.\\d{1,2})?|an?|one|two|three)'
const hours = '(?:hours?|hrs?|h)(?![a-z])'
const minutes = "(?:minutes?|mins?|m)(?![a-z'])"
/** Not a length: how long ago, in how long, how late. */
const notALength = '(?!\\s*(?:ago|back|late|early|away|later|time)\\b)'
const notInTime = '(?<!\\bin\\s)(?<!\\bin about\\s)(?<![\\d.:/])'

type LengthRule = { says: RegExp; minutes: (match: RegExpExecArray) => number | undefined }
const pattern = (source: string) => new RegExp(notInTime + source + notALength, 'gi')

/** How lengths of time are said, the most particular first. */
const rules: readonly LengthRule[] = [
  { says: pattern(`(?:three\\s+quarters|3/4|\\.75)(?:\\s+of)?(?:\\s+an)?\\s+${hours}`), minutes: () => 45 },
  {
    says: pattern(`(?:(?:an|one|1)\\s+)?(?:hour|hr)\\s+and\\s+(?:a\\s+(half|quarter)|three\\s+quarters)\\b`),
    minutes: (m) => 60 + (m[1] === undefined ? 45 : m[1].toLowerCase() === 'half' ? 30 : 15),
  },
  {
    says: pattern(`${hourCount}\\s+(?:${hours}\\s+)?and\\s+(?:a\\s+half|1/2)(?:\\s*${hours})?`),
    minutes: (m) => (hasHours(m[0]) ? count(m[1]) * 60 + 30 : undefined),
  },
  { says: pattern(`(?:half|1/2)(?:\\s+an?)?\\s+${hours}`), minutes: () => 30 },
  { says: pattern(`(?:a\\s+)?quarter(?:\\s+of)?\\s+an\\s+${hours}`), minutes: () => 15 },
  { says: pattern(`(\\d{1,2}):([0-5]\\d)\\s*${hours}`), minutes: (m) => Number(m[1]) * 60 + Number(m[2]) },
  {
    says: pattern(
      `\\b${hourCount}\\s*-?\\s*${hours}(?:\\s*(?:and\\s+|,\\s*)?([0-5]?\\d)(?!\\d|st|nd|rd|th|[/:.]\\d|\\s*[ap]m|\\s+(?:of\\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?:\\s*${minutes})?)?`,
    ),
    minutes: (m) => Math.round(count(m[1]) * 60) + Number(m[2] ?? 0),
  },
  { says: pattern(`\\b(\\d{1,4})\\s*-?\\s*${minutes}`), minutes: (m) => Number(m[1]) },
  { says: pattern(`\\b(${spelled})[\\s-]+${minutes}`), minutes: (m) => spelledNumber(m[1] ?? '') },
]

/** What every rule needs: an hour or a minute that stands where it can be counted. */
const mayBeLength =
  /hour|hrs?(?![a-z])|(?:[\s\d-]|an?|one|two|three|half)h(?![a-z])|[\s\d-](?:minutes?|mins?|m)(?![a-z'])/i

const hasHours = (words: string) => /h(?:ou)?r|\dh/i.test(words)

function count(word: string | undefined): number {
  const typed = (word ?? '').toLowerCase()
  return /^\d/.test(typed) ? Number(typed) : Math.max(1, ones.indexOf(typed))
}

function spelledNumber(words: string): number {
  return words
    .toLowerCase()
    .split(/[\s-]+/)
    .reduce((sum, word) => sum + (tens[word] ?? teens[word] ?? Math.max(0, ones.indexOf(word))), 0)
}

/** Every length of time in a plain text, in whole minutes, left to right. How long ago something was is none. */
export function lengthsFound(text: string): Found<number>[] {
  if (!mayBeLength.test(text)) return []
  const found: Found<number>[] = []
  for (const rule of rules) found.push(...apartFrom(allFound(text, rule.says, rule.minutes), found))
  return inOrder(found)
}

/** How long something took, in whole minutes, where the text says so with a unit: "45 mins", "hour and a half". */
export function minutesIn(text: string): number | undefined {
  return lengthsFound(respell(plainText(text)))[0]?.value
}

const bare = new RegExp(
  `^(?:it\\s+(?:was|took|lasted)\\s+)?(?:about|around|roughly|approx(?:imately)?|~|say|maybe|probably|just|for)?\\s*(?:(\\d{1,4})|(${spelled}))\\s*(?:ish)?[.!]?$`,
  'i',
)

/** The same for an answer to "how long was it?", where a number alone is minutes. A number among other words is not read. */
export function bareMinutes(text: string): number | undefined {
  const said = minutesIn(text)
  if (said !== undefined) return said
  const match = bare.exec(plainText(text))
  if (match === null) return undefined
  return match[1] === undefined ? spelledNumber(match[2] ?? '') : Number(match[1])
}
