import { monthWord, weekdayWord } from './calendar-words.ts'

/** Rules for days that need the same thing in a text. */
export type DayGroup = 'numeric' | 'month' | 'ordinal' | 'weekday' | 'weekday-and-more' | 'word' | 'span'

const digit = /\d/
const digitsJoined = /\d[/.-]\d/
const month = new RegExp(`\\b${monthWord}`, 'i')
const ordinal = /\d\s?(?:st|nd|rd|th)/i
const weekday = new RegExp(`\\b${weekdayWord}`, 'i')
const besideWeekday = /week|fortnight|last|past|previous|gone|been|next|coming/i
const word = /yesterday|tomorrow|today|night|morning|afternoon|evening|\b(?:now|time|end)\b/i
const span = /\b(?:ago|back|in|from)\b/i

/** Of which groups a text may match a rule; undefined where it is none, as in most texts. Four looks tell. */
export function dayGroupsIn(text: string): Readonly<Record<DayGroup, boolean>> | undefined {
  const hasDigit = digit.test(text)
  const hasWeekday = weekday.test(text)
  const hasWord = word.test(text)
  const hasSpan = span.test(text)
  if (!hasDigit && !hasWeekday && !hasWord && !hasSpan) return undefined
  return {
    numeric: hasDigit && digitsJoined.test(text),
    month: hasDigit && month.test(text),
    ordinal: hasDigit && ordinal.test(text),
    weekday: hasWeekday,
    'weekday-and-more': hasWeekday && besideWeekday.test(text),
    word: hasWord,
    span: hasSpan,
  }
}
