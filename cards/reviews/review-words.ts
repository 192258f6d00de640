import type { Temporal } from 'temporal-polyfill'
import { sourceInWords } from '../../domain/allocation/allocation-words.ts'
import type { FactShown } from '../../domain/allocation/check.ts'
import type { Review, ReviewId, ReviewState } from '../../domain/reviews/review.ts'
import type { LeftOut } from '../../domain/reviews/review-facts.ts'
import { daysOverdue } from '../../domain/reviews/reviews-listed.ts'
import type { Cell } from '../table.ts'
import { listInWords, shortDay } from '../words.ts'

/** Reviews as cards call them. */
export const reviewNames: Record<ReviewId, string> = {
  enforcement: 'Enforcement',
  safeguarding: 'Enquiries',
  oasys: 'OASys',
  isp: 'Initial sentence plan',
  register: 'Register review',
  'unpaid-work': 'Unpaid work',
  'touch-point': 'Touch point',
}

/** Reviews as they are typed: each is understood. */
export const reviewTyped: Record<ReviewId, string> = {
  enforcement: 'enforcement',
  safeguarding: 'enquiries',
  oasys: 'OASys',
  isp: 'sentence plan',
  register: 'register review',
  'unpaid-work': 'unpaid work',
  'touch-point': 'touch point',
}

const stateNames: Record<ReviewState, string> = {
  overdue: '▲ Overdue',
  'due-soon': '◐ Due soon',
  'not-due': '○ Not due',
  done: '● Done',
  'cannot-tell': '– Cannot tell',
}

/** How a review stands, with a shape in front: colour alone says nothing. */
export function stateInWords({ state, dueOn }: Pick<Review, 'state' | 'dueOn'>): string {
  return state === 'not-due' && dueOn !== undefined ? '○ Due later' : stateNames[state]
}

/** A cell that says how far away a last day is: "▲ 12 days". */
export function daysCell(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): Cell {
  const days = daysOverdue(dueOn, today)
  if (days > 0) return { text: `▲ ${inDays(days)}`, ground: 'attention' }
  return { text: days === 0 ? '◐ today' : `◐ in ${inDays(-days)}`, ground: 'accent' }
}

function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days.toLocaleString('en-GB')} days`
}

/** Where a fact comes from: "from the risk service, 20 Nov 2026". */
export function factFrom({ source, on }: FactShown, dayOf: (iso: string) => Temporal.PlainDate): string {
  return `from ${sourceInWords(source)}${on === undefined ? '' : `, ${shortDay(dayOf(on))}`}`
}

const leftOutWords: Record<LeftOut, string> = {
  ended: 'whose order has ended',
  recalled: 'recalled',
  'in-custody': 'in custody',
  suspended: 'with contact suspended',
}

/** Why the reviews of a case are left out, as the end of "This case is left out: it is …". */
export const leftOutOfCase: Record<LeftOut, string> = {
  ended: 'the order has ended',
  recalled: 'the person is recalled',
  'in-custody': 'the person is in custody',
  suspended: 'contact is suspended',
}

/** How many cases have no reviews, and why; nothing where none is left out. */
export function leftOutInWords(leftOut: Readonly<Partial<Record<LeftOut, number>>>): string | undefined {
  const parts = Object.entries(leftOut).filter(([, count]) => count > 0)
  if (parts.length === 0) return undefined
  const all = parts.reduce((sum, [, count]) => sum + count, 0)
  const why = parts.map(([reason, count]) => `${count} ${leftOutWords[reason as LeftOut]}`)
  return `Left out: ${all === 1 ? '1 case' : `${all} cases`}, ${listInWords(why)}.`
}

/** "3 reviews are overdue and 1 is due soon, on 3 cases." */
export function countsInWords(overdue: number, dueSoon: number, cases: number): string {
  if (overdue + dueSoon === 0) return 'Nothing is overdue or due soon.'
  const parts = [
    ...(overdue === 0 ? [] : [`${some(overdue, 'review is', 'reviews are')} overdue`]),
    ...(dueSoon === 0
      ? []
      : [`${overdue === 0 ? some(dueSoon, 'review is', 'reviews are') : some(dueSoon, 'is', 'are')} due soon`]),
  ]
  return `${listInWords(parts)}, on ${some(cases, 'case', 'cases')}.`
}

export function some(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}
