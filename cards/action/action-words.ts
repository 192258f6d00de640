import type { Temporal } from 'temporal-polyfill'
import { type Action, type ActionStep, isOverdue } from '../../domain/action.ts'
import type { StaffCode } from '../../domain/ids.ts'
import type { Words } from '../typed.ts'
import { shortDay } from '../words.ts'

/** Where an action stands, with a shape and in words: "▲ Overdue", "● To be confirmed". */
export function actionStanding(action: Action, today: Temporal.PlainDate): string {
  if (action.state === 'done') return '✓ Done'
  if (action.state === 'withdrawn') return '■ No longer needed'
  if (isOverdue(action, today)) return '▲ Overdue'
  if (action.moreTime !== undefined) return '● More time asked for'
  return action.state === 'asked' ? '● Waiting to be confirmed' : '○ Confirmed'
}

/** When an action is due: "Due 4 Dec 2026", "No day given". */
export function dueInWords({ due }: Pick<Action, 'due'>): string {
  return due === undefined ? 'No day given' : `Due ${shortDay(due)}`
}

/**
 * What happened in a step, as a line: when, who, what. `nameOf` calls the reader "You". Why somebody needed more time is
 * said only where `withReason`.
 */
export function stepInWords(step: ActionStep, nameOf: (code: StaffCode) => string, withReason: boolean): Words[] {
  const start: Words[] = [`${dayOfMoment(step.at)}: `, { strong: nameOf(step.by) }]
  switch (step.does) {
    case 'confirm':
      return [...start, ' took it on.']
    case 'finish':
      return [...start, ' finished it.']
    case 'ask-more-time':
      return withReason
        ? [...start, ` asked for time until ${shortDay(step.due)}: `, step.reason]
        : [...start, ` asked for time until ${shortDay(step.due)}.`]
    case 'agree-more-time':
      return [...start, ` agreed to ${shortDay(step.due)}.`]
    case 'refuse-more-time':
      return [...start, ' did not agree to more time.']
    case 'hand-on':
      return [...start, ' handed it on to ', { strong: nameOf(step.to) }, '.']
    case 'withdraw':
      return [...start, ' said it is no longer needed.']
  }
}

function dayOfMoment(at: Temporal.Instant): string {
  return shortDay(at.toZonedDateTimeISO('Europe/London').toPlainDate())
}
