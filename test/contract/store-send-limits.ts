import assert from 'node:assert/strict'
import { slotLength } from '../../domain/reminders/send-budget.ts'
import { morning, plain } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const slot = slotLength(41)

export function sendLimitsContract(now: () => Current): void {
  const later = (milliseconds: number) => morning.add({ milliseconds })
  const take = (most: number, when = 0, tenant = 'one') => now().store.sendLimits.take(tenant, later(when), most, slot)

  describe('the budget of requests', () => {
    it('gives slots that follow each other, a second ahead at most', async () => {
      assert.deepEqual(plain(await take(3)), plain({ from: later(0), count: 3 }))
      assert.deepEqual(plain(await take(100)), plain({ from: later(75), count: 37 }))
      assert.deepEqual(plain(await take(5)), plain({ from: later(1000), count: 0 }))
      assert.deepEqual(plain(await take(5, 500)), plain({ from: later(1000), count: 5 }))
    })

    it('does not save up what nobody took', async () => {
      await take(1)
      assert.deepEqual(plain(await take(40, 60_000)), plain({ from: later(60_000), count: 40 }))
    })

    it('is one for each tenant', async () => {
      await take(40)
      assert.deepEqual(plain(await take(2, 0, 'other')), plain({ from: later(0), count: 2 }))
    })

    it('gives nothing before the end of a silence, of which the longest counts', async () => {
      const { sendLimits } = now().store
      await sendLimits.hold('one', later(5000), later(0))
      await sendLimits.hold('one', later(2000), later(0))
      assert.deepEqual(plain(await take(4, 2500)), plain({ from: later(5000), count: 0 }))
      assert.deepEqual(plain(await take(4, 4500)), plain({ from: later(5000), count: 4 }))
      assert.deepEqual(plain(await take(4, 9000)), plain({ from: later(9000), count: 4 }))
    })

    it('gives no slot twice, also when several instances ask at once', async () => {
      const stores = now().records.severalWriters ? [now().store, await now().records.open()] : [now().store]
      const taken = await Promise.all(
        Array.from({ length: 8 }, (_, number) =>
          stores[number % stores.length]?.sendLimits.take('one', morning, 3, slot),
        ),
      )
      const starts = taken.map((slots) => slots?.from.since(morning).total('milliseconds') ?? 0).sort((a, b) => a - b)
      assert.deepEqual(
        starts,
        Array.from({ length: 8 }, (_, number) => number * 75),
      )
      for (const store of stores.slice(1)) await store.close()
    })
  })
}
