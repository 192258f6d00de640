import { Temporal } from 'temporal-polyfill'
import { type Action, actionCharacters } from './action.ts'

/**
 * What is wrong with asking for more time, as sentences: it takes a day after today and after the day it is due, and a
 * reason of the usual length.
 */
export function problemsWithMoreTime(
  action: Pick<Action, 'due'>,
  { due, reason }: { due: Temporal.PlainDate | undefined; reason: string | undefined },
  today: Temporal.PlainDate,
): string[] {
  return [...problemsWithDay(action, due, today), ...problemsWithReason(reason)]
}

function problemsWithDay(
  action: Pick<Action, 'due'>,
  due: Temporal.PlainDate | undefined,
  today: Temporal.PlainDate,
): string[] {
  if (due === undefined) return ['Please give the day until when you need.']
  const { due: known } = action
  if (known !== undefined && Temporal.PlainDate.compare(known, today) > 0) {
    const isLater = Temporal.PlainDate.compare(due, known) > 0
    return isLater ? [] : ['That is no later than it is due already. Please give a later day.']
  }
  return Temporal.PlainDate.compare(due, today) > 0 ? [] : ['Please give a day that is still to come.']
}

function problemsWithReason(reason: string | undefined): string[] {
  if (reason === undefined) return ['Please say why you need more time.']
  if (reason.length <= actionCharacters) return []
  const count = reason.length.toLocaleString('en-GB')
  return [`The reason has ${count} characters; the most is ${actionCharacters}. Please shorten it.`]
}
