import type { Temporal } from 'temporal-polyfill'
import type { Crn } from '../../domain/ids.ts'
import type { KindId, SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { casesFound } from './cases-in.ts'
import type { DayRead, Facing } from './day-rules.ts'
import { blankOut, type Found, inOrder, kindFill } from './found.ts'
import { lengthsFound } from './how-long.ts'
import { kindsFound } from './kinds-in.ts'
import type { FindOptions, Mention } from './mentions-in.ts'
import type { NameIndex } from './names.ts'
import { type Period, periodsFound } from './period.ts'
import { type ReviewId, reviewsFound } from './reviews-in.ts'
import { timesFound } from './time-of-day.ts'
import { daysFound } from './when.ts'

/** A message with everything in it that the readers know. */
export type Marked = {
  /** The text as it was read; what was found stands at its places in it. */
  text: string
  /** The same with everything found blanked out but the names. */
  withoutFacts: string
  crns: Found<Crn>[]
  kinds: Found<KindId>[]
  minutes: Found<number>[]
  days: Found<DayRead>[]
  periods: Found<Period>[]
  times: Found<string>[]
  reviews: Found<ReviewId>[]
  mentions: Mention[]
  /** "My manager" and the like. */
  managers: Found<string>[]
  /** The sentences in the form in which rules read them: small letters, no punctuation, `#kind`, `#person` and so on for what was found. */
  sentences: Sentence[]
}

export type Sentence = {
  /** Without its opening ("hi, could you"). */
  said: string
  /** With it. */
  whole: string
  asks: boolean
}

const managerWords = /\bmy\s+(?:own\s+)?(?:line\s+)?(?:manager|boss|spo|supervisor|senior|head of pdu)\b/gi

/**
 * Reads everything a plain text names, in an order in which no reader takes what belongs to another: cases and lengths
 * first, names last.
 */
export function markedText(
  text: string,
  context: { today: Temporal.PlainDate; names: NameIndex; policy: SupervisionPolicy } & FindOptions,
  facing: Facing,
): Marked {
  const crns = casesFound(text)
  let left = blankOut(text, crns)
  const minutes = lengthsFound(left)
  left = blankOut(left, minutes)
  const kinds = kindsFound(left, context.policy)
  left = blankOut(left, kinds, kindFill)
  const periods = periodsFound(left, context.today, facing)
  left = blankOut(left, periods)
  const days = daysFound(left, context.today, facing)
  left = blankOut(left, days)
  const times = timesFound(left)
  left = blankOut(left, times)
  const managers = [...left.matchAll(managerWords)].map((match) => ({
    value: match[0],
    at: match.index,
    end: match.index + match[0].length,
  }))
  left = blankOut(left, managers)
  const mentions = context.names.mentions(left, context)
  const reviews = reviewsFound(left)

  const marks = [
    ...crns.map((one) => ({ ...one, value: '#crn' })),
    ...minutes.map((one) => ({ ...one, value: '#mins' })),
    ...kinds.map((one) => ({ ...one, value: '#kind' })),
    ...periods.map((one) => ({ ...one, value: '#period' })),
    ...days.map((one) => ({ ...one, value: '#day' })),
    ...times.map((one) => ({ ...one, value: '#time' })),
    ...managers.map((one) => ({ ...one, value: '#manager' })),
    ...mentions.map(({ at, end }) => ({ at, end, value: '#person' })),
    ...reviews.map((one) => ({ ...one, value: '#review' })),
  ]
  return {
    text,
    withoutFacts: left,
    crns,
    kinds,
    minutes,
    days,
    periods,
    times,
    reviews,
    mentions,
    managers,
    sentences: sentencesOf(text, marks),
  }
}

/** How much of a sentence the rules look at. */
const charactersRuled = 300
const mostSentences = 8

function sentencesOf(text: string, marks: readonly Found<string>[]): Sentence[] {
  let marked = ''
  let from = 0
  for (const { value, at, end } of inOrder(marks)) {
    if (at < from) continue
    marked += `${text.slice(from, at).replaceAll('#', ' ')} ${value} `
    from = end
  }
  marked += text.slice(from).replaceAll('#', ' ')
  return [...marked.matchAll(/([^.!?;\n]+)([.!?;\n]|$)/g)]
    .slice(0, mostSentences)
    .map((match) => sentence(match[1] ?? '', match[2] === '?'))
    .filter(({ said }) => said !== '')
}

/** Short forms written out, so that a rule needs one spelling. */
const writtenOut: readonly (readonly [RegExp, string])[] = [
  [/\b(what|who|when|where|how|that|it|there|here)'?s\b/g, '$1 is'],
  [/\blet'?s\b/g, 'let us'],
  [/\bi'?m\b/g, 'i am'],
  [/\bi'?ve\b/g, 'i have'],
  [/\b(i|we|you|she|he|they)'ll\b/g, '$1 will'],
  [/\b(i|we|you|she|he|they)'d\b/g, '$1 would'],
  [/\b(we|you|they)'ve\b/g, '$1 have'],
  [/\b(we|you|they)'re\b/g, '$1 are'],
  [/\b(?:can'?t|can not)\b/g, 'cannot'],
  [/\bwon'?t\b/g, 'will not'],
  [/\b(do|does|did|could|would|should|is|are|was|were|has|have|had|must|need)n'?t\b/g, '$1 not'],
  [/\bw\/\s*/g, 'with '],
  [/&/g, ' and '],
  [/\bu\b/g, 'you'],
  [/\bur\b/g, 'your'],
  [/\bgonna\b/g, 'going to'],
  [/\bwanna\b/g, 'want to'],
  [/\bgotta\b/g, 'have to'],
  [/['"]/g, ''],
  [/[^a-z0-9#\p{L}]+/gu, ' '],
  [/\bplease\b/g, ' '],
  [/\b(?:supervisions|supervision sessions|supervision meetings|sups)\b/g, 'sessions'],
  [/\b(?:supervision session|supervision meeting|supervision|sesh|supv?)\b/g, 'session'],
  [/#kind(?: (?:and|plus|with|or|session|meetings?|chats?|discussions?|talk) #kind)+/g, '#kind'],
  [/#kind(?: (?:and |plus )?#kind)+/g, '#kind'],
  [/#kind (?:sessions?|meetings?|chats?|discussions?|catch up|practice)\b/g, '#kind'],
  [/sessions? #kind\b/g, '#kind'],
  [/#crn(?: (?:and )?#crn)+/g, '#crn'],
  [/#manager #person/g, '#manager'],
  [/\s+/g, ' '],
  [/\bwhat is (#person|he|she|they) (had|done)\b/g, 'what has $1 $2'],
]

const opening =
  /^(?:(?:hi|hello|hey|hiya|morning|good (?:morning|afternoon|evening)|afternoon|evening|ok|okay|so|right|um+|erm?|uh|well|just|also|and|but|thanks|thank you|sorry|there|team|all|bot|oh|actually|quick one|quick question|quickly|fyi|note|update)\s+)+(?=\S)/
const politely =
  /^(?:(?:(?:can|could|would|will) you(?: just| kindly| now)?|would you mind|i (?:would like|want|need) you to|go ahead and|(?:tell me|do you know|let me know|i want to know)(?= (?:when|how many|how often)\b))\s+)+(?=\S)/
const asking =
  /^(?:what|which|who|whose|when|where|why|how|is|are|am|do i|do we|do you|does|did (?:i|we|you|he|she|they|#person|#manager)(?! #kind)|did (?:my|the|our|her|his|their) (?:#kind|sessions?).{0,40}\b(?:get|go|happen|count|save|register|work)|has|have (?:i|we|you|they|#person)|had (?:i|she|he|they|#person) (?:had|done|got|been|ever|already|not)|can|could|should|would|will|was|were|any|anything|anyone|anybody|may i)\b/

/** An account of something done; a question mark at its end belongs to something told in it. */
const telling =
  /^(?:i |we )?(?:have )?(?:just )?(?:had|did|held|done|completed|finished|met|saw) (?!i\b|we\b|you\b|she\b|he\b|they\b|#person (?!#kind)|#manager)/

function sentence(marked: string, endsAsking: boolean): Sentence {
  let said = marked.toLowerCase()
  for (const [pattern, written] of writtenOut) said = said.replace(pattern, written)
  said = said.trim().slice(0, charactersRuled)
  const opened = said.replace(opening, '')
  const request = opened.replace(politely, '')
  const isRequest = request !== opened && !/^(?:when|how)\b/.test(request)
  return {
    said: request,
    whole: said,
    asks: !isRequest && (asking.test(request) || (endsAsking && !telling.test(request))),
  }
}
