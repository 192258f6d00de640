import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { SubmissionState } from '../../domain/allocation/allocation.ts'
import type { Submission } from '../../domain/allocation/case-services.ts'
import { StaffCode } from '../../domain/ids.ts'
import type { Notice } from '../../domain/ports.ts'
import { crnOf } from '../support/case-draws.ts'
import { day } from '../support/days.ts'
import { allocationId, anAllocation, anAnswer, keepAnswers, weighedAt } from '../support/kept-allocations.ts'
import { at, manager, note, plain } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const decided = [note('allocation.decided')]
const settled = note('allocation.settled')
const third = StaffCode.parse('N03A003')
const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id)

export function allocationEndsContract(now: () => Current): void {
  describe('what became of handing an allocation in', () => {
    beforeEach(() => keepAnswers(now().store, anAnswer(1)))
    const settle = (number: number, submission: Submission) =>
      now().store.allocations.settle(allocationId(number), submission, settled)

    const steps: [SubmissionState, Submission, SubmissionState][] = [
      ['submitting', 'submitted', 'submitted'],
      ['submitting', 'refused', 'refused'],
      ['submitting', 'not-submitted', 'not-submitted'],
      ['submitting', 'unknown', 'unknown'],
      ['unknown', 'submitted', 'submitted'],
      ['unknown', 'refused', 'refused'],
      ['unknown', 'not-submitted', 'not-submitted'],
      ['unknown', 'unknown', 'unknown'],
      ['not-submitted', 'submitted', 'submitted'],
      ['not-submitted', 'unknown', 'not-submitted'],
      ['refused', 'submitted', 'submitted'],
      ['refused', 'not-submitted', 'refused'],
      ['submitted', 'refused', 'submitted'],
      ['submitted', 'not-submitted', 'submitted'],
      ['submitted', 'unknown', 'submitted'],
      ['for-pasting', 'submitted', 'for-pasting'],
      ['for-pasting', 'unknown', 'for-pasting'],
    ]
    for (const [was, heard, becomes] of steps) {
      it(`is ${becomes} where it was ${was} and is heard to be ${heard}`, async () => {
        const { store } = now()
        await store.allocations.decide(anAllocation(1, { submission: was }), weighedAt, decided)
        const result = await settle(1, heard)
        const outcome = was === becomes ? 'already' : 'settled'
        assert.deepEqual([result.outcome, result.allocation.submission], [outcome, becomes])
        assert.deepEqual(
          plain(await store.allocations.byId(allocationId(1))),
          plain({ ...anAllocation(1), submission: becomes }),
        )
        assert.deepEqual(await store.audit.verify(), { entries: outcome === 'settled' ? 3 : 2 })
      })
    }

    it('is told to whoever is named with it, where anything was changed, and to nobody else', async () => {
      const { store } = now()
      await store.allocations.decide(anAllocation(1, { submission: 'submitting' }), weighedAt, decided)
      const { id, decidedBy: to } = anAllocation(1)
      const notice: Notice = { id: `allocation-settled:${id}`, to, about: id, what: 'allocation-settled' }
      for (const _again of [1, 2]) await store.allocations.settle(id, 'not-submitted', settled, notice)
      const told = async () => (await store.notices.undelivered()).filter(({ what }) => what === notice.what)
      assert.deepEqual(await told(), [notice])
      await store.allocations.settle(id, 'submitted', settled)
      assert.deepEqual(await told(), [notice])
    })

    for (const [submission, told] of [
      ['submitted', true],
      ['refused', false],
      ['not-submitted', false],
      ['unknown', false],
    ] as const) {
      it(`is ${told ? '' : 'not '}told to whoever gets the case where it is ${submission}, and not before`, async () => {
        const { store } = now()
        const one = anAllocation(1, { submission: 'submitting' })
        assert.equal('notice' in (await store.allocations.decide(one, weighedAt, decided)), false)
        assert.deepEqual(await store.notices.undelivered(), [])
        const result = await settle(1, submission)
        const about = { id: `was-given-case:${one.id}`, to: one.to, about: one.id, what: 'was-given-case' }
        assert.deepEqual([result.notice, await store.notices.undelivered()], told ? [about, [about]] : [undefined, []])
        // It may be heard later that it did arrive; that is told once.
        for (const _again of [1, 2]) await settle(1, 'submitted')
        assert.deepEqual(await store.notices.undelivered(), [about])
      })
    }

    it('is not told to somebody who gave a case to themself, nor of a case that was given again since', async () => {
      const { store } = now()
      await store.allocations.decide(anAllocation(1, { submission: 'submitting', to: manager }), weighedAt, decided)
      await settle(1, 'submitted')
      const crn = crnOf(2)
      await store.allocations.decide(anAllocation(2, { submission: 'submitting', crn }), weighedAt, decided)
      await store.allocations.decide(
        anAllocation(3, { submission: 'submitting', crn, to: third, decidedAt: at(70) }),
        at(65),
        decided,
      )
      await settle(2, 'submitted')
      assert.deepEqual(await store.notices.undelivered(), [])
      await settle(3, 'submitted')
      assert.deepEqual(
        (await store.notices.undelivered()).map(({ to }) => to),
        [third],
      )
    })

    it('never leaves submitted again, in whatever order and however much at once it is heard', async () => {
      const { store } = now()
      const heard = fc.array(fc.constantFrom<Submission>('refused', 'not-submitted', 'unknown'), { maxLength: 6 })
      let number = 0
      await fc.assert(
        fc.asyncProperty(heard, heard, async (before, after) => {
          number += 1
          const one = anAllocation(number, { crn: crnOf(number), submission: 'submitting' })
          await store.allocations.decide(one, weighedAt, decided)
          await Promise.all([...before, 'submitted' as const, ...after].map((submission) => settle(number, submission)))
          assert.equal((await store.allocations.byId(one.id))?.submission, 'submitted')
        }),
        { numRuns: 15 },
      )
    })

    it('is of an allocation that there is', async () => {
      await assert.rejects(settle(9, 'submitted'))
    })

    it('is to be found out for those that are being handed in or not known, oldest first, also after a kill', async () => {
      const states: SubmissionState[] = [
        'unknown',
        'submitted',
        'submitting',
        'for-pasting',
        'refused',
        'not-submitted',
      ]
      for (const [number, submission] of states.entries()) {
        const one = anAllocation(number, { crn: crnOf(number), submission, decidedAt: at(60 - number) })
        await now().store.allocations.decide(one, weighedAt, decided)
      }
      const { allocations } = await now().reopen()
      assert.deepEqual(ids(await allocations.unsettled()), [2, 0].map(allocationId))
      await settle(2, 'submitted')
      assert.deepEqual(ids(await allocations.unsettled()), [allocationId(0)])
    })
  })

  describe('the touch points of allocations', () => {
    beforeEach(() => keepAnswers(now().store, anAnswer(1)))
    const due = async (from: string, to: string) =>
      ids(await now().store.allocations.touchPointsDue(day(from), day(to)))
    const decide = (number: number, about: Parameters<typeof anAllocation>[1], since = weighedAt) =>
      now().store.allocations.decide(anAllocation(number, about), since, decided)

    it('are those of the days given, both included, earliest first', async () => {
      for (const [number, on] of [
        [4, '2026-12-04'],
        [1, '2026-12-05'],
        [3, '2026-12-07'],
        [2, '2026-12-06'],
      ] as const) {
        await decide(number, { crn: crnOf(number), touchPointOn: day(on) })
      }
      assert.deepEqual(await due('2026-12-05', '2026-12-07'), [1, 2, 3].map(allocationId))
      assert.deepEqual(await due('2026-12-06', '2026-12-06'), [allocationId(2)])
      assert.deepEqual(await due('2026-12-08', '2026-12-31'), [])
    })

    for (const submission of [
      'for-pasting',
      'submitting',
      'submitted',
      'unknown',
      'refused',
      'not-submitted',
    ] as const) {
      const stays = submission === 'refused' || submission === 'not-submitted'
      it(`are ${stays ? 'still' : 'no longer'} that of a decision after which the case was given on and that is ${submission}`, async () => {
        await decide(1, { decidedAt: at(10), touchPointOn: day('2026-12-05') })
        await decide(2, { decidedAt: at(20), touchPointOn: day('2026-12-06'), to: third, submission }, at(15))
        assert.deepEqual(await due('2026-12-05', '2026-12-06'), (stays ? [1, 2] : [2]).map(allocationId))
      })
    }

    it('are all of them where there are more than are read at once', async () => {
      const { store } = now()
      const all = Array.from({ length: 405 }, (_, number) =>
        anAllocation(number, { crn: crnOf(number), touchPointOn: day(number < 300 ? '2026-12-05' : '2026-12-04') }),
      )
      await Promise.all(all.map((one) => store.allocations.decide(one, weighedAt, [])))
      const found = await due('2026-12-04', '2026-12-05')
      assert.deepEqual(found, [...ids(all.slice(300)), ...ids(all.slice(0, 300))])
    })
  })
}
