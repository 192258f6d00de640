import { Temporal } from 'temporal-polyfill'
import { type Days, includes } from '../absence.ts'
import { nextFreeWorkingDay, type WorkingDays } from '../working-days.ts'
import { localDay, localMoment, localTime } from './local-moment.ts'
import type { ReminderPolicy } from './reminder-policy.ts'

/** Why something is not sent at once. */
export type WhyLater = 'not-yet' | 'outside-hours' | 'away' | 'paused' | 'mid-dialog'

/** When something is to be sent. `too-late`: by the time it could be, it would be of no use. */
export type SendTime =
  | { send: 'now' }
  | { send: 'later'; at: Temporal.Instant; why: WhyLater }
  | { send: 'never'; why: 'too-late' }

/** What decides when a message reaches one person. */
export type SendQuestion = {
  /** When it was to be sent. */
  wanted: Temporal.Instant
  now: Temporal.Instant
  /** Days on which they are away. */
  absences?: readonly Days[]
  /** The day on which their pause is over. */
  pausedUntil?: Temporal.PlainDate
  /** When they last said something in a dialog that has not come to its end. */
  midDialogSince?: Temporal.Instant
  /** From this moment on it is of no use. */
  until?: Temporal.Instant
}

type Rules = { policy: Pick<ReminderPolicy, 'sends' | 'holdBack'>; workingDays: WorkingDays }

/**
 * When to send: never before it was wanted, outside the hours in which messages are sent, on a day that is no working day,
 * while somebody is away or has paused. On a later day it goes out at the same time of day. Somebody in the middle of a
 * dialog is left alone and looked at again soon, at most for the policy's working hours after their last word, or after it was
 * wanted where that comes first. Where somebody is away with no day of return known, it is the next working day: then it is
 * asked again.
 */
export function sendTime(question: SendQuestion, rules: Rules): SendTime {
  const { wanted, now, until } = question
  const found = whenever(question, rules)
  if (until !== undefined && !isBefore(found?.at ?? now, until)) return { send: 'never', why: 'too-late' }
  return found === undefined
    ? { send: 'now' }
    : { send: 'later', ...found, why: isBefore(now, wanted) ? 'not-yet' : found.why }
}

function whenever(question: SendQuestion, rules: Rules): { at: Temporal.Instant; why: WhyLater } | undefined {
  const { wanted, now, absences = [], pausedUntil, midDialogSince } = question
  const { holdBack } = rules.policy
  const today = localDay(now)
  const isAway = (day: Temporal.PlainDate) => absences.some((days) => includes(days, day))
  const isPaused = (day: Temporal.PlainDate) =>
    pausedUntil !== undefined && Temporal.PlainDate.compare(day, pausedUntil) < 0
  const at = nextMoment(later(now, wanted), localTime(wanted), rules, (day) => !isAway(day) && !isPaused(day))
  if (at === undefined)
    return { at: nextMoment(later(now, wanted).add({ hours: 24 }), localTime(wanted), rules) ?? now, why: 'away' }
  if (isBefore(now, at)) return { at, why: isAway(today) ? 'away' : isPaused(today) ? 'paused' : 'outside-hours' }
  if (midDialogSince === undefined) return undefined
  const limit = earlier(
    afterWorkingHours(midDialogSince, holdBack.workingHours, rules),
    afterWorkingHours(wanted, holdBack.workingHours, rules),
  )
  if (!isBefore(now, limit)) return undefined
  const again = nextMoment(now.add({ minutes: holdBack.lookAgainMinutes }), rules.policy.sends.from, rules) ?? limit
  return { at: earlier(again, limit), why: 'mid-dialog' }
}

/**
 * The first moment from one on at which messages are sent, on a day that `isFree`; on a later day at the time of day given, or
 * when sending begins. Undefined when no day of a year is free.
 */
export function nextMoment(
  from: Temporal.Instant,
  time: string,
  { policy: { sends }, workingDays }: Pick<Rules, 'workingDays'> & { policy: Pick<ReminderPolicy, 'sends'> },
  isFree: (day: Temporal.PlainDate) => boolean = () => true,
): Temporal.Instant | undefined {
  const today = localDay(from)
  const clock = localTime(from)
  const first = clock < sends.until ? today : today.add({ days: 1 })
  const found = nextFreeWorkingDay(first, workingDays, isFree)
  if (found === undefined) return undefined
  if (found.equals(today) && clock >= sends.from) return from
  const usual = time >= sends.from && time < sends.until ? time : sends.from
  return localMoment(found, usual)
}

/** The moment at which so many hours have passed in which messages are sent. */
function afterWorkingHours(since: Temporal.Instant, hours: number, rules: Rules): Temporal.Instant {
  const { sends } = rules.policy
  let from = nextMoment(since, sends.from, rules)
  for (let left = Temporal.Duration.from({ hours }); from !== undefined; ) {
    const end = localMoment(localDay(from), sends.until)
    const until = from.add(left)
    if (isBefore(until, end)) return until
    left = left.subtract(from.until(end))
    from = nextMoment(end, sends.from, rules)
  }
  return since
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant) => Temporal.Instant.compare(one, other) < 0
const later = (one: Temporal.Instant, other: Temporal.Instant) => (isBefore(one, other) ? other : one)
const earlier = (one: Temporal.Instant, other: Temporal.Instant) => (isBefore(one, other) ? one : other)
