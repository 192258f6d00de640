import assert from 'node:assert/strict'
import type { ShownCounts } from '../../domain/reflective-pattern.ts'
import type { Store } from '../../store/open-store.ts'
import { day } from '../support/days.ts'
import { at, plain } from '../support/records.ts'
import type { Current } from './store-contract.ts'

export function shownFiguresContract(now: () => Current): void {
  describe('the figures of a PDU', () => {
    const quarters = (...figures: ShownCounts[]) =>
      figures.map((one, index) => {
        const from = day('2026-04-01').add({ months: 3 * index })
        return { from, to: from.add({ months: 3 }).subtract({ days: 1 }), figures: one }
      })
    const shown = async (store: Store, pdu: string, ...figures: ShownCounts[]) =>
      (await store.shownFigures.asFirstShown(pdu, quarters(...figures), at(0))).map((quarter) => quarter.figures)
    const ratings = { yes: 6, partly: 5, no: 5 }

    it('stay as they were first shown, with or without ratings, also after a restart', async () => {
      const first = [{ answers: 16, ratings }, { answers: 9 }]
      assert.deepEqual(await shown(now().store, 'N03P1', ...first), first)
      const later = [{ answers: 15 }, { answers: 17, ratings: { ...ratings, no: 6 } }]
      assert.deepEqual(await shown(now().store, 'N03P1', ...later), first)
      assert.deepEqual(await shown(await now().reopen(), 'N03P1', {}, {}), first)
    })

    it('are kept once there are any', async () => {
      const { store } = now()
      assert.deepEqual(await shown(store, 'N03P1', {}, { answers: 5 }), [{}, { answers: 5 }])
      assert.deepEqual(await shown(store, 'N03P1', { answers: 6 }, { answers: 6 }), [{ answers: 6 }, { answers: 5 }])
      assert.deepEqual(await shown(store, 'N03P1'), [])
    })

    it('are each PDU’s own, and keep their days', async () => {
      const { store } = now()
      await shown(store, 'N03P1', { answers: 7 })
      assert.deepEqual(
        plain(await store.shownFigures.asFirstShown('N03P2', quarters({ answers: 8 }), at(1))),
        plain(quarters({ answers: 8 })),
      )
    })

    it('are the same for all who show them first at once', async () => {
      const { store, records } = now()
      const other = records.severalWriters ? await records.open() : store
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, number) =>
          shown(number % 2 === 0 ? store : other, 'N03P1', { answers: 10 + number }, { answers: 50 + number }),
        ),
      )
      for (const one of all) assert.deepEqual(one, all[0])
      assert.deepEqual(await shown(store, 'N03P1', {}, {}), all[0])
      if (other !== store) await other.close()
    })
  })
}
