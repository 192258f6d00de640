import { Temporal } from 'temporal-polyfill'
import type { AbsenceReason } from '../../domain/absence.ts'
import { countNumber, countWord } from './calendar-words.ts'
import { periodsFound } from './period.ts'
import { plainText } from './plain-text.ts'
import { respell } from './spelling.ts'
import { daysFound } from './when.ts'

/** Days that a text names, as far as it names them, or the words of one that is in no calendar. */
export type DaysSaid = { from?: Temporal.PlainDate; to?: Temporal.PlainDate; impossible?: string }

const lasting = new RegExp(`\\bfor\\s+(?:the\\s+next\\s+)?${countWord}\\s+(days?|weeks?|fortnights?|months?)\\b`, 'i')
const past = /\b(?:was|were|had|has been|have been|since|last|yesterday|ago)\b/i
const until = /\b(?:until|till|til|up to|through(?: to)?|to|back (?:by|before))\s+(?:and including\s+)?$/i
const starting = /\b(?:from|starting(?: on)?|as of|since|beginning(?: on)?)\s+$/i
const joined = /^\s*(?:to|until|till|til|-|through(?: to)?|up to)\s+(?:and including\s+)?$/i

/** Said at a weekend, it is the working week that comes: the one before is over. */
const thisWeek = /\b(?:this|the current) week\b(?!\s*end)/i

/**
 * The days that a text about being away, or about cover, names: "next week", "from Monday", "until 3 December", "1 to 12
 * December", "for two weeks". One day alone is both the first and the last.
 */
export function daysAwayIn(text: string, today: Temporal.PlainDate): DaysSaid {
  const read = withMonths(respell(plainText(text)))
  const facing = past.test(read) ? 'past' : 'future'
  const day = (iso: string) => Temporal.PlainDate.from(iso)
  const spans = lasting.exec(read)
  const days = daysFound(read, today, facing)
  const impossible = days.flatMap(({ value }) => ('impossible' in value ? [value.impossible] : []))[0]
  if (impossible !== undefined) return { impossible }
  const [first, second] = days.flatMap(({ value, at, end }) =>
    'day' in value ? [{ day: day(value.day), at, end }] : [],
  )
  if (first === undefined) {
    if (facing === 'future' && today.dayOfWeek > 5 && thisWeek.test(read)) {
      return { from: today, to: today.add({ days: 12 - today.dayOfWeek }) }
    }
    const period = periodsFound(read, today, facing)[0]?.value
    if (period?.from !== undefined && period.to !== undefined) return workingWeek(day(period.from), day(period.to))
    return spans === null ? {} : { from: today, to: lastOf(today, spans) }
  }
  if (second !== undefined && joined.test(read.slice(first.end, second.at))) {
    return {
      from: first.day,
      to: Temporal.PlainDate.compare(second.day, first.day) < 0 ? second.day.add({ weeks: 1 }) : second.day,
    }
  }
  const before = read.slice(0, first.at)
  if (spans !== null) return { from: first.day, to: lastOf(first.day, spans) }
  if (until.test(before)) return { to: first.day }
  if (starting.test(before)) return { from: first.day, ...(second === undefined ? {} : { to: second.day }) }
  return { from: first.day, to: second?.day ?? first.day }
}

/** "1 to 12 December": the first day is of the same month. */
function withMonths(text: string): string {
  const months = 'jan\\w*|feb\\w*|mar\\w*|apr\\w*|may|june?|july?|aug\\w*|sep\\w*|oct\\w*|nov\\w*|dec\\w*'
  return text.replace(
    new RegExp(
      `(?<![\\d/.-])(\\d{1,2})(?:st|nd|rd|th)?(\\s*(?:to|until|till|-)\\s*(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${months})\\b)`,
      'gi',
    ),
    '$1 $3$2',
  )
}

/** A whole week away is its working days. */
function workingWeek(from: Temporal.PlainDate, to: Temporal.PlainDate): DaysSaid {
  const whole = from.dayOfWeek === 1 && to.equals(from.add({ days: 6 }))
  return { from, to: whole ? from.add({ days: 4 }) : to }
}

/** The last day of so many days, weeks or months; whole weeks from a Monday end on a Friday. */
function lastOf(from: Temporal.PlainDate, spans: RegExpExecArray): Temporal.PlainDate {
  const count = countNumber(spans[1] ?? '')
  const unit = (spans[2] ?? '').toLowerCase()
  if (unit.startsWith('d')) return from.add({ days: count - 1 })
  if (unit.startsWith('m')) return from.add({ months: count }).subtract({ days: 1 })
  const weeks = unit.startsWith('f') ? 2 * count : count
  return from.add({ weeks }).subtract({ days: from.dayOfWeek === 1 ? 3 : 1 })
}

const sick =
  /\b(?:sick(?:ness)?|ill(?:ness)?|unwell|poorly|signed off|fit note|sick note|not well|under the weather)\b/i
