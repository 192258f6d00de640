import type { Temporal } from 'temporal-polyfill'
import type { Delivery } from '../ports.ts'
import type { Settled, Tries } from './outbox.ts'
import type { SendingPolicy } from './sending-policy.ts'

type Retry = SendingPolicy['retry']

/** Where the outcome is not known a message is sent once more at most: twice is a nuisance, a third time a fault. */
const mostUnknowns = 1

/**
 * How long to wait after so many attempts, in whole seconds: twice as long each time up to a limit, and then between half
 * and all of that, by a random number from 0 to 1, so that what failed together does not come back together.
 */
export function pauseAfter(attempts: number, random: number, { firstSeconds, mostSeconds }: Retry): number {
  const whole = Math.min(mostSeconds, firstSeconds * 2 ** Math.max(0, attempts - 1))
  return Math.max(1, Math.round((whole * (1 + random)) / 2))
}

/** Whether an entry that was taken in hand may still be sent. If not, it has come to its end. */
export function mayBeSent({ attempts, unknowns }: Tries, { attempts: most }: Retry): boolean {
  return attempts <= most && unknowns <= mostUnknowns
}

/**
 * What a delivery leads to. Delivered, and too big, are the end of it; out of reach, it waits until the person returns;
 * throttled, it comes again when Teams says; failed, it comes again after a pause, so many times; and where nobody knows
 * whether it arrived, it comes once more at most, under the same key.
 */
export function afterDelivery(
  delivery: Delivery,
  { attempts, unknowns }: Tries,
  now: Temporal.Instant,
  random: number,
  retry: Retry,
): Settled {
  const afterPause = now.add({ seconds: pauseAfter(attempts, random, retry) })
  switch (delivery.outcome) {
    case 'delivered':
      return { outcome: 'delivered', ...(delivery.place.messageId === '' ? {} : { place: delivery.place }) }
    case 'not-installed':
    case 'blocked':
    case 'too-big':
      return { outcome: delivery.outcome }
    case 'throttled': {
      const { retryAfterSeconds } = delivery
      const again = retryAfterSeconds === undefined ? afterPause : now.add({ seconds: Math.ceil(retryAfterSeconds) })
      return { outcome: 'throttled', again }
    }
    case 'failed':
      return attempts < retry.attempts ? { outcome: 'failed', again: afterPause } : { outcome: 'failed' }
    case 'unknown':
      return unknowns < mostUnknowns && attempts < retry.attempts
        ? { outcome: 'unknown', again: afterPause }
        : { outcome: 'unknown' }
  }
}
