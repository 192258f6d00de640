import assert from 'node:assert/strict'
import { StaffCode } from '../../domain/ids.ts'
import type { Store } from '../../store/open-store.ts'
import { crnOf } from '../support/case-draws.ts'
import {
  allocationDraftId,
  allocationId,
  anAllocation,
  anAllocationDraft,
  anAnswer,
  keepAnswers,
  weighedAt,
} from '../support/kept-allocations.ts'
import { at, manager, morning, note, plain, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const decided = [note('allocation.decided')]
const third = StaffCode.parse('N03A003')
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id)

export function allocationsContract(now: () => Current): void {
  describe('allocations', () => {
    beforeEach(() => keepAnswers(now().store, anAnswer(1)))

    const decide = (number: number, about: Parameters<typeof anAllocation>[1] = {}, since = weighedAt) =>
      now().store.allocations.decide(anAllocation(number, about), since, decided)

    for (const [what, about] of [
      [
        'with all there can be',
        {
          eventNumber: 2,
          teamCode: 'N03T1',
          previous: third,
          agreedBy: third,
          sensitive: 'Not to be read by him',
          limitedAccess: true,
        },
      ],
      ['with nothing that may be absent', { reasoning: undefined, override: false, outcome: 'suitable' }],
    ] as const) {
      it(`keep a decision ${what}, tell whoever gets the case, and write it down`, async () => {
        const { reasoning, ...rest } = { ...anAllocation(1), ...about }
        const allocation = reasoning === undefined ? rest : { ...rest, reasoning }
        const notice = {
          id: `was-given-case:${allocation.id}`,
          to: practitioner,
          about: allocation.id,
          what: 'was-given-case',
        }
        const result = await now().store.allocations.decide(allocation, weighedAt, decided)
        assert.deepEqual(plain(result), plain({ outcome: 'decided', allocation, notice }))
        const store = await now().reopen()
        assert.deepEqual(plain(await store.allocations.byId(allocation.id)), plain(allocation))
        assert.deepEqual(await store.notices.undelivered(), [notice])
        assert.deepEqual(await store.audit.verify(), { entries: 2 })
      })
    }

    it('tell nobody who gave a case to themself', async () => {
      assert.equal('notice' in (await decide(1, { to: manager })), false)
      assert.deepEqual(await now().store.notices.undelivered(), [])
    })

    it('close the draft they came from, which is then neither open nor written any more', async () => {
      const { allocationDrafts } = now().store
      await allocationDrafts.open(anAllocationDraft(1), morning, note('allocation.drafted'))
      await decide(1)
      assert.equal((await allocationDrafts.read(allocationDraftId(1)))?.state, 'decided')
      assert.deepEqual(await allocationDrafts.openOf(manager), [])
      assert.equal(await allocationDrafts.write(anAllocationDraft(1), 1, at(70)), 'conflict')
      assert.equal(await allocationDrafts.cancel(allocationDraftId(1), at(70), note('allocation.cancelled')), false)
    })

    it('change nothing when the same decision comes again, also after the service was ended, and give the first', async () => {
      await decide(1)
      const { allocations, notices, audit } = await now().reopen()
      const again = await allocations.decide(anAllocation(1, { to: third, decidedAt: at(90) }), at(80), decided)
      assert.deepEqual(plain(again), plain({ outcome: 'already', allocation: anAllocation(1) }))
      assert.equal((await notices.undelivered()).length, 1)
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })

    it('are of the same draft once, however often it is pressed at the same moment', async () => {
      const stores = await twoStores()
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, press) =>
          stores[press % 2]?.allocations.decide(anAllocation(1, { decidedAt: at(60 + press) }), weighedAt, decided),
        ),
      )
      assert.equal(results.filter((result) => result?.outcome === 'decided').length, 1)
      assert.equal(results.filter((result) => result?.outcome === 'already').length, 19)
      assert.equal((await now().store.allocations.ofCase(crnOf(1))).length, 1)
      await closeSecond(stores)
    })

    for (const [when, minute, outcome] of [
      ['before the weighing', -1, 'decided'],
      ['at the moment of the weighing', 0, 'taken'],
      ['after the weighing', 1, 'taken'],
    ] as const) {
      it(`are ${outcome} where another was decided about the case ${when}`, async () => {
        const since = at(60)
        await decide(1, { decidedBy: third, decidedAt: since.add({ minutes: minute }) })
        const { audit, allocations, notices } = now().store
        const result = await decide(2, { to: third, decidedAt: at(70) }, since)
        assert.equal(result.outcome, outcome)
        assert.equal(result.allocation.id, allocationId(outcome === 'taken' ? 1 : 2))
        const kept = outcome === 'taken' ? [1] : [2, 1]
        assert.deepEqual(ids(await allocations.ofCase(crnOf(1))), kept.map(allocationId))
        // What was to be told of a decision that another followed is not told any more.
        assert.deepEqual(
          (await notices.undelivered()).map(({ about }) => about),
          kept.slice(0, 1).map(allocationId),
        )
        assert.deepEqual(await audit.verify(), { entries: 1 + kept.length })
      })
    }

    it('are one where twenty managers decide about the same case at once, and every other is told which', async () => {
      const stores = await twoStores()
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, number) => {
          const by = { decidedBy: StaffCode.parse(`N03S0${number + 10}`), decidedAt: at(60) }
          return stores[number % 2]?.allocations.decide(anAllocation(number, by), weighedAt, decided)
        }),
      )
      const winners = results.filter((result) => result?.outcome === 'decided')
      assert.equal(winners.length, 1)
      const winner = winners[0]
      for (const result of results) assert.equal(result?.allocation.id, winner?.allocation.id)
      assert.equal(results.filter((result) => result?.outcome === 'taken').length, 19)
      assert.deepEqual(plain(await now().store.allocations.ofCase(crnOf(1))), plain([winner?.allocation]))
      assert.deepEqual(await now().store.audit.verify(), { entries: 2 })
      await closeSecond(stores)
    })

    it('of different cases do not stand in each other’s way', async () => {
      const results = await Promise.all([1, 2, 3].map((number) => decide(number, { crn: crnOf(number) })))
      assert.deepEqual(
        results.map(({ outcome }) => outcome),
        ['decided', 'decided', 'decided'],
      )
    })

    it('rest on an answer that was kept: without one nothing is kept', async () => {
      await assert.rejects(decide(1, { answer: anAnswer(9).id }))
      assert.equal(await now().store.allocations.byId(allocationId(1)), undefined)
      assert.deepEqual(await now().store.notices.undelivered(), [])
    })

    it('and their audit entry are both absent when one fails, and the draft stays open', async () => {
      const { store, records } = now()
      await store.allocationDrafts.open(anAllocationDraft(1), morning, note('allocation.drafted'))
      await records.past('alter table audit_head rename to elsewhere')
      await assert.rejects(decide(1))
      await records.past('alter table elsewhere rename to audit_head')
      assert.equal(await store.allocations.byId(allocationId(1)), undefined)
      assert.equal((await store.allocationDrafts.read(allocationDraftId(1)))?.state, 'open')
      assert.deepEqual(await store.notices.undelivered(), [])
    })

    it('are listed newest first for a case, for whoever got them and for whoever decided, and by nobody else', async () => {
      const { allocations } = now().store
      await decide(2, { decidedAt: at(10) }, at(0))
      await decide(1, { decidedAt: at(20), to: third }, at(15))
      await decide(3, { crn: crnOf(2), decidedAt: at(15), decidedBy: third }, at(0))
      assert.deepEqual(ids(await allocations.ofCase(crnOf(1))), [1, 2].map(allocationId))
      assert.deepEqual(ids(await allocations.to(practitioner)), [3, 2].map(allocationId))
      assert.deepEqual(ids(await allocations.decidedBy(manager)), [1, 2].map(allocationId))
      assert.deepEqual([await allocations.to(manager), await allocations.ofCase(crnOf(9))], [[], []])
    })

    it('know what was given to people from a moment on, as far as it is still theirs', async () => {
      const { allocations } = now().store
      await decide(1, { crn: crnOf(1), decidedAt: at(10) }, at(0))
      await decide(2, { crn: crnOf(2), decidedAt: at(20) }, at(0))
      await decide(3, { crn: crnOf(3), decidedAt: at(30), to: third }, at(0))
      // Given to somebody again, and not taken by the case services.
      await decide(4, { crn: crnOf(4), decidedAt: at(30) }, at(0))
      await decide(5, { crn: crnOf(4), decidedAt: at(40), to: third }, at(35))
      await decide(6, { crn: crnOf(6), decidedAt: at(40), submission: 'submitting' }, at(0))
      await allocations.settle(allocationId(6), 'refused', note('allocation.settled'))
      const since = async (minute: number, ...codes: StaffCode[]) =>
        (await allocations.givenSince(codes, at(minute))).map(({ to, crn }) => `${to} ${crn}`).sort()
      assert.deepEqual(await since(20, practitioner), [`${practitioner} ${crnOf(2)}`])
      assert.deepEqual(await since(0, practitioner), [crnOf(1), crnOf(2)].map((crn) => `${practitioner} ${crn}`).sort())
      assert.equal((await since(0, practitioner, third)).length, 4)
      assert.deepEqual(await since(0), [])
      const [one] = await allocations.givenSince([practitioner], at(20))
      assert.equal(one?.decidedAt.toString(), at(20).toString())
    })

    it('list the newest sixty of those somebody decided', async () => {
      for (let number = 0; number < 62; number++) {
        await decide(number, { crn: crnOf(number), decidedAt: at(number) })
      }
      const found = await now().store.allocations.decidedBy(manager)
      assert.deepEqual([found.length, found[0]?.id, found[59]?.id], [60, allocationId(61), allocationId(2)])
    })
  })

  /** Two instances of the service, where the engine lets two write at once. */
  async function twoStores(): Promise<Store[]> {
    const { store, records } = now()
    return [store, records.severalWriters ? await records.open() : store]
  }

  async function closeSecond([first, second]: Store[]): Promise<void> {
    if (second !== first) await second?.close()
  }
}
