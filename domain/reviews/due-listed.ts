import type { Crn, StaffCode } from '../ids.ts'
import { isQuiet, lastSaidOf } from './quiet-review.ts'
import type { ReviewId } from './review.ts'
import type { ReviewAnswer } from './review-answer.ts'
import type { ReviewDay } from './review-day.ts'
import { stateOn } from './review-of.ts'
import type { DueReview } from './review-snapshot.ts'

export type ListedDue = DueReview & { state: 'overdue' | 'due-soon' }

/**
 * What is overdue or due soon of what was read, the longest overdue first: one for each kind and case, without those that
 * were answered and those of cases that `maySee` does not name.
 */
export function dueListed(
  due: readonly DueReview[],
  answers: readonly ReviewAnswer[],
  maySee: ReadonlySet<Crn>,
  { today, policy }: ReviewDay,
  kind?: ReviewId,
): ListedDue[] {
  const said = lastSaidOf(answers)
  const loud = due.flatMap((one): ListedDue[] => {
    const state = stateOn(one.dueOn, today, policy.dueSoonDays)
    if (state === 'not-due' || !maySee.has(one.crn) || (kind !== undefined && one.review !== kind)) return []
    return isQuiet(said({ ...one, kind: one.review }), today, false) ? [] : [{ ...one, state }]
  })
  const key = ({ dueOn, crn, review }: DueReview) => `${dueOn} ${crn} ${review}`
  const inOrder = loud.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
  return [...Map.groupBy(inOrder, ({ crn, review }) => `${crn} ${review}`).values()].flatMap(([first]) => first ?? [])
}

/** How many reviews are overdue and due soon, and on how many cases, of each person. */
export function countsByPerson(
  listed: readonly ListedDue[],
): ReadonlyMap<StaffCode, { overdue: number; dueSoon: number; cases: number }> {
  return new Map(
    [...Map.groupBy(listed, ({ practitioner }) => practitioner)].map(([practitioner, some]) => [
      practitioner,
      {
        overdue: some.filter(({ state }) => state === 'overdue').length,
        dueSoon: some.filter(({ state }) => state === 'due-soon').length,
        cases: new Set(some.map(({ crn }) => crn)).size,
      },
    ]),
  )
}
