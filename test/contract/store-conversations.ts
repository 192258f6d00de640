import assert from 'node:assert/strict'
import type { ConversationReference, MessagePlace } from '../../domain/ports.ts'
import { at, draftId, entraId, manager, morning, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const place = (number: number): MessagePlace => ({
  serviceUrl: 'https://smba.example.org/uk/',
  conversationId: 'a:1',
  messageId: String(number),
})

const reference = (tenantId: string, person: number, conversationId: string): ConversationReference => ({
  tenantId,
  entraObjectId: entraId(person),
  serviceUrl: 'https://smba.example.org/uk/',
  conversationId,
  userId: `29:${person}`,
  botId: '28:assistant',
  channelId: 'msteams',
})

export function conversationsContract(now: () => Current): void {
  describe('shown cards', () => {
    it('gives the places of the cards a person has about a thing, newest first, each once', async () => {
      const { shownCards } = now().store
      for (const number of [2, 3, 1, 3]) await shownCards.remember(draftId(1), manager, place(number), morning)
      await shownCards.remember(draftId(1), practitioner, place(4), morning)
      await shownCards.remember(draftId(2), manager, place(5), morning)
      assert.deepEqual(await shownCards.of(draftId(1), manager), [place(3), place(1), place(2)])
      assert.deepEqual(await shownCards.of(draftId(9), manager), [])
    })
  })

  describe('conversations', () => {
    it('knows the reference a person used last, in whatever tenant', async () => {
      const { conversations } = now().store
      await conversations.remember(reference('one', 1, 'a:1'), at(1))
      await conversations.remember(reference('two', 1, 'a:2'), at(2))
      await conversations.remember(reference('one', 2, 'a:3'), at(3))
      assert.deepEqual(await conversations.find(entraId(1)), reference('two', 1, 'a:2'))
      await conversations.remember(reference('one', 1, 'a:4'), at(4))
      assert.deepEqual(await conversations.find(entraId(1)), reference('one', 1, 'a:4'))
      assert.equal(await conversations.find(entraId(9)), undefined)
    })

    it('knows the reference used last in a tenant, and at all', async () => {
      const { conversations } = now().store
      assert.equal(await conversations.latest(), undefined)
      await conversations.remember(reference('one', 1, 'a:1'), at(2))
      await conversations.remember(reference('two', 2, 'a:2'), at(1))
      assert.deepEqual(await conversations.latest(), reference('one', 1, 'a:1'))
    })

    it('forgets a person in one tenant only', async () => {
      const { conversations } = now().store
      await conversations.remember(reference('one', 1, 'a:1'), at(1))
      await conversations.remember(reference('two', 1, 'a:2'), at(2))
      await conversations.forget('two', entraId(1))
      await conversations.forget('two', entraId(9))
      assert.deepEqual(await conversations.find(entraId(1)), reference('one', 1, 'a:1'))
    })

    it('gives the welcome to one of twenty who claim it, and again after the person was forgotten', async () => {
      const { conversations } = now().store
      const claim = () => conversations.claimWelcome('one', entraId(1), morning)
      const claims = await Promise.all(Array.from({ length: 20 }, claim))
      assert.equal(claims.filter((claimed) => claimed).length, 1)
      assert.equal(await conversations.claimWelcome('one', entraId(2), morning), true)
      assert.equal(await conversations.claimWelcome('two', entraId(1), morning), true)
      await conversations.forget('one', entraId(1))
      assert.equal(await claim(), true)
      assert.equal(await claim(), false)
    })
  })
}
