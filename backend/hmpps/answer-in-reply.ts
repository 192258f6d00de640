import type { z } from 'zod'
import type { Attempt } from './service-line.ts'

/** Why a service gave no answer that can be used. `not-answered`: it, or what it needs itself, did not answer in time. */
export type NoAnswer = 'not-found' | 'forbidden' | 'bad-request' | 'not-answered' | 'not-understood'

export type Answer<T> = { status: 'ok'; body: T } | { status: NoAnswer }

/** What became of something handed in. `nothing`: it was accepted without any content. `unknown`: it may have arrived. */
export type HandedIn = 'accepted' | 'nothing' | 'refused' | 'not-sent' | 'unknown'

/** No rights for us, too slow, too busy, or something that the service needs itself failed. */
const couldNotAnswer = [401, 408, 424, 429]

/** What a call that reads has answered. */
export function answerIn<S extends z.ZodType>({ status, body }: Attempt, reads: S): Answer<z.output<S>> {
  if (typeof status === 'string' || status >= 500 || couldNotAnswer.includes(status)) return { status: 'not-answered' }
  if (status === 404) return { status: 'not-found' }
  if (status === 403) return { status: 'forbidden' }
  if (status >= 400) return { status: 'bad-request' }
  if (status >= 300 || body === 'too-long') return { status: 'not-understood' }
  const read = reads.safeParse(jsonIn(body))
  return read.success ? { status: 'ok', body: read.data } : { status: 'not-understood' }
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** What became of what a call handed in. A failure further back (424, 5xx) may have come after it was taken in. */
export function becameOf({ status, body }: Attempt): HandedIn {
  if (status === 'not-sent' || status === 401 || status === 429) return 'not-sent'
  if (status === 'lost' || status >= 500 || status === 408 || status === 424) return 'unknown'
  if (status >= 400) return 'refused'
  if (status >= 300) return 'unknown'
  return ['', 'null'].includes(body.trim()) ? 'nothing' : 'accepted'
}
