import assert from 'node:assert/strict'
import { Crn, IsoDate } from '../../domain/ids.ts'
import { aDraft, at, draftId, morning, note, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const opened = note('draft.opened')
const cancelled = note('draft.cancelled')

export function draftsContract(now: () => Current): void {
  describe('drafts', () => {
    it('gives back a draft as it was opened, also after the store was closed and opened again', async () => {
      const draft = aDraft(1, {
        other: practitioner,
        kinds: ['monthly'],
        heldOn: IsoDate.parse('2026-11-18'),
        minutes: 45,
        crns: [Crn.parse('X320741')],
        answers: { workload: 'Ask about “leave”\n– twice 🙂' },
      })
      await now().store.drafts.open(draft, morning, opened)
      const store = await now().reopen()
      assert.deepEqual(await store.drafts.read(draft.id), { draft, version: 1, state: 'open' })
      assert.equal(await store.drafts.read(draftId(99)), undefined)
    })

    it('takes a write that knows the latest version, and refuses one that does not', async () => {
      const { drafts } = now().store
      await drafts.open(aDraft(1), morning, opened)
      assert.equal(await drafts.write(aDraft(1, { minutes: 30 }), 1, at(1)), 'written')
      assert.equal(await drafts.write(aDraft(1, { minutes: 60 }), 1, at(2)), 'conflict')
      assert.deepEqual(await drafts.read(draftId(1)), { draft: aDraft(1, { minutes: 30 }), version: 2, state: 'open' })
      assert.equal(await drafts.write(aDraft(1, { minutes: 60 }), 2, at(3)), 'written')
      assert.equal(await drafts.write(aDraft(99), 1, at(3)), 'conflict')
    })

    it('lets one of twenty simultaneous writers win', async () => {
      const { drafts } = now().store
      await drafts.open(aDraft(1), morning, opened)
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, number) => drafts.write(aDraft(1, { minutes: 10 + number }), 1, at(1))),
      )
      assert.equal(outcomes.filter((outcome) => outcome === 'written').length, 1)
      const winner = outcomes.indexOf('written')
      assert.equal((await drafts.read(draftId(1)))?.draft.minutes, 10 + winner)
    })

    it('lists a person’s open drafts, the one touched last first, also within one instant', async () => {
      const { drafts } = now().store
      for (const number of [2, 1, 3]) await drafts.open(aDraft(number), morning, opened)
      await drafts.open(aDraft(4, { by: practitioner }), morning, opened)
      await drafts.write(aDraft(1, { minutes: 30 }), 1, morning)
      assert.deepEqual(
        (await drafts.openOf(aDraft(1).by)).map((draft) => draft.id),
        [draftId(1), draftId(3), draftId(2)],
      )
    })

    it('says when an open draft was written last', async () => {
      const { drafts } = now().store
      await drafts.open(aDraft(1), morning, opened)
      assert.equal(String(await drafts.touchedAt(draftId(1))), String(morning))
      await drafts.write(aDraft(1, { minutes: 30 }), 1, at(5))
      assert.equal(String(await drafts.touchedAt(draftId(1))), String(at(5)))
      await drafts.cancel(draftId(1), at(6), cancelled)
      assert.equal(await drafts.touchedAt(draftId(1)), undefined)
      assert.equal(await drafts.touchedAt(draftId(99)), undefined)
    })

    it('cancels an open draft once; it can still be read but not written', async () => {
      const { drafts, audit } = now().store
      await drafts.open(aDraft(1), morning, opened)
      assert.equal(await drafts.cancel(draftId(1), at(1), cancelled), true)
      assert.equal(await drafts.cancel(draftId(1), at(2), cancelled), false)
      assert.equal(await drafts.cancel(draftId(99), at(2), cancelled), false)
      assert.equal(await drafts.write(aDraft(1, { minutes: 30 }), 1, at(3)), 'conflict')
      assert.deepEqual(await drafts.read(draftId(1)), { draft: aDraft(1), version: 1, state: 'cancelled' })
      assert.deepEqual(await drafts.openOf(aDraft(1).by), [])
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })
  })
}
