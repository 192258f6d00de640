import { Temporal } from 'temporal-polyfill'
import { countNumber, countWord, monthNumber, monthWord, weekdayNumber, weekdayWord } from './calendar-words.ts'
import type { DayGroup } from './day-groups.ts'

/** Which way a day without a direction of its own is looked for: what happened, or what will. */
export type Facing = 'past' | 'future'

/** A local day (`YYYY-MM-DD`), or the words of one that is in no calendar. */
export type DayRead = { day: string } | { impossible: string }

type DayRule = {
  group: DayGroup
  /** Rules are tried in order; what one has read, a later one does not read again. */
  says: RegExp
  day: (match: RegExpExecArray, today: Temporal.PlainDate, facing: Facing) => DayRead | undefined
}

const wd = weekdayWord
const ordinal = '(\\d{1,2})\\s?(?:st|nd|rd|th)'
const pattern = (source: string) => new RegExp(source, 'gi')
const iso = (day: Temporal.PlainDate): DayRead => ({ day: day.toString() })

/** How many days ago the last such weekday was: 0 to 6. */
const daysSince = (today: Temporal.PlainDate, weekday: number) => (today.dayOfWeek - weekday + 7) % 7
/** The last such weekday, today included. */
const lastOrToday = (today: Temporal.PlainDate, weekday: number) => today.subtract({ days: daysSince(today, weekday) })
/** The last such weekday before today. */
const last = (today: Temporal.PlainDate, weekday: number) => today.subtract({ days: daysSince(today, weekday) || 7 })
/** The next such weekday after today. */
const next = (today: Temporal.PlainDate, weekday: number) => today.add({ days: 7 - daysSince(today, weekday) })
const facingDay = (today: Temporal.PlainDate, weekday: number, facing: Facing) =>
  facing === 'past' || today.dayOfWeek === weekday ? lastOrToday(today, weekday) : next(today, weekday)
/** A weekday of the week that is so many weeks from this one. Weeks begin on Monday. */
const inWeek = (today: Temporal.PlainDate, weekday: number, weeks: number) =>
  today.add({ days: weekday - today.dayOfWeek + 7 * weeks })

const steps: Record<string, number> = { last: -1, past: -1, this: 0, next: 1 }
const step = (word: string | undefined) => steps[word?.toLowerCase() ?? 'this'] ?? 0
const unitsByLetter: Record<string, 'days' | 'weeks' | 'months'> = { d: 'days', w: 'weeks', f: 'weeks', m: 'months' }
const units = (word: string) => unitsByLetter[word.charAt(0).toLowerCase()] ?? 'days'
const perWord = (word: string) => (/^fortnight/i.test(word) ? 2 : 1)

/** A day with its month, in the year given, or else the last or the next one there is. */
function dayOfMonth(
  words: string,
  day: number,
  month: number,
  year: string | undefined,
  today: Temporal.PlainDate,
  facing: Facing,
): DayRead | undefined {
  if (month > 12 && day > 31) return undefined
  if (month < 1 || month > 12 || day < 1) return { impossible: words }
  const given = year === undefined ? undefined : Number(year.length === 2 ? `20${year}` : year)
  const passed = month < today.month || (month === today.month && day <= today.day)
  const isToday = month === today.month && day === today.day
  const near = facing === 'past' ? today.year - (passed ? 0 : 1) : today.year + (passed && !isToday ? 1 : 0)
  return dayOrImpossible(words, given ?? near, month, day)
}

function dayOrImpossible(words: string, year: number, month: number, day: number): DayRead {
  try {
    return iso(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }))
  } catch {
    return { impossible: words.trim() }
  }
}

/** "The 18th": the last or the next 18th; months without that day are passed over. */
function ordinalDay(words: string, day: number, today: Temporal.PlainDate, facing: Facing): DayRead {
  if (day < 1 || day > 31) return { impossible: words.trim() }
  for (let months = 0; months < 3; months++) {
    const month = facing === 'past' ? today.subtract({ months }) : today.add({ months })
    if (day > month.daysInMonth) continue
    const date = month.with({ day })
    const order = Temporal.PlainDate.compare(date, today)
    if (facing === 'past' ? order <= 0 : order >= 0) return iso(date)
  }
  return { impossible: words.trim() }
}

