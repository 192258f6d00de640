import assert from 'node:assert/strict'
import type { Temporal } from 'temporal-polyfill'
import { hmppsAuthToken } from '../../../backend/hmpps/hmpps-auth-token.ts'
import { asker, practitioner, type StubService, type Stubs, stubNow, stubService } from './stub-service.ts'

describe('Tokens of HMPPS Auth', () => {
  let stub: StubService
  let now: Temporal.Instant
  let given: number

  afterEach(() => stub.close())

  async function begin(stubs: Stubs = {}) {
    given = 0
    now = stubNow
    const granting = { turn: () => ({ body: { access_token: `token-${++given}`, expires_in: 600 } }) }
    stub = await stubService({ 'POST /oauth/token': granting, ...stubs })
    return hmppsAuthToken({
      url: stub.url,
      clientId: 'client',
      clientSecret: 'secret',
      usernameOf: async ({ staffCode }) => (staffCode === asker.staffCode ? 'priya.nair' : undefined),
      clock: () => now,
      call: 100,
    })
  }
  const later = (seconds: number) => {
    now = now.add({ seconds })
  }

  it('are asked for with the client and the user name of whoever asks', async () => {
    const token = await begin()
    assert.equal(await token(asker), 'token-1')
    assert.equal(await token({ staffCode: practitioner }), 'token-2')
    assert.deepEqual(
      stub.asked.map(({ body, token: proof }) => [body, proof]),
      [
        ['grant_type=client_credentials&username=priya.nair', `Basic ${btoa('client:secret')}`],
        ['grant_type=client_credentials', `Basic ${btoa('client:secret')}`],
      ],
    )
  })

  it('are shared by everybody without a user name, and by whatever the assistant asks by itself', async () => {
    const token = await begin()
    assert.equal(await token(undefined), await token({ staffCode: practitioner }))
  })

  it('are asked for once however many wait', async () => {
    const token = await begin()
    const all = await Promise.all(Array.from({ length: 20 }, () => token(asker)))
    assert.deepEqual([...new Set(all)], ['token-1'])
    assert.equal(stub.asked.length, 1)
  })

  it('are renewed a minute before they end', async () => {
    const token = await begin()
    await token(asker)
    later(539)
    assert.equal(await token(asker), 'token-1')
    later(1)
    assert.equal(await token(asker), 'token-2')
  })

  it('hold until they end while they cannot be renewed, and not longer', async () => {
    let fails = false
    const turn = () => (fails ? { status: 500 } : { body: { access_token: 'only', expires_in: 600 } })
    const token = await begin({ 'POST /oauth/token': { turn } })
    await token(asker)
    fails = true
    later(599)
    assert.equal(await token(asker), 'only')
    later(1)
    await assert.rejects(token(asker), { message: 'HMPPS Auth gave no token.' })
  })

  it('are not given again once a service has refused them', async () => {
    const token = await begin()
    assert.equal(await token(asker), 'token-1')
    const renewed = await Promise.all([token(asker, 'token-1'), token(asker, 'token-1'), token(asker)])
    assert.deepEqual(renewed, ['token-2', 'token-2', 'token-2'])
    assert.equal(await token(asker, 'token-1'), 'token-2')
  })

  const failures: [what: string, stubbed: Stubs[string]][] = [
    ['the client is refused', { status: 401 }],
    ['it fails', { status: 503 }],
    ['it hangs', (_response) => undefined],
    ['it answers with a page', (response) => void response.end('<html>')],
    ['there is no token in the answer', { body: { expires_in: 600 } }],
  ]
  for (const [what, stubbed] of failures) {
    it(`are none where ${what}, which is said without naming anybody`, async () => {
      const token = await begin({ 'POST /oauth/token': stubbed })
      await assert.rejects(token(asker), { message: 'HMPPS Auth gave no token.' })
    })
  }
})
