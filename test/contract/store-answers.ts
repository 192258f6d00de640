import assert from 'node:assert/strict'
import { at, morning, note } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const card = { status: 200, body: { card: { type: 'AdaptiveCard', text: 'Said “once” 🙂' } } }

export function answersContract(now: () => Current): void {
  describe('first answers', () => {
    for (const answer of [card, 'a sentence', 0, false, [], {}] as const) {
      it(`gives ${JSON.stringify(answer)} back under each of its keys`, async () => {
        const { answered } = now().store
        assert.equal(await answered.keep(['press', 'activity'], answer, morning, []), 'kept')
        for (const keys of [['press'], ['activity'], ['unknown', 'activity'], ['activity', 'press']]) {
          assert.deepEqual(await answered.find(keys), answer)
        }
        assert.equal(await answered.find(['unknown']), undefined)
        assert.equal(await answered.find([]), undefined)
      })
    }

    it('keeps nothing, under no key, when one of the keys was answered before', async () => {
      const { answered, audit } = now().store
      await answered.keep(['b'], 'first', morning, [note('refused')])
      assert.equal(await answered.keep(['a', 'b', 'c'], 'second', at(1), [note('refused')]), 'already')
      assert.equal(await answered.find(['b']), 'first')
      assert.equal(await answered.find(['a', 'c']), undefined)
      assert.deepEqual(await audit.verify(), { entries: 1 })
    })

    it('takes a key named twice as one, and notes without any key', async () => {
      const { answered, audit } = now().store
      assert.equal(await answered.keep(['a', 'a'], 'once', morning, []), 'kept')
      assert.equal(
        await answered.keep([], 'nothing to find', morning, [note('refused'), note('record.viewed')]),
        'kept',
      )
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })

    it('keeps one of twenty simultaneous answers, with its notes', async () => {
      const { store, records } = now()
      const other = records.severalWriters ? await records.open() : store
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, number) => {
          const keys = ['press', 'activity', `activity ${number}`]
          if (number % 2 === 1) keys.reverse()
          return (number % 2 === 0 ? store : other).answered.keep(keys, number, morning, [note('session.signed')])
        }),
      )
      assert.equal(outcomes.filter((outcome) => outcome === 'kept').length, 1)
      const winner = outcomes.indexOf('kept')
      assert.equal(await store.answered.find(['press']), winner)
      for (const number of outcomes.keys()) {
        assert.equal(await store.answered.find([`activity ${number}`]), number === winner ? number : undefined)
      }
      assert.deepEqual(await store.audit.verify(), { entries: 1 })
      if (other !== store) await other.close()
    })

    it('still knows them after the store was closed and opened again', async () => {
      await now().store.answered.keep(['a'], card, morning, [])
      const store = await now().reopen()
      assert.deepEqual(await store.answered.find(['a']), card)
    })
  })

  describe('state', () => {
    const conflict = { name: 'StateConflict' }

    it('gives items back with an eTag, and nothing for what was never written', async () => {
      const { state } = now().store
      await state.write({ 'a/b?c': { step: 1, nested: { list: [null, 'x'] } }, __proto__x: { step: 2 } })
      const read = await state.read(['a/b?c', '__proto__x', 'never'])
      assert.deepEqual(Object.keys(read).sort(), ['__proto__x', 'a/b?c'])
      const { eTag, ...content } = read['a/b?c'] ?? { eTag: '' }
      assert.ok(eTag)
      assert.deepEqual(content, { step: 1, nested: { list: [null, 'x'] } })
      assert.deepEqual(await state.read([]), {})
    })

    it('takes a write whose eTag holds, and gives the item another one', async () => {
      const { state } = now().store
      await state.write({ a: { step: 1 } })
      const before = (await state.read(['a'])).a?.eTag
      await state.write({ a: { step: 2, eTag: before } })
      const { a } = await state.read(['a'])
      assert.equal(a?.step, 2)
      assert.notEqual(a?.eTag, before)
      await assert.rejects(state.write({ a: { step: 3, eTag: before } }), conflict)
      assert.equal((await state.read(['a'])).a?.step, 2)
    })

    it('refuses an eTag that no longer holds, because the item was written, deleted or made anew', async () => {
      const { state } = now().store
      await state.write({ a: { step: 1 } })
      const eTag = (await state.read(['a'])).a?.eTag
      await state.delete(['a', 'never'])
      await assert.rejects(state.write({ a: { step: 2, eTag } }), conflict)
      await state.write({ a: { step: 1 } })
      await assert.rejects(state.write({ a: { step: 2, eTag } }), conflict)
      await assert.rejects(state.write({ a: { step: 2, eTag: '' } }), conflict)
    })

    it('overwrites with "*" and without an eTag, whatever is there', async () => {
      const { state } = now().store
      for (const [step, item] of [{ eTag: '*' }, {}, { eTag: '*' }].entries()) {
        await state.write({ a: { step, ...item } })
        assert.equal((await state.read(['a'])).a?.step, step)
      }
    })

    it('keeps the first of twenty that are kept at once, gives it to all, and keeps it from then on', async () => {
      const { store, records } = now()
      const other = records.severalWriters ? await records.open() : store
      const given = await Promise.all(
        Array.from({ length: 20 }, (_, number) => (number % 2 ? store : other).state.keepFirst('key', { number })),
      )
      for (const one of given) assert.deepEqual(one, given[0])
      assert.deepEqual(await other.state.keepFirst('key', { number: 99 }), given[0])
      assert.equal((await store.state.read(['key'])).key?.number, given[0]?.number)
      if (other !== store) await other.close()
    })

    it('keeps all items of a write or none', async () => {
      const { state } = now().store
      await state.write({ b: { step: 1 } })
      await assert.rejects(
        state.write({ a: { step: 2 }, b: { step: 2, eTag: 'old' }, c: { step: 2, eTag: '*' } }),
        conflict,
      )
      const read = await state.read(['a', 'b', 'c'])
      assert.deepEqual([Object.keys(read), read.b?.step], [['b'], 1])
    })

    it('lets one of twenty simultaneous writers with the same eTag win', async () => {
      const { state } = now().store
      await state.write({ a: { step: 0 } })
      const eTag = (await state.read(['a'])).a?.eTag
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, number) => state.write({ a: { step: number, eTag } })),
      )
      assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1)
    })
  })
}
