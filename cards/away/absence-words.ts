import type { AbsenceReason, Days } from '../../domain/absence.ts'
import { dayInWords, shortDay } from '../words.ts'

/** Why somebody is away, as a word of a list. `other` is also what nobody said. */
export const reasonNames: Record<AbsenceReason, string> = { leave: 'Leave', sick: 'Sick', other: 'Other, or not said' }

/** "Monday 23 November 2026 to Friday 27 November 2026", "From Monday 23 November 2026, no last day known". */
export function daysAwayInWords({ from, to }: Days): string {
  if (to === undefined) return `From ${dayInWords(from)}, last day not known yet`
  return to.equals(from) ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(to)}`
}

/** "23 Nov 2026 to 27 Nov 2026", for lists. */
export function shortDaysAway({ from, to }: Days): string {
  if (to === undefined) return `from ${shortDay(from)}, last day not known`
  return to.equals(from) ? shortDay(from) : `${shortDay(from)} to ${shortDay(to)}`
}
