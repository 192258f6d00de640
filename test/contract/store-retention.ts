import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { applyRetention } from '../../bot/apply-retention.ts'
import { defaultRetentionPolicy } from '../../config/retention.ts'
import { limitsAt, type RemovedCounts, type removable } from '../../domain/retention.ts'
import type { Person } from '../../domain/staff.ts'
import type { Store } from '../../store/open-store.ts'
import {
  aDraft,
  aPerson,
  aSession,
  aSignOff,
  at,
  entraId,
  guid,
  manager,
  note,
  practitioner,
  sessionId,
} from '../support/records.ts'
import type { Current } from './store-contract.ts'
import { anEntry, asking } from './store-outbox.ts'

export const night = Temporal.Instant.from('2026-11-22T02:00:00Z')
export const limits = limitsAt(night, defaultRetentionPolicy)
export const justBefore = (instant: Temporal.Instant) => instant.subtract({ nanoseconds: 1 })
const note1 = note('draft.opened')
const tenant = '11111111-1111-4111-8111-111111111111'
const place = (messageId: string) => ({ serviceUrl: 'https://s', conversationId: 'c', messageId })
const reference = (number: number) => ({
  tenantId: tenant,
  entraObjectId: entraId(number),
  serviceUrl: 'https://s',
  conversationId: `c${number}`,
  userId: 'u',
  botId: 'b',
  channelId: 'msteams',
})
export const viewed = (
  when: Temporal.Instant,
  rest: { actor?: Person['staffCode']; subject?: Person['staffCode'] } = {},
) => note('record.viewed', { at: when, actor: manager, subject: practitioner, ...rest })
export const hold = (person = practitioner) =>
  [{ person, at: night, by: manager }, note('hold.put', { subject: person })] as const

/** A night's run at a moment, as the run of a day: the moment's own where none is given. */
export async function nightOf(
  store: Store,
  moment: Temporal.Instant,
  day = moment.toZonedDateTimeISO('Europe/London').toPlainDate(),
): Promise<RemovedCounts | undefined> {
  const clock = { now: () => moment, today: () => day }
  return (await applyRetention({ retention: store.retention, policy: defaultRetentionPolicy, clock })).counts
}

