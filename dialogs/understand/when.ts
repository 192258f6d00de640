import { GB } from 'chrono-node/en'
import { Temporal } from 'temporal-polyfill'
import { dayGroupsIn } from './day-groups.ts'
import { type DayRead, dayRules, type Facing } from './day-rules.ts'
import { allFound, apartFrom, type Found, inOrder } from './found.ts'
import { plainText } from './plain-text.ts'
import { respell } from './spelling.ts'

/**
 * The first day that a text names, as a local day. Facing the past, "Friday" is the last one (today when it is a Friday)
 * and "the 18th" the last 18th; facing the future, the next ones. What says which way it goes ("tomorrow", "a week ago")
 * is read so either way. A day that was named but is in no calendar ("31 November") is `impossible`, in the words used.
 */
export function dayIn(text: string, today: Temporal.PlainDate, facing: Facing): DayRead | undefined {
  return daysFound(respell(plainText(text)), today, facing)[0]?.value
}

/** Every day named in a plain text, left to right. */
export function daysFound(text: string, today: Temporal.PlainDate, facing: Facing): Found<DayRead>[] {
  const found: Found<DayRead>[] = []
  const holds = dayGroupsIn(text)
  if (holds !== undefined) {
    for (const rule of dayRules) {
      if (!holds[rule.group]) continue
      const read = allFound(text, rule.says, (match) => rule.day(match, today, facing))
      found.push(...apartFrom(read, found))
    }
  }
  return found.length > 0 ? inOrder(found) : spelledOut(text, today, facing)
}

const mayBeSpelledOut = /first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tieth|teenth|enth|\bago\b|\blast\b/i

/** The most of a text that is given to chrono: its time grows with the square of the length. */
const charactersSpelledOut = 200

/** Days in words that the rules have no line for ("the twenty-first of November"), by chrono, British. */
function spelledOut(text: string, today: Temporal.PlainDate, facing: Facing): Found<DayRead>[] {
  if (!mayBeSpelledOut.test(text)) return []
  // chrono takes and gives moments of the machine's zone. Noon there is the same day everywhere, and only the parts are read back.
  const noon = new Date(today.year, today.month - 1, today.day, 12)
  const found: Found<DayRead>[] = []
  for (const { index, text: words, start } of GB.parse(text.slice(0, charactersSpelledOut), noon)) {
    if (/^(?:last|past|this|next)\s+(?:week|month|year|quarter)/i.test(words)) continue
    if (!start.isCertain('day')) continue
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')]
    if (year === null || month === null || day === null) continue
    let date = Temporal.PlainDate.from({ year, month, day })
    if (!start.isCertain('year')) {
      const ahead = Temporal.PlainDate.compare(date, today)
      if (facing === 'past' && ahead > 0) date = date.subtract({ years: 1 })
      if (facing === 'future' && ahead < 0) date = date.add({ years: 1 })
    }
    found.push({ value: { day: date.toString() }, at: index, end: index + words.length })
  }
  return found
}
