import type { Days } from './absence.ts'
import type { Person } from './staff.ts'
import type { KindId, SupervisionKind } from './supervision-kind.ts'
import type { SupervisionCalendar, SupervisionWindow } from './supervision-window.ts'

/** A session as the states need it. `counts` as in `supervision.ts`; one that does not waits for the manager to agree. */
export type HeldSession = { kinds: readonly KindId[]; heldOn: string; counts: boolean }

/** A session that is planned for a day. */
export type PlannedSession = { kinds: readonly KindId[]; on: string }

/** What is known of one person's supervision. The order of each list means nothing. */
export type SupervisionFacts = {
  sessions: readonly HeldSession[]
  bookings: readonly PlannedSession[]
  absences: readonly Days[]
}

/**
 * Why nothing is expected in a window: on how many of its working days somebody was away, had not started or was gone
 * already. No day is counted twice, and why somebody was away is nobody's business here.
 */
export type Waiver = { workingDays: number; away: number; notStarted: number; gone: number }

/** How a person stands with one window. Days are ISO text. */
export type WindowState = { window: SupervisionWindow } & (
  | { state: 'met'; heldOn: string }
  | { state: 'waived'; waiver: Waiver; bookedOn?: string }
  | { state: 'booked'; bookedOn: string; toConfirm?: string }
  | { state: 'due' | 'due-soon'; toConfirm?: string }
  /** Closed unmet. `bookedOn` is when the next session of the kind is planned. */
  | { state: 'overdue'; toConfirm?: string; bookedOn?: string }
  | { state: 'missed'; toConfirm?: string }
)
export type StateName = WindowState['state']

/** The window after the open one: nothing is due in it yet. */
export type NextWindow = { window: SupervisionWindow; bookedOn?: string; waiver?: Waiver }

/** How a person stands with one kind. At most one closed window is overdue. */
export type KindStanding = {
  kind: KindId
  /** Closed windows that are looked at, oldest first. */
  closed: readonly WindowState[]
  open: WindowState
  next: NextWindow
}

export type Supervised = Pick<Person, 'grade' | 'startedOn' | 'endedOn'>

/**
 * How somebody stands with every kind of supervision their grade has, in the policy's order. Sessions and bookings count
 * for each of their kinds. Sessions after today are left out, and so are bookings before it.
 */
export function statesOf(person: Supervised, facts: SupervisionFacts, calendar: SupervisionCalendar): KindStanding[] {
  const notThere = stretchesNotThere(person, facts.absences, calendar)
  return calendar.policy.kinds
    .filter((kind) => kind.grades.includes(person.grade))
    .map((kind) => standingWith(kind, facts, notThere, calendar))
}

function standingWith(
  kind: SupervisionKind,
  { sessions, bookings }: SupervisionFacts,
  notThere: readonly Stretch[],
  calendar: SupervisionCalendar,
): KindStanding {
  const { all, begin, open } = calendar.windowsOf(kind.window)
  const held: Dated = []
  const toConfirm: Dated = []
  const booked: Dated = []
  let lastHeld = ''
  let nextBooked: string | undefined
  for (const { kinds, heldOn, counts } of sessions) {
    if (heldOn > calendar.today || !kinds.includes(kind.id)) continue
    const place = calendar.windowAt(kind.window, heldOn)
    const before = (counts ? held : toConfirm)[place]
    if (place >= 0 && (before === undefined || heldOn > before)) (counts ? held : toConfirm)[place] = heldOn
    if (counts && heldOn > lastHeld) lastHeld = heldOn
  }
  for (const { kinds, on } of bookings) {
    if (on < calendar.today || !kinds.includes(kind.id)) continue
    const place = calendar.windowAt(kind.window, on)
    const before = booked[place]
    if (place >= 0 && (before === undefined || on < before)) booked[place] = on
    if (nextBooked === undefined || on < nextBooked) nextBooked = on
  }

  /** What holds of a window whether it is open or closed; undefined when it is unmet and not waived. */
  const settled = (window: SupervisionWindow, place: number): WindowState | undefined => {
    const heldOn = held[place]
    if (heldOn !== undefined) return { window, state: 'met', heldOn }
    const waiver = waiverOf(window, notThere, calendar)
    return waiver && { window, state: 'waived', waiver, ...named('bookedOn', booked[place]) }
  }

  const closed: WindowState[] = []
  let aLaterOneClosed = false
  for (let place = open - 1; place >= begin; place--) {
    const window = all[place]
    if (window === undefined) continue
    const waiting = named('toConfirm', toConfirm[place])
    const isMissed = aLaterOneClosed || lastHeld > window.to
    const state: WindowState =
      settled(window, place) ??
      (isMissed
        ? { window, state: 'missed', ...waiting }
        : { window, state: 'overdue', ...waiting, ...named('bookedOn', nextBooked) })
    closed.unshift(state)
    aLaterOneClosed ||= state.state !== 'waived'
  }

  const now = all[open]
  const after = all[open + 1]
  if (now === undefined || after === undefined) throw new RangeError('Today and what follows it are in no calendar.')
  const waiver = waiverOf(after, notThere, calendar)
  return {
    kind: kind.id,
    closed,
    open: settled(now, open) ?? openState(now, booked[open], toConfirm[open], calendar),
    next: { window: after, ...named('bookedOn', booked[open + 1]), ...(waiver === undefined ? {} : { waiver }) },
  }
}

