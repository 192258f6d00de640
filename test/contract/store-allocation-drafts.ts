import assert from 'node:assert/strict'
import { allocationDraftId, anAllocationDraft } from '../support/kept-allocations.ts'
import { at, manager, morning, note, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const drafted = note('allocation.drafted')
const cancelled = note('allocation.cancelled')

export function allocationDraftsContract(now: () => Current): void {
  describe('drafts of an allocation', () => {
    it('are given back as they were opened, also after the store was closed and opened again', async () => {
      const draft = anAllocationDraft(1, {
        previous: manager,
        eventNumber: 2,
        teamCode: 'N03T1',
        limitedAccess: true,
        sections: { complexity: 'Two “children”\n– seen weekly 🙂', 'touch-point': 'By 5 December.' },
        reasoning: 'She knows him',
        sensitive: 'Not to be read by him',
        agreedBy: manager,
        mentor: manager,
      })
      await now().store.allocationDrafts.open(draft, morning, drafted)
      const { allocationDrafts } = await now().reopen()
      assert.deepEqual(await allocationDrafts.read(draft.id), { draft, version: 1, state: 'open' })
      assert.equal(await allocationDrafts.read(allocationDraftId(9)), undefined)
    })

    it('take a write that knows the latest version, and one of twenty that come at once', async () => {
      const { allocationDrafts } = now().store
      await allocationDrafts.open(anAllocationDraft(1), morning, drafted)
      const write = (version: number, reasoning: string, number = 1) =>
        allocationDrafts.write(anAllocationDraft(number, { reasoning }), version, at(1))
      assert.equal(await write(1, 'first'), 'written')
      assert.equal(await write(1, 'late'), 'conflict')
      assert.equal(await write(1, 'of nothing', 9), 'conflict')
      const outcomes = await Promise.all(Array.from({ length: 20 }, (_, number) => write(2, `writer ${number}`)))
      assert.equal(outcomes.filter((outcome) => outcome === 'written').length, 1)
      const read = await allocationDrafts.read(allocationDraftId(1))
      assert.deepEqual([read?.version, read?.draft.reasoning], [3, `writer ${outcomes.indexOf('written')}`])
    })

    it('are listed for whoever writes them, the one touched last first, also within one instant', async () => {
      const { allocationDrafts } = now().store
      for (const number of [2, 1, 3]) await allocationDrafts.open(anAllocationDraft(number), morning, drafted)
      await allocationDrafts.open(anAllocationDraft(4, { by: practitioner }), morning, drafted)
      await allocationDrafts.write(anAllocationDraft(1, { reasoning: 'x' }), 1, morning)
      const open = await allocationDrafts.openOf(manager)
      assert.deepEqual(
        open.map(({ id }) => id),
        [1, 3, 2].map(allocationDraftId),
      )
    })

    it('are cancelled once; they can still be read but not written', async () => {
      const { allocationDrafts, audit } = now().store
      await allocationDrafts.open(anAllocationDraft(1), morning, drafted)
      assert.equal(await allocationDrafts.cancel(allocationDraftId(1), at(1), cancelled), true)
      assert.equal(await allocationDrafts.cancel(allocationDraftId(1), at(2), cancelled), false)
      assert.equal(await allocationDrafts.cancel(allocationDraftId(9), at(2), cancelled), false)
      assert.equal(await allocationDrafts.write(anAllocationDraft(1), 1, at(3)), 'conflict')
      assert.equal((await allocationDrafts.read(allocationDraftId(1)))?.state, 'cancelled')
      assert.deepEqual(await allocationDrafts.openOf(manager), [])
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })
  })
}
