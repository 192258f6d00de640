import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Temporal } from 'temporal-polyfill'
import { type HmppsOptions, hmppsCaseServices } from '../../../backend/hmpps/hmpps-case-services.ts'
import { usualLimits } from '../../../backend/hmpps/service-line.ts'
import type { CaseServices } from '../../../domain/allocation/case-services.ts'
import { StaffCode } from '../../../domain/ids.ts'

/** What a stubbed path answers: a body with 200, a status, or whatever is done with the response. */
export type Stubbed = { body: unknown } | { status: number; retryAfter?: string } | ((response: ServerResponse) => void)

/** Answers by method and path without its query, always the same or by `turn`; anything else is 404. */
export type Stubs = Record<string, Stubbed | { turn: () => Stubbed }>

/** One server on loopback that stands for every case service, and what it was asked. */
export async function stubService(stubs: Stubs) {
  const asked: { line: string; query: string; body: string; token?: string }[] = []
  const sockets = new Set<unknown>()
  let atOnce = 0
  let mostAtOnce = 0
  const server = createServer(async (request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?')
    const line = `${request.method} ${path}`
    sockets.add(request.socket)
    mostAtOnce = Math.max(mostAtOnce, ++atOnce)
    response.once('close', () => {
      atOnce -= 1
    })
    let body = ''
    for await (const chunk of request) body += chunk
    const token = request.headers.authorization
    asked.push({ line, query: decodeURIComponent(query), body, ...(token === undefined ? {} : { token }) })
    const stub = stubs[line] ?? { status: 404 }
    answer(response, 'turn' in stub ? stub.turn() : stub)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    lines: () => asked.map(({ line }) => line),
    mostAtOnce: () => mostAtOnce,
    sockets,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type StubService = Awaited<ReturnType<typeof stubService>>

function answer(response: ServerResponse, stubbed: Stubbed): void {
  if (typeof stubbed === 'function') {
    stubbed(response)
    return
  }
  if ('body' in stubbed) {
    response.end(JSON.stringify(stubbed.body))
    return
  }
  response.statusCode = stubbed.status
  if (stubbed.retryAfter !== undefined) response.setHeader('retry-after', stubbed.retryAfter)
  response.end('{"userMessage":"Failed"}')
}

/** A Sunday in November, ten in the morning. */
export const stubNow = Temporal.Instant.from('2026-11-22T10:00:00Z')
export const asker = { staffCode: StaffCode.parse('N03S001') }
export const practitioner = StaffCode.parse('N03A021')

const people = [
  { staffCode: asker.staffCode, username: 'priya.nair', teamCode: 'N03T01' },
  { staffCode: practitioner, username: 'aisha.khan', teamCode: 'N03T01' },
]

/** The adapter on a stub, with short limits and the two people above. */
export function servicesOn({ url }: StubService, options: Partial<HmppsOptions> = {}): CaseServices {
  return hmppsCaseServices({
    urls: { allocations: url, workload: url, tier: url, estate: url, arns: url, manageSupervision: url, delius: url },
    token: async () => 'a-token',
    personOf: (code) => people.find(({ staffCode }) => staffCode === code),
    clock: () => stubNow,
    limits: { ...usualLimits, call: 150, pause: 1 },
    ...options,
  })
}
