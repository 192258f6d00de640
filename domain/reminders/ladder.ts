import { Temporal } from 'temporal-polyfill'
import { includes } from '../absence.ts'
import { type Action, isOpen } from '../action.ts'
import { type Booking, startOf } from '../booking.ts'
import { IsoDate, type StaffCode } from '../ids.ts'
import { isInPost } from '../staff.ts'
import { localDay } from './local-moment.ts'
import type { ReminderThing } from './reminder.ts'
import type { ReminderFacts } from './reminder-facts.ts'
import type { ReminderRound } from './reminder-round.ts'

/** What one person's own facts can cause: everything but the messages to managers about all of their staff. */
export type PersonalThing = Exclude<ReminderThing, { what: 'digest' | 'weekly' }>

/** Why nobody is reminded of something. */
export type WhyQuiet =
  | 'not-in-post'
  | 'not-expected'
  | 'window-closed'
  | 'met'
  | 'booked'
  | 'waived'
  /** The person supervised is not there on any working day that is left. */
  | 'cannot-be-held'
  | 'not-yet'
  | 'cancelled'
  | 'not-today'
  | 'just-told'
  | 'done'
  | 'more-time-asked'
  | 'nothing-overdue'

/** The step that is in force, when today it is to be sent, until when it is of use, and whom it is for. */
export type Step = { step: string; at: Temporal.Instant; until?: Temporal.Instant; to: StaffCode[] }
export type Judged = Step | { quiet: WhyQuiet }

/** Everything one person's facts may have to remind of on a day. Each is judged by `judge`. */
export function thingsOf(facts: ReminderFacts, round: ReminderRound): PersonalThing[] {
  const person = facts.person.staffCode
  const things: PersonalThing[] = []
  for (const { kind, open } of round.standingsOf(facts)) {
    if (open.state === 'due' || open.state === 'due-soon')
      things.push({ what: 'window-closing', person, kind, window: open.window.from })
  }
  for (const { id, on } of facts.bookings) {
    if (on.equals(round.today)) things.push({ what: 'session-today', person, booking: id })
  }
  for (const { id, due } of facts.actions) {
    if (due !== undefined) things.push({ what: 'action-due', person, action: id, due: IsoDate.parse(due.toString()) })
  }
  for (const { id, due } of facts.teamActions) {
    things.push({ what: 'team-action-due', person, teamAction: id, due: IsoDate.parse(due) })
  }
  for (const { allocation } of facts.touchPoints) things.push({ what: 'touch-point', person, allocation })
  const reviews = new Set(
    facts.reviews.filter(({ dueOn }) => dueOn < round.day).map(({ kind, dueOn }) => `${kind} ${dueOn}`),
  )
  for (const each of reviews) {
    const [review = '', due] = each.split(' ')
    things.push({ what: 'review-due', person, review, due: IsoDate.parse(due) })
  }
  return things
}

/**
 * How things stand with one reminder, from the facts of the person it names. The same for the sweep and just before sending. It
 * does not ask whether people are away or what they wished, but for a line manager who is: then it is for whoever covers.
 */
export function judge(thing: PersonalThing, facts: ReminderFacts, round: ReminderRound): Judged {
  if (!isInPost(facts.person, round.day)) return { quiet: 'not-in-post' }
  switch (thing.what) {
    case 'window-closing':
      return windowClosing(thing, facts, round)
    case 'session-today':
      return sessionToday(
        facts.bookings.find(({ id }) => id === thing.booking),
        round,
      )
    case 'action-due':
      return actionDue(
        facts.actions.find(({ id }) => id === thing.action),
        thing,
        round,
      )
    case 'team-action-due': {
      const found = facts.teamActions.find(({ id, due }) => id === thing.teamAction && due === thing.due)
      return found === undefined ? { quiet: 'done' } : byDay(thing, found.due, found.askedOn, round)
    }
    case 'touch-point': {
      const found = facts.touchPoints.find(({ allocation }) => allocation === thing.allocation)
      return found === undefined ? { quiet: 'done' } : byDay(thing, found.on, found.decidedOn, round)
    }
    case 'review-due': {
      const isOverdue = facts.reviews.some(({ kind, dueOn }) => kind === thing.review && dueOn === thing.due)
      if (!isOverdue) return { quiet: 'done' }
      if (round.day <= thing.due) return { quiet: 'not-yet' }
      return { step: 'overdue', at: round.at(round.policy.hours.reminders), to: [thing.person] }
    }
  }
}

