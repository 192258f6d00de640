import { isBankHoliday } from '../../config/bank-holidays.ts'
import { defaultSupervisionPolicy } from '../../config/kinds.ts'
import type { Days } from '../../domain/absence.ts'
import type { KindId, SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { supervisionCalendar } from '../../domain/supervision-window.ts'
import { type KindStanding, type Supervised, type SupervisionFacts, statesOf } from '../../domain/window-state.ts'
import { workingDaysWithout } from '../../domain/working-days.ts'
import { day } from './days.ts'

export const workingDays = workingDaysWithout(isBankHoliday)
export const po: Supervised = { grade: 'PO' }

/** A session of a kind, or of several at once, that counts. */
export const held = (heldOn: string, ...kinds: KindId[]) => ({ kinds, heldOn, counts: true })
export const booked = (on: string, ...kinds: KindId[]) => ({ kinds, on })
export const away = (from: string, to?: string): Days => ({
  from: day(from),
  ...(to === undefined ? {} : { to: day(to) }),
})

export const nothing: SupervisionFacts = { sessions: [], bookings: [], absences: [] }
const withWindows = new Map<string, SupervisionPolicy>()

/** The default policy with other numbers for windows; the same numbers give the same policy. */
export function policyWith(windows: Partial<SupervisionPolicy['windows']>): SupervisionPolicy {
  const key = JSON.stringify(windows)
  const known = withWindows.get(key) ?? {
    ...defaultSupervisionPolicy,
    windows: { ...defaultSupervisionPolicy.windows, ...windows },
  }
  withWindows.set(key, known)
  return known
}

export function standings(
  today: string,
  facts: Partial<SupervisionFacts> = {},
  person: Supervised = po,
  windows: Partial<SupervisionPolicy['windows']> = {},
): KindStanding[] {
  return statesOf(person, { ...nothing, ...facts }, supervisionCalendar(policyWith(windows), day(today), workingDays))
}

/** How somebody stands with one kind. */
export function standing(kind: KindId, ...rest: Parameters<typeof standings>): KindStanding {
  const found = standings(...rest).find((candidate) => candidate.kind === kind)
  if (found === undefined) throw new Error(`This grade has no ${kind}.`)
  return found
}

/** The states of a kind's windows in order, the open one last, each with its first month: "Apr met, May overdue, Jun due". */
export function inShort({ closed, open }: KindStanding): string {
  const month = (from: string) => day(from).toLocaleString('en-GB', { month: 'short' }).slice(0, 3)
  return [...closed, open].map(({ window, state }) => `${month(window.from)} ${state}`).join(', ')
}
