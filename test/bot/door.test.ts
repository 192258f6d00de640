import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha, aPerson, priya } from '../support/people.ts'
import { type Token, tokenIssuer } from '../support/token-issuer.ts'

const appId = '5d5c1e4e-3f64-4a6a-9a50-6a3c0f3f7d11'
const tenantId = '11111111-1111-4111-8111-111111111111'

describe('The door, with an app registration', () => {
  let office: Office
  let issuer: Awaited<ReturnType<typeof tokenIssuer>>

  before(async () => {
    let serviceUrl = ''
    issuer = await tokenIssuer(appId, () => serviceUrl)
    office = await anOffice({
      env: {
        MicrosoftAppId: appId,
        MicrosoftAppTenantId: tenantId,
        MicrosoftAppPassword: 'not used: no message gets out in these tests',
        HOST: '127.0.0.1',
        ALLOWED_SERVICE_HOSTS: '127.0.0.1',
        ToBotFromChannelOpenIdMetadataUrl: issuer.metadataUrl,
        ToBotFromChannelTokenIssuer: issuer.issuer,
      },
    })
    serviceUrl = office.teams.serviceUrl
  })
  after(async () => {
    await office.close()
    await issuer.close()
  })

  const reaction = (rest: Record<string, unknown> = {}) =>
    office.teams.activity(inTeams(priya), { type: 'messageReaction', ...rest })
  const knock = (token: string | undefined, body: unknown) =>
    office.teams.post(
      body,
      token === undefined ? {} : { authorization: token.startsWith('Basic') ? token : `Bearer ${token}` },
    )
  const now = () => Math.floor(Date.now() / 1000)

  it('opens for a good token', async () => {
    assert.deepEqual(await knock(issuer.token(), reaction()), { status: 200, body: undefined })
  })

  const refused: [string, () => Token | string | undefined, Record<string, unknown>, number][] = [
    ['no token', () => undefined, {}, 401],
    ['a password instead of a token', () => 'Basic dXNlcjpwYXNz', {}, 401],
    ['a token that is no token', () => 'abc', {}, 401],
    ['a token with algorithm “none”', () => ({ key: 'none' }), {}, 401],
    ['a token signed with the public key as a secret', () => ({ key: 'public' }), {}, 401],
    ['a token signed by somebody else', () => ({ key: 'wrong' }), {}, 401],
    ['a token of an unknown key', () => ({ header: { kid: 'unheard-of' } }), {}, 401],
    ['a token of a key that does not endorse Teams', () => ({ key: 'unendorsed' }), {}, 401],
    ['a token of another issuer', () => ({ claims: { iss: 'https://elsewhere.example' } }), {}, 401],
    ['a token for another app', () => ({ claims: { aud: 'ffffffff-ffff-4fff-8fff-ffffffffffff' } }), {}, 401],
    ['an expired token', () => ({ claims: { exp: now() - 3600, nbf: now() - 7200 } }), {}, 401],
    ['a token that is not valid yet', () => ({ claims: { nbf: now() + 3600, exp: now() + 7200 } }), {}, 401],
    ['a token without an end', () => ({ claims: { exp: undefined } }), {}, 401],
    ['a token for another service URL', () => ({ claims: { serviceurl: 'https://elsewhere.example/' } }), {}, 401],
    [
      'another tenant',
      () => ({}),
      { conversation: { id: 'c', conversationType: 'personal', tenantId: 'other' }, channelData: {} },
      403,
    ],
    ['no tenant', () => ({}), { conversation: { id: 'c', conversationType: 'personal' }, channelData: {} }, 403],
    [
      'a service URL outside the list',
      () => ({ claims: { serviceurl: 'https://evil.example/' } }),
      { serviceUrl: 'https://evil.example/' },
      403,
    ],
  ]
  for (const [what, token, rest, status] of refused) {
    it(`stays shut for ${what}: ${status}`, async () => {
      const made = token()
      const before = office.teams.calls.length
      const answer = await knock(typeof made === 'object' ? issuer.token(made) : made, reaction(rest))
      assert.deepEqual(answer, { status, body: undefined })
      assert.equal(office.teams.calls.length, before)
    })
  }

  it('does not understand “act as”, which is for practice only', async () => {
    office.teams.fails(() => ({ status: 401 }))
    await knock(issuer.token(), office.teams.activity(inTeams(priya), { type: 'message', text: 'act as Aisha Khan' }))
    const acting = await office.service().store.state.read([`acting/${priya.entraObjectId}`])
    assert.deepEqual(acting, {})
  })
})

