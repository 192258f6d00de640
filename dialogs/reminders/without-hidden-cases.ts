import type { ReminderFacts } from '../../domain/reminders/reminder-facts.ts'
import type { Person } from '../../domain/staff.ts'
import type { TellingDesk } from '../telling.ts'

/**
 * Facts as somebody may see them: without reviews and first discussions of cases that they may not see, or of which that could not
 * be found out, so that nobody's count tells of such a case.
 */
export async function withoutHiddenCases(
  viewer: Person,
  facts: readonly ReminderFacts[],
  desk: Pick<TellingDesk, 'cases' | 'allocations'>,
): Promise<ReminderFacts[]> {
  const given = await Promise.all(
    facts.flatMap(({ touchPoints }) => touchPoints.map(({ allocation }) => desk.allocations.byId(allocation))),
  )
  const caseOf = new Map(given.flatMap((one) => (one === undefined ? [] : [[one.id, one.crn]])))
  const crns = [
    ...new Set([...facts.flatMap(({ reviews }) => reviews.flatMap(({ crn }) => crn ?? [])), ...caseOf.values()]),
  ]
  if (crns.length === 0) return [...facts]
  const sights = await desk.cases.sights(crns, { staffCode: viewer.staffCode })
  const maySee = new Set(crns.filter((_, place) => sights[place]?.sight === 'open'))
  return facts.map((one) => ({
    ...one,
    reviews: one.reviews.filter(({ crn }) => crn !== undefined && maySee.has(crn)),
    touchPoints: one.touchPoints.filter(({ allocation }) => {
      const crn = caseOf.get(allocation)
      return crn !== undefined && maySee.has(crn)
    }),
  }))
}
