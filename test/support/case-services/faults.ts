import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Answer } from './wire.ts'

export const serviceNames = [
  ...(['allocations', 'workload', 'tier', 'estate', 'arns', 'manageSupervision', 'delius', 'hmppsAuth'] as const),
]
export type ServiceName = (typeof serviceNames)[number]

/**
 * What a service does instead of answering. `taken`: it does what it was asked first, and only its answer goes wrong.
 *  - `slow`: answers after so many milliseconds; `hang`: never.
 *  - `malformed`: half of its JSON; `page`: the HTML of a proxy; `wrong-types`: every value is of another type.
 *  - `reset`: the connection breaks; `huge`: so many bytes of JSON.
 */
export type Fault =
  | { does: 'slow'; ms: number }
  | { does: 'hang'; taken?: true }
  | { does: 'status'; status: number; retryAfter?: number; taken?: true }
  | { does: 'malformed' | 'page' | 'wrong-types' }
  | { does: 'reset'; taken?: true }
  | { does: 'huge'; bytes: number }

/** Which calls: of one service or all, whose path holds this text or fits this pattern. */
export type Where = { service?: ServiceName; path?: string | RegExp }

type Rule = { where: Where; fault: Fault; left: number }

/** Rules that say which calls go wrong and how. The newest that fits decides. */
export function faultRules() {
  const rules: Rule[] = []
  return {
    /** From now on, for so many calls or until the function that comes back is called. */
    add(where: Where, fault: Fault, times = Number.POSITIVE_INFINITY): () => void {
      const rule = { where, fault, left: times }
      rules.unshift(rule)
      return () => {
        rule.left = 0
      }
    },
    clear: () => void rules.splice(0),
    next(service: ServiceName, path: string): Fault | undefined {
      const rule = rules.find(({ where, left }) => left > 0 && fits(where, service, path))
      if (rule !== undefined) rule.left -= 1
      return rule?.fault
    },
  }
}

function fits({ service, path }: Where, called: ServiceName, at: string): boolean {
  if (service !== undefined && service !== called) return false
  if (path === undefined) return true
  return typeof path === 'string' ? at.includes(path) : path.test(at)
}

/** Sends the answer with the fault, which may mean that nothing is sent. `answer` is only worked out where the fault needs it. */
export async function respondWith(
  fault: Fault | undefined,
  answer: () => Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (fault === undefined) return send(response, answer())
  if ('taken' in fault && fault.taken) answer()
  switch (fault.does) {
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, fault.ms))
      return send(response, answer())
    case 'hang':
      return
    case 'status': {
      const { status, retryAfter } = fault
      if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter))
      return send(response, { status, body: { status, developerMessage: 'Failed', userMessage: 'Failed' } })
    }
    case 'malformed': {
      const whole = JSON.stringify(answer().body ?? {})
      return sendText(response, 'application/json', whole.slice(0, Math.ceil(whole.length / 2)))
    }
    case 'page':
      return sendText(response, 'text/html', '<!doctype html><title>Sign in</title>')
    case 'wrong-types':
      return send(response, { status: 200, body: ofOtherTypes(answer().body) })
    case 'reset':
      request.socket.destroy()
      return
    case 'huge':
      return sendHuge(response, fault.bytes)
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.statusCode = status
  if (body === undefined) return void response.end()
  sendText(response, 'application/json', JSON.stringify(body))
}

function sendText(response: ServerResponse, type: string, text: string): void {
  response.setHeader('content-type', type)
  response.end(text)
}

/** As fast as it is read, and no longer than somebody reads. */
async function sendHuge(response: ServerResponse, bytes: number): Promise<void> {
  response.setHeader('content-type', 'application/json')
  const filler = 'x'.repeat(64 * 1024)
  const whole = ['{"filler":"', ...Array.from({ length: Math.ceil(bytes / filler.length) }, () => filler), '"}']
  await pipeline(Readable.from(whole), response).catch(() => {})
}

/** The same shape with every value of another type. */
function ofOtherTypes(value: unknown): unknown {
  if (Array.isArray(value)) return { first: ofOtherTypes(value[0]) }
  if (typeof value === 'string') return { text: true }
  if (typeof value === 'number') return [value]
  if (typeof value === 'boolean') return 'perhaps'
  if (typeof value !== 'object' || value === null) return 7
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, ofOtherTypes(one)]))
}
