import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Lets so many pass in a second at most, evenly: each waits for its place behind those before it. `nowMs` rises steadily.
 */
export function evenlySpaced(
  perSecond: number,
  nowMs: () => number = () => performance.now(),
  wait: (milliseconds: number) => Promise<unknown> = (milliseconds) => sleep(milliseconds, undefined, { ref: false }),
): () => Promise<void> {
  const gap = 1000 / perSecond
  let next = 0
  return async () => {
    const now = nowMs()
    const mine = Math.max(now, next)
    next = mine + gap
    if (mine > now) await wait(mine - now)
  }
}
