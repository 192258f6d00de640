import { isOpen } from '../action.ts'
import type { ActionId, AllocationId, Crn } from '../ids.ts'
import { isInPost } from '../staff.ts'
import type { KindId } from '../supervision-kind.ts'
import type { ReminderFacts } from './reminder-facts.ts'
import type { ReminderRound } from './reminder-round.ts'

/**
 * One thing that is overdue. `dueOn` is the last day it was in time, as ISO text; `workingDays` is how many working days ago
 * that was. A case number may be shown only to somebody who may see the case: whoever shows it asks first.
 */
export type OverdueRow = { dueOn: string; workingDays: number } & (
  | { what: 'supervision'; kind: KindId; from: string; bookedOn?: string; toConfirm?: string }
  | { what: 'action'; action: ActionId; moreTimeAsked: boolean }
  | { what: 'touch-point'; allocation: AllocationId }
  | { what: 'review'; review: string; crn?: Crn }
)

/** Everything of one person that is overdue by so many working days or more; what is overdue longest comes first. */
export function overdueOf(facts: ReminderFacts, atLeast: number, round: ReminderRound): OverdueRow[] {
  if (!isInPost(facts.person, round.day)) return []
  const rows: OverdueRow[] = []
  const since = (dueOn: string) => ({ dueOn, workingDays: dueOn < round.day ? round.workingDaysSince(dueOn) : 0 })
  for (const { kind, closed } of round.standingsOf(facts)) {
    for (const state of closed) {
      if (state.state !== 'overdue') continue
      const { window, bookedOn, toConfirm } = state
      rows.push({
        what: 'supervision',
        ...since(window.to),
        kind,
        from: window.from,
        ...(bookedOn === undefined ? {} : { bookedOn }),
        ...(toConfirm === undefined ? {} : { toConfirm }),
      })
    }
  }
  for (const action of facts.actions) {
    if (!isOpen(action) || action.due === undefined || action.owner !== facts.person.staffCode) continue
    const moreTimeAsked = action.moreTime !== undefined
    rows.push({ what: 'action', ...since(action.due.toString()), action: action.id, moreTimeAsked })
  }
  for (const { allocation, on } of facts.touchPoints) rows.push({ what: 'touch-point', ...since(on), allocation })
  for (const { kind, dueOn, crn } of facts.reviews) {
    rows.push({ what: 'review', ...since(dueOn), review: kind, ...(crn === undefined ? {} : { crn }) })
  }
  return longestFirst(rows.filter(({ workingDays }) => workingDays >= atLeast))
}

/** The same rows give the same order, in whatever order they were known. */
function longestFirst(rows: readonly OverdueRow[]): OverdueRow[] {
  const sorted = rows.map((row) => ({ row, name: JSON.stringify(row) }))
  sorted.sort((one, other) => {
    if (one.row.dueOn !== other.row.dueOn) return one.row.dueOn < other.row.dueOn ? -1 : 1
    return one.name < other.name ? -1 : 1
  })
  return sorted.map(({ row }) => row)
}
