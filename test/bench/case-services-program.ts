import { createServer, request as overHttp } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Temporal } from 'temporal-polyfill'
import { caseServicesServer } from '../support/case-services/case-services-server.ts'
import { roundTrips } from '../support/case-services/round-trips.ts'
import { servicesWorld } from '../support/case-services/services-world.ts'
import { teamOfTwenty } from '../support/case-services/team-of-twenty.ts'

/** What this program is told: to begin a count with answers that each take so many milliseconds; or to answer; or to count. */
export type Told = { begin: number } | 'answer at once' | 'count'
export type Counted = { calls: number; roundTrips: number }

// The case services in a process of their own, with a team of twenty, so that what they cost is not counted as the service's.
const world = servicesWorld(Temporal.Now.plainDateISO('Europe/London'))
world.people = teamOfTwenty(world.people, 'N03T01').people
const services = await caseServicesServer(world)
const { host } = new URL(services.urls.delius)
let ms = 0
let atOnce = false

/** What was answered, by what was asked; whoever asked, because every token here is good and nothing limited is asked about. */
const answers = new Map<string, { status: number; body: string }>()

// In front of them: what they have answered before can be answered again without taking a core from the one that asks.
const front = createServer(async (request, response) => {
  const body = request.method === 'POST' ? await text(request) : ''
  const asked = `${request.method} ${request.url} ${body}`
  const known = atOnce && !request.url?.startsWith('/hmppsAuth') ? answers.get(asked) : undefined
  const answer = known ?? (await askThem(request.method ?? 'GET', request.url ?? '', request.headers, body))
  answers.set(asked, answer)
  response.setHeader('content-type', 'application/json')
  response.statusCode = answer.status
  response.end(answer.body)
})
front.keepAliveTimeout = 60_000
await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
const address = `http://127.0.0.1:${(front.address() as AddressInfo).port}`

function askThem(method: string, path: string, headers: NodeJS.Dict<string | string[]>, body: string) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const request = overHttp(`http://${host}${path}`, { method, headers: { ...headers, host } })
    request.on('error', reject)
    request.once('response', async (response) => {
      resolve({ status: response.statusCode ?? 500, body: await text(response) })
    })
    request.end(body)
  })
}

process.on('message', (told: Told) => {
  if (told === 'count') {
    const counted: Counted = { calls: services.calls.length, roundTrips: roundTrips(services, ms) }
    process.send?.(counted)
    return
  }
  atOnce = told === 'answer at once'
  ms = told === 'answer at once' ? 0 : told.begin
  services.reset()
  if (ms > 0) services.fault({}, { does: 'slow', ms })
})
const urls = Object.fromEntries(Object.keys(services.urls).map((name) => [name, `${address}/${name}`]))
process.send?.({ urls, client: services.client })
