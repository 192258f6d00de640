import { setImmediate } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import {
  countsInWords,
  limitsAt,
  type RemovedCounts,
  type Retention,
  type RetentionPolicy,
  removable,
} from '../domain/retention.ts'
import type { Clock } from './clock.ts'
import type { RoundJob } from './daily-round.ts'

type Parts = { retention: Retention; policy: RetentionPolicy; clock: Clock }

/** How long one go may take, so that the jobs of the morning are not kept waiting. */
const oneGoMs = 20_000

/** Every night at two, or later in the day where the service did not run then. */
export function nightlyRetention(parts: Parts, elapsedMs = () => performance.now()): RoundJob {
  return {
    name: 'retention',
    days: 'every',
    from: Temporal.PlainTime.from('02:00'),
    until: Temporal.PlainTime.from('23:59'),
    async run() {
      const begun = elapsedMs()
      const { ended } = await applyRetention(parts, () => elapsedMs() - begun > oneGoMs)
      return ended ? 'done' : 'more'
    },
  }
}

/**
 * Removes everything that is past its time, in pages, with one audit entry of how much. A run that was cut short is
 * brought to its end first; on a day whose run has ended nothing is done. `isLongEnough` is asked between two pages, and
 * what is then left is for the next time. `counts` is what the last run that ended has removed.
 */
export async function applyRetention(
  { retention, policy, clock }: Parts,
  isLongEnough: () => boolean = () => false,
): Promise<{ ended: boolean; counts?: RemovedCounts }> {
  let counts: RemovedCounts | undefined
  for (;;) {
    const run = await retention.begin(clock.today())
    if (run === undefined) return { ended: true, ...(counts && { counts }) }
    const limits = limitsAt(clock.now(), policy)
    for (const what of removable) {
      for (let more = true; more; ) {
        if (isLongEnough()) return { ended: false }
        more = (await retention.removePage(run, what, limits)).more
        // Whoever has been waiting meanwhile comes first.
        await setImmediate()
      }
    }
    const removed = await retention.end(run, (counts) => ({
      event: 'retention.applied',
      at: clock.now(),
      detail: countsInWords(counts),
    }))
    counts = removed ?? counts
  }
}
