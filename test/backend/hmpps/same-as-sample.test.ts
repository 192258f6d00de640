import assert from 'node:assert/strict'
import { sampleCaseServices } from '../../../backend/sample/sample-case-services.ts'
import type { CaseServices } from '../../../domain/allocation/case-services.ts'
import type { Crn, StaffCode } from '../../../domain/ids.ts'
import {
  allTeams,
  as,
  caseAbout,
  casesToWeigh,
  contractDay,
  contractPeople,
} from '../../contract/case-services-world.ts'
import { type CaseServicesServer, caseServicesServer } from '../../support/case-services/case-services-server.ts'
import { hmppsAdapter } from '../../support/case-services/hmpps-adapter.ts'
import { servicesWorld } from '../../support/case-services/services-world.ts'

/** What practice shows must be what the services would say, or practice is practice for something else. */
describe('The sample world and HMPPS over HTTP', () => {
  const sample = sampleCaseServices(() => contractDay)
  let server: CaseServicesServer
  let hmpps: CaseServices

  before(async () => {
    server = await caseServicesServer(servicesWorld(contractDay))
    hmpps = hmppsAdapter(server)
  })

  after(() => server.close())

  const ofTeam = (team: string | undefined) =>
    contractPeople.filter(({ teamCode }) => teamCode === team).map(({ staffCode }) => staffCode)
  const compare = async (crn: Crn, asker: string, practitioners: readonly StaffCode[]) => {
    const question = { crn, asker: as(asker), teams: allTeams, practitioners }
    const [said, meant] = await Promise.all([hmpps.forAllocation(question), sample.forAllocation(question)])
    assert.deepEqual(plain(said), plain(meant), crn)
  }

  for (const [first, asker] of ['N03A001', 'N03A002', 'N03B090'].entries()) {
    it(`say the same of every case to be weighed, to ${asker}, for one team after another`, async () => {
      for (const [at, { crn }] of casesToWeigh.entries()) {
        await compare(crn, asker, ofTeam(allTeams[(first + at) % allTeams.length]))
      }
    })
  }

  it('say the same of everybody who could take a case that somebody holds', async () => {
    for (const team of allTeams) {
      await compare(caseAbout('already-held: held, so a reallocation').crn, 'N03A001', ofTeam(team))
    }
  })

  it('say the same of every caseload and workload', async () => {
    for (const { staffCode, grade } of contractPeople) {
      if (grade !== 'PO' && grade !== 'PSO' && grade !== 'PQiP') continue
      const viewer = as('N03A001')
      const [said, meant] = await Promise.all([hmpps, sample].map((one) => one.caseloadInShort(staffCode, viewer)))
      // Somebody who is not in post is not known to the services.
      if (said !== 'not-answered' || meant?.length !== 0) assert.deepEqual(plain(said), plain(meant), staffCode)
      const [load, meantLoad] = await Promise.all([hmpps, sample].map((one) => one.workloads([staffCode], viewer)))
      assert.deepEqual(plain(load), plain(meantLoad), staffCode)
    }
  })

  it('say the same of what the reviews of the caseloads of a team hang on, save a day that no service has', async () => {
    const allocatedSince = contractDay.subtract({ days: 90 })
    for (const staffCode of ofTeam('N03T01')) {
      const asked = { practitioner: staffCode, allocatedSince }
      const [said, meant] = await Promise.all([hmpps, sample].map((one) => one.reviewFacts(asked, as('N03A001'))))
      if (said === 'not-answered' && meant?.length === 0) continue
      assert.deepEqual(plain(withoutTarget(said)), plain(withoutTarget(meant)), staffCode)
    }
  })
})

function withoutTarget(cases: unknown): unknown {
  return JSON.parse(JSON.stringify(cases, (key, value) => (key === 'planTargetOn' ? undefined : value)))
}

/** An answer as plain values: days as text, maps as lists, and facts without where they come from. */
function plain(answer: unknown): unknown {
  const text = JSON.stringify(answer, (key, value) => {
    if (key === 'source') return undefined
    return value instanceof Map ? [...value].sort() : value
  })
  return sorted(JSON.parse(text))
}

/** Enquiries and register entries have no order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted).toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([key, one]) => [key, sorted(one)]),
  )
}