function endOf(span: string, today: Temporal.PlainDate, steps: number): Temporal.PlainDate {
  if (span === 'week') return inWeek(today, 5, steps)
  if (span === 'year') return Temporal.PlainDate.from({ year: today.year + steps, month: 12, day: 31 })
  const ahead = span === 'quarter' ? 2 - ((today.month - 1) % 3) + 3 * steps : steps
  const month = today.with({ day: 1 }).add({ months: ahead })
  return month.with({ day: month.daysInMonth })
}

/** How days are said, the most particular first. Numbers are British: day, month, year. */
export const dayRules: readonly DayRule[] = [
  {
    group: 'numeric',
    says: pattern('(?<![\\d-])(\\d{4})-(\\d{1,2})-(\\d{1,2})(?!\\d)'),
    day: (m) => dayOrImpossible(m[0], Number(m[1]), Number(m[2]), Number(m[3])),
  },
  {
    group: 'numeric',
    says: pattern('(?<![\\d/.-])(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?![\\d/])'),
    day: (m, today, facing) => dayOfMonth(m[0], Number(m[1]), Number(m[3]), m[4], today, facing),
  },
  {
    group: 'month',
    says: pattern(
      `(?<!\\d)(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?(?:\\s+of)?[\\s-]+${monthWord}(?:,?[\\s-]+(?:of\\s+)?(20\\d\\d)(?!\\d)|\\s+'?([23]\\d)(?!\\s*[\\d:/]|\\s*m|\\s*h|\\s*[ap]m))?`,
    ),
    day: (m, today, facing) => dayOfMonth(m[0], Number(m[1]), monthNumber(m[2] ?? ''), m[3] ?? m[4], today, facing),
  },
  {
    group: 'month',
    says: pattern(
      `\\b(?!(?:may|mar|march)\\s+\\d+(?!\\d|st|nd|rd|th))${monthWord}\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?!\\s*(?:m|h)[a-z]*\\b)(?:,?\\s+(20\\d\\d))?`,
    ),
    day: (m, today, facing) => dayOfMonth(m[0], Number(m[2]), monthNumber(m[1] ?? ''), m[3], today, facing),
  },
  {
    // Not "24/7", and not a mark out of ten.
    group: 'numeric',
    says: pattern('(?<![\\d/.])(?!24/7)(\\d{1,2})/(\\d{1,2})(?![\\d/]|\\s*(?:hours?|hrs?|cases|reviews))'),
    day: (m, today, facing) => dayOfMonth(m[0], Number(m[1]), Number(m[2]), undefined, today, facing),
  },
  {
    group: 'weekday-and-more',
    says: pattern(
      `\\b(?:a\\s+|one\\s+|1\\s+)?week\\s+(?:ago\\s+(?:on\\s+)?(?:last\\s+)?|last\\s+)${wd}|\\b${wd}\\s+(?:a\\s+)?(?:week\\s+ago|before\\s+last)\\b`,
    ),
    day: (m, today) => iso(last(today, weekdayNumber(m[1] ?? m[2] ?? '')).subtract({ weeks: 1 })),
  },
  {
    group: 'weekday-and-more',
    says: pattern(
      `\\b${countWord}\\s+(weeks?|fortnight)\\s+(?:on|from)\\s+(?:this\\s+|next\\s+)?${wd}|\\b(week|fortnight)\\s+on\\s+${wd}|\\b${wd}\\s+(week|fortnight)\\b`,
    ),
    day: (m, today) => {
      const weeks = (m[1] === undefined ? 1 : countNumber(m[1])) * (/fortnight/i.test(m[0]) ? 2 : 1)
      return iso(next(today, weekdayNumber(m[3] ?? m[5] ?? m[6] ?? '')).add({ weeks }))
    },
  },
  {
    group: 'weekday-and-more',
    says: pattern(
      `\\b${wd}\\s+(?:of\\s+)?(last|this|next)\\s+week\\b|\\b(last|this|next)\\s+week(?:'s)?,?\\s+(?:on\\s+)?${wd}`,
    ),
    day: (m, today) => iso(inWeek(today, weekdayNumber(m[1] ?? m[4] ?? ''), step(m[2] ?? m[3]))),
  },
  {
    group: 'weekday-and-more',
    says: pattern(
      `\\b(?:last\\s+|this\\s+)?${wd}\\s+(?:just\\s+)?(?:gone|past|been)\\b|\\b(?:last|past|previous)\\s+${wd}`,
    ),
    day: (m, today) => iso(last(today, weekdayNumber(m[1] ?? m[2] ?? ''))),
  },
  {
    group: 'weekday-and-more',
    says: pattern(`\\bnext\\s+${wd}`),
    day: (m, today) => iso(inWeek(today, weekdayNumber(m[1] ?? ''), 1)),
  },
  {
    group: 'weekday-and-more',
    says: pattern(`\\b(?:this\\s+)?coming\\s+${wd}`),
    day: (m, today) => iso(next(today, weekdayNumber(m[1] ?? ''))),
  },
  {
    group: 'ordinal',
    says: pattern(`\\b${wd}\\s+(?:the\\s+)?${ordinal}\\b`),
    day: (m, today, facing) => ordinalDay(m[0], Number(m[2]), today, facing),
  },
  {
    group: 'weekday',
    says: pattern(`\\b(?:this\\s+)?${wd}`),
    day: (m, today, facing) => iso(facingDay(today, weekdayNumber(m[1] ?? ''), facing)),
  },
  {
    group: 'word',
    says: pattern('\\b(?:the\\s+)?day\\s+before\\s+yesterday\\b'),
    day: (_, today) => iso(today.subtract({ days: 2 })),
  },
  {
    group: 'word',
    says: pattern('\\b(?:the\\s+)?day\\s+after\\s+tomorrow\\b'),
    day: (_, today) => iso(today.add({ days: 2 })),
  },
  {
    group: 'word',
    says: pattern('\\byesterday(?:\\s+(?:morning|afternoon|evening))?\\b|\\blast\\s*night\\b'),
    day: (_, today) => iso(today.subtract({ days: 1 })),
  },
  {
    group: 'word',
    says: pattern('\\btomorrow(?:\\s+(?:morning|afternoon|evening))?\\b'),
    day: (_, today) => iso(today.add({ days: 1 })),
  },
  {
    group: 'span',
    says: pattern(`\\b${countWord}\\s*(days?|weeks?|wks?|fortnights?|months?)\\s+(?:ago|back)\\b`),
    day: (m, today) => {
      const unit = m[2] ?? ''
      return iso(today.subtract({ [units(unit)]: countNumber(m[1] ?? '') * perWord(unit) }))
    },
  },
  {
    group: 'span',
    says: pattern(
      `\\bin\\s+${countWord}\\s*(days?|weeks?|wks?|fortnights?|months?)(?:'s?)?(?:\\s+time)?\\b|\\b${countWord}\\s+(days?|weeks?|months?)\\s+from\\s+(?:now|today)\\b`,
    ),
    day: (m, today) => {
      const unit = m[2] ?? m[4] ?? ''
      return iso(today.add({ [units(unit)]: countNumber(m[1] ?? m[3] ?? '') * perWord(unit) }))
    },
  },
  {
    group: 'word',
    says: pattern('\\b(?:a\\s+)?week\\s+today\\b|\\bthis\\s+time\\s+next\\s+week\\b'),
    day: (_, today) => iso(today.add({ weeks: 1 })),
  },
  {
    group: 'word',
    says: pattern('\\bthis\\s+time\\s+last\\s+week\\b'),
    day: (_, today) => iso(today.subtract({ weeks: 1 })),
  },
  {
    group: 'word',
    says: pattern(
      '\\b(?:(?:earlier|later)\\s+)?today\\b|\\bthis\\s+(?:morning|afternoon|evening)\\b|\\btonight\\b|\\b(?:just|right)\\s+now\\b',
    ),
    day: (_, today) => iso(today),
  },
  {
    group: 'ordinal',
    says: pattern(`\\b(?:the\\s+)?${ordinal}\\s+(?:of\\s+)?(this|last|next)\\s+month\\b`),
    day: (m, today) => {
      const month = today.with({ day: 1 }).add({ months: step(m[2]) })
      return dayOrImpossible(m[0], month.year, month.month, Number(m[1]))
    },
  },
  {
    group: 'word',
    says: pattern('\\b(?:the\\s+)?end\\s+of\\s+(?:(the|this|next|last)\\s+)?(week|month|quarter|year)\\b'),
    day: (m, today) => iso(endOf((m[2] ?? '').toLowerCase(), today, step(m[1]))),
  },
  {
    // "The 18th", but not "the 2nd session".
    group: 'ordinal',
    says: pattern(
      `(?<![\\d/.])(?:\\bthe\\s+)?${ordinal}\\b(?=\\s*(?:$|[^\\sa-z\\uE000]|(?:at|for|with|about|and|from|to|until|till|or|morning|afternoon|evening|was|please|is)\\b))`,
    ),
    day: (m, today, facing) => ordinalDay(m[0], Number(m[1]), today, facing),
  },
]
