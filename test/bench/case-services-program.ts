import { Temporal } from 'temporal-polyfill'
import { caseServicesServer } from '../support/case-services/case-services-server.ts'
import { roundTrips } from '../support/case-services/round-trips.ts'
import { servicesWorld } from '../support/case-services/services-world.ts'
import { teamOfTwenty } from '../support/case-services/team-of-twenty.ts'

/** What this program is told: to begin a count with answers that each take so many milliseconds, or to say what it counted. */
export type Told = { begin: number } | 'count'
export type Counted = { calls: number; roundTrips: number }

// The case services in a process of their own, with a team of twenty, so that what they cost is not counted as the service's.
const world = servicesWorld(Temporal.Now.plainDateISO('Europe/London'))
world.people = teamOfTwenty(world.people, 'N03T01').people
const server = await caseServicesServer(world)
let ms = 0
process.on('message', (told: Told) => {
  if (told === 'count') {
    const counted: Counted = { calls: server.calls.length, roundTrips: roundTrips(server, ms) }
    process.send?.(counted)
    return
  }
  ms = told.begin
  server.reset()
  if (ms > 0) server.fault({}, { does: 'slow', ms })
})
process.send?.({ urls: server.urls, client: server.client })
