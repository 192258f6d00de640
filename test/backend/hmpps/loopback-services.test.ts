import assert from 'node:assert/strict'
import { caseAbout, contractCases, contractDay, nobodysCrn } from '../../contract/case-services-world.ts'
import { asking } from '../../support/case-services/ask.ts'
import { type CaseServicesServer, caseServicesServer } from '../../support/case-services/case-services-server.ts'
import { servicesWorld } from '../../support/case-services/services-world.ts'

/** The adapter is proved against these services, so they have to keep to their reference themselves. */
describe('The case services on this machine', () => {
  let server: CaseServicesServer
  let ask: ReturnType<typeof asking>
  const waiting = caseAbout('nothing to remark')
  const held = caseAbout('already-held: held, so a reallocation')

  beforeEach(async () => {
    server = await caseServicesServer(servicesWorld(contractDay))
    ask = asking(server)
  })

  afterEach(async () => {
    await server.close()
    assert.deepEqual(server.mistakes, [])
  })

  it('answer nobody without a token that is good', async () => {
    const path = `${server.urls.tier}/v3/crn/${waiting.crn}/tier`
    assert.equal((await fetch(path)).status, 401)
    assert.equal((await fetch(path, { headers: { authorization: 'Bearer token-1' } })).status, 401)
    assert.equal((await ask('tier', `/v3/crn/${waiting.crn}/tier`)).status, 200)
    server.auth.revoke()
    assert.equal((await ask('tier', `/v3/crn/${waiting.crn}/tier`)).status, 401)
  })

  it('give no token without the secret', async () => {
    const response = await fetch(`${server.urls.hmppsAuth}/oauth/token?grant_type=client_credentials`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from('supervision-assistant:guessed').toString('base64')}` },
    })
    assert.equal(response.status, 401)
  })

  it('know which calls came in, and which of them have no such path', async () => {
    await ask('tier', `/v3/crn/${waiting.crn}/tier`)
    await ask('tier', '/v9/tiers?crn=X')
    assert.deepEqual(
      server.callsTo('tier').map(({ method, path, isKnown }) => `${method} ${path} ${isKnown}`),
      [`GET /v3/crn/${waiting.crn}/tier true`, 'GET /v9/tiers?crn=X false'],
    )
  })

  it('take 20 tiers and 500 cases at once, and no more', async () => {
    const crns = contractCases.map(({ crn }) => crn)
    assert.equal((await ask('tier', '/v3/crns/tier', crns.slice(0, 20))).status, 200)
    assert.equal((await ask('tier', '/v3/crns/tier', crns.slice(0, 21))).status, 400)
    const path = '/users/limited-access?username=PriyaNair'
    assert.equal((await ask('delius', path, crns.slice(0, 500))).status, 200)
    assert.equal((await ask('delius', path, crns.slice(0, 501))).status, 400)
    assert.equal((await ask('allocations', '/cases/restrictions/crn/list', { crns: crns.slice(0, 501) })).status, 400)
  })

  it('say 404, with a body that explains it, of what nobody knows and of what is taken', async () => {
    const { status, body } = await ask('allocations', `/allocated/crn/${nobodysCrn}`)
    assert.equal(status, 404)
    assert.deepEqual(Object.keys(body as object).sort(), ['developerMessage', 'status', 'userMessage'])
    assert.equal((await ask('tier', `/v3/crn/${caseAbout('tier-for-grade: none').crn}/tier`)).status, 404)
    assert.equal((await ask('allocations', `/cases/unallocated/${held.crn}/convictions/1`)).status, 404)
  })

  it('say 403 of a case to a user who is excluded, and count any user they do not know as excluded', async () => {
    const { crn } = caseAbout('access: the manager herself is excluded')
    const path = `/cases/unallocated/${crn}/convictions/1`
    assert.equal((await asking(server, 'PriyaNair')('allocations', path)).status, 403)
    assert.equal((await asking(server, 'AishaKhan')('allocations', path)).status, 200)
    const restrictions = await ask('allocations', `/cases/unallocated/${crn}/restrictions`, {
      staffCodes: ['N03A001', 'N03A002', 'N03Z999'],
    })
    assert.deepEqual((restrictions.body as { staffRestrictions: unknown }).staffRestrictions, [
      { staffCode: 'N03A001', isExcluded: true },
      { staffCode: 'N03A002', isExcluded: false },
      { staffCode: 'N03Z999', isExcluded: true },
    ])
  })

  it('list nobody who has a manager, an order that has ended, or no tier', async () => {
    const { body } = await ask('allocations', '/team/N03T01/cases/unallocated')
    const crns = (body as { crn: string }[]).map(({ crn }) => crn)
    assert.ok(crns.includes(waiting.crn))
    const left = ['held, so a reallocation', 'the order has ended'].map((about) => `already-held: ${about}`)
    for (const about of [...left, 'tier-for-grade: none']) assert.ok(!crns.includes(caseAbout(about).crn), about)
  })

  it('take the same allocation within a minute once, and change the case', async () => {
    let now = 1_000_000
    server.world.now = () => now
    const submit = () =>
      ask('workload', '/team/N03T01/offenderManager/N03A002/case', {
        ...{ crn: waiting.crn, eventNumber: 1, emailTo: [], sendEmailCopyToAllocatingOfficer: false },
        ...{ allocationJustificationNotes: 'a', sensitiveNotes: false, instructions: '' },
        ...{ spoOversightNotes: 'b', sensitiveOversightNotes: true, laoCase: false },
      })
    assert.equal((await submit()).status, 200)
    now += 59_000
    assert.equal((await submit()).status, 200)
    assert.equal(server.world.submissions.length, 1)
    now += 2000
    assert.equal((await submit()).status, 404)
    const { body } = await ask('allocations', `/allocated/crn/${waiting.crn}`)
    assert.equal((body as { manager: { code: string } }).manager.code, 'N03A002')
  })

  it('go wrong as told, for as many calls as told', async () => {
    const path = `/v3/crn/${waiting.crn}/tier`
    server.fault({ service: 'tier' }, { does: 'status', status: 429, retryAfter: 7 }, 1)
    const first = await ask('tier', path)
    assert.deepEqual([first.status, first.headers.get('retry-after')], [429, '7'])
    assert.equal((await ask('tier', path)).status, 200)
    for (const does of ['malformed', 'page'] as const) {
      const undo = server.fault({ path: '/tier' }, { does })
      await assert.rejects(ask('tier', path), SyntaxError)
      undo()
    }
    const undo = server.fault({ service: 'tier' }, { does: 'wrong-types' })
    assert.deepEqual((await ask('tier', path)).body, {
      ...{ tierScore: { text: true }, calculationId: { text: true }, calculationDate: { text: true } },
      ...{ changeReason: { text: true }, provisional: 'perhaps' },
    })
    undo()
    server.fault({ service: 'tier' }, { does: 'reset' }, 1)
    await assert.rejects(ask('tier', path), TypeError)
    server.fault({ service: 'tier' }, { does: 'huge', bytes: 300_000 }, 1)
    assert.ok(JSON.stringify((await ask('tier', path)).body).length >= 300_000)
    assert.equal((await ask('tier', path)).status, 200)
  })
})
