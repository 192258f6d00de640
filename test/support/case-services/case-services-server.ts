import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { allocationsRoutes } from './allocations.ts'
import { arnsRoutes } from './arns.ts'
import { deliusRoutes } from './delius.ts'
import { estateRoutes } from './estate.ts'
import { type Fault, faultRules, respondWith, type ServiceName, serviceNames, type Where } from './faults.ts'
import { client, hmppsAuth } from './hmpps-auth.ts'
import { manageSupervisionRoutes } from './manage-supervision.ts'
import type { ServicesWorld } from './services-world.ts'
import { tierRoutes } from './tier.ts'
import { type Answer, type Asked, broken, notFound, type Routes, refusal } from './wire.ts'
import { workloadRoutes } from './workload.ts'

/** One call as it came in. `at` is in milliseconds from an unknown beginning; `isKnown` is whether there is such a path. */
export type ServiceCall = {
  service: ServiceName
  method: string
  path: string
  at: number
  isKnown: boolean
  userName?: string
}

const routes: Record<Exclude<ServiceName, 'hmppsAuth'>, Routes> = {
  allocations: allocationsRoutes,
  workload: workloadRoutes,
  tier: tierRoutes,
  estate: estateRoutes,
  arns: arnsRoutes,
  manageSupervision: manageSupervisionRoutes,
  delius: deliusRoutes,
}

/**
 * The case services on this machine, as their reference describes them: each at an address of its own, and every call with
 * a token that HMPPS Auth gave. They know what `world` holds at the time of the call, keep account of all calls, and go wrong
 * as they are told.
 */
export async function caseServicesServer(world: ServicesWorld) {
  const calls: ServiceCall[] = []
  const mistakes: unknown[] = []
  const rules = faultRules()
  const auth = hmppsAuth(() => world.now())
  const open = new Map<ServiceName, number>()
  const most = new Map<ServiceName, number>()
  let needsUserName = false

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const [, name = '', ...rest] = url.pathname.split('/')
    const service = serviceNames.find((one) => one === name)
    if (service === undefined) return respondWith(undefined, () => notFound, request, response)
    const path = `/${rest.join('/')}`
    const holder = auth.holderOf(request.headers.authorization)
    const route = service === 'hmppsAuth' ? undefined : routeTo(routes[service], request.method ?? '', path)
    const isKnown = service === 'hmppsAuth' ? `${request.method} ${path}` === 'POST /oauth/token' : route !== undefined
    const userName = holder?.userName
    calls.push({
      ...{ service, method: request.method ?? '', path: path + url.search, at: performance.now(), isKnown },
      ...(userName === undefined ? {} : { userName }),
    })
    countOpen(service, response)

    const body = await bodyOf(request)
    const answer = (): Answer => {
      if (service === 'hmppsAuth') {
        const asked = new URLSearchParams([...url.searchParams, ...new URLSearchParams(body)])
        return isKnown ? auth.give(request.headers.authorization, asked) : notFound
      }
      if (holder === undefined) return refusal(401, 'No token, or one that is not good')
      if (needsUserName && userName === undefined) return refusal(403, 'Not in the name of a user')
      if (route === undefined) return notFound
      try {
        return answerOf(route, {
          world,
          query: url.searchParams,
          body,
          path,
          ...(userName === undefined ? {} : { userName }),
        })
      } catch (error) {
        mistakes.push(error)
        return broken
      }
    }
    await respondWith(rules.next(service, path), answer, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function countOpen(service: ServiceName, response: ServerResponse): void {
    const now = (open.get(service) ?? 0) + 1
    open.set(service, now)
    most.set(service, Math.max(most.get(service) ?? 0, now))
    response.once('close', () => open.set(service, (open.get(service) ?? 1) - 1))
  }

  return {
    world,
    client,
    /** Where each service is. */
    urls: Object.fromEntries(serviceNames.map((name) => [name, `${address}/${name}`])) as Record<ServiceName, string>,
    calls,
    /** What went wrong in this server itself: nothing, one hopes. */
    mistakes,
    /** The calls to one service, or to a path of it that holds this text or fits this pattern. */
    callsTo: (service: ServiceName, path: string | RegExp = '') =>
      calls.filter((call) => {
        return call.service === service && (typeof path === 'string' ? call.path.includes(path) : path.test(call.path))
      }),
    /** How many calls a service had to answer at the same time, at most. */
    mostAtOnce: (service: ServiceName) => most.get(service) ?? 0,
    fault: (where: Where, fault: Fault, times?: number) => rules.add(where, fault, times),
    /** Refuses these calls with 403, until the function that comes back is called. */
    forbid: (where: Where) => rules.add(where, { does: 'status', status: 403 }),
    /** From now on a token has to stand for a user. */
    requireUserName: () => {
      needsUserName = true
    },
    auth,
    /** Forgets faults, calls and what was required; tokens stay good. */
    reset() {
      rules.clear()
      calls.length = 0
      most.clear()
      needsUserName = false
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}
export type CaseServicesServer = Awaited<ReturnType<typeof caseServicesServer>>

type Found = { answer: (asked: Asked) => Answer; parts: Record<string, string> }

/** The route of a path: one without gaps before one with. */
function routeTo(table: Routes, method: string, path: string): Found | undefined {
  const segments = path.split('/')
  const fitting = Object.entries(table).flatMap(([written, answer]) => {
    const [verb, shape = ''] = written.split(' ')
    const names = shape.split('/')
    if (verb !== method || names.length !== segments.length) return []
    const parts: Record<string, string> = {}
    for (const [place, name] of names.entries()) {
      const segment = decodeURIComponent(segments[place] ?? '')
      if (name.startsWith(':')) parts[name.slice(1)] = segment
      else if (name !== segment) return []
    }
    return [{ answer, parts }]
  })
  return fitting.sort((one, other) => Object.keys(one.parts).length - Object.keys(other.parts).length)[0]
}

function answerOf({ answer, parts }: Found, asked: Omit<Asked, 'part' | 'body'> & { body: string }): Answer {
  let body: unknown
  try {
    body = asked.body === '' ? undefined : JSON.parse(asked.body)
  } catch {
    return refusal(400, 'Malformed request')
  }
  const part = (name: string) => {
    if (parts[name] === undefined) throw new Error(`The path has no part ${name}.`)
    return parts[name]
  }
  return answer({ ...asked, body, part })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request) chunks.push(chunk)
  } catch {
    // Whoever asked has gone.
  }
  return Buffer.concat(chunks).toString()
}
