import type { IExecuteAction } from '@microsoft/teams.cards'
import type { Temporal } from 'temporal-polyfill'
import type { Action } from '../../domain/action.ts'
import type { Booking } from '../../domain/booking.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import type { ReminderStep } from '../../domain/reminders/reminders-named.ts'
import type { ReviewId } from '../../domain/reviews/review.ts'
import type { KindId, SupervisionPolicy } from '../../domain/supervision-kind.ts'
import type { TeamAction } from '../../domain/team-action.ts'
import { slotInWords } from '../booking/booking-words.ts'
import { button } from '../button.ts'
import { buttonRows, type CardElement } from '../card-with.ts'
import { daysLeftInWords } from '../due/state-words.ts'
import { sentence } from '../lines.ts'
import { reviewNames } from '../reviews/review-words.ts'
import { beginning, typed, type Words } from '../typed.ts'
import { dayInWords, kindsAsHeading, listInWords, shortDay } from '../words.ts'

/** What is to be done, with the facts of now. */
export type ToDo =
  | {
      what: 'window-closing'
      kinds: readonly KindId[]
      closesOn: Temporal.PlainDate
      mayBook: boolean
      mayLog: boolean
      /** One was held and waits for the line manager to agree: nothing is to be booked then. */
      toConfirm: boolean
    }
  | { what: 'session-today'; booking: Booking; otherName: string }
  | { what: 'action-due'; action: Action; askerName: string }
  | { what: 'team-action-due'; action: TeamAction; askerName: string }
  /** The case is absent where its number may not be shown. */
  | { what: 'touch-point'; dueOn: Temporal.PlainDate; crn?: Crn }
  | { what: 'review-due'; review: ReviewId; dueOn: Temporal.PlainDate; crns: readonly Crn[] }

/** Reminders that stand together: of one thing, or of windows of one person that close on one day. */
export type ReminderRow = {
  reminders: readonly ReminderStep[]
  /** Whose it is, and their name where that is not the reader. */
  person: StaffCode
  name?: string
  /** Whether the reader stands in for the line manager. */
  covers?: boolean
  toDo: ToDo
}

/** One thing with what is to be done by when, why its reader is told, and the buttons that do it. */
export function reminderRow(
  row: ReminderRow,
  today: Temporal.PlainDate,
  policy: SupervisionPolicy,
  more: readonly IExecuteAction[],
): CardElement[] {
  const { name, toDo } = row
  return [
    typed({ strong: titleOf(toDo, policy) }, ...(name === undefined ? [] : [', ', beginning(name, 60)])),
    ...saysOf(toDo, today).map((words): CardElement => ({ ...typed(...words), spacing: 'None' })),
    sentence(whyYou(row), { isSubtle: true, spacing: 'None' }),
    ...buttonRows([...jobsOf(row), ...more]),
  ]
}

/** The name of a thing, for its line and for a list: "Monthly and reflective session". Never anything typed. */
export function titleOf(toDo: ToDo, policy: SupervisionPolicy): string {
  switch (toDo.what) {
    case 'window-closing':
      return `${toDo.toConfirm ? 'To agree' : 'To book'}: ${kindsAsHeading(policy, toDo.kinds)}`
    case 'session-today':
      return `Today: ${kindsAsHeading(policy, toDo.booking.kinds)}`
    case 'action-due':
      return 'Action'
    case 'team-action-due':
      return 'Team action'
    case 'touch-point':
      return 'First discussion of a case'
    case 'review-due':
      return `Overdue: ${reviewNames[toDo.review]}`
  }
}

function saysOf(toDo: ToDo, today: Temporal.PlainDate): Words[][] {
  const by = (day: Temporal.PlainDate) => `By ${dayInWords(day)}: ${leftInWords(today, day)}.`
  switch (toDo.what) {
    case 'window-closing':
      return [[by(toDo.closesOn)]]
    case 'session-today':
      return [[`${slotInWords(toDo.booking)}, with `, beginning(toDo.otherName, 60), '.']]
    case 'action-due':
    case 'team-action-due': {
      const { text, due } = toDo.action
      return [
        [beginning(text.replaceAll(/\s+/g, ' '), 160)],
        [`${due === undefined ? 'No day given.' : by(due)} Asked by `, beginning(toDo.askerName, 60), '.'],
      ]
    }
    case 'touch-point':
      return [[...(toDo.crn === undefined ? [] : [{ strong: toDo.crn }, '. ']), by(toDo.dueOn)]]
    case 'review-due':
      return [[{ strong: listInWords(toDo.crns) }, `. Its last day was ${shortDay(toDo.dueOn)}.`]]
  }
}

/** "8 days left", "today is the last day", "5 days ago". */
function leftInWords(today: Temporal.PlainDate, day: Temporal.PlainDate): string {
  const days = today.until(day).days
  if (days >= 0) return daysLeftInWords(today, day.toString())
  return days === -1 ? '1 day ago' : `${-days} days ago`
}

function whyYou({ name, covers, toDo }: ReminderRow): string {
  switch (toDo.what) {
    case 'window-closing':
      if (name === undefined) return 'You are told because this is your own supervision.'
      return covers === true
        ? 'You are told because you cover for the line manager.'
        : 'You are told because you are the line manager.'
    case 'session-today':
      return 'You are told because you are one of the two.'
    case 'action-due':
      return 'You are told because it is yours to do.'
    case 'team-action-due':
      return 'You are told because you have not confirmed it yet.'
    case 'touch-point':
      return 'You are told because the case was given to you.'
    case 'review-due':
      return toDo.crns.length === 1
        ? 'You are told because you hold the case.'
        : 'You are told because you hold the cases.'
  }
}

const mostCases = 4

/** The buttons that do the job. What they begin is decided again when they are pressed. */
function jobsOf({ person, toDo }: ReminderRow): IExecuteAction[] {
  switch (toDo.what) {
    case 'window-closing': {
      const [kind, ...others] = toDo.kinds
      const one = kind === undefined || others.length > 0 ? {} : { kind }
      return [
        ...(toDo.mayBook && !toDo.toConfirm ? [button('Book', { verb: 'booking.begin', person, ...one })] : []),
        ...(toDo.mayLog && !toDo.toConfirm
          ? [button('Already held: log it', { verb: 'supervision.begin', person, ...one })]
          : []),
        ...(toDo.toConfirm ? [button('What is due', { verb: 'states.show', person, ...one })] : []),
      ]
    }
    case 'session-today':
      return [button('Open, move or cancel', { verb: 'booking.show', booking: toDo.booking.id })]
    case 'action-due':
      return [button('Open: done, more time', { verb: 'action.show', action: toDo.action.id })]
    case 'team-action-due':
      return [
        button('I have done it', { verb: 'team-action.confirm', teamAction: toDo.action.id, from: 'list' }),
        button('Open', { verb: 'team-action.show', teamAction: toDo.action.id }),
      ]
    case 'touch-point':
      return toDo.crn === undefined
        ? [button('My overdue reviews', { verb: 'reviews.show', person })]
        : [button('Open, with the entry', { verb: 'reviews.case', person, crn: toDo.crn })]
    case 'review-due':
      return [
        ...toDo.crns.slice(0, mostCases).map((crn) => button(crn, { verb: 'reviews.case', person, crn })),
        ...(toDo.crns.length > mostCases
          ? [button('All of them', { verb: 'reviews.show', person, kind: toDo.review })]
          : []),
      ]
  }
}