/** Days by the place of their window. */
type Dated = (string | undefined)[]

function named<Name extends string>(name: Name, day: string | undefined): { [Key in Name]?: string } {
  return (day === undefined ? {} : { [name]: day }) as { [Key in Name]?: string }
}

function openState(
  window: SupervisionWindow,
  bookedOn: string | undefined,
  toConfirm: string | undefined,
  calendar: SupervisionCalendar,
): WindowState {
  const waiting = named('toConfirm', toConfirm)
  if (bookedOn !== undefined) return { window, state: 'booked', bookedOn, ...waiting }
  const daysLeft = window.last - calendar.placeOf(calendar.today)
  return { window, state: daysLeft <= calendar.policy.windows.dueSoonDays ? 'due-soon' : 'due', ...waiting }
}

/** Days on which somebody was not there, as places in the calendar, both included; no two have a day in common. */
type Stretch = { first: number; last: number; why: 'away' | 'notStarted' | 'gone' }

function stretchesNotThere(
  { startedOn, endedOn }: Supervised,
  absences: readonly Days[],
  { placeOf, windowsOf }: SupervisionCalendar,
): Stretch[] {
  const end = windowsOf('year').all.at(-1)?.last ?? 0
  const stretches: Stretch[] = []
  let first = 0
  let last = end
  if (startedOn !== undefined) first = startedOn > lastDayOf(windowsOf) ? end + 1 : placeOf(startedOn)
  if (endedOn !== undefined) last = endedOn < firstDayOf(windowsOf) ? -1 : placeOf(endedOn)
  if (first > 0) stretches.push({ first: 0, last: first - 1, why: 'notStarted' })
  if (last < end) stretches.push({ first: Math.max(last + 1, first), last: end, why: 'gone' })
  if (absences.length === 0) return stretches
  const away = absences
    .map(({ from, to }) => ({ from: from.toString(), to: to?.toString() }))
    .filter(({ from, to }) => from <= lastDayOf(windowsOf) && (to === undefined || to >= firstDayOf(windowsOf)))
    .map(({ from, to }) => ({ first: placeOf(from), last: to === undefined ? end : placeOf(to) }))
    .sort((one, other) => one.first - other.first)
  let reached = first
  for (const absence of away) {
    const begins = Math.max(absence.first, reached)
    const ends = Math.min(absence.last, last)
    if (begins > ends) continue
    stretches.push({ first: begins, last: ends, why: 'away' })
    reached = ends + 1
  }
  return stretches
}

const firstDayOf = (windowsOf: SupervisionCalendar['windowsOf']) => windowsOf('year').all[0]?.from ?? ''
const lastDayOf = (windowsOf: SupervisionCalendar['windowsOf']) => windowsOf('year').all.at(-1)?.to ?? ''

function waiverOf(
  { first, last, workingDays }: SupervisionWindow,
  notThere: readonly Stretch[],
  { workingDaysIn, policy }: SupervisionCalendar,
): Waiver | undefined {
  if (notThere.length === 0) return undefined
  const waiver: Waiver = { workingDays, away: 0, notStarted: 0, gone: 0 }
  for (const stretch of notThere) {
    waiver[stretch.why] += workingDaysIn(Math.max(first, stretch.first), Math.min(last, stretch.last))
  }
  const missing = waiver.away + waiver.notStarted + waiver.gone
  return missing > policy.windows.waivedAbove * workingDays ? waiver : undefined
}
