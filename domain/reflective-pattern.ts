import { Temporal } from 'temporal-polyfill'
import type { SessionId, StaffCode } from './ids.ts'
import { type Reflection, ReflectiveRating } from './reflection.ts'

/** A reflective session that counts, with what the practitioner said of it if they have. */
export type SaidOfSession = {
  session: SessionId
  practitioner: StaffCode
  heldOn: Temporal.PlainDate
  reflection?: Reflection
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
 * The figures of some quarters and of all of them together that somebody may see who does not manage the people. A figure
 * stands for at least five answers, and so does whatever is left when what is shown is taken from the whole:
 *  - a quarter shows how many answers it has when they are at least five, and its ratings when each has at least five;
 *  - the year shows a figure only if the quarters that do not show theirs have either none to show or at least five between them.
 */
export function withoutSmallFigures(quarters: readonly ReflectiveCounts[]): {
  quarters: ShownCounts[]
  year: ShownCounts
} {
  const shown = quarters.map((counts): ShownCounts => {
    const answers = answersIn(counts)
    if (answers < fewestAnswers) return {}
    return enough(ratingsOf(counts)) ? { answers, ratings: ratingsOf(counts) } : { answers }
  })
  const year = quarters.reduce<Record<ReflectiveRating, number>>(
    (sum, counts) => ({ yes: sum.yes + counts.yes, partly: sum.partly + counts.partly, no: sum.no + counts.no }),
    { yes: 0, partly: 0, no: 0 },
  )
  const answers = year.yes + year.partly + year.no
  const hidden = quarters.filter((_, index) => shown[index]?.answers === undefined)
  const left = hidden.reduce((sum, counts) => sum + answersIn(counts), 0)
  if (answers < fewestAnswers || (hidden.length > 0 && left < fewestAnswers)) return { quarters: shown, year: {} }

  const withoutRatings = quarters.filter((_, index) => shown[index]?.ratings === undefined)
  const leftOf = (rating: ReflectiveRating) => withoutRatings.reduce((sum, counts) => sum + counts[rating], 0)
  const apart =
    withoutRatings.length === 0 || ReflectiveRating.options.every((rating) => leftOf(rating) >= fewestAnswers)
  return { quarters: shown, year: enough(year) && apart ? { answers, ratings: year } : { answers } }
}

function ratingsOf({ yes, partly, no }: ReflectiveCounts): Record<ReflectiveRating, number> {
  return { yes, partly, no }
}

function enough(ratings: Record<ReflectiveRating, number>): boolean {
  return ReflectiveRating.options.every((rating) => ratings[rating] >= fewestAnswers)
}
