import assert from 'node:assert/strict'
import { aisha, allocating, aSampleOffice, hard, priya, unanswered, why } from '../support/allocating-in-chat.ts'
import { type CaseServicesServer, caseServicesServer } from '../support/case-services/case-services-server.ts'
import { servicesWorld } from '../support/case-services/services-world.ts'
import { day } from '../support/days.ts'
import { inTeams, type Office } from '../support/office.ts'

/** The settings with which the service asks the services of this machine. */
function settingsFor({ urls, client }: CaseServicesServer): Record<string, string> {
  return {
    CASE_SERVICES: 'hmpps',
    ALLOCATIONS_URL: urls.allocations,
    WORKLOAD_URL: urls.workload,
    TIER_URL: urls.tier,
    ESTATE_URL: urls.estate,
    ARNS_URL: urls.arns,
    MANAGE_SUPERVISION_URL: urls.manageSupervision,
    DELIUS_URL: urls.delius,
    HMPPS_AUTH_URL: urls.hmppsAuth,
    CASE_SERVICES_CLIENT_ID: client.id,
    CASE_SERVICES_CLIENT_SECRET: client.secret,
    SUBMIT_ALLOCATIONS: 'true',
  }
}

describe('Allocation on the case services of HMPPS', () => {
  let server: CaseServicesServer
  let office: Office
  const { ask, allocations, shown, kept } = allocating(() => office)
  beforeEach(async () => {
    server = await caseServicesServer(servicesWorld(day('2026-11-22')))
    office = await aSampleOffice({ env: settingsFor(server) })
  })
  afterEach(async () => {
    await office.close()
    await server.close()
  })

  it('says whether somebody may take a case, with every reason, its fact, day and authority, and what would change it', async () => {
    const says = await ask(priya, `can Tom take ${hard}?`)
    assert.match(says, /Tom Okafor \(PSO\) for X320741 .*\nOutside guidance\n/)
    assert.match(
      says,
      /\nRisk for grade \(risk-for-grade\): Outside guidance – .* Facts: RoSH: high, 7 Nov 2026; Grade: PSO\. Authority: .* \(unconfirmed\)\.\nWould change it: /,
    )
    assert.match(says, /\nWithout concern: access, /)
    assert.deepEqual(server.mistakes, [])
  })

  it('ranks the team', async () => {
    const says = await ask(priya, `who could take ${hard}?`)
    assert.match(says, /## Suitable\nAisha Khan \(PO\), 99\.5% with this case/)
    assert.ok(says.indexOf('Suitable with a written rationale') < says.indexOf('## Outside guidance'))
  })

  it('allocates with the entry drafted and the manager’s own reasoning in it, and hands it in once', async () => {
    await ask(aisha, 'hello')
    await ask(priya, `give ${unanswered} to Aisha`)
    await ask(priya, `reasoning: ${why}`)
    const says = await ask(priya, 'allocate it')
    assert.match(says, new RegExp(`Reasoning: ${why}`))
    await ask(priya, 'allocate it')
    assert.equal(server.world.submissions.length, 1)
    assert.equal(allocations().length, 1)
    assert.equal(allocations()[0]?.submission, 'submitted')
    await office.service().idle()
    assert.match(shown(aisha), /# A case was given to you\nCase: X320743/)
    assert.match(await ask(aisha, `show me ${unanswered}`), /Held by: You/)
  })

  it('tells a practitioner only that a case was given while it cannot be found out whether they may see it, once, and the rest when it can', async () => {
    await ask(aisha, 'hello')
    await ask(priya, `give ${unanswered} to Aisha`)
    await ask(priya, `reasoning: ${why}`)
    const heal = server.fault({ service: 'delius', path: /^\/users\// }, { does: 'status', status: 503 })
    await ask(priya, 'allocate it')
    await office.service().idle()
    const told = () => kept('notice').filter(({ what }) => what === 'was-given-case')
    assert.match(shown(aisha), /could not be found out whether you may see it[\s\S]*Priya Nair/)
    assert.doesNotMatch(shown(aisha), /X320743|Femi/)
    assert.deepEqual(
      told().map(({ state }) => state),
      ['waiting'],
    )
    await ask(aisha, 'help')
    await office.service().idle()
    assert.equal(
      office.teams
        .seenBy(inTeams(aisha))
        .filter(({ card }) => JSON.stringify(card ?? '').includes('could not be found')).length,
      1,
    )
    heal()
    await office.restart()
    await office.teams.say(inTeams(aisha), 'hello')
    await office.service().idle()
    assert.match(shown(aisha), /# A case was given to you\nCase: X320743/)
    assert.deepEqual(
      told().map(({ state }) => state),
      ['delivered'],
    )
  })

  for (const [service, path] of [
    ['tier', /tier/],
    ['arns', /widget/],
    ['arns', /timeline/],
    ['arns', /sexually/],
    ['manageSupervision', /risk-flags/],
    ['manageSupervision', /activity|schedule/],
    ['workload', /impact/],
    ['delius', /limited-access/],
  ] as const) {
    it(`never says better than “Cannot tell” when ${service} does not answer ${path.source}`, async () => {
      server.fault({ service, path }, { does: 'status', status: 500 })
      // Whatever stands in for it fails too.
      server.fault(
        { service: 'allocations', path: /risks|restrictions|assessmentDate|details/ },
        { does: 'status', status: 503 },
      )
      server.fault({ service: 'allocations', path: /unallocated$/ }, { does: 'status', status: 503 })
      const says = await ask(priya, `can Aisha take ${unanswered}?`)
      assert.match(says, /Cannot tell/)
      assert.doesNotMatch(says, /^Suitable/m)
    })
  }

  it('shows nothing of a case that the asker may not see, and asks nothing more of it', async () => {
    const hidden = server.world.cases.find(({ excludedFrom }) => excludedFrom.includes(priya.staffCode))
    assert.ok(hidden !== undefined)
    const before = server.calls.length
    assert.equal(await ask(priya, `can Tom take ${hidden.crn}?`), 'Access is restricted.')
    const asked = server.calls.slice(before).filter(({ path }) => path.includes(hidden.crn))
    assert.deepEqual(
      asked.map(({ path }) => path),
      [`/person/${hidden.crn}/limited-access/all`],
    )
  })
})