const leave =
  /\b(?:leave|holidays?|vacation|toil|a\/l|al|annual|maternity|paternity|adoption|jury(?: service)?|flexi)\b/i
/** Names of illnesses and what is done about them. A word of this list is a sign that more was said than is kept. */
const medical =
  /\b(?:flu|influenza|covid|coronavirus|virus|infection|migraines?|depress(?:ed|ion)|anxiety|stress(?:ed)?|burn ?out|breakdown|cancer|tumou?r|chemo\w*|operation|surgery|hospital|a ?& ?e|back (?:pain|ache|trouble|problem)|bad back|broken|fractured?|sprain\w*|asthma|diabetes|stroke|heart|pregnan\w+|miscarriage|vomiting|diarrhoea|stomach|food poisoning|headaches?|injur\w+|mental health|disability|diagnos\w+|medication|symptoms?|throat|chest|cold|cough|fever|temperature|tooth\w*|dental|shingles|sciatica|arthritis|epilep\w+|seizure|pneumonia|bug)\b/i

/** The reason for being away that a text gives; undefined where it gives none. */
export function absenceReasonIn(text: string): AbsenceReason | undefined {
  const read = plainText(text)
  if (sick.test(read) || medical.test(read)) return 'sick'
  if (leave.test(read)) return 'leave'
  return /\b(?:training|course|strike|bereavement|compassionate|secondment|career break)\b/i.test(read)
    ? 'other'
    : undefined
}

/** Whether a text says what an illness is, which is never kept. */
export function namesAnIllness(text: string): boolean {
  return medical.test(plainText(text))
}

/** A sentence that says who covers, taken apart: who covers, for whom, and what is left of the text without it. */
export type CoverSaid = { by: string; forWhom: string; clause: string; rest: string }

const covering =
  /(?:^|[,;.]|\band\b|\bwhile\b|\bwith\b)\s*((?:(?!\band\b|\bwhile\b|\bwith\b)[^,;.\n]){1,60}?)\s+(?:covers?|(?:is|are|am|will be|'s)\s+covering|(?:will|can|to)\s+cover|covering|stands?\s+in|(?:is|are|am|will be)\s+standing\s+in|(?:will|can|to)\s+stand\s+in)\b([^,;.\n]*)/i
const coveredBy =
  /(?:^|[,;.]|\band\b)?\s*(?:(?:my|the|our)\s+(?:team|staff)\s+(?:is\s+|are\s+|will\s+be\s+)?)?(?:covered\s+by|cover\s+(?:is\s+|will\s+be\s+)?(?:by|from)|cover(?:\s+is)?\s*:|cover\s+is)\s+([^,;.\n]{1,60}?)(?=$|[,;.\n]|\s+(?:until|till|from|on|next|this|for)\b)((?:\s+(?:until|till|from|on|next|this|for)\b)?[^,;.\n]*)/i

/** Who covers, where a text says so: "Ben covers my team until Friday", "on leave next week, Ben covers". */
export function coverIn(text: string): CoverSaid | undefined {
  const read = plainText(text).replace(/\bi'm\b/gi, 'I am')
  const match = covering.exec(read) ?? coveredBy.exec(read)
  if (match === null) return undefined
  const clause = match[0]
  const rest = `${read.slice(0, match.index)} ${read.slice(match.index + clause.length)}`.trim()
  return { by: (match[1] ?? '').trim(), forWhom: (match[2] ?? '').trim(), clause, rest }
}

/** What else is asked about being away, besides recording it. */
export type AwayWish = 'ask' | 'back' | 'take-back' | 'change' | 'record'

const asks =
  /^\W*(?:(?:who|who'?s|whose|when|how long|until when|what|which|is|are|am i|will|has|have|does|do|show|see|list|tell me|any(?:one|body)|where)\b)|^\W*(?:my|our|the team'?s?)\s+(?:leave|absences?|time off|cover|holidays?)\W*$|\?\s*$/i
const isBack =
  /\b(?:is|am|are|'s|'m|be|comes?|came|got|has|have)\s+(?:now\s+)?(?:back|returned|returning)\b|\breturns?\s+(?:to work|today|tomorrow|on)\b|\bback\s+(?:early|at work|in work|from (?:leave|sick|holiday))\b|\breturned\b/i
const takesBack =
  /^\W*(?:please\s+)?(?:cancel|delete|remove|withdraw|take back|undo|scrap|end|stop|drop)\b|\bno longer (?:off|away|on leave|covers?|covering|going)\b|\b(?:not|isn'?t|aren'?t) (?:off|away|on leave|going on leave|covering)\b/i
const changes = /^\W*(?:please\s+)?(?:change|move|extend|shorten|make|push|correct|update)\b|\binstead\b/i

/** What a sentence about being away wants. */
export function awayWish(text: string): AwayWish {
  const read = plainText(text)
  if (asks.test(read)) return 'ask'
  if (takesBack.test(read)) return 'take-back'
  if (changes.test(read)) return 'change'
  return isBack.test(read) ? 'back' : 'record'
}
