import { Temporal } from 'temporal-polyfill'
import type { SupervisionWindow } from '../../domain/supervision-window.ts'
import type { StateName, Waiver } from '../../domain/window-state.ts'
import { listInWords, monthOf, shortDay } from '../words.ts'

/** A shape for each state, the same on every card; the word is always beside it or in a key on the same card. */
export const stateShapes: Record<StateName, string> = {
  overdue: '▲',
  'due-soon': '◆',
  due: '○',
  booked: '◷',
  met: '✓',
  waived: '–',
  missed: '✕',
}

/** The word for a state, as it stands after its shape. */
export const stateNames: Record<StateName, string> = {
  overdue: 'overdue',
  'due-soon': 'due soon',
  due: 'due',
  booked: 'booked',
  met: 'met',
  waived: 'waived',
  missed: 'missed',
}

/** All states, the one to look at first in front. */
export const statesInOrder: readonly StateName[] = ['overdue', 'due-soon', 'due', 'booked', 'met', 'waived', 'missed']

/** "▲ overdue, ✓ met": the shapes on a card, explained. */
export function keyOf(states: Iterable<StateName>): string {
  const shown = new Set(states)
  return statesInOrder
    .filter((state) => shown.has(state))
    .map((state) => `${stateShapes[state]} ${stateNames[state]}`)
    .join(', ')
}

/** "November 2026", "October to December 2026", "October 2026 to March 2027". */
export function windowInWords({ from, to }: { from: string; to: string }): string {
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to)
  const end = `${monthOf(last)} ${last.year}`
  if (first.year === last.year && first.month === last.month) return end
  return first.year === last.year ? `${monthOf(first)} to ${end}` : `${monthOf(first)} ${first.year} to ${end}`
}

/** Several windows in a list, of one year with the year at the end: "April, May and August 2026". */
export function windowsInWords(windows: readonly Pick<SupervisionWindow, 'from' | 'to'>[]): string {
  const names = windows.map(windowInWords)
  const years = new Set(windows.flatMap(({ from, to }) => [from.slice(0, 4), to.slice(0, 4)]))
  if (years.size > 1) return listInWords(names)
  return listInWords(names.map((name, index) => (index < names.length - 1 ? name.replace(/ \d{4}$/, '') : name)))
}

/** A day that is kept as text, for lists: "20 Nov 2026". */
export const shortDayOf = (day: string): string => shortDay(Temporal.PlainDate.from(day))

/**
 * Why a window is waived: "away on 15 of its 21 working days". Without the numbers, for whoever may see no more than how
 * things stand: "not there for most of its working days".
 */
export function waiverInWords(waiver: Waiver, inDays: boolean): string {
  if (!inDays) return 'not there for most of its working days'
  const parts = [
    ...(waiver.notStarted > 0 ? ['not yet started'] : []),
    ...(waiver.away > 0 ? ['away'] : []),
    ...(waiver.gone > 0 ? ['gone'] : []),
  ]
  const missing = waiver.notStarted + waiver.away + waiver.gone
  return `${listInWords(parts)} on ${missing} of its ${waiver.workingDays} working days`
}

/** "8 days left", "1 day left", "today is the last day". */
export function daysLeftInWords(today: Temporal.PlainDate, to: string): string {
  const days = today.until(Temporal.PlainDate.from(to)).days
  if (days === 0) return 'today is the last day'
  return days === 1 ? '1 day left' : `${days} days left`
}
