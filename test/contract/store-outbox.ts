import assert from 'node:assert/strict'
import { StaffCode } from '../../domain/ids.ts'
import { type ClaimAsked, type OutboxEntry, type OutboxWhat, outboxKey } from '../../domain/reminders/outbox.ts'
import { manager, morning, plain, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'

/** So many minutes after nine, or a part of one. */
export const at = (minutes: number) => morning.add({ seconds: Math.round(minutes * 60) })

export const place = { serviceUrl: 'https://smba.example.org/uk/', conversationId: 'a:1', messageId: '7' }

/** An entry for somebody, due so many minutes after nine. */
export function anEntry(step: string, minutes = 0, fields: Partial<OutboxEntry> = {}): OutboxEntry {
  const to = fields.to ?? practitioner
  const what: OutboxWhat = fields.what ?? 'window-closing'
  return {
    key: outboxKey(to, what, 'reflective-2026', step),
    to,
    what,
    about: { kind: 'reflective' },
    dueAt: at(minutes),
    ...fields,
  }
}

export const someone = (number: number) => StaffCode.parse(`P${String(number).padStart(5, '0')}`)

/** What an instance asks for, so many minutes after nine. */
export function asking(owner: string, minutes: number, fields: Partial<ClaimAsked> = {}): ClaimAsked {
  return { owner, now: at(minutes), leaseSeconds: 60, most: 50, togetherMinutes: 10, pauseSeconds: 2, ...fields }
}

export function outboxContract(now: () => Current): void {
  const outbox = () => now().store.outbox
  const claimedKeys = async (asked: ClaimAsked) => (await outbox().claim(asked)).map(({ key }) => key)
  const stands = async (person = practitioner) =>
    (await outbox().ofPerson(person, 100))
      .map(({ key, state, outcome }) => [key.split('/').at(-1), state, outcome])
      .sort()

  describe('the outbox', () => {
    it('keeps an entry as it was put in, also after the store was closed and opened again', async () => {
      const entry = anEntry('14 days', 5, { about: { kind: 'monthly', booking: 'é/“7”' } })
      assert.equal(await outbox().enqueue([entry], morning), 1)
      const [kept] = await (await now().reopen()).outbox.ofPerson(practitioner, 10)
      assert.deepEqual(plain(kept), plain({ ...entry, attempts: 0, unknowns: 0, state: 'waiting', touchedAt: morning }))
    })

    it('takes each key once, however often it comes and whatever became of it', async () => {
      const entries = [anEntry('14 days'), anEntry('3 days'), anEntry('14 days')]
      assert.equal(await outbox().enqueue(entries, morning), 2)
      const again = await Promise.all(Array.from({ length: 5 }, () => outbox().enqueue(entries, at(1))))
      assert.deepEqual(again, [0, 0, 0, 0, 0])
      await outbox().claim(asking('one', 1))
      await outbox().settle([anEntry('14 days').key], 'one', { outcome: 'delivered', place }, at(1))
      assert.equal(await outbox().enqueue([anEntry('14 days', 60)], at(2)), 0)
      assert.deepEqual(await stands(), [
        ['14%20days', 'ended', 'delivered'],
        ['3%20days', 'waiting', undefined],
      ])
    })

    it('takes more at once than go into one statement', async () => {
      const many = Array.from({ length: 350 }, (_, number) => anEntry('14 days', 0, { to: someone(number) }))
      assert.equal(await outbox().enqueue(many, morning), 350)
      assert.equal(await outbox().enqueue(many, morning), 0)
    })

    it('gives what is due, what was due first coming first, and no more than asked for', async () => {
      const entries = [30, 5, 20, 10].map((minutes) => anEntry('14 days', minutes, { to: someone(minutes) }))
      await outbox().enqueue(entries, morning)
      const people = async (asked: ClaimAsked) =>
        (await outbox().claim({ ...asked, leaseSeconds: 3600 })).map(({ to }) => to)
      assert.deepEqual(await people(asking('one', 4)), [])
      assert.deepEqual(await people(asking('one', 20, { most: 2 })), [someone(5), someone(10)])
      assert.deepEqual(await people(asking('one', 20, { most: 2 })), [someone(20)])
      assert.deepEqual(await people(asking('one', 29)), [])
      assert.deepEqual(await people(asking('one', 30)), [someone(30)])
    })

    it('gives all of a person together that falls due within ten minutes, and nothing of them to another meanwhile', async () => {
      await outbox().enqueue(
        [0, 9, 10, 11].map((minutes) => anEntry(`${minutes}`, minutes)),
        morning,
      )
      const first = await outbox().claim(asking('one', 0, { most: 1 }))
      assert.deepEqual(
        first.map(({ key }) => key.split('/').at(-1)),
        ['0', '9', '10'],
      )
      assert.deepEqual(await claimedKeys(asking('other', 0.5)), [])
      const keys = first.map(({ key }) => key)
      assert.equal(await outbox().settle(keys, 'one', { outcome: 'delivered', place }, at(11)), true)
      assert.deepEqual(await claimedKeys(asking('other', 11)), [], 'the chat has a pause')
      assert.deepEqual(await claimedKeys(asking('other', 12)), [anEntry('11').key])
    })

    it('gives no entry to two who claim at once, and every entry to one of them', async () => {
      const many = Array.from({ length: 120 }, (_, number) => anEntry(`${number}`, 0, { to: someone(number % 40) }))
      await outbox().enqueue(many, morning)
      const stores = now().records.severalWriters ? [now().store, await now().records.open()] : [now().store]
      const claims = await Promise.all(
        Array.from({ length: 8 }, (_, number) =>
          stores[number % stores.length]?.outbox.claim(asking(`instance ${number}`, 0, { most: 15 })),
        ),
      )
      const taken = claims.flatMap((claim, owner) => (claim ?? []).map(({ key, to }) => ({ key, to, owner })))
      assert.equal(new Set(taken.map(({ key }) => key)).size, taken.length)
      assert.deepEqual(taken.map(({ key }) => key).sort(), many.map(({ key }) => key).sort())
      const ownersOf = Map.groupBy(taken, ({ to }) => to)
      for (const [person, theirs] of ownersOf) {
        assert.equal(new Set(theirs.map(({ owner }) => owner)).size, 1, `${person} is with two instances`)
      }
      for (const store of stores.slice(1)) await store.close()
    })

    it('gives what was not begun to another when the lease has ended, and takes nothing from its old owner any more', async () => {
      const { key } = anEntry('14 days')
      await outbox().enqueue([anEntry('14 days')], morning)
      await outbox().claim(asking('one', 0))
      assert.deepEqual(await claimedKeys(asking('other', 0.9)), [])
      const [taken] = await outbox().claim(asking('other', 1.1))
      assert.deepEqual([taken?.key, taken?.attempts, taken?.unknowns], [key, 1, 0])
      assert.equal(await outbox().begin([key], 'one', at(1.2), 60), false)
      assert.equal(await outbox().settle([key], 'one', { outcome: 'delivered', place }, at(1.2)), false)
      assert.equal(await outbox().begin([key], 'other', at(1.2), 60), true)
      assert.equal(await outbox().settle([key], 'other', { outcome: 'delivered', place }, at(1.2)), true)
      assert.deepEqual(await stands(), [['14%20days', 'ended', 'delivered']])
    })

    it('gives nothing up because instances end, one after the other, before they begin', async () => {
      await outbox().enqueue([anEntry('14 days')], morning)
      for (let round = 0; round < 30; round++) {
        const [taken] = await outbox().claim(asking(`instance ${round}`, round * 5))
        assert.deepEqual([taken?.attempts, taken?.unknowns], [1, 0])
      }
    })

    it('says of what was begun and never settled that nobody knows', async () => {
      const { key } = anEntry('14 days')
      await outbox().enqueue([anEntry('14 days')], morning)
      for (const [minutes, unknowns] of [
        [0, 0],
        [2, 1],
        [4, 2],
      ] as const) {
        const [taken] = await outbox().claim(asking(`instance at ${minutes}`, minutes))
        assert.equal(taken?.unknowns, unknowns)
        assert.equal(await outbox().begin([key], `instance at ${minutes}`, at(minutes), 60), true)
      }
    })

    it('begins nothing after the lease has ended, and all or none of what shares a message', async () => {
      const keys = [anEntry('a').key, anEntry('b').key]
      await outbox().enqueue([anEntry('a'), anEntry('b')], morning)
      await outbox().claim(asking('one', 0))
      assert.equal(await outbox().begin(keys, 'one', at(1), 60), false)
      await outbox().claim(asking('one', 2))
      assert.equal(await outbox().cancel(practitioner, anEntry('b').key, at(2)), 1)
      assert.equal(await outbox().begin(keys, 'one', at(2), 60), false)
      assert.equal(await outbox().begin([anEntry('a').key], 'one', at(2), 60), true)
      const [again] = await outbox().claim(asking('other', 4))
      assert.equal(again?.unknowns, 1)
    })

    it('can be told that something is pointless by now, by what its key begins with', async () => {
      const entries = [anEntry('a'), anEntry('b'), anEntry('a', 0, { what: 'session-today' })]
      await outbox().enqueue([...entries, anEntry('a', 0, { to: manager })], morning)
      const all = outboxKey(practitioner, 'window-closing', 'reflective-2026', '')
      assert.equal(await outbox().cancel(practitioner, all, at(1)), 2)
      assert.equal(await outbox().cancel(practitioner, all, at(1)), 0)
      assert.deepEqual(
        (await claimedKeys(asking('one', 1))).sort(),
        [anEntry('a', 0, { to: manager }).key, anEntry('a', 0, { what: 'session-today' }).key].sort(),
      )
    })

    it('lets what is being sent go its way when it turns out to be pointless', async () => {
      await outbox().enqueue([anEntry('a')], morning)
      await outbox().claim(asking('one', 0))
      await outbox().begin([anEntry('a').key], 'one', at(0), 60)
      assert.equal(await outbox().cancel(practitioner, anEntry('a').key, at(0)), 0)
      assert.equal(await outbox().settle([anEntry('a').key], 'one', { outcome: 'delivered', place }, at(0)), true)
    })
  })
}
