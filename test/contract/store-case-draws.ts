import assert from 'node:assert/strict'
import { aCaseDraw, crnOf, drawId } from '../support/case-draws.ts'
import { at, manager, note, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const drawn = note('case.drawn')
const nominated = note('case.nominated')

export function caseDrawsContract(now: () => Current): void {
  describe('cases drawn at random', () => {
    it('gives back a draw as it was made, also after the store was closed and opened again', async () => {
      const first = aCaseDraw(1)
      const second = aCaseDraw(2, {
        drawnAt: at(5),
        kind: 'observation',
        leftOut: {},
        accessUnchecked: true,
        instead: { of: first.id, because: 'I know “this” case\n– well 🙂' },
      })
      assert.equal(await now().store.caseDraws.keep(first, 0, drawn), 'kept')
      assert.equal(await now().store.caseDraws.keep(second, 1, drawn), 'kept')
      const { caseDraws } = await now().reopen()
      assert.deepEqual(await caseDraws.byId(first.id), first)
      assert.deepEqual(await caseDraws.of(practitioner), [second, first])
      assert.deepEqual(await caseDraws.madeBy(manager), [second, first])
      assert.equal(await caseDraws.byId(drawId(9)), undefined)
    })

    it('keeps nothing of a draw that did not have the one before it in view', async () => {
      const { caseDraws, audit } = now().store
      await caseDraws.keep(aCaseDraw(1), 0, drawn)
      assert.equal(await caseDraws.keep(aCaseDraw(2), 0, drawn), 'conflict')
      assert.equal(await caseDraws.keep(aCaseDraw(1), 1, drawn), 'conflict', 'the same draw again')
      assert.deepEqual(await caseDraws.of(practitioner), [aCaseDraw(1)])
      assert.deepEqual(await audit.verify(), { entries: 1 })
    })

    it('keeps one draw in place of another, never two', async () => {
      const { caseDraws } = now().store
      await caseDraws.keep(aCaseDraw(1), 0, drawn)
      const instead = { of: drawId(1), because: 'I know it' }
      assert.equal(await caseDraws.keep(aCaseDraw(2, { instead }), 1, drawn), 'kept')
      assert.equal(await caseDraws.keep(aCaseDraw(3, { instead }), 2, drawn), 'conflict')
    })

    it('lets one of ten simultaneous draws for a person win, and each of two people have one', async () => {
      const { caseDraws } = now().store
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, (_, number) => caseDraws.keep(aCaseDraw(number), 0, drawn)),
      )
      assert.equal(outcomes.filter((outcome) => outcome === 'kept').length, 1)
      assert.equal((await caseDraws.of(practitioner)).length, 1)
      assert.equal(await caseDraws.keep(aCaseDraw(20, { practitioner: manager }), 0, drawn), 'kept')
    })

    it('lists the newest twenty of those somebody made, for whomever', async () => {
      const { caseDraws } = now().store
      for (let number = 0; number < 23; number++) {
        const draw = aCaseDraw(number, { drawnAt: at(number), practitioner: number % 2 === 0 ? practitioner : manager })
        await caseDraws.keep(draw, Math.floor(number / 2), drawn)
      }
      const made = await caseDraws.madeBy(manager)
      assert.deepEqual(
        made.map(({ id }) => id),
        Array.from({ length: 20 }, (_, place) => drawId(22 - place)),
      )
      assert.deepEqual(await caseDraws.madeBy(practitioner), [])
    })
  })

  describe('nominations', () => {
    const nomination = (number: number) => ({ practitioner, crn: crnOf(number), nominatedAt: at(number) })

    it('gives back every nomination of a person, newest first, also within one instant', async () => {
      const { nominations } = now().store
      for (const number of [1, 2, 1]) {
        const known = (await nominations.of(practitioner)).length
        assert.equal(await nominations.keep({ ...nomination(number), nominatedAt: at(0) }, known, nominated), 'kept')
      }
      const store = await now().reopen()
      assert.deepEqual(
        (await store.nominations.of(practitioner)).map(({ crn }) => crn),
        [crnOf(1), crnOf(2), crnOf(1)],
      )
      assert.deepEqual(await store.nominations.of(manager), [])
    })

    it('keeps nothing of one that did not have the one before it in view', async () => {
      const { nominations, audit } = now().store
      const outcomes = await Promise.all([1, 2].map((number) => nominations.keep(nomination(number), 0, nominated)))
      assert.deepEqual([...outcomes].sort(), ['conflict', 'kept'])
      assert.equal((await nominations.of(practitioner)).length, 1)
      assert.deepEqual(await audit.verify(), { entries: 1 })
    })
  })
}
