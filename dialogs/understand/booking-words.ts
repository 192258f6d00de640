import type { Temporal } from 'temporal-polyfill'
import { TimeOfDay } from '../../domain/booking-draft.ts'
import { IsoDate } from '../../domain/ids.ts'
import type { Facing } from './day-rules.ts'
import { plainText } from './plain-text.ts'
import { respell } from './spelling.ts'
import { timesFound } from './time-of-day.ts'
import { daysFound } from './when.ts'

/** A day and a time, each only when it was said. */
export type WhenSaid = { on?: IsoDate; at?: TimeOfDay }

/** What somebody wants of a session that is booked already, or says of one whose day has passed. */
export type BookingWords =
  | { does: 'move'; from: WhenSaid; to: WhenSaid }
  | { does: 'cancel'; which: WhenSaid; reason?: string }

export type PassedWords =
  | { says: 'held'; which: WhenSaid }
  | { says: 'did-not-happen'; which: WhenSaid; reason?: string }
  | { says: 'moved'; to: WhenSaid }

const verbs: readonly { does: 'book' | 'move' | 'cancel'; says: RegExp }[] = [
  { does: 'book', says: /\b(?:book|arrange|schedule|set\s+up|organi[sz]e|plan|pencil)\b/i },
  {
    does: 'move',
    says: /\b(?:mov(?:e|ing)|push|postpone|rearrange|reschedule|rebook|shift|swap|change|bring\b.{0,60}?\bforward|put\b.{0,60}?\b(?:back|off))\b/i,
  },
  {
    does: 'cancel',
    says: /\b(?:cancel|call(?:ing)?\s+off|(?:cannot|can'?t|can\s+not|won'?t\s+be\s+able\s+to|will\s+not\s+be\s+able\s+to|not\s+able\s+to|unable\s+to)\s+(?:make|do|attend|come|get|be|manage))\b/i,
  },
]
const because =
  /(?:\s+(?:because|as|since)\b|\s*[,;]\s*(?:because\s+|as\s+|sorry[,\s]+)?|:\s+|\s+-\s+)\s*([\s\S]*\p{L}[\s\S]*)$/iu

