import type { Days } from './absence.ts'
import type { HeldSession } from './held-sessions.ts'
import type { Person } from './staff.ts'
import type { KindId, SupervisionKind } from './supervision-kind.ts'
import type { SupervisionCalendar, SupervisionWindow } from './supervision-window.ts'

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
  const placeOf = (day: string) => calendar.windowAt(kind.window, day)
  const ofKind = sessions.filter(({ kinds, heldOn }) => heldOn <= calendar.today && kinds.includes(kind.id))
  const heldOn = ofKind.filter(({ counts }) => counts).map((session) => session.heldOn)
  const bookedOn = bookings
    .filter(({ kinds, on }) => on >= calendar.today && kinds.includes(kind.id))
    .map(({ on }) => on)
  const held = byWindow(heldOn, placeOf, latest)
  const booked = byWindow(bookedOn, placeOf, earliest)
  const toConfirm = byWindow(
    ofKind.filter(({ counts }) => !counts).map((session) => session.heldOn),
    placeOf,
    latest,
  )
  const lastHeld = heldOn.reduce(latest, '')
  const nextBooked = bookedOn.length === 0 ? undefined : bookedOn.reduce(earliest)

  /** What holds of a window whether it is open or closed; undefined when it is unmet and not waived. */
  const settled = (window: SupervisionWindow, place: number): WindowState | undefined => {
    const heldOn = held[place]
    if (heldOn !== undefined) return { window, state: 'met', heldOn }
    const waiver = waiverOf(window, notThere, calendar)
    return waiver && { window, state: 'waived', waiver, bookedOn: booked[place] }
  }

  const closed = new Array<WindowState>(open - begin)
  let aLaterOneClosed = false
  for (let place = open - 1; place >= begin; place--) {
    const window = all[place]
    if (window === undefined) continue
    const unmet: StateName = aLaterOneClosed || lastHeld > window.to ? 'missed' : 'overdue'
    const waiting = toConfirm[place]
    const state: WindowState =
      settled(window, place) ??
      (unmet === 'missed'
        ? { window, state: unmet, toConfirm: waiting }
        : { window, state: unmet, toConfirm: waiting, bookedOn: nextBooked })
    closed[place - begin] = state
    if (state.state !== 'waived') aLaterOneClosed = true
  }

  const now = all[open]
  const after = all[open + 1]
  if (now === undefined || after === undefined) throw new RangeError('Today and what follows it are in no calendar.')
  return {
    kind: kind.id,
    closed,
    open: settled(now, open) ?? openState(now, booked[open], toConfirm[open], calendar),
    next: { window: after, bookedOn: booked[open + 1], waiver: waiverOf(after, notThere, calendar) },
  }
}

const latest = (one: string, other: string) => (one > other ? one : other)
const earliest = (one: string, other: string) => (one < other ? one : other)

/** One of the days that fall into each window, by the window's place. */
function byWindow(
  days: readonly string[],
  placeOf: (day: string) => number,
  preferred: (one: string, other: string) => string,
): (string | undefined)[] {
  const found: (string | undefined)[] = []
  for (const day of days) {
    const place = placeOf(day)
    if (place >= 0) found[place] = preferred(day, found[place] ?? day)
  }
  return found
}

function openState(
  window: SupervisionWindow,
  bookedOn: string | undefined,
  toConfirm: string | undefined,
  calendar: SupervisionCalendar,
): WindowState {
  if (bookedOn !== undefined) return { window, state: 'booked', bookedOn, toConfirm }
  const daysLeft = window.last - calendar.placeOf(calendar.today)
  return { window, state: daysLeft <= calendar.policy.windows.dueSoonDays ? 'due-soon' : 'due', toConfirm }
}

/** Days on which somebody was not there, as places in the calendar, both included; no two have a day in common. */
type Stretch = { first: number; last: number; why: 'away' | 'notStarted' | 'gone' }

function stretchesNotThere(
  { startedOn, endedOn }: Supervised,
  absences: readonly Days[],
  { placeOf, days }: SupervisionCalendar,
): Stretch[] {
  const first = startedOn === undefined ? 0 : Math.max(0, placeOf(startedOn))
  const last = endedOn === undefined ? days - 1 : Math.min(days - 1, placeOf(endedOn))
  const stretches: Stretch[] = []
  if (first > 0) stretches.push({ first: 0, last: first - 1, why: 'notStarted' })
  if (last < days - 1) stretches.push({ first: Math.max(last + 1, first), last: days - 1, why: 'gone' })
  let reached = first
  const away = absences
    .map(({ from, to }) => ({
      begins: placeOf(from.toString()),
      ends: to === undefined ? days : placeOf(to.toString()),
    }))
    .sort((one, other) => one.begins - other.begins)
  for (const { begins, ends } of away) {
    const stretch: Stretch = { first: Math.max(begins, reached), last: Math.min(ends, last), why: 'away' }
    if (stretch.first > stretch.last) continue
    stretches.push(stretch)
    reached = stretch.last + 1
  }
  return stretches
}

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
