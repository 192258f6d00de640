import assert from 'node:assert/strict'
import type { HmppsOptions } from '../../../backend/hmpps/hmpps-case-services.ts'
import type { CaseForAllocation, CaseServices } from '../../../domain/allocation/case-services.ts'
import { allTeams, caseAbout, code, contractDay, manager } from '../../contract/case-services-world.ts'
import { type CaseServicesServer, caseServicesServer } from '../../support/case-services/case-services-server.ts'
import { hmppsAdapter, shortLimits } from '../../support/case-services/hmpps-adapter.ts'
import { servicesWorld } from '../../support/case-services/services-world.ts'

/** A case, and somebody who may take it, of whom the services know everything there is to know. */
export const wellKnown = caseAbout('nothing to remark')
export const practitioner = code('N03A005')
export const question = { crn: wellKnown.crn, asker: manager, teams: allTeams, practitioners: [practitioner] }

const open: CaseServicesServer[] = []

/** The services and the adapter on them, until they are closed together. No breaker opens unless a test wants one to. */
export async function underFaults(options: Partial<HmppsOptions> = {}) {
  const server = await caseServicesServer(servicesWorld(contractDay))
  open.push(server)
  const limits = { ...shortLimits, failures: 10_000, ...options.limits }
  return { server, services: hmppsAdapter(server, { ...options, limits }) }
}
export type UnderFaults = { server: CaseServicesServer; services: CaseServices }

/** Closes all that `underFaults` began, also where a test failed on its way. */
export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map((server) => server.close()))
}

/** Every fact of an answer that is not known, by its name. The answer must be about an open case. */
export function notKnownIn(answer: CaseForAllocation): string[] {
  assert.equal(answer.sight, 'open')
  if (answer.sight !== 'open') return []
  const about = Object.entries({ ...answer.facts, ...answer.practitioners.get(practitioner) })
  return about
    .filter(([, fact]) => typeof fact === 'object' && 'known' in fact && !fact.known)
    .map(([name]) => name)
    .sort()
}
