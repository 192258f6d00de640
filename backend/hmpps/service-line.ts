import {
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  ExponentialBackoff,
  handleWhenResult,
  type IBackoff,
  type IRetryBackoffContext,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import type { Deadline } from './deadline.ts'
import type { Reply } from './one-exchange.ts'

/** What a service is asked at most. Times are milliseconds. */
export type CallLimits = {
  /** For one call that reads, with its body. */
  call: number
  /** Calls under way at a time; and how many may wait their turn. */
  atOnce: number
  waiting: number
  /** How often a call that reads is tried again, and the first pause before it; the pauses grow, and none is like another. */
  retries: number
  pause: number
  /** After so many calls in a row that failed it is not asked for a while: more than are under way at a time. */
  failures: number
  rest: number
}

export const usualLimits: CallLimits = {
  call: 3000,
  atOnce: 24,
  waiting: 1000,
  retries: 2,
  pause: 100,
  failures: 40,
  rest: 10_000,
}

/** What came of one call: a reply; or none, because it was never sent, or because it was lost on the way there or back. */
export type Attempt = {
  status: number | 'not-sent' | 'lost'
  body: Reply['body']
  /** Whether trying again may help a call that reads, and the milliseconds the service asks to wait. */
  again: boolean
  pause?: number
  /** The service did not do its part, which counts towards not asking it for a while. */
  failed: boolean
}

const notSent: Attempt = { status: 'not-sent', body: '', again: false, failed: false }
const lost: Attempt = { ...notSent, status: 'lost' }

/** Aborting what has its answer already would make an error for nothing each time. */
const onlyWhenLate = { strategy: TimeoutStrategy.Cooperative, abortOnReturn: false }

/** The way to one service: how many calls at a time, what is tried again, when it is left alone. It never throws. */
export function lineTo(limits: CallLimits) {
  const breaker = circuitBreaker(
    handleWhenResult((attempt) => (attempt as Attempt).failed),
    { halfOpenAfter: limits.rest, breaker: new ConsecutiveBreaker(limits.failures) },
  )
  const places = bulkhead(limits.atOnce, limits.waiting)
  const again = retry(
    handleWhenResult((attempt) => (attempt as Attempt).again),
    { maxAttempts: limits.retries, backoff: growingPauses(limits.pause) },
  )
  const reading = wrap(again, breaker, places, timeout(limits.call, onlyWhenLate))
  const writing = wrap(breaker, places)

  return {
    async reading(call: (signal: AbortSignal) => Promise<Attempt>, signal: AbortSignal): Promise<Attempt> {
      try {
        return await reading.execute(({ signal: until }) => call(until), signal)
      } catch {
        return notSent
      }
    },
    /** A call that changes something has all the time there is: cutting it short would only leave its outcome open. */
    async writing(call: (signal: AbortSignal) => Promise<Attempt>, signal: AbortSignal): Promise<Attempt> {
      let sent = false
      try {
        return await writing.execute(() => {
          if (signal.aborted) throw new TaskCancelledError()
          sent = true
          return call(signal)
        }, signal)
      } catch {
        return sent ? lost : notSent
      }
    },
  }
}

/** The pause a service asks for goes before our own. */
function growingPauses(first: number) {
  const growing = new ExponentialBackoff({ initialDelay: first, maxDelay: 10 * first })
  return new DelegateBackoff<IRetryBackoffContext<unknown>, IBackoff<unknown>>(({ result }, before) => {
    const now = before?.next(undefined) ?? growing.next()
    const asked = 'value' in result ? (result.value as Attempt).pause : undefined
    return { delay: asked ?? now.duration, state: now }
  })
}

/** Before these nothing of a request has left. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/**
 * One call, and what it means for trying again. `now` is milliseconds since 1970.
 * @throws {TaskCancelledError} when the time ran out on it, for which the service is not to blame.
 */
export async function attemptOf(call: () => Promise<Reply>, deadline: Deadline, now: () => number): Promise<Attempt> {
  let reply: Reply
  try {
    reply = await call()
  } catch (error) {
    if (deadline.signal.aborted) throw new TaskCancelledError()
    const { code = '', syscall } = error as { code?: string; syscall?: string }
    const status = syscall === 'connect' || neverConnected.has(code) ? 'not-sent' : 'lost'
    return { status, body: '', again: true, failed: true }
  }
  const { status, body, retryAfter } = reply
  if (status === 429) {
    const pause = pauseAsked(retryAfter, now)
    const again = pause !== undefined && pause < deadline.left()
    return { status, body, again, ...(again ? { pause } : {}), failed: false }
  }
  return { status, body, again: status >= 500, failed: status >= 500 }
}

/** Milliseconds to wait, from seconds or a moment. */
function pauseAsked(retryAfter: string | undefined, now: () => number): number | undefined {
  if (retryAfter === undefined) return undefined
  if (/^\d{1,6}$/.test(retryAfter.trim())) return Number(retryAfter) * 1000
  const moment = Date.parse(retryAfter)
  return Number.isNaN(moment) ? undefined : Math.max(0, moment - now())
}
