import assert from 'node:assert/strict'
import { readIncoming } from '../../bot/incoming.ts'

const activity = (rest: Record<string, unknown>) => ({
  type: 'message',
  id: 'a1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  from: { id: '29:sender', aadObjectId: 'AAD', name: 'Priya Nair' },
  recipient: { id: '28:bot' },
  conversation: { id: 'c1', conversationType: 'personal', tenantId: 'TENANT' },
  ...rest,
})
const mention = (id: string, text: string) => ({ type: 'mention', text, mentioned: { id } })

describe('What comes in', () => {
  const kinds: [string, Record<string, unknown>, string][] = [
    ['a message', { text: 'hello' }, 'text'],
    ['a message without text', { text: undefined }, 'text'],
    ['a press', { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'v', data: {} } } }, 'press'],
    ['a press from a client that sends a message', { text: '', value: { verb: 'v', draft: '1' } }, 'press'],
    ['a press with nothing in it', { type: 'invoke', name: 'adaptiveCard/action', value: 7 }, 'press'],
    ['a sign-in', { type: 'invoke', name: 'signin/tokenExchange', value: { token: 't' } }, 'sign-in'],
    ['a sign-in with nothing in it', { type: 'invoke', name: 'signin/tokenExchange' }, 'sign-in'],
    ['another invoke', { type: 'invoke', name: 'task/fetch' }, 'other-invoke'],
    ['an installation', { type: 'installationUpdate', action: 'add' }, 'installed'],
    ['an upgrade', { type: 'installationUpdate', action: 'add-upgrade' }, 'installed'],
    ['a removal', { type: 'installationUpdate', action: 'remove' }, 'uninstalled'],
    ['a new member', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }, 'members'],
    ['somebody leaving', { type: 'conversationUpdate', membersRemoved: [{ id: 'x' }] }, 'other'],
    ['a reaction', { type: 'messageReaction' }, 'other'],
  ]
  for (const [what, rest, kind] of kinds) {
    it(`${what} is “${kind}”`, () => assert.equal(readIncoming(activity(rest))?.kind, kind))
  }

  for (const [what, body] of [
    ['nothing', undefined],
    ['a list', []],
    ['a sentence', 'hello'],
    ['no type', activity({ type: undefined })],
    ['no sender', activity({ from: undefined })],
    ['a sender that is a word', activity({ from: 'me' })],
    ['no conversation', activity({ conversation: {} })],
    ['no service', activity({ serviceUrl: '' })],
    ['a text that is a number', activity({ text: 7 })],
  ] as const) {
    it(`${what} is no activity`, () => assert.equal(readIncoming(body), undefined))
  }

  it('drops the mention of the assistant, by the entity and not by the text', () => {
    const read = (text: string, entities: unknown[]) => {
      const incoming = readIncoming(activity({ text, entities }))
      return incoming?.kind === 'text' ? incoming.text : undefined
    }
    assert.equal(read('<at>Supervision</at> help', [mention('28:bot', '<at>Supervision</at>')]), 'help')
    assert.equal(read('reflective with <at>Tom</at>', [mention('29:tom', '<at>Tom</at>')]), 'reflective with Tom')
    assert.equal(read('<at>Supervision</at> help', []), '<at>Supervision</at> help')
    assert.equal(read('help', [mention('28:bot', '<at>not there</at>'), 'nonsense', { type: 'mention' }]), 'help')
  })

  it('knows the tenant from the conversation or else from the channel data, in lower case', () => {
    assert.equal(readIncoming(activity({}))?.origin.tenantId, 'tenant')
    const other = activity({ conversation: { id: 'c1' }, channelData: { tenant: { id: 'T2' } } })
    assert.equal(readIncoming(other)?.origin.tenantId, 't2')
    assert.equal(readIncoming(activity({ conversation: { id: 'c1' }, channelData: 'odd' }))?.origin.tenantId, '')
  })

  it('knows a personal chat from a group and a channel', () => {
    const chat = (conversation: Record<string, unknown>) =>
      readIncoming(activity({ conversation: { id: 'c', ...conversation } }))?.origin.chat
    assert.equal(chat({ conversationType: 'personal' }), 'personal')
    assert.equal(chat({ conversationType: 'groupChat', isGroup: true }), 'group')
    assert.equal(chat({ conversationType: 'channel', isGroup: true }), 'channel')
  })

  it('knows a refresh that the client made by itself', () => {
    const press = (trigger: string) =>
      readIncoming(activity({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'v' }, trigger } }))
    const automatic = press('automatic')
    const manual = press('manual')
    assert.ok(automatic?.kind === 'press' && automatic.automatic)
    assert.ok(manual?.kind === 'press' && !manual.automatic)
  })
})
