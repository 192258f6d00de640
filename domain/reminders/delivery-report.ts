import type { Unreachable } from './digest.ts'
import { localDay } from './local-moment.ts'
import type { OutcomeCount } from './outbox.ts'

/** How many messages came to which outcome, and whom none reaches. No content. */
export type DeliveryReport = {
  counts: Partial<Record<OutcomeCount['outcome'], number>>
  /** In the order of staff codes. */
  unreachable: Unreachable[]
}

/**
 * A report from the outcomes of people. Somebody is out of reach while something waits for their return, or where the last
 * thing that became of a message to them is that it failed. `since` is the local day on which that was last found.
 */
export function deliveryReportOf(outcomes: readonly OutcomeCount[]): DeliveryReport {
  const counts: DeliveryReport['counts'] = {}
  for (const { outcome, count } of outcomes) counts[outcome] = (counts[outcome] ?? 0) + count
  const unreachable = [...Map.groupBy(outcomes, ({ to }) => to)].flatMap(([person, theirs]): Unreachable[] => {
    const tried = theirs
      .filter(({ outcome }) => outcome !== 'dropped' && outcome !== 'cancelled' && outcome !== 'later')
      .toSorted((one, other) => other.lastAt.epochMilliseconds - one.lastAt.epochMilliseconds)
    const [last] = tried
    const found = theirs.find(({ state }) => state === 'unreachable') ?? (last?.outcome === 'failed' ? last : undefined)
    if (found === undefined) return []
    const { outcome, lastAt } = found
    const why = outcome === 'not-installed' || outcome === 'blocked' ? outcome : 'failed'
    return [{ person, why, since: localDay(lastAt).toString() }]
  })
  return { counts, unreachable: unreachable.sort((one, other) => (one.person < other.person ? -1 : 1)) }
}