export function retentionContract(now: () => Current): void {
  describe('what is kept and for how long', () => {
    const aNight = (moment = night) => nightOf(now().store, moment)
    const nightsLater = (nights: number) => night.add({ hours: 24 * nights })
    const staffWho = (...people: Record<string, unknown>[]) =>
      now().store.staff.put(
        people.map((fields) => aPerson(fields)),
        note('staff.imported'),
      )
    const days = [Temporal.PlainDate.from('2000-01-01'), Temporal.PlainDate.from('2100-01-01')] as const
    const sessionsOf = async (person = practitioner) => (await now().store.supervisions.of(person, ...days)).length

    const kinds: {
      kind: (typeof removable)[number]
      what: string
      /** Puts one in that is kept tonight, and one that is not. */
      put: () => Promise<unknown>
      /** How many are there. */
      left: () => Promise<number>
    }[] = [
      {
        kind: 'answered',
        what: 'what was answered 90 days ago',
        put: async () => {
          await now().store.answered.keep(['activity/a'], 'kept', limits.handled, [])
          await now().store.answered.keep(['activity/b', 'press/b'], 'old', justBefore(limits.handled), [])
        },
        left: async () =>
          [await now().store.answered.find(['activity/a']), await now().store.answered.find(['activity/b'])].filter(
            Boolean,
          ).length,
      },
      {
        kind: 'cards',
        what: 'where cards were shown 90 days ago',
        put: async () => {
          await now().store.shownCards.remember(sessionId(1), practitioner, place('kept'), limits.handled)
          await now().store.shownCards.remember(sessionId(1), practitioner, place('old'), justBefore(limits.handled))
        },
        left: async () => (await now().store.shownCards.of(sessionId(1), practitioner)).length,
      },
      {
        kind: 'reminders',
        what: 'what became of a reminder 90 days ago',
        put: async () => {
          const { outbox } = now().store
          for (const [step, when] of [
            ['kept', limits.handled],
            ['old', justBefore(limits.handled)],
          ] as const) {
            await outbox.enqueue([anEntry(step)], when)
            await outbox.cancel(practitioner, anEntry(step).key, when)
          }
        },
        left: async () => (await now().store.outbox.ofPerson(practitioner, 10)).length,
      },
      {
        kind: 'drafts',
        what: 'a draft touched 90 days ago',
        put: async () => {
          await now().store.drafts.open(aDraft(1), limits.drafts, note1)
          await now().store.drafts.open(aDraft(2), justBefore(limits.drafts), note1)
        },
        left: async () => (await now().store.drafts.openOf(manager)).length,
      },
      {
        kind: 'views',
        what: 'who looked 12 months ago',
        put: () => now().store.audit.append([viewed(limits.views), viewed(justBefore(limits.views))]),
        left: async () => (await now().store.views.of(practitioner, at(-9_999_999), night, 10)).views.length,
      },
      {
        kind: 'sessions',
        what: 'sessions of somebody who left six years ago',
        put: async () => {
          await staffWho(
            { staffCode: 'N03A002', endedOn: '2020-11-22' },
            { staffCode: 'N03A003', endedOn: '2020-11-21' },
          )
          await now().store.supervisions.bringIn([
            aSession(1),
            aSession(2, { practitioner: aPerson({ staffCode: 'N03A003' }).staffCode }),
          ])
        },
        left: async () => (await sessionsOf()) + (await sessionsOf(aPerson({ staffCode: 'N03A003' }).staffCode)),
      },
    ]
    for (const { kind, what, put, left } of kinds) {
      it(`keeps ${what} to the moment, and removes what is older`, async () => {
        await put()
        assert.equal(await left(), 2)
        const counts = await aNight()
        assert.deepEqual(Object.keys(counts ?? {}), [kind])
        assert.equal(await left(), 1)
      })
    }

    it('keeps a reminder that still waits, and that somebody is out of reach, however long ago it was', async () => {
      const { outbox } = now().store
      const dueAt = justBefore(limits.handled)
      const away = anEntry('away', 0, { dueAt })
      await outbox.enqueue([anEntry('waits', 0, { to: manager, dueAt }), away], dueAt)
      await outbox.claim({ ...asking('one', 0), now: dueAt })
      assert.equal(await outbox.settle([away.key], 'one', { outcome: 'blocked' }, dueAt), true)
      assert.deepEqual(await aNight(), {})
    })

    it('counts the days of where a conversation stands from the first night that finds it', async () => {
      const { state } = now().store
      await state.write({ 'place/a': { draft: 1 }, 'place/b': { draft: 2 } })
      assert.deepEqual(await aNight(), {})
      assert.deepEqual(await aNight(nightsLater(90)), {})
      await state.write({ 'place/b': { draft: 3 } })
      assert.deepEqual(await aNight(nightsLater(91)), { state: 1 })
      assert.deepEqual(Object.keys(await state.read(['place/a', 'place/b'])), ['place/b'])
    })

    it('forgets the chat of somebody who has left or whom the list does not know, and keeps everybody else’s', async () => {
      const { conversations } = now().store
      await staffWho(
        { staffCode: 'N03A001', entraObjectId: entraId(1), endedOn: '2026-11-21' },
        { staffCode: 'N03A002', entraObjectId: entraId(2), endedOn: '2026-11-22' },
        { staffCode: 'N03A003', entraObjectId: entraId(3) },
      )
      for (const number of [1, 2, 3, 4]) {
        await conversations.remember(reference(number), justBefore(limits.handled))
        await conversations.claimWelcome(tenant, entraId(number), justBefore(limits.handled))
      }
      await conversations.remember(reference(5), limits.handled)
      assert.deepEqual(await aNight(), { chats: 4 })
      const known = await Promise.all([1, 2, 3, 4, 5].map((number) => conversations.find(entraId(number))))
      assert.deepEqual(
        known.map((found) => found !== undefined),
        [false, true, true, false, true],
      )
    })

    const notGone: { what: string; person: Record<string, unknown>[] }[] = [
      { what: 'is in post', person: [{}] },
      { what: 'has no last day that anybody knows', person: [{ startedOn: '1990-01-01' }] },
      { what: 'is not on the staff list', person: [] },
      { what: 'left less than six years ago', person: [{ endedOn: '2020-11-23' }] },
    ]
    for (const { what, person } of notGone) {
      it(`keeps every session of somebody who ${what}, however old`, async () => {
        await staffWho(...person)
        await now().store.supervisions.bringIn([aSession(1, { heldOn: Temporal.PlainDate.from('2001-01-01') })])
        assert.deepEqual(await aNight(), {})
        assert.equal(await sessionsOf(), 1)
      })
    }

    it('removes with a session all that hangs on it', async () => {
      const { supervisions, notices, shownCards, drafts } = now().store
      await staffWho({ endedOn: '2020-01-01' })
      await supervisions.record(aSession(1), note())
      await supervisions.sign(aSignOff(1, { outcome: 'change-asked', words: 'Date' }), note('session.signed'))
      await supervisions.record(aSession(2, { corrects: sessionId(1) }), note('session.corrected'))
      await shownCards.remember(sessionId(2), manager, place('m'), night)
      await drafts.open(aDraft(9), night, note1)
      assert.deepEqual(await aNight(), { sessions: 2 })
      assert.equal(await sessionsOf(), 0)
      assert.deepEqual(await notices.undelivered(), [])
      assert.deepEqual(await shownCards.of(sessionId(2), manager), [])
      assert.equal((await drafts.openOf(manager)).length, 1)
    })

    it('removes nothing that concerns a person on hold, on either side of it, until the hold is released', async () => {
      const { store } = now()
      await staffWho({ endedOn: '2015-01-01', entraObjectId: entraId(2) })
      await store.supervisions.bringIn([aSession(1), aSession(2)])
      await store.audit.append([
        viewed(at(-2_000_000)),
        viewed(at(-2_000_000), { actor: practitioner, subject: manager }),
      ])
      await store.drafts.open(aDraft(1, { other: practitioner }), at(-2_000_000), note1)
      await store.answered.keep([`press/${practitioner}/session.agree/${guid(1)}`], 'x', at(-2_000_000), [])
      await store.answered.keep([`activity/t/c/${entraId(2)}//1`], 'x', at(-2_000_000), [])
      await store.shownCards.remember(sessionId(1), practitioner, place('m'), at(-2_000_000))
      await store.conversations.remember(reference(2), at(-2_000_000))
      await store.holds.put(...hold())
      assert.deepEqual(await aNight(), {})
      assert.equal(await sessionsOf(), 2)
      await store.holds.release(practitioner, note('hold.released', { subject: practitioner }))
      assert.deepEqual(await aNight(nightsLater(1)), {
        answered: 2,
        cards: 1,
        chats: 1,
        drafts: 1,
        views: 2,
        sessions: 2,
      })
    })
  })
}
