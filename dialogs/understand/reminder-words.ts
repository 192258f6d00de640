import { Temporal } from 'temporal-polyfill'
import type { SnoozeChoice } from '../../domain/reminders/reminder-policy.ts'
import type { ReminderWhat } from '../../domain/reminders/reminder-what.ts'
import { timeIn } from './time-of-day.ts'
import { dayIn } from './when.ts'

/** What a message wants of reminders. `what` is absent where the words name no kind of reminder. */
export type ReminderWish =
  | { wants: 'list' | 'delivery-report' | 'digest' }
  | { wants: 'pause'; until?: Temporal.PlainDate }
  | { wants: 'carry-on'; what?: ReminderWhat }
  | { wants: 'stop'; what?: ReminderWhat }
  | { wants: 'put-off'; to: SnoozeChoice | { at: string } }
  /** A day or a length of time that a reminder cannot be put off to. */
  | { wants: 'put-off-to-other' }
  | { wants: 'not-this-window'; reason: string }
  /** A reminder of their own making. */
  | { wants: 'own' }

const named: readonly (readonly [ReminderWhat, RegExp])[] = [
  ['team-action-due', /\bteam actions?\b/],
  ['action-due', /\bactions?\b/],
  ['touch-point', /\b(?:touch ?points?|first discussions?)\b/],
  ['review-due', /\b(?:reviews?|oasys|registers?|enforcement|enquiries)\b/],
  ['weekly', /\b(?:weekly (?:message|summary|digest)|in (?:a|my|the) pdu)\b/],
  ['digest', /\b(?:digests?|what is overdue|overdue in (?:a|my|the) team)\b/],
  ['session-today', /\b(?:booked sessions?|sessions? (?:of |on )?(?:today|the day|their day)|sessions? booked)\b/],
  [
    'window-closing',
    /\b(?:supervisions?|not booked|unbooked|to book|booking|monthl(?:y|ies)|reflectives?|observations?|performance|competency|rcats?|saquas?|sessions?|windows?)\b/,
  ],
]

const about = String.raw`(?:reminders?|reminding|prompts?|prompting|nudg\w+|alerts?|notifications?|messages|messaging)`

/** What a message wants of reminders, from its words. */
export function reminderWish(text: string, today: Temporal.PlainDate): ReminderWish {
  const words = text
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/\bdon'?t\b/g, 'do not')
    .replaceAll(/\bwhat's\b/g, 'what is')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^(?:please|can you|could you|would you) /, '')
  const left = /^\W*not (?:in )?th(?:is|e) (?:window|month|quarter|half[- ]year|year|one)\b[\s:,.;-]*(.*)$/is.exec(text)
  if (left !== null) return { wants: 'not-this-window', reason: reasonOf(left[1] ?? '') }
  if (/\bdelivery report\b|\bwho (?:could|can) ?not be reached\b/.test(words)) return { wants: 'delivery-report' }
  if (/^(?:show (?:me )?)?(?:my |the )?digest\??$/.test(words)) return { wants: 'digest' }
  if (/\bwhat\b.{0,40}\bremind/.test(words)) return { wants: 'list' }
  if (new RegExp(`^(?:show (?:me )?|list |see )?(?:my |the )?${about}(?: settings)?\\W*$`).test(words))
    return { wants: 'list' }

  const what = named.find(([, says]) => says.test(words))?.[0]
  const kind = what === undefined ? {} : { what }
  if (
    /\b(?:carry on|go on|keep(?: on)?|resume|unpause|unmute|start|begin|turn on|switch on|enable)\b/.test(words) ||
    /\bremind(?:ing)? me again (?:of|about)\b/.test(words)
  )
    return { wants: 'carry-on', ...kind }
  const offers = new RegExp(
    `\\b(?:pause|mute|silence|hold|suspend)\\b|\\bsnooze (?:all|everything|my|the) ?(?:my )?${about}`,
  )
  if (offers.test(words)) return { wants: 'pause', ...until(text, today) }
  if (
    /\b(?:stop|never|do not|no more|turn off|switch off|disable)\b/.test(words) ||
    new RegExp(`\\b${about} off\\b`).test(words)
  )
    return { wants: 'stop', ...kind }
  return putOff(words, today)
}

/** What stands after “remind me”: a time it can be put off to, or something of their own. */
function putOff(words: string, today: Temporal.PlainDate): ReminderWish {
  const again =
    /^(?:remind me|ask me|tell me|snooze|nudge me)(?: (?:of|about))?(?: (?:it|this|that|these|them))?(?: (?:again|later|instead))*\s*(.*?)\W*$/.exec(
      words,
    )
  if (again === null) return { wants: 'own' }
  const rest = (again[1] ?? '')
    .replace(/^(?:for|in|on|until|till|by|at|to) /, '')
    .replace(/ (?:instead|please|again)$/, '')
  if (rest === '' || rest === 'later') return { wants: 'put-off', to: 'tomorrow' }
  if (/^(?:a day|one day|tomorrow(?: morning)?)$/.test(rest)) return { wants: 'put-off', to: 'tomorrow' }
  if (/^(?:3|three|a few|a couple of) days?$/.test(rest)) return { wants: 'put-off', to: 'three-days' }
  if (/^(?:next week|a week|next monday)$/.test(rest)) return { wants: 'put-off', to: 'next-week' }
  if (rest.split(' ').length <= 3) {
    if (dayIn(rest, today, 'future') !== undefined) return { wants: 'put-off-to-other' }
    const at = timeIn(rest) ?? timeIn(`at ${rest}`)
    if (at !== undefined) return { wants: 'put-off', to: { at } }
  }
  return { wants: 'own' }
}

function until(text: string, today: Temporal.PlainDate): { until?: Temporal.PlainDate } {
  const length = /\bfor (?:the next )?(a|one|two|three|four|\d{1,2}) (days?|weeks?|month)\b/i.exec(text)
  if (length !== null) {
    const [, many = '', unit = ''] = length
    const count = counts[many.toLowerCase()] ?? Number(many)
    if (/^month/i.test(unit)) return { until: today.add({ months: count }) }
    return { until: today.add({ days: /^week/i.test(unit) ? count * 7 : count }) }
  }
  const read = dayIn(text, today, 'future')
  return read === undefined || !('day' in read) ? {} : { until: Temporal.PlainDate.from(read.day) }
}

const counts: Record<string, number> = { a: 1, one: 1, two: 2, three: 3, four: 4 }

function reasonOf(rest: string): string {
  return rest.replace(/^(?:because|as|since|for)\s+/i, '').trim()
}
