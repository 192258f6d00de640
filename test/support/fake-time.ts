import { setImmediate } from 'node:timers/promises'
import type { Temporal } from 'temporal-polyfill'
import { morning } from './records.ts'

/** A clock that goes on when everything else waits for it, so that an hour takes a moment. */
export function fakeTime(start: Temporal.Instant = morning) {
  let now = 0
  const waiting: { at: number; wake: () => void }[] = []
  return {
    now: (): Temporal.Instant => start.add({ nanoseconds: Math.round(now * 1e6) }),
    /** Milliseconds since the start. */
    passed: () => now,
    wait: (milliseconds: number): Promise<void> =>
      new Promise((wake) => {
        waiting.push({ at: now + Math.max(0, milliseconds), wake })
      }),
    /** Lets the time go on until the task is done; `rounds` of the event loop are waited for before each step. */
    async until<Result>(task: Promise<Result>, rounds = 4): Promise<Result> {
      let done = false
      const finished = task.finally(() => {
        done = true
      })
      finished.catch(() => {})
      for (let idle = 0; !done; ) {
        for (let round = 0; round < rounds && !done; round++) await setImmediate()
        const next = waiting.reduce((soonest, { at }) => Math.min(soonest, at), Number.POSITIVE_INFINITY)
        if (next === Number.POSITIVE_INFINITY) {
          if (++idle > 10_000) throw new Error('Nobody waits for the time, and nothing ends.')
          continue
        }
        idle = 0
        now = Math.max(now, next)
        for (const due of waiting.filter(({ at }) => at <= now)) {
          waiting.splice(waiting.indexOf(due), 1)
          due.wake()
        }
      }
      return finished
    },
  }
}

export type FakeTime = ReturnType<typeof fakeTime>
