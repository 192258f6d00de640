import { allFound, apartFrom, type Found, inOrder } from './found.ts'
import { plainText } from './plain-text.ts'

type TimeRule = { says: RegExp; time: (match: RegExpExecArray) => string | undefined }

/** An hour without morning or afternoon is in the working day: 1 to 6 are after noon. */
function clock(hour: number, minute: number, half?: string): string | undefined {
  if (hour > 23 || minute > 59 || (half !== undefined && hour > 12)) return undefined
  const afternoon = half === undefined ? hour >= 1 && hour <= 6 : half.toLowerCase() === 'p'
  const onClock = half !== undefined || afternoon ? (hour % 12) + (afternoon ? 12 : 0) : hour
  return `${String(onClock).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

const hourWords = ['twelve', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven']
const hour = `(\\d{1,2}|${hourWords.join('|')})`
const hourOf = (word: string | undefined) => {
  const at = hourWords.indexOf((word ?? '').toLowerCase())
  return at === -1 ? Number(word) : at === 0 ? 12 : at
}

const rules: readonly TimeRule[] = [
  {
    says: /(?<![\d.:/])(\d{1,2})(?:[:.]([0-5]\d))?\s*([ap])\.?m\b\.?/gi,
    time: (m) => clock(Number(m[1]), Number(m[2] ?? 0), m[3]),
  },
  { says: /(?<![\d.:/])([01]\d|2[0-3]):([0-5]\d)(?![\d:/])/g, time: (m) => `${m[1]}:${m[2]}` },
  { says: /\bat\s+([01]\d|2[0-3])([0-5]\d)(?![\d:/])/gi, time: (m) => `${m[1]}:${m[2]}` },
  { says: /(?<![\d.:/])(\d):([0-5]\d)(?![\d:/])/g, time: (m) => clock(Number(m[1]), Number(m[2])) },
  { says: new RegExp(`\\bhalf\\s+(?:past\\s+)?${hour}\\b`, 'gi'), time: (m) => clock(hourOf(m[1]), 30) },
  { says: new RegExp(`\\bquarter\\s+past\\s+${hour}\\b`, 'gi'), time: (m) => clock(hourOf(m[1]), 15) },
  {
    says: new RegExp(`\\bquarter\\s+to\\s+${hour}\\b`, 'gi'),
    time: (m) => clock(hourOf(m[1]) === 1 ? 12 : hourOf(m[1]) - 1, 45),
  },
  {
    says: new RegExp(`\\bat\\s+${hour}(?:\\s+o'?clock)?\\b(?!\\s*(?:%|st|nd|rd|th|per))`, 'gi'),
    time: (m) => clock(hourOf(m[1]), 0),
  },
  { says: /\b(?:noon|midday)\b/gi, time: () => '12:00' },
]

/** What every rule needs. */
const mayBeTime = /\d|\b(?:half|quarter|at)\s|\b(?:noon|midday)\b/i

/** Every time of day in a plain text as `HH:MM` on the 24-hour clock, left to right. */
export function timesFound(text: string): Found<string>[] {
  if (!mayBeTime.test(text)) return []
  const found: Found<string>[] = []
  for (const rule of rules) found.push(...apartFrom(allFound(text, rule.says, rule.time), found))
  return inOrder(found)
}

/** The first time of day in a text, local, as `HH:MM`. */
export function timeIn(text: string): string | undefined {
  return timesFound(plainText(text))[0]?.value
}
