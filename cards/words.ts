import type { Temporal } from 'temporal-polyfill'
import { monthNames } from '../domain/month-names.ts'
import type { RecordedSession } from '../domain/supervision.ts'
import { standingOf } from '../domain/supervision.ts'
import type { KindId, SupervisionPolicy } from '../domain/supervision-kind.ts'

/** The same words on every card for days, lengths, kinds and standing. Names of weekdays stand here because those of a runtime change. */
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

export const monthOf = (day: Temporal.PlainDate) => monthNames[day.month - 1] ?? ''

/** "November". */
export function monthInWords(day: Temporal.PlainDate): string {
  return monthOf(day)
}

/** "Friday 20 November 2026". */
export function dayInWords(day: Temporal.PlainDate): string {
  return `${weekdays[day.dayOfWeek - 1] ?? ''} ${day.day} ${monthOf(day)} ${day.year}`
}

/** "20 Nov 2026", for lists. */
export function shortDay(day: Temporal.PlainDate): string {
  return `${day.day} ${monthOf(day).slice(0, 3)} ${day.year}`
}

/** A moment as people in England and Wales read the clock: "21 November 2026 at 14:05". */
export function momentInWords(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO('Europe/London')
  const day = local.toPlainDate()
  return `${day.day} ${monthOf(day)} ${day.year} at ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** "45 minutes", "1 hour", "1 hour 15 minutes". Takes whole minutes. */
export function durationInWords(minutes: number): string {
  const some = (count: number, unit: string) => (count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`])
  const words = [...some(Math.floor(minutes / 60), 'hour'), ...some(minutes % 60, 'minute')]
  return words.length === 0 ? '0 minutes' : words.join(' ')
}

/** "4,000". */
export function countInWords(count: number): string {
  return count.toLocaleString('en-GB')
}

/** "a, b and c". */
export function listInWords(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

const article = /^an? /

/** Kinds in a sentence: "a monthly and reflective session", "an observation". In the policy's order, nothing for none. */
export function kindsInWords(policy: SupervisionPolicy, ids: readonly KindId[]): string {
  const phrases = policy.kinds.filter((kind) => ids.includes(kind.id)).map((kind) => kind.inWords)
  const sessions = phrases.filter((phrase) => phrase.endsWith(' session'))
  if (sessions.length < 2) return listInWords(phrases)
  const which = sessions.map((phrase) => phrase.replace(/ session$/, ''))
  const together = `${listInWords(which.map((words, index) => (index === 0 ? words : words.replace(article, ''))))} session`
  return listInWords([together, ...phrases.filter((phrase) => !sessions.includes(phrase))])
}

/** Kinds as a heading: "Monthly and reflective session". */
export function kindsAsHeading(policy: SupervisionPolicy, ids: readonly KindId[]): string {
  const words = kindsInWords(policy, ids)
    .replace(article, '')
    .replaceAll(/(, | and )an? /g, '$1')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** Where a session stands, with the name of the person who has to sign it ("you" where that is the reader). */
export function standingInWords(session: RecordedSession, signer: string): string {
  const on = session.signOff === undefined ? '' : ` on ${shortDay(localDay(session.signOff.signedAt))}`
  switch (standingOf(session)) {
    case 'waiting':
      return `Waiting for ${signer} to agree`
    case 'agreed':
      return `Agreed by ${signer}${on}`
    case 'agreed-with-comment':
      return `Agreed with a comment by ${signer}${on}`
    case 'change-asked':
      return `A change was asked for by ${signer}${on}`
    case 'corrected':
      return 'Corrected by a newer entry'
    case 'withdrawn':
      return 'Withdrawn, so it does not count'
    case 'imported':
      return 'From earlier records, not signed here'
  }
}

/** The day a moment falls on in England and Wales. */
function localDay(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO('Europe/London').toPlainDate()
}
