import { Temporal } from 'temporal-polyfill'
import { IsoDate } from './ids.ts'
import type { SupervisionKind, SupervisionPolicy } from './supervision-kind.ts'
import { supervisionYearOf } from './supervision-year.ts'
import type { WorkingDays } from './working-days.ts'

export type WindowLength = SupervisionKind['window']

const monthsOf: Record<WindowLength, number> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }
const lengths = Object.keys(monthsOf) as WindowLength[]
const ofEach = <Of>(of: (length: WindowLength) => Of) =>
  Object.fromEntries(lengths.map((length) => [length, of(length)])) as Record<WindowLength, Of>

/** A calendar window in which one session of a kind is expected. */
export type SupervisionWindow = {
  length: WindowLength
  /** First and last day, both included. */
  from: IsoDate
  to: IsoDate
  workingDays: number
  /** The place of its first and last day in the calendar. */
  first: number
  last: number
}

/** The windows of one length. */
export type Windows = {
  /** Oldest first, without a gap. */
  all: readonly SupervisionWindow[]
  /** Places in `all`: the first window that is looked at, and the one that today is in. Another one follows it. */
  begin: number
  open: number
}

/**
 * Everything about time that the states of people share: the days and windows of the supervision years that are looked at,
 * the one in force and the next one. Days are ISO text, which sorts as days do: states of a whole service are worked out
 * at once, and objects for each day would take most of the time.
 */
export type SupervisionCalendar = {
  policy: SupervisionPolicy
  today: IsoDate
  /** First and last day of it. */
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  /** How many days it has. */
  days: number
  /** The place of a day among them: -1 for one before them, `days` for one after them. */
  placeOf(day: string): number
  /** How many working days there are between two places, both included. */
  workingDaysIn(first: number, last: number): number
  windowsOf(length: WindowLength): Windows
  /** The place of the window that a day is in, or -1. */
  windowAt(length: WindowLength, day: string): number
}

type Plan = {
  from: IsoDate
  to: IsoDate
  places: ReadonlyMap<string, number>
  /** How many working days come before each place. */
  workedBefore: readonly number[]
  windows: Record<WindowLength, readonly SupervisionWindow[]>
  windowAt: Record<WindowLength, readonly number[]>
}

/** The plan made last for a policy: it changes once a year, and making one looks at every day of several years. */
const made = new WeakMap<SupervisionPolicy, { plan: Plan; workingDays: WorkingDays }>()

/** The calendar of a policy on a day. Cheap when one of the same year was asked for before. */
export function supervisionCalendar(
  policy: SupervisionPolicy,
  today: Temporal.PlainDate,
  workingDays: WorkingDays,
): SupervisionCalendar {
  const day = IsoDate.parse(today.toString())
  const year = supervisionYearOf(today, policy.windows.yearBegins)
  const countsFrom = policy.windows.countsFrom ?? year.from.toString()
  const plan = planFor(policy, year, workingDays)
  const windowAt = (length: WindowLength, at: string) => {
    const place = plan.places.get(at)
    return place === undefined ? -1 : (plan.windowAt[length][place] ?? -1)
  }
  const looked = ofEach((length): Windows => {
    const all = plan.windows[length]
    const open = windowAt(length, day)
    const begin = all.findIndex((window) => window.to >= countsFrom)
    return { all, open, begin: begin === -1 ? open : Math.min(begin, open) }
  })
  return {
    policy,
    today: day,
    from: Temporal.PlainDate.from(plan.from),
    to: Temporal.PlainDate.from(plan.to),
    days: plan.places.size,
    placeOf: (at) => plan.places.get(at) ?? (at < plan.from ? -1 : plan.places.size),
    workingDaysIn: (first, last) =>
      first > last ? 0 : (plan.workedBefore[last + 1] ?? 0) - (plan.workedBefore[first] ?? 0),
    windowsOf: (length) => looked[length],
    windowAt,
  }
}

function planFor(
  policy: SupervisionPolicy,
  year: ReturnType<typeof supervisionYearOf>,
  workingDays: WorkingDays,
): Plan {
  const { yearBegins, countsFrom } = policy.windows
  const known = made.get(policy)
  const to = year.to.add({ years: 1 })
  if (known?.workingDays === workingDays && known.plan.to === to.toString()) return known.plan
  const looksBack = countsFrom !== undefined && countsFrom < year.from.toString()
  const from = looksBack ? supervisionYearOf(Temporal.PlainDate.from(countsFrom), yearBegins).from : year.from
  const plan = makePlan(from, to, workingDays)
  made.set(policy, { plan, workingDays })
  return plan
}

function makePlan(from: Temporal.PlainDate, to: Temporal.PlainDate, { isWorkingDay }: WorkingDays): Plan {
  const days: string[] = []
  const workedBefore = [0]
  for (let left = from.until(to).days, day = from; left >= 0; left--, day = day.add({ days: 1 })) {
    days.push(day.toString())
    workedBefore.push((workedBefore.at(-1) ?? 0) + (isWorkingDay(day) ? 1 : 0))
  }
  const places = new Map(days.map((day, place) => [day, place]))
  const windowsOf = (length: WindowLength): SupervisionWindow[] => {
    const months = monthsOf[length]
    const windows: SupervisionWindow[] = []
    for (let start = from, first = 0; first < days.length; start = start.add({ months })) {
      const end = start.add({ months }).subtract({ days: 1 }).toString()
      const last = places.get(end) ?? days.length - 1
      windows.push({
        length,
        from: IsoDate.parse(start.toString()),
        to: IsoDate.parse(end),
        workingDays: (workedBefore[last + 1] ?? 0) - (workedBefore[first] ?? 0),
        first,
        last,
      })
      first = last + 1
    }
    return windows
  }
  const windows = ofEach(windowsOf)
  return {
    from: IsoDate.parse(from.toString()),
    to: IsoDate.parse(to.toString()),
    places,
    workedBefore,
    windows,
    windowAt: ofEach((length) =>
      windows[length].flatMap(({ first, last }, place) => Array<number>(last - first + 1).fill(place)),
    ),
  }
}
