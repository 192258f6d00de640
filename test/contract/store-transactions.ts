import assert from 'node:assert/strict'
import type { Store } from '../../store/open-store.ts'
import {
  aDraft,
  aPerson,
  aSession,
  aSignOff,
  draftId,
  morning,
  note,
  practitioner,
  sessionId,
} from '../support/records.ts'
import type { Current } from './store-contract.ts'

/** Everything that writes a fact with an audit entry, and how to see that the fact is not there. */
const writes: { what: string; act(store: Store): Promise<unknown>; absent(store: Store): Promise<boolean> }[] = [
  {
    what: 'recording a session',
    act: (store) => store.supervisions.record(aSession(2), note()),
    absent: async (store) =>
      (await store.supervisions.byId(sessionId(2))) === undefined &&
      (await store.notices.undelivered()).length === 1 &&
      (await store.drafts.read(draftId(2)))?.state === 'open',
  },
  {
    what: 'signing',
    act: (store) => store.supervisions.sign(aSignOff(1), note('session.signed')),
    absent: async (store) =>
      (await store.supervisions.toSign(practitioner)).length === 1 && (await store.notices.undelivered()).length === 1,
  },
  {
    what: 'opening a draft',
    act: (store) => store.drafts.open(aDraft(3), morning, note('draft.opened')),
    absent: async (store) => (await store.drafts.read(draftId(3))) === undefined,
  },
  {
    what: 'cancelling a draft',
    act: (store) => store.drafts.cancel(draftId(2), morning, note('draft.cancelled')),
    absent: async (store) => (await store.drafts.read(draftId(2)))?.state === 'open',
  },
  {
    what: 'keeping an answer',
    act: (store) => store.answered.keep(['key'], 'answer', morning, [note('refused')]),
    absent: async (store) => (await store.answered.find(['key'])) === undefined,
  },
  {
    what: 'importing staff',
    act: (store) => store.staff.put([aPerson()], note('staff.imported')),
    absent: async (store) => store.isEmpty(),
  },
]

export function transactionsContract(now: () => Current): void {
  describe('a fact and its audit entry', () => {
    const prepare = async (store: Store) => {
      await store.supervisions.record(aSession(1), note())
      await store.drafts.open(aDraft(2), morning, note('draft.opened'))
    }

    for (const { what, act, absent } of writes) {
      it(`are both absent when ${what} fails at its entry, and both there when it does not`, async () => {
        const { store, records } = now()
        await prepare(store)
        await records.past('alter table audit_head rename to elsewhere')
        await assert.rejects(act(store))
        await records.past('alter table elsewhere rename to audit_head')
        assert.equal(await absent(store), true)
        assert.deepEqual(await store.audit.verify(), { entries: 2 })
        await act(store)
        assert.equal(await absent(store), false)
        assert.deepEqual(await store.audit.verify(), { entries: 3 })
      })
    }

    it('are both there for each of several writers at once, and both absent for those of them that fail', async () => {
      const { store } = now()
      await prepare(store)
      const outcomes = await Promise.allSettled([
        store.supervisions.record(aSession(2), note()),
        store.supervisions.sign(aSignOff(9), note('session.signed')),
        store.drafts.open(aDraft(2), morning, note('draft.opened')),
        store.drafts.open(aDraft(3), morning, note('draft.opened')),
        store.answered.keep(['key'], 'answer', morning, [note('refused')]),
      ])
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        ['fulfilled', 'rejected', 'rejected', 'fulfilled', 'fulfilled'],
      )
      assert.notEqual(await store.supervisions.byId(sessionId(2)), undefined)
      assert.notEqual(await store.drafts.read(draftId(3)), undefined)
      assert.equal(await store.answered.find(['key']), 'answer')
      assert.deepEqual(await store.audit.verify(), { entries: 5 })
    })

    it('are both absent when recording fails half way through', async () => {
      const { store, records } = now()
      await prepare(store)
      await records.past('alter table notice rename to elsewhere')
      await assert.rejects(store.supervisions.record(aSession(2), note()))
      await records.past('alter table elsewhere rename to notice')
      assert.equal(await store.supervisions.byId(sessionId(2)), undefined)
      assert.deepEqual(await store.audit.verify(), { entries: 2 })
    })
  })
}
