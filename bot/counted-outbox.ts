import type { Outbox } from '../domain/reminders/outbox.ts'
import type { ServiceMetrics } from './metrics.ts'

/** The outbox, with what became of its entries counted: outcomes and reasons are fixed words. */
export function countedOutbox(outbox: Outbox, { reminders }: Pick<ServiceMetrics, 'reminders'>): Outbox {
  return {
    ...outbox,
    async settle(keys, owner, settled, ...rest) {
      const kept = await outbox.settle(keys, owner, settled, ...rest)
      if (kept) reminders.inc({ outcome: settled.outcome, why: 'why' in settled ? settled.why : '' }, keys.length)
      return kept
    },
  }
}