/** What is to be done with a booked session; undefined when a message asks for nothing of the kind. Its first verb counts. */
export function bookingWords(text: string, today: Temporal.PlainDate): BookingWords | undefined {
  const said = straight(text)
  const [first] = verbs
    .map(({ does, says }) => ({ does, at: said.search(says) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  if (first === undefined || first.does === 'book') return undefined
  const rest = said.slice(first.at)
  if (first.does === 'cancel') {
    const { asked, reason } = withReason(rest, today)
    return { does: 'cancel', which: whenIn(asked, today, 'future'), ...(reason === undefined ? {} : { reason }) }
  }
  const cut = whereTo(rest)
  return { does: 'move', from: whenIn(rest.slice(0, cut), today, 'future'), to: newTime(rest.slice(cut), today) }
}

const happened =
  'was\\s+held|went\\s+ahead|took\\s+place|did\\s+(?:happen|take\\s+place|go\\s+ahead)|happened|was\\s+done'
const notHappened =
  "(?:did\\s+not|didn'?t)\\s+(?:happen|take\\s+place|go\\s+ahead)|never\\s+happened|fell\\s+through|(?:was|got|is)\\s+(?:cancelled|canceled|called\\s+off)|was\\s+not\\s+held|wasn'?t\\s+held"
const subject =
  '(?:yes,?\\s+|no,?\\s+)?(?:it|that|this|we|(?:the|my|our|that)\\s+[^.,;:]{1,60}?|(?:monthly|reflective|performance|session|supervision)\\s[^.,;:]{1,60}?)'
const held = new RegExp(`^${subject}\\s+(?:${happened})(?:\\s+as\\s+planned)?[.!]*$`, 'i')
const notHeld = new RegExp(`^${subject}\\s+(?:${notHappened})\\b([\\s\\S]*)$`, 'i')
const wasMoved = new RegExp(
  `^${subject}\\s+(?:was|got|has\\s+been|is)\\s+(?:moved|rearranged|rescheduled|postponed|put\\s+off|put\\s+back)\\s+(?:to|until|till)\\s+([\\s\\S]{1,80})$`,
  'i',
)

/** What became of a session whose day has passed; undefined unless the whole message says so. */
export function passedWords(text: string, today: Temporal.PlainDate): PassedWords | undefined {
  const said = straight(text)
  if (held.test(said)) return { says: 'held', which: whenIn(said, today, 'past') }
  const moved = wasMoved.exec(said)
  if (moved !== null) return { says: 'moved', to: newTime(moved[1] ?? '', today) }
  const not = notHeld.exec(said)
  if (not === null) return undefined
  const rest = not[1] ?? ''
  const reason = (because.exec(rest)?.[1] ?? rest).replace(/^[\s.,!]+/, '').trim()
  return { says: 'did-not-happen', which: whenIn(said, today, 'past'), ...(reason ? { reason } : {}) }
}

/** "Yes" or "no" to a question about a booking, as a whole message. */
export function yesOrNo(text: string): 'yes' | 'no' | undefined {
  const said = straight(text).replace(/[\s.!]+$/, '')
  if (
    /^(?:yes|y|yep|yeah|yup|ok|okay|fine|sure|please do|go ahead|do it|confirm(?:ed)?|(?:yes,?\s+)?(?:please\s+)?(?:book|move|take|save|confirm)(?:\s+(?:it|that|this|the\s+session|that\s+one))?(?:\s+please)?|(?:yes,?\s+)?(?:that\s+is|that'?s|that)\s+(?:is\s+)?(?:fine|good|right|great)|(?:yes,?\s+)?(?:that|it)\s+works|yes,?\s+please)$/i.test(
      said,
    )
  ) {
    return 'yes'
  }
  return /^(?:no|nope|n|no\s+thanks|no\s+thank\s+you|leave\s+it|keep\s+it|never\s*mind|forget\s+it|stop|do\s+not|don'?t|(?:no,?\s+)?(?:do\s+not|don'?t)\s+(?:book|move|cancel)(?:\s+it)?)$/i.test(
    said,
  )
    ? 'no'
    : undefined
}

/** The first day and the first time in a text. `asked` says that a time was asked for, so that a bare "2" is one. */
export function whenIn(text: string, today: Temporal.PlainDate, facing: Facing, asked = false): WhenSaid {
  const plain = respell(plainText(text))
  const day = daysFound(plain, today, facing)
    .map(({ value }) => value)
    .find((value) => 'day' in value)
  const bare = asked && /^\s*\d{1,2}(?:[:.]\d\d)?\s*$/.test(plain) ? `at ${plain.trim()}` : plain
  const time = timesFound(bare)[0]?.value
  return {
    ...(day !== undefined && 'day' in day ? { on: IsoDate.parse(day.day) } : {}),
    ...(time === undefined ? {} : { at: TimeOfDay.parse(time) }),
  }
}

/** "to 3" is a time when nothing else in it is one: nobody moves a session to the third of nothing. */
function newTime(text: string, today: Temporal.PlainDate): WhenSaid {
  const found = whenIn(text, today, 'future')
  if (found.at !== undefined) return found
  const hour = /^\s*(?:to|until|till|for)?\s*(\d{1,2}(?:[:.]\d\d)?)\s*(?:instead|please)?[\s.!?]*$/i.exec(text)?.[1]
  return hour === undefined ? found : { ...found, ...whenIn(hour, today, 'future', true) }
}

/** A request and the reason given for it. "Thursday, 26 November" has no reason in it. */
function withReason(text: string, today: Temporal.PlainDate): { asked: string; reason?: string } {
  const reason = because.exec(text)?.[1]?.trim()
  if (reason === undefined) return { asked: text }
  const isWhen = Object.keys(whenIn(reason, today, 'future')).length > 0 && reason.split(/\s+/).length <= 4
  return isWhen ? { asked: text } : { asked: text.replace(because, ''), reason }
}

/** Where the new time begins: at the last "to" that is not part of a time, as in "quarter to 3"; else at the last "for". */
function whereTo(text: string): number {
  const last = (words: RegExp) =>
    [...text.matchAll(words)].map(({ index }) => index).findLast((at) => !/quarter\s+$/i.test(text.slice(0, at)))
  return last(/\b(?:to|until|till)\b/gi) ?? last(/\bfor\b/gi) ?? text.length
}

function straight(text: string): string {
  return text.trim().replace(/[’‘]/g, "'")
}
