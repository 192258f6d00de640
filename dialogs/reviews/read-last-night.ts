import { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../../domain/ids.ts'
import { dueListed, type ListedDue } from '../../domain/reviews/due-listed.ts'
import type { ReviewId } from '../../domain/reviews/review.ts'
import { stateOn } from '../../domain/reviews/review-of.ts'
import type { Person } from '../../domain/staff.ts'
import type { Desk, Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'
import { reviewDay } from './cases-reviewed.ts'

/**
 * What is overdue or due soon of some people's cases by the last reading, as far as whoever asks may see the cases, which is
 * found out now. A case they may not see is neither listed nor counted.
 */
export async function readLastNight(
  people: readonly Pick<Person, 'staffCode'>[],
  kind: ReviewId | undefined,
  turn: Turn,
  desk: Desk,
): Promise<{ listed: ListedDue[]; readAt: ReadonlyMap<StaffCode, Temporal.Instant>; unchecked: boolean }> {
  const { due, readAt } = await desk.reviewSnapshot.of(people.map(({ staffCode }) => staffCode))
  const day = reviewDay(turn.today, desk)
  const now = due.filter(
    ({ dueOn, review }) =>
      (kind === undefined || review === kind) && stateOn(dueOn, day.today, day.policy.dueSoonDays) !== 'not-due',
  )
  const crns = [...new Set(now.map(({ crn }) => crn))]
  const [sights, answers] = await Promise.all([
    crns.length === 0 ? [] : desk.cases.sights(crns, viewerOf(turn)),
    desk.reviewAnswers.ofCases(crns),
  ])
  const maySee = new Set(crns.filter((_, place) => sights[place]?.sight === 'open'))
  return {
    listed: dueListed(now, answers, maySee, day, kind),
    readAt,
    unchecked: crns.some((_, place) => (sights[place]?.sight ?? 'unknown') === 'unknown'),
  }
}

/** When the oldest of some readings was. */
export function oldestReading(readAt: ReadonlyMap<StaffCode, Temporal.Instant>): Temporal.Instant | undefined {
  return [...readAt.values()].toSorted(Temporal.Instant.compare)[0]
}