function windowClosing(
  { kind, window, person }: Extract<PersonalThing, { what: 'window-closing' }>,
  facts: ReminderFacts,
  round: ReminderRound,
): Judged {
  const open = round.standingsOf(facts).find((standing) => standing.kind === kind)?.open
  if (open === undefined) return { quiet: 'not-expected' }
  if (open.window.from !== window) return { quiet: 'window-closed' }
  if (open.state !== 'due' && open.state !== 'due-soon') {
    return { quiet: open.state === 'met' || open.state === 'booked' ? open.state : 'waived' }
  }
  const left = open.window.last - round.calendar.placeOf(round.day)
  const step = stepAt(left, round.policy.daysLeft['window-closing'])
  if (step === undefined) return { quiet: 'not-yet' }
  if (!isThereBefore(open.window.to, facts, round)) return { quiet: 'cannot-be-held' }
  // Who has written the session down has done their part: it is for the manager to agree.
  const practitioner = open.toConfirm === undefined ? [person] : []
  return {
    step: String(step),
    at: round.at(round.policy.hours.reminders),
    until: round.endOf(open.window.to),
    to: [...practitioner, ...standingFor(facts.person.managerStaffCode, person, round)],
  }
}

/** Whether there is a working day from today to a day on which somebody is there. */
function isThereBefore(
  last: string,
  { person, absences }: ReminderFacts,
  { today, workingDays }: ReminderRound,
): boolean {
  if (absences.length === 0 && person.endedOn === undefined) return true
  const isThere = (day: Temporal.PlainDate) =>
    isInPost(person, day.toString()) && !absences.some((days) => includes(days, day))
  for (let day = today; day.toString() <= last; day = day.add({ days: 1 })) {
    if (workingDays.isWorkingDay(day) && isThere(day)) return true
  }
  return false
}

function sessionToday(booking: Booking | undefined, round: ReminderRound): Judged {
  if (booking === undefined || booking.state !== 'booked') return { quiet: 'cancelled' }
  if (!booking.on.equals(round.today)) return { quiet: 'not-today' }
  if (localDay(booking.bookedAt).equals(round.today)) return { quiet: 'just-told' }
  const { hours, sends, sessionMinutesAhead } = round.policy
  const begins = startOf(booking)
  const ahead = later(begins.subtract({ minutes: sessionMinutesAhead }), round.at(sends.from))
  const { practitioner, supervisor } = booking
  return {
    step: '0',
    at: earlier(round.at(hours.reminders), ahead),
    until: begins,
    to: [practitioner, ...standingFor(supervisor, practitioner, round)],
  }
}

function actionDue(
  action: Action | undefined,
  thing: Extract<PersonalThing, { what: 'action-due' }>,
  round: ReminderRound,
): Judged {
  if (action === undefined || !isOpen(action) || action.owner !== thing.person) return { quiet: 'done' }
  if (action.due?.toString() !== thing.due) return { quiet: 'not-expected' }
  if (action.moreTime !== undefined) return { quiet: 'more-time-asked' }
  const news = action.steps.filter(
    ({ does }) => does === 'hand-on' || does === 'agree-more-time' || does === 'ask-more-time',
  )
  const since = localDay(news.at(-1)?.at ?? action.askedAt).toString()
  return byDay(thing, thing.due, since, round)
}

/**
 * What has to be done by a day. Nobody is reminded on the day they were told, nor of a step that had passed when they were. The
 * last step holds until it is done, so whoever was away on the day is told when they are back.
 */
function byDay(
  thing: Extract<PersonalThing, { what: 'action-due' | 'team-action-due' | 'touch-point' }>,
  due: string,
  toldOn: string,
  round: ReminderRound,
): Judged {
  if (round.day <= toldOn) return { quiet: 'just-told' }
  const steps = round.policy.daysLeft[thing.what]
  const step = stepAt(round.today.until(due).days, steps)
  if (step === undefined) return { quiet: 'not-yet' }
  const isLast = step === steps.at(-1)
  if (!isLast && Temporal.PlainDate.from(due).subtract({ days: step }).toString() <= toldOn)
    return { quiet: 'just-told' }
  return {
    step: String(step),
    at: round.at(round.policy.hours.reminders),
    to: [thing.person],
  }
}

function standingFor(manager: StaffCode | undefined, about: StaffCode, round: ReminderRound): StaffCode[] {
  const found = manager && round.standingFor(manager, about)
  return found === undefined ? [] : [found]
}

/** The latest step that was reached with so many days left; undefined before the first. */
function stepAt(left: number, steps: readonly number[]): number | undefined {
  return steps.findLast((days) => left <= days)
}

const later = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? other : one
const earlier = (one: Temporal.Instant, other: Temporal.Instant) =>
  Temporal.Instant.compare(one, other) < 0 ? one : other
