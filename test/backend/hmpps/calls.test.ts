import assert from 'node:assert/strict'
import type { HmppsOptions } from '../../../backend/hmpps/hmpps-case-services.ts'
import type { ServiceCall } from '../../../backend/hmpps/service-client.ts'
import type { CallLimits } from '../../../backend/hmpps/service-line.ts'
import { allTeams, caseAbout, code, manager } from '../../contract/case-services-world.ts'
import { roundTrips } from '../../support/case-services/round-trips.ts'
import { teamOfTwenty } from '../../support/case-services/team-of-twenty.ts'
import {
  closeAll,
  notKnownIn,
  practitioner,
  question,
  type UnderFaults,
  underFaults,
  wellKnown,
} from './asked-in-faults.ts'

/** How often the services are asked, and when they are left alone. */
describe('The calls to the case services', () => {
  let now: UnderFaults
  const begin = async (options: Partial<HmppsOptions> = {}) => {
    now = await underFaults(options)
    return now
  }
  const widget = ({ server }: UnderFaults) => server.callsTo('arns', '/widget').length

  afterEach(closeAll)

  for (const status of [500, 502, 503, 504]) {
    it(`a question that is answered ${status} is put three times, and no more`, async () => {
      const { server, services } = await begin()
      server.fault({ path: '/widget' }, { does: 'status', status })
      await services.forAllocation(question)
      assert.equal(widget(now), 3)
    })
  }

  for (const status of [400, 403, 404, 409, 424, 429]) {
    it(`a question that is answered ${status} is put once`, async () => {
      const { server, services } = await begin()
      server.fault({ path: '/widget' }, { does: 'status', status })
      await services.forAllocation(question)
      assert.equal(widget(now), 1)
    })
  }

  it('a question is put again after a broken connection, and its answer is used', async () => {
    const { server, services } = await begin()
    server.fault({ service: 'arns', path: 'sexually' }, { does: 'reset' }, 2)
    assert.deepEqual(notKnownIn(await services.forAllocation(question)), [])
    assert.equal(server.callsTo('arns', 'sexually').length, 3)
  })

  it('a service that is too busy is asked again when it says so, if there is time', async () => {
    const { server, services } = await begin()
    server.fault({ service: 'arns', path: 'sexually' }, { does: 'status', status: 429, retryAfter: 0 }, 1)
    assert.deepEqual(notKnownIn(await services.forAllocation(question)), [])
    assert.equal(server.callsTo('arns', 'sexually').length, 2)
  })

  it('a service that fails on and on is left alone, and asked again after its rest', async () => {
    const { server, services } = await begin({ limits: { failures: 4, rest: 150, retries: 0 } as CallLimits })
    const heal = server.fault({ service: 'arns' }, { does: 'status', status: 500 })
    await services.forAllocation(question)
    await services.forAllocation(question)
    const asked = server.callsTo('arns').length
    assert.deepEqual(notKnownIn(await services.forAllocation(question)), ['everSexualOffence'])
    assert.ok(server.callsTo('arns').length <= asked + 1, 'hardly anything is asked while it rests')
    heal()
    let notKnown = ['everSexualOffence']
    while (notKnown.length > 0) notKnown = notKnownIn(await services.forAllocation(question))
    assert.ok(server.callsTo('arns').length > asked)
  })

  it('a service that fails does not keep another from being asked', async () => {
    const { server, services } = await begin({ limits: { failures: 1, rest: 60_000, retries: 0 } as CallLimits })
    server.fault({ service: 'arns' }, { does: 'status', status: 500 })
    await services.forAllocation(question)
    assert.deepEqual(notKnownIn(await services.forAllocation(question)), ['everSexualOffence'])
  })

  it('no service has to answer more than twenty-four at a time', async () => {
    const { server, services } = await begin()
    server.fault({}, { does: 'slow', ms: 20 })
    const everybody = server.world.people.map(({ staffCode }) => staffCode)
    await services.workloads(everybody, manager)
    assert.equal(server.mostAtOnce('workload'), 24)
  })

  it('for a team of twenty there are few round trips, and no more calls than facts', async () => {
    const { server, services } = await begin({ limits: { call: 5000 } as CallLimits })
    const { people, team } = teamOfTwenty(server.world.people, 'N03T01')
    server.world.people = people
    await services.workloads([practitioner], manager)
    server.reset()
    server.fault({}, { does: 'slow', ms: 120 })
    const asked = {
      crn: wellKnown.crn,
      asker: manager,
      teams: ['N03T01'],
      practitioners: team.map(({ staffCode }) => staffCode),
    }
    const answer = await services.forAllocation(asked)
    assert.ok(answer.sight === 'open')
    assert.equal(answer.practitioners.size, 20)
    // One for access, nine about the case, one about all who may take it, one for the workload of each, and one because
    // somebody has no email in the first answer.
    assert.equal(server.calls.length, 1 + 9 + 1 + 20 + 1)
    assert.ok(roundTrips(server, 120) <= 6, `${roundTrips(server, 120)} round trips`)
  })

  it('cases are masked by one call, however many there are', async () => {
    const { server, services } = await begin()
    const crns = server.world.cases.slice(0, 40).map(({ crn }) => crn)
    await services.sights(crns, manager)
    assert.deepEqual(
      server.calls.filter(({ service }) => service !== 'hmppsAuth').map(({ path }) => path.split('?')[0]),
      ['/users/limited-access'],
    )
  })

  it('a caseload is asked about twenty tiers at a time', async () => {
    const { server, services } = await begin()
    const held = await services.caseloadInShort(code('N03A002'), { staffCode: code('N03A002') })
    assert.ok(held !== 'not-answered' && held.length > 20)
    assert.equal(server.callsTo('tier').length, Math.ceil(held.length / 20))
  })

  it('what is told of the calls holds nothing about a person', async () => {
    const told: ServiceCall[] = []
    const { server, services } = await begin({ onCall: (call) => told.push(call) })
    server.fault({ service: 'arns' }, { does: 'status', status: 500 })
    const held = caseAbout('already-held: held, so a reallocation')
    await services.forAllocation({ ...question, crn: held.crn, teams: allTeams })
    await services.caseloadInShort(practitioner, manager)
    assert.ok(told.length > 10)
    assert.ok(told.some(({ outcome, attempts }) => outcome === 'not-answered' && attempts === 3))
    const text = JSON.stringify(told)
    assert.doesNotMatch(text, /[A-Z]\d{6}|N03[A-Z]\d|token/)
    for (const part of held.name.split(' ')) assert.ok(!text.includes(part))
  })
})