describe('The door, in local mode', () => {
  let office: Office
  before(async () => {
    office = await anOffice()
  })
  after(() => office.close())

  const rawPost = (body: string, headers: Record<string, string>) =>
    fetch(`${office.service().url}/api/messages`, { method: 'POST', body, headers }).then((answer) => answer.status)

  for (const [what, body, headers, status] of [
    ['JSON that is broken', '{"type":', { 'content-type': 'application/json' }, 400],
    ['an empty body', '', { 'content-type': 'application/json' }, 400],
    ['a list', '[]', { 'content-type': 'application/json' }, 400],
    [
      'an activity without a sender',
      JSON.stringify({ type: 'message', text: 'hi' }),
      { 'content-type': 'application/json' },
      400,
    ],
    ['plain text', 'hello', { 'content-type': 'text/plain' }, 415],
    ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a packed body', 'x', { 'content-type': 'application/json', 'content-encoding': 'gzip' }, 415],
    ['more than 256 KB', JSON.stringify({ text: 'x'.repeat(300_000) }), { 'content-type': 'application/json' }, 413],
  ] as const) {
    it(`answers ${status} to ${what}`, async () => assert.equal(await rawPost(body, headers), status))
  }

  it('answers 404 to whatever is not one of its addresses', async () => {
    for (const path of ['/', '/api', '/admin', '/cards/../data']) {
      assert.equal((await fetch(office.service().url + path)).status, 404)
    }
    assert.equal((await fetch(`${office.service().url}/api/messages`)).status, 405)
  })

  it('says that it is alive, ready, and what it counts', async () => {
    assert.equal((await fetch(`${office.service().url}/healthz`)).status, 200)
    assert.deepEqual(await (await fetch(`${office.service().url}/readyz`)).json(), { ready: true, notReady: [] })
    const metrics = await (await fetch(`${office.service().url}/metrics`)).text()
    assert.match(metrics, /turns_total/)
    assert.doesNotMatch(metrics, /Priya|Aisha/)
  })

  it('tells somebody who is not on the staff list whom to ask, and writes it down', async () => {
    const stranger = inTeams(aPerson({ staffCode: 'X00X001', name: 'Sam Stranger' }))
    const before = (await office.service().store.audit.verify()).entries
    const [message] = await office.teams.say(stranger, 'what has Aisha had this year?')
    assert.match(message?.text ?? '', /do not know you yet.*ask your line manager/)
    assert.equal((await office.service().store.audit.verify()).entries, before + 1)
    const press = await office.teams.post(office.teams.pressActivity(stranger, 'suggestion.try', { what: 'help' }))
    assert.equal(press.status, 200)
    assert.match(JSON.stringify(press.body), /do not know you yet/)
  })

  it('treats somebody who has left as it treats a stranger', async () => {
    const left = aPerson({ staffCode: 'N03A077', name: 'Lee Gone', endedOn: '2026-11-21' })
    const { staff } = office.service().store
    await staff.put([left], { event: 'staff.imported', at: Temporal.Now.instant() })
    const [message] = await office.teams.say(inTeams(left), 'my supervisions')
    assert.match(message?.text ?? '', /do not know you yet/)
  })

  it('answers an invoke of another sort with a sentence, not with silence', async () => {
    const answer = await office.teams.post(
      office.teams.activity(inTeams(aisha), { type: 'invoke', name: 'task/fetch', value: {} }),
    )
    assert.equal(answer.status, 200)
    assert.match(JSON.stringify(answer.body), /cannot do that here/)
  })
})
