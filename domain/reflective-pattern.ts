import { Temporal } from 'temporal-polyfill'
import type { SessionId, StaffCode } from './ids.ts'
import { type Reflection, ReflectiveRating } from './reflection.ts'

/** A reflective session that counts, with what the practitioner said of it if they have. */
export type SaidOfSession = {
  session: SessionId
  practitioner: StaffCode
  heldOn: Temporal.PlainDate
  reflection?: Reflection
  /** When they said it. */
  saidAt?: Temporal.Instant
}

/** How often each answer was given; `unanswered` is how many sessions nobody has said anything of. */
export type ReflectiveCounts = Record<ReflectiveRating, number> & { unanswered: number }

/** A quarter of the supervision year with its counts. Days are included. */
export type ReflectiveQuarter = { from: Temporal.PlainDate; to: Temporal.PlainDate; counts: ReflectiveCounts }

/** The quarters of a year up to the one that `today` is in, and what was said in each. */
export function reflectiveQuarters(
  said: readonly SaidOfSession[],
  year: { from: Temporal.PlainDate },
  today: Temporal.PlainDate,
): ReflectiveQuarter[] {
  return [0, 3, 6, 9]
    .map((months) => year.from.add({ months }))
    .filter((from) => Temporal.PlainDate.compare(from, today) <= 0)
    .map((from) => {
      const to = from.add({ months: 3 }).subtract({ days: 1 })
      const within = said.filter(
        ({ heldOn }) => Temporal.PlainDate.compare(from, heldOn) <= 0 && Temporal.PlainDate.compare(heldOn, to) <= 0,
      )
      return { from, to, counts: countsOf(within) }
    })
}

/**
 * The quarters of a year that ended before `today`, with what was said in each until its last day in London. What is said
 * later is left out as not answered, so that nobody sees a single answer come in.
 */
export function closedQuarters(
  said: readonly SaidOfSession[],
  year: { from: Temporal.PlainDate },
  today: Temporal.PlainDate,
): ReflectiveQuarter[] {
  return reflectiveQuarters([], year, today)
    .filter(({ to }) => Temporal.PlainDate.compare(to, today) < 0)
    .map(({ from, to }) => {
      const inTime = said.map(({ reflection, ...session }) =>
        reflection !== undefined && isSaidBy(session, to) ? { ...session, reflection } : session,
      )
      const counts = reflectiveQuarters(inTime, year, to).find((quarter) => quarter.to.equals(to))?.counts
      return { from, to, counts: counts ?? countsOf([]) }
    })
}

function isSaidBy({ saidAt }: Pick<SaidOfSession, 'saidAt'>, day: Temporal.PlainDate): boolean {
  if (saidAt === undefined) return false
  return Temporal.PlainDate.compare(saidAt.toZonedDateTimeISO('Europe/London').toPlainDate(), day) <= 0
}

/** How often each answer was given in some sessions. */
export function countsOf(said: readonly SaidOfSession[]): ReflectiveCounts {
  const counts: ReflectiveCounts = { yes: 0, partly: 0, no: 0, unanswered: 0 }
  for (const { reflection } of said) counts[reflection?.rating ?? 'unanswered'] += 1
  return counts
}

/** How many answers there are in all. */
export function answersIn(counts: ReflectiveCounts): number {
  return counts.yes + counts.partly + counts.no
}

/** Figures of which nobody can be picked out: what is absent is not shown. */
export type ShownCounts = { answers?: number; ratings?: Record<ReflectiveRating, number> }

/** Fewer answers than this make up no figure that is shown to somebody who does not manage the people. */
export const fewestAnswers = 5

/**
 * The figures of quarters that somebody may see who does not manage the people. Each stands for at least five answers: a
 * quarter shows how many answers it has when they are at least five, and its ratings when each was given at least five times.
 * There are none of the year: what it rises by from one quarter to the next would be the figures of a quarter that is not shown.
 */
export function withoutSmallFigures(quarters: readonly ReflectiveCounts[]): ShownCounts[] {
  return quarters.map((counts): ShownCounts => {
    const answers = answersIn(counts)
    if (answers < fewestAnswers) return {}
    return enough(ratingsOf(counts)) ? { answers, ratings: ratingsOf(counts) } : { answers }
  })
}

function ratingsOf({ yes, partly, no }: ReflectiveCounts): Record<ReflectiveRating, number> {
  return { yes, partly, no }
}

function enough(ratings: Record<ReflectiveRating, number>): boolean {
  return ReflectiveRating.options.every((rating) => ratings[rating] >= fewestAnswers)
}
