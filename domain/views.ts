import type { Temporal } from 'temporal-polyfill'
import type { StaffCode } from './ids.ts'

/** One time that somebody looked at a person's record. */
export type View = {
  by: StaffCode
  at: Temporal.Instant
  /** A word of a fixed vocabulary for what was looked at; absent for a single session. */
  what?: string
}

export type Views = {
  /**
   * Who looked at a person's record between two moments, both included, newest first. Looking at one's own is not among
   * them. At most `most`, so that a page never takes long; `more` says whether there are others, older ones.
   */
  of(
    person: StaffCode,
    from: Temporal.Instant,
    to: Temporal.Instant,
    most: number,
  ): Promise<{ views: View[]; more: boolean }>
}

/** What one person looked at on one day. */
export type ViewsOfADay = {
  /** The day in London. */
  day: Temporal.PlainDate
  by: StaffCode
  /** What was looked at, each once, with how often; the newest first. */
  looked: readonly { what: string | undefined; times: number; last: Temporal.Instant }[]
}

/** Views by day and person, newest first. Takes them newest first. */
export function byDayAndPerson(views: readonly View[]): ViewsOfADay[] {
  const dayOf = ({ at }: View) => at.toZonedDateTimeISO('Europe/London').toPlainDate()
  const groups = Map.groupBy(views, (view) => `${dayOf(view)} ${view.by}`)
  return [...groups.values()].flatMap((ofOne) => {
    const [first] = ofOne
    if (first === undefined) return []
    const looked = [...Map.groupBy(ofOne, ({ what }) => what)].map(([what, times]) => ({
      what,
      times: times.length,
      last: times[0]?.at ?? first.at,
    }))
    return [{ day: dayOf(first), by: first.by, looked }]
  })
}
