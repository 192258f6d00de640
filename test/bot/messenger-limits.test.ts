import assert from 'node:assert/strict'
import { channelAuthentication } from '../../bot/channel-door.ts'
import { teamsMessenger } from '../../bot/messenger.ts'
import { readConfig } from '../../config/config.ts'
import type { ConversationReference, Messenger } from '../../domain/ports.ts'
import { type FakeTeams, fakeTeams } from '../support/fake-teams.ts'
import { aisha } from '../support/people.ts'
import { morning } from '../support/records.ts'

describe('Reaching somebody within the limits of Teams', () => {
  let teams: FakeTeams
  let messenger: Messenger
  let known: ConversationReference | undefined
  let silences: [string, number][]

  beforeEach(async () => {
    teams = await fakeTeams(() => '')
    silences = []
    assert.ok(aisha.entraObjectId)
    const neighbour: ConversationReference = {
      tenantId: 't',
      entraObjectId: aisha.entraObjectId,
      serviceUrl: teams.serviceUrl,
      conversationId: 'a:1',
      userId: '29:1',
      botId: '28:b',
      channelId: 'msteams',
    }
    known = neighbour
    messenger = teamsMessenger({
      authentication: channelAuthentication(readConfig({}), undefined),
      conversations: {
        remember: async (reference) => {
          known = reference
        },
        find: async () => known,
        latest: async () => neighbour,
        forget: async () => {},
        claimWelcome: async () => true,
      },
      clock: () => morning,
      isTenantServed: () => true,
      isServiceUrlServed: () => true,
      onOutcome: () => {},
      onThrottled: (tenantId, seconds) => silences.push([tenantId, seconds]),
      deadlineMs: 2000,
    })
  })
  afterEach(() => teams.close())

  it('tells whoever keeps the limits of a silence that was asked for, in which tenant and for how long', async () => {
    teams.fails(() => ({ status: 429, headers: { 'retry-after': '7' } }))
    await messenger.sendTo(aisha, { text: 'hello' })
    known = undefined
    await messenger.sendTo(aisha, { text: 'hello' })
    teams.fails(() => ({ status: 429 }))
    await messenger.sendTo(aisha, { text: 'hello' })
    assert.deepEqual(silences, [
      ['t', 7],
      ['t', 7],
    ])
  })

  it('asks before each request whether it may be made, and makes none after a no', async () => {
    const asked: unknown[] = []
    const until = (last: string) => async (request: string, where: object) => {
      asked.push([request, where])
      return request !== last
    }
    known = undefined
    assert.deepEqual(await messenger.sendTo(aisha, { text: 'a' }, until('open chat')), { outcome: 'failed' })
    assert.deepEqual(await messenger.sendTo(aisha, { text: 'b' }, until('send')), { outcome: 'failed' })
    assert.deepEqual(
      teams.calls.map((call) => call.kind),
      ['open chat'],
    )
    assert.equal((await messenger.sendTo(aisha, { text: 'c' }, until('nothing'))).outcome, 'delivered')
    const chat = { tenantId: 't', conversationId: 'a:chat-1' }
    assert.deepEqual(asked, [
      ['open chat', { tenantId: 't' }],
      ['open chat', { tenantId: 't' }],
      ['send', chat],
      ['send', chat],
    ])
  })
})
