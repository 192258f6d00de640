import type { Temporal } from 'temporal-polyfill'
import type { Crn } from '../../domain/ids.ts'
import type { ReviewId } from '../../domain/reviews/review.ts'
import type { KindId, SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { casesFound } from './cases-in.ts'
import type { DayRead, Facing } from './day-rules.ts'
import { allFound, blankOut, type Found, inOrder, kindFill } from './found.ts'
import { lengthsFound } from './how-long.ts'
import { kindsFound } from './kinds-in.ts'
import type { FindOptions, Mention } from './mentions-in.ts'
import type { NameIndex } from './names.ts'
import { type Period, periodsFound } from './period.ts'
import { reviewsFound } from './reviews-in.ts'
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
  /** What the days are read from: the text without its cases, lengths and kinds. */
  withDays: string
}

export type Sentence = {
  /** Without its opening ("hi, could you"). */
  said: string
  /** With it. */
  whole: string
  asks: boolean
}

export type MarkContext = { today: Temporal.PlainDate; names: NameIndex; policy: SupervisionPolicy } & FindOptions

const managerWords = /\bmy\s+(?:own\s+)?(?:line\s+)?(?:manager|boss|spo|supervisor|senior|head of pdu)\b/gi

/**
 * Reads everything a plain text names, in an order in which no reader takes what belongs to another: cases and lengths
 * first, names last.
 */
export function markedText(text: string, context: MarkContext, facing: Facing): Marked {
  const crns = casesFound(text)
  let left = blankOut(text, crns)
  const minutes = lengthsFound(left)
  left = blankOut(left, minutes)
  const kinds = kindsFound(left, context.policy)
  left = blankOut(left, kinds, kindFill)
  const withDays = left
  const { periods, days } = daysOf(withDays, context.today, facing)
  left = blankOut(blankOut(left, periods), days)
  const times = timesFound(left)
  left = blankOut(left, times)
  const managers = allFound(left, managerWords, (match) => match[0])
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
    withDays,
  }
}

function daysOf(text: string, today: Temporal.PlainDate, facing: Facing): Pick<Marked, 'periods' | 'days'> {
  const periods = periodsFound(text, today, facing)
  return { periods, days: daysFound(blankOut(text, periods), today, facing) }
}

/**
 * The same message with its days looked for in the future. Which way that is changes what the days are, but hardly ever
 * where they stand, so that everything else is read again only then.
 */
export function facingAhead(marked: Marked, context: MarkContext): Marked {
  if (marked.periods.length === 0 && marked.days.length === 0) return marked
  const { periods, days } = daysOf(marked.withDays, context.today, 'future')
  const same = standAlike(periods, marked.periods) && standAlike(days, marked.days)
  return same ? { ...marked, periods, days } : markedText(marked.text, context, 'future')
}

function standAlike(found: readonly Found<unknown>[], others: readonly Found<unknown>[]): boolean {
  return (
    found.length === others.length && found.every(({ at, end }, i) => others[i]?.at === at && others[i]?.end === end)
  )
}

/** How much of a sentence the rules look at. */
const charactersRuled = 300
const mostSentences = 8

const sentenceWords = /([^.!?;\n]+)([.!?;\n]|$)/g

function sentencesOf(text: string, marks: readonly Found<string>[]): Sentence[] {
  let marked = ''
  let from = 0
  for (const { value, at, end } of inOrder(marks)) {
    if (at < from) continue
    marked += `${text.slice(from, at).replaceAll('#', ' ')} ${value} `
    from = end
  }
  marked += text.slice(from).replaceAll('#', ' ')
  const sentences: Sentence[] = []
  sentenceWords.lastIndex = 0
  for (let count = 0; count < mostSentences; count++) {
    const match = sentenceWords.exec(marked)
    if (match === null) break
    const one = sentence(match[1] ?? '', match[2] === '?')
    if (one.said !== '') sentences.push(one)
  }
  return sentences
}

type Written = {
  /** Without this in the sentence none of the patterns matches. */
  holds: RegExp
  as: readonly (readonly [RegExp, string])[]
}

/** Short forms of a sentence in small letters, each with the words it stands for. */
const shortForms: readonly (readonly [RegExp, string])[] = [
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
]
const session: readonly (readonly [RegExp, string])[] = [
  [/\b(?:supervisions|supervision sessions|supervision meetings|sups)\b/g, 'sessions'],
  [/\b(?:supervision session|supervision meeting|supervision|sesh|supv?)\b/g, 'session'],
]
const kinds: readonly (readonly [RegExp, string])[] = [
  [/#kind(?: (?:and|plus|with|or|session|meetings?|chats?|discussions?|talk) #kind)+/g, '#kind'],
  [/#kind(?: (?:and |plus )?#kind)+/g, '#kind'],
  [/#kind (?:sessions?|meetings?|chats?|discussions?|catch up|practice)\b/g, '#kind'],
  [/sessions? #kind\b/g, '#kind'],
]

/** How a sentence is brought into the form that the rules read, so that a rule needs one spelling. In this order. */
const writtenOut: readonly Written[] = [
  {
    holds:
      /['"&]|\bw\/|\b(?:(?:what|who|when|where|how|that|it|there|here|let)s|i(?:m|ve)|can(?:t| not)|wont|(?:do|does|did|could|would|should|is|are|was|were|has|have|had|must|need)nt|ur?|gonna|wanna|gotta)\b/,
    as: shortForms,
  },
  { holds: /[^a-z0-9# ]| {2}/, as: [[/[^a-z0-9#\p{L}]+/gu, ' ']] },
  { holds: /please/, as: [[/\bplease\b/g, ' ']] },
  { holds: /\bs(?:up|esh)/, as: session },
  { holds: /#kind/, as: kinds },
  { holds: /#crn /, as: [[/#crn(?: (?:and )?#crn)+/g, '#crn']] },
  { holds: /#manager #/, as: [[/#manager #person/g, '#manager']] },
  { holds: / {2}/, as: [[/\s+/g, ' ']] },
  { holds: /\bwhat is /, as: [[/\bwhat is (#person|he|she|they) (had|done)\b/g, 'what has $1 $2']] },
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
  for (const { holds, as } of writtenOut) {
    if (holds.test(said)) for (const [pattern, written] of as) said = said.replace(pattern, written)
  }
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
