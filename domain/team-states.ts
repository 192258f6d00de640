import { isInPost, type Person } from './staff.ts'
import type { KindId } from './supervision-kind.ts'
import type { KindStanding, StateName } from './window-state.ts'

/** The one state that says how a kind stands now: overdue where a closed window still is, else that of the open window. */
export function stateNow({ closed, open }: KindStanding): StateName {
  return closed.some(({ state }) => state === 'overdue') ? 'overdue' : open.state
}

/** How many windows are in each state, closed and open ones together. */
export type StateCounts = Record<StateName, number>

/** Counts windows, of all kinds or of some. */
export function countStates(standings: readonly KindStanding[], kinds?: readonly KindId[]): StateCounts {
  const counts: StateCounts = { met: 0, booked: 0, due: 0, 'due-soon': 0, overdue: 0, missed: 0, waived: 0 }
  for (const { kind, closed, open } of standings) {
    if (kinds !== undefined && !kinds.includes(kind)) continue
    for (const { state } of closed) counts[state]++
    counts[open.state]++
  }
  return counts
}

/** One person with how they stand. */
export type PersonStanding = { person: Person; standings: readonly KindStanding[] }

/** What somebody is asked to look at first: what is overdue, then what will be soon, then what was missed, then what is due. */
const urgency: readonly StateName[] = ['overdue', 'due-soon', 'missed', 'due', 'booked']

/** People with the worst first; those who stand alike keep their order. Of some kinds, only these are compared. */
export function worstFirst<One extends PersonStanding>(people: readonly One[], kinds?: readonly KindId[]): One[] {
  const counted = people.map((one) => ({ one, counts: countStates(one.standings, kinds) }))
  return counted
    .sort((a, b) => {
      for (const state of urgency) if (a.counts[state] !== b.counts[state]) return b.counts[state] - a.counts[state]
      return 0
    })
    .map(({ one }) => one)
}

/** How many full-time equivalents are in post, to two decimals. Whose working time is not known counts as full time. */
export function fullTimeEquivalents(
  people: readonly Pick<Person, 'fte' | 'startedOn' | 'endedOn'>[],
  today: string,
): number {
  const sum = people.filter((person) => isInPost(person, today)).reduce((total, { fte }) => total + (fte ?? 1), 0)
  return Math.round(sum * 100) / 100
}
