import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { backgroundWork } from '../../bot/background.ts'
import { teamCards } from '../../bot/team-cards.ts'
import type { Card } from '../../cards/card.ts'
import { cardInWords } from '../../cards/card-in-words.ts'
import type { Desk, Reply } from '../../dialogs/turn.ts'
import { TeamActionId } from '../../domain/ids.ts'
import type { Delivery, Message, MessagePlace, ShownCards } from '../../domain/ports.ts'
import { afterClose, afterConfirm, type TeamAction } from '../../domain/team-action.ts'
import type { TeamActions } from '../../domain/team-action-list.ts'
import { aisha, officePeople, priya, ruth, tom } from '../support/people.ts'

const at = Temporal.Instant.from('2026-11-22T10:00:00Z')
const place = (messageId: string): MessagePlace => ({
  serviceUrl: 'https://teams',
  conversationId: '19:chat',
  messageId,
})
const asked: TeamAction = {
  id: TeamActionId.parse('00000000-0000-4000-8000-000000000001'),
  way: 'everyone',
  text: 'Finish the refresher',
  askedBy: priya.staffCode,
  askedAt: at,
  chat: '19:chat',
  people: [tom, aisha, ruth].map(({ staffCode }) => ({ person: staffCode, inChat: true })),
}

/** Cards over a channel that answers each edit when and as the test says. */
function aChannel() {
  let action = asked
  let where: MessagePlace | undefined = place('m1')
  const waiting: { at: MessagePlace; says: string; answer: (delivery: Delivery) => void }[] = []
  const later: { milliseconds: number; task: () => void }[] = []
  const background = backgroundWork(pino({ level: 'silent' }))
  const copies = new Map<string, MessagePlace>()
  const cards = teamCards({
    teamActions: {
      byId: async () => action,
      placeOf: async () => where,
      placed: async (_id, next) => {
        const before = where
        where = next
        return before
      },
    } as Partial<TeamActions> as TeamActions,
    shownCards: {
      of: async (_thing, to) => [copies.get(to) ?? []].flat(),
    } as Partial<ShownCards> as ShownCards,
    desk: {
      staff: { byStaffCodes: async () => officePeople },
    } as unknown as Pick<Desk, 'staff'>,
    messenger: {
      update: (at, message) =>
        new Promise((answer) => waiting.push({ at, says: cardInWords((message as { card: Card }).card), answer })),
    },
    background,
    later: (milliseconds, task) => later.push({ milliseconds, task }),
  })
  const settled = async () => {
    for (let turn = 0; turn < 5; turn++) await setImmediate()
  }
  return {
    cards,
    later,
    waiting,
    copies,
    settled,
    confirms(person: typeof tom) {
      action = afterConfirm(action, person.staffCode, at)
      cards.changed(action.id)
    },
    closes(by: typeof tom) {
      action = afterClose(action, by.staffCode, at)
      cards.changed(action.id)
    },
    /** The channel answers the edit that waits; there is only ever one. */
    async answers(delivery: Delivery = { outcome: 'delivered', place: place('m1') }) {
      await settled()
      const [edit, ...more] = waiting.splice(0)
      assert.deepEqual(more, [])
      assert.ok(edit)
      edit.answer(delivery)
      await settled()
      return edit
    },
    sent: async (message: Message, messageId: string) =>
      cards.after({ message, posts: asked.id } as Reply, place(messageId)),
  }
}

describe('The card of a team action that everybody sees', () => {
  it('has one edit under way at most, and the next shows the last state', async () => {
    const channel = aChannel()
    for (const person of [tom, aisha, ruth]) {
      channel.confirms(person)
      await channel.settled()
    }
    assert.equal(channel.waiting.length, 1)
    assert.match((await channel.answers()).says, /1 of 3 have confirmed/)
    assert.match((await channel.answers()).says, /3 of 3 have confirmed/)
    assert.equal(channel.waiting.length, 0)
  })

  const waits: [string, Delivery, number][] = [
    ['as long as the channel says', { outcome: 'throttled', retryAfterSeconds: 7 }, 7000],
    ['a while where it does not say', { outcome: 'throttled' }, 5000],
    ['not for ever', { outcome: 'throttled', retryAfterSeconds: 86_400 }, 120_000],
  ]
  for (const [what, delivery, milliseconds] of waits) {
    it(`is edited once more when the channel has no time, after waiting ${what}`, async () => {
      const channel = aChannel()
      channel.confirms(tom)
      await channel.answers(delivery)
      assert.deepEqual(
        channel.later.map((one) => one.milliseconds),
        [milliseconds],
      )
      channel.confirms(aisha)
      await channel.answers()
      channel.later[0]?.task()
      assert.match((await channel.answers(delivery)).says, /2 of 3 have confirmed/)
      assert.equal(channel.later.length, 1, 'the second try is the last')
    })
  }

  it('is left as it is by an edit that failed otherwise, until the next change', async () => {
    const channel = aChannel()
    channel.confirms(tom)
    await channel.answers({ outcome: 'failed' })
    assert.deepEqual(channel.later, [])
    channel.confirms(aisha)
    assert.match((await channel.answers()).says, /2 of 3 have confirmed/)
  })

  it('leaves an older copy that can only be read', async () => {
    const channel = aChannel()
    await channel.sent({ text: 'not the card as it is now' }, 'm2')
    await channel.settled()
    const edits = channel.waiting.splice(0)
    assert.deepEqual(
      edits.map(({ at: { messageId }, says }) => [messageId, /further down/.test(says)]),
      [
        ['m1', true],
        ['m2', false],
      ],
    )
    for (const { answer } of edits) answer({ outcome: 'failed' })
  })

  it('ends the copies in personal chats with it, but not that of whoever closed it', async () => {
    const channel = aChannel()
    for (const person of [tom, priya]) channel.copies.set(person.staffCode, place(`own ${person.staffCode}`))
    channel.closes(priya)
    assert.match((await channel.answers()).says, /The record/)
    const own = await channel.answers()
    assert.equal(own.at.messageId, `own ${tom.staffCode}`)
    assert.match(own.says, /This was closed/)
    assert.equal(channel.waiting.length, 0)
  })
})
