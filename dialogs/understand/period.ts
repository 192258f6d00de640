import { Temporal } from 'temporal-polyfill'
import { supervisionYearOf } from '../../domain/supervision-year.ts'
import { countNumber, countWord, monthNumber, monthWord } from './calendar-words.ts'
import type { Facing } from './day-rules.ts'
import { allFound, apartFrom, type Found, inOrder } from './found.ts'
import { daysFound } from './when.ts'

/** Local days, both included. Without them the period is the usual one, the supervision year in force. */
export type Period = { from?: string; to?: string }

type PeriodRule = { says: RegExp; period: (match: RegExpExecArray, today: Temporal.PlainDate) => Period | undefined }
const pattern = (source: string) => new RegExp(source, 'gi')
const steps: Record<string, number> = { last: -1, past: -1, previous: -1, this: 0, current: 0, next: 1 }
const between = (from: Temporal.PlainDate, to: Temporal.PlainDate): Period => ({
  from: from.toString(),
  to: to.toString(),
})

function monthsFrom(first: Temporal.PlainDate, months: number): Period {
  const from = first.with({ day: 1 })
  return between(from, from.add({ months }).subtract({ days: 1 }))
}

function whole(span: string, step: number, today: Temporal.PlainDate): Period {
  if (span === 'week') {
    const monday = today.subtract({ days: today.dayOfWeek - 1 }).add({ weeks: step })
    return between(monday, monday.add({ days: 6 }))
  }
  if (span === 'month') return monthsFrom(today.with({ day: 1 }).add({ months: step }), 1)
  // Quarters of the year from April to March begin in the same months as those of the calendar.
  if (span === 'quarter') {
    return monthsFrom(
      today
        .with({ day: 1 })
        .subtract({ months: (today.month - 1) % 3 })
        .add({ months: 3 * step }),
      3,
    )
  }
  if (step === 0) return {}
  const year = supervisionYearOf(today.add({ years: step }))
  return between(year.from, year.to)
}

/** The last such month, this one included, or the one of the year given. */
function month(word: string, year: string | undefined, today: Temporal.PlainDate): Temporal.PlainDate {
  const number = monthNumber(word)
  const near = number <= today.month ? today.year : today.year - 1
  return Temporal.PlainDate.from({ year: year === undefined ? near : Number(year), month: number, day: 1 })
}

const rules: readonly PeriodRule[] = [
  {
    says: pattern(
      '\\b(?:in |during |for |over )?(?:the )?(last|past|previous|this|current|next)\\s+(?:supervision\\s+|financial\\s+)?(week|month|quarter|year)\\b',
    ),
    period: (m, today) => whole((m[2] ?? '').toLowerCase(), steps[(m[1] ?? '').toLowerCase()] ?? 0, today),
  },
  {
    says: pattern(
      `\\b(?:in |over |during |for )?(?:the )?(?:last|past|previous) ${countWord} (days|weeks|months|years)\\b`,
    ),
    period: (m, today) => between(today.subtract({ [(m[2] ?? '').toLowerCase()]: countNumber(m[1] ?? '') }), today),
  },
  {
    says: pattern(
      `\\bsince\\s+(?:the\\s+)?(?:(?:start|beginning|end)\\s+of\\s+)?${monthWord}(?:\\s+(20\\d\\d))?(?!\\s+(?:the\\s+)?\\d)`,
    ),
    period: (m, today) => between(month(m[1] ?? '', m[2], today), today),
  },
  {
    says: pattern(
      `\\b(?:in|during|for(?!\\s+(?:april|may|june|august)))\\s+${monthWord}(?:\\s+(20\\d\\d))?(?!\\s+(?:the\\s+)?\\d)`,
    ),
    period: (m, today) => monthsFrom(month(m[1] ?? '', m[2], today), 1),
  },
  {
    says: /\b(?:in )?(20\d\d)\s*[/-]\s*(?:20)?(\d\d)\b(?![-/\d])/g,
    period: (m) => {
      if ((Number(m[1]) + 1) % 100 !== Number(m[2])) return undefined
      const year = supervisionYearOf(Temporal.PlainDate.from({ year: Number(m[1]), month: 4, day: 1 }))
      return between(year.from, year.to)
    },
  },
]

/** What every rule needs: a year in digits, a span of time, or a month. */
const mayBePeriod = new RegExp(`20\\d|\\b(?:quarter|(?:day|week|month|year)s?)\\b|\\b${monthWord}`, 'i')

const fromDay = /\b(?:since|from)\s+$/i
const untilDay = /^\s*(?:to|until|till|til|-|and|up to)\s+(?:and\s+including\s+)?$/i

/** Every period in a plain text, left to right: "last year", "since June", "in October", "from 3 to 12 November". */
export function periodsFound(text: string, today: Temporal.PlainDate, facing: Facing): Found<Period>[] {
  const found: Found<Period>[] = []
  if (mayBePeriod.test(text)) {
    for (const rule of rules) {
      const read = allFound(text, rule.says, (match) => rule.period(match, today))
      found.push(...apartFrom(read, found))
    }
  }
  const days = /\b(?:since|from|between)\b/i.test(text) ? daysFound(text, today, facing) : []
  for (const [index, { value, at, end }] of days.entries()) {
    const opening = /\b(?:since|from|between)\s+$/i.exec(text.slice(Math.max(0, at - 12), at))
    if (opening === null || !('day' in value)) continue
    const after = days[index + 1]
    const until = after !== undefined && untilDay.test(text.slice(end, after.at)) ? after : undefined
    const start = at - opening[0].length
    if (until !== undefined && 'day' in until.value) {
      found.push(...apartFrom([{ value: { from: value.day, to: until.value.day }, at: start, end: until.end }], found))
    } else if (fromDay.test(opening[0]) && /since/i.test(opening[0])) {
      found.push(...apartFrom([{ value: { from: value.day, to: today.toString() }, at: start, end }], found))
    }
  }
  return inOrder(found)
}
