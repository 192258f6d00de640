import type { z } from 'zod'
import type { FactSource } from '../../domain/allocation/fact.ts'
import type { CaseViewer } from '../../domain/case-view.ts'
import { type Answer, answerIn, becameOf, type HandedIn } from './answer-in-reply.ts'
import type { Deadline } from './deadline.ts'
import { oneExchange, type Request } from './one-exchange.ts'
import { type Attempt, attemptOf, type CallLimits, lineTo } from './service-line.ts'
import type { ServicePath } from './service-path.ts'
import type { TokenSource } from './token-source.ts'

/** What is asked. With a body it is a POST that only reads. */
export type Question<S extends z.ZodType> = {
  at: ServicePath
  query?: Record<string, string>
  body?: unknown
  reads: S
}

/** One call as it may be counted and logged: nothing in it is about a person. `attempts` is how often it went out. */
export type ServiceCall = {
  service: FactSource
  /** The method and the path with a star for each value: "GET /allocated/crn/*". */
  operation: string
  outcome: Answer<unknown>['status'] | HandedIn
  attempts: number
  milliseconds: number
}

/** One of the case services. Nothing here throws, and nothing takes longer than its deadline. */
export type ServiceClient = {
  read<S extends z.ZodType>(
    question: Question<S>,
    by: CaseViewer | undefined,
    deadline: Deadline,
  ): Promise<Answer<z.output<S>>>
  /** Goes out once, and once more only where it was turned away for its token. */
  handIn(at: ServicePath, body: unknown, by: CaseViewer, deadline: Deadline): Promise<HandedIn>
}

export type ServiceOptions = {
  service: FactSource
  url: string
  token: TokenSource
  limits: CallLimits
  /** Milliseconds since 1970. */
  now: () => number
  onCall?: (call: ServiceCall) => void
}

/** A client of one service, which is left alone for a while when it fails, and is asked so many things at a time. */
export function serviceClient({ service, url, token, limits, now, onCall }: ServiceOptions): ServiceClient {
  const base = url.replace(/\/+$/, '')
  const line = lineTo(limits)

  /** Makes one call with a token, and once more with a new one where that is turned away. */
  async function withToken(by: CaseViewer | undefined, call: (token: string) => Promise<Attempt>) {
    let given: string
    try {
      given = await token(by)
    } catch {
      return undefined
    }
    const first = await call(given)
    if (first.status !== 401) return first
    try {
      given = await token(by, given)
    } catch {
      return first
    }
    return call(given)
  }

  /** An answer in time, counted. `ask` says each time that something goes out. */
  async function asked<T>(
    operation: string,
    deadline: Deadline,
    ask: (out: () => void) => Promise<T>,
    late: (attempts: number) => T,
    outcomeOf: (answer: T) => ServiceCall['outcome'],
  ): Promise<T> {
    const began = performance.now()
    let attempts = 0
    const coming = ask(() => {
      attempts += 1
    })
    const answer = (await deadline.race<T | undefined>(coming, undefined)) ?? late(attempts)
    onCall?.({ service, operation, outcome: outcomeOf(answer), attempts, milliseconds: performance.now() - began })
    return answer
  }

  return {
    read<S extends z.ZodType>({ at, query, body, reads }: Question<S>, by: CaseViewer | undefined, deadline: Deadline) {
      const address = base + at.path + (query === undefined ? '' : `?${new URLSearchParams(query)}`)
      return asked<Answer<z.output<S>>>(
        `${body === undefined ? 'GET' : 'POST'} ${at.shape}`,
        deadline,
        async (out) => {
          const attempt = await withToken(by, (given) =>
            line.reading((signal) => {
              out()
              return attemptOf(() => oneExchange(address, request(given, body, signal)), deadline, now)
            }, deadline.signal),
          )
          return attempt === undefined ? { status: 'not-answered' } : answerIn(attempt, reads)
        },
        () => ({ status: 'not-answered' }),
        (answer) => answer.status,
      )
    },
    handIn(at, body, by, deadline) {
      return asked<HandedIn>(
        `POST ${at.shape}`,
        deadline,
        async (out) => {
          const attempt = await withToken(by, (given) =>
            line.writing((signal) => {
              out()
              return attemptOf(() => oneExchange(base + at.path, request(given, body, signal)), deadline, now)
            }, deadline.signal),
          )
          return attempt === undefined ? 'not-sent' : becameOf(attempt)
        },
        (attempts) => (attempts === 0 ? 'not-sent' : 'unknown'),
        (outcome) => outcome,
      )
    },
  }
}

function request(token: string, body: unknown, signal: AbortSignal): Request {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
  if (body === undefined) return { method: 'GET', headers, signal }
  return {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  }
}
