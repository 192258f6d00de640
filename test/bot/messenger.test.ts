import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { channelAuthentication, isServiceUrlServed } from '../../bot/channel-door.ts'
import { teamsMessenger } from '../../bot/messenger.ts'
import { readConfig } from '../../config/config.ts'
import type { ConversationReference, Conversations, Delivery } from '../../domain/ports.ts'
import { type FakeTeams, type Fault, fakeTeams } from '../support/fake-teams.ts'
import { freePort } from '../support/free-port.ts'
import { aisha } from '../support/people.ts'
import { morning } from '../support/records.ts'

const error = (status: number, code: string, headers?: Record<string, string>): Fault => ({
  status,
  body: { error: { code, message: 'No.' } },
  headers,
})

describe('Reaching somebody in Teams', () => {
  const config = readConfig({})
  const authentication = channelAuthentication(config, undefined)
  let teams: FakeTeams
  let outcomes: Delivery['outcome'][]
  let known: ConversationReference | undefined
  let forgotten: number

  before(async () => {
    teams = await fakeTeams(() => '')
  })
  after(() => teams.close())
  beforeEach(() => {
    outcomes = []
    forgotten = 0
    known = reference()
    teams.calls.length = 0
    teams.fails(() => undefined)
  })

  function reference(serviceUrl = teams.serviceUrl): ConversationReference {
    assert.ok(aisha.entraObjectId)
    return {
      tenantId: 't',
      entraObjectId: aisha.entraObjectId,
      serviceUrl,
      conversationId: 'a:1',
      userId: '29:1',
      botId: '28:b',
      channelId: 'msteams',
    }
  }

  function messenger(deadlineMs = 2000, channel = authentication) {
    const conversations: Conversations = {
      remember: async (reference) => {
        known = reference
      },
      find: async () => known,
      latest: async () => reference(),
      forget: async () => {
        known = undefined
        forgotten += 1
      },
      claimWelcome: async () => true,
    }
    return teamsMessenger({
      authentication: channel,
      conversations,
      clock: () => morning,
      isTenantServed: (tenantId) => tenantId !== 'left',
      isServiceUrlServed: (serviceUrl) => isServiceUrlServed({ allowedServiceHosts: ['127.0.0.1'] }, serviceUrl),
      onOutcome: (outcome) => outcomes.push(outcome),
      onThrottled: () => {},
      deadlineMs,
    })
  }

  const answers: [string, Fault, Delivery][] = [
    ['403, the assistant is not installed', error(403, 'BotNotInConversationRoster'), { outcome: 'not-installed' }],
    ['403, the person has blocked it', error(403, 'ConversationBlockedByUser'), { outcome: 'blocked' }],
    ['403, an administrator has switched it off', error(403, 'BotDisabledByAdmin'), { outcome: 'blocked' }],
    [
      '403 in the older words of a block',
      {
        status: 403,
        body: { errorCode: 209, message: '{\r\n "subCode": "MessageWritesBlocked",\r\n "errorCode": null}' },
      },
      { outcome: 'blocked' },
    ],
    [
      '403 with a sub-code beside the code',
      { status: 403, body: { error: { code: 'Forbidden', message: 'No.' }, subCode: 'MessageWritesBlocked' } },
      { outcome: 'blocked' },
    ],
    ['403 and no word why', { status: 403 }, { outcome: 'not-installed' }],
    ['404, the chat is gone', error(404, 'ConversationNotFound'), { outcome: 'not-installed' }],
    ['400', error(400, 'BadArgument'), { outcome: 'failed' }],
    ['401', error(401, 'Unauthorized'), { outcome: 'failed' }],
    ['412, two at once in one chat', error(412, 'PreconditionFailed'), { outcome: 'failed' }],
    ['413', error(413, 'MessageSizeTooBig'), { outcome: 'too-big' }],
    [
      '429 and when to come back',
      error(429, 'Throttled', { 'retry-after': '7' }),
      { outcome: 'throttled', retryAfterSeconds: 7 },
    ],
    ['429 and no time', error(429, 'Throttled'), { outcome: 'throttled', retryAfterSeconds: undefined }],
    [
      '429 and a time that is a date',
      error(429, 'Throttled', { 'retry-after': 'Sun, 22 Nov 2026 10:00:00 GMT' }),
      { outcome: 'throttled', retryAfterSeconds: undefined },
    ],
    ['500', error(500, 'ServiceError'), { outcome: 'failed' }],
    ['503 and when to come back', error(503, 'ServiceUnavailable', { 'retry-after': '1' }), { outcome: 'failed' }],
    ['502', error(502, 'BadGateway'), { outcome: 'unknown' }],
    ['502 after it was delivered', { status: 502, taken: true }, { outcome: 'unknown' }],
    ['504', error(504, 'GatewayTimeout'), { outcome: 'unknown' }],
    ['a connection that breaks', 'reset', { outcome: 'unknown' }],
    ['a redirection', { status: 307, headers: { location: 'http://127.0.0.1:9/' } }, { outcome: 'failed' }],
  ]
  for (const [what, fault, expected] of answers) {
    it(`${what}: “${expected.outcome}”, after exactly one request`, async () => {
      teams.fails(() => fault)
      assert.deepEqual(await messenger().sendTo(aisha, { text: 'hello' }), expected)
      assert.equal(teams.calls.length, 1)
      assert.deepEqual(outcomes, [expected.outcome])
    })

    it(`${what}, when a card is changed: “${expected.outcome}”, after exactly one request`, async () => {
      teams.fails(() => fault)
      const place = { serviceUrl: teams.serviceUrl, conversationId: 'a:1', messageId: 'm1' }
      assert.deepEqual(await messenger().update(place, { text: 'hello' }), expected)
      assert.equal(teams.calls.length, 1)
    })

    it(`${what}, when a chat is opened: “${expected.outcome}”, after exactly one request`, async () => {
      known = undefined
      teams.fails(() => fault)
      assert.deepEqual(await messenger().sendTo(aisha, { text: 'hello' }), expected)
      assert.deepEqual(
        teams.calls.map((call) => call.kind),
        ['open chat'],
      )
    })
  }

  it('every call carries the token that was given for the channel, and none where there is no registration', async () => {
    const asked: string[] = []
    const signed = channelAuthentication(config, async (scope) => {
      asked.push(scope)
      return 'a.token'
    })
    for (const [channel, authorization] of [
      [signed, 'Bearer a.token'],
      [authentication, undefined],
    ] as const) {
      teams.calls.length = 0
      known = undefined
      const delivery = await messenger(2000, channel).sendTo(aisha, { text: 'hello' })
      assert.ok(delivery.outcome === 'delivered')
      await messenger(2000, channel).update(delivery.place, { text: 'hello again' })
      assert.deepEqual(
        teams.calls.map((call) => [call.kind, call.authorization]),
        ['open chat', 'send', 'update'].map((kind) => [kind, authorization]),
      )
    }
    assert.deepEqual(new Set(asked), new Set(['https://api.botframework.com/.default']))
  })

  it('an address with a path keeps its path, with a slash at its end or without', async () => {
    const asked: (string | undefined)[] = []
    const server = createServer((request, response) => {
      asked.push(request.url)
      response.writeHead(201)
      response.end('{"id":"m1"}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    for (const end of ['uk', 'uk/']) {
      known = reference(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${end}`)
      assert.equal((await messenger().sendTo(aisha, { text: 'hello' })).outcome, 'delivered')
    }
    assert.deepEqual(asked, Array(2).fill('/uk/v3/conversations/a%3A1/activities'))
    server.closeAllConnections()
    server.close()
  })

  it('a channel that says nothing: “unknown” once the deadline has passed, after exactly one request', async () => {
    teams.fails(() => 'hang')
    const started = performance.now()
    assert.deepEqual(await messenger(100).sendTo(aisha, { text: 'hello' }), { outcome: 'unknown' })
    assert.ok(performance.now() - started < 1000)
    assert.equal(teams.calls.length, 1)
  })

  it('a connection that is refused: “failed”', async () => {
    known = reference(`http://127.0.0.1:${await freePort()}/`)
    assert.deepEqual(await messenger().sendTo(aisha, { text: 'hello' }), { outcome: 'failed' })
  })

  it('an address that is no longer served is never called', async () => {
    for (const serviceUrl of [
      // By this name it is another host, and it would answer.
      teams.serviceUrl.replace('127.0.0.1', 'localhost'),
      'https://evil.example/',
      'http://smba.trafficmanager.net/uk/',
      'https://127.0.0.1@evil.example/',
      'no address',
    ]) {
      known = reference(serviceUrl)
      assert.deepEqual(await messenger().sendTo(aisha, { text: 'hello' }), { outcome: 'failed' })
      assert.deepEqual(
        await messenger().update({ serviceUrl, conversationId: 'a:1', messageId: 'm1' }, { text: 'hello' }),
        { outcome: 'failed' },
      )
    }
    assert.deepEqual(teams.calls, [])
  })

  for (const [what, fault] of [
    ['404', error(404, 'ConversationNotFound')],
    ['403', error(403, 'BotNotInConversationRoster')],
  ] as const) {
    it(`a chat that is gone (${what}) is forgotten, and the next message opens a new one`, async () => {
      teams.fails((call) => (call.kind === 'send' ? fault : undefined))
      await messenger().sendTo(aisha, { text: 'hello' })
      assert.equal(forgotten, 1)
      teams.fails(() => undefined)
      assert.equal((await messenger().sendTo(aisha, { text: 'hello' })).outcome, 'delivered')
      assert.deepEqual(
        teams.calls.map((call) => call.kind),
        ['send', 'open chat', 'send'],
      )
    })
  }

  it('somebody who has blocked the assistant keeps their chat for when they change their mind', async () => {
    teams.fails(() => error(403, 'ConversationBlockedByUser'))
    await messenger().sendTo(aisha, { text: 'hello' })
    assert.equal(forgotten, 0)
  })

  it('somebody without an Entra id cannot be reached, and nothing is tried', async () => {
    const { entraObjectId: _, ...nobody } = aisha
    assert.deepEqual(await messenger().sendTo(nobody, { text: 'hello' }), { outcome: 'not-installed' })
    assert.deepEqual(teams.calls, [])
  })
})
