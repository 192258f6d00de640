import assert from 'node:assert/strict'
import { StaffCode } from '../../domain/ids.ts'
import { crnOf } from '../support/case-draws.ts'
import {
  allocationId,
  anAllocation,
  anAllocationDraft,
  anAnswer,
  answerId,
  aWeighing,
  keepAnswers,
  weighedAt,
} from '../support/kept-allocations.ts'
import { aPerson, manager, note, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'
import { hold, justBefore, limits, night, nightOf } from './store-retention.ts'

const [stays, agreed, held] = ['N03A003', 'N03A004', 'N03A005'].map((code) => StaffCode.parse(code))
const left = '2015-01-01'

export function allocationRetentionContract(now: () => Current): void {
  describe('how long allocations are kept', () => {
    const staff = (...people: Record<string, unknown>[]) =>
      now().store.staff.put(
        people.map((fields) => aPerson(fields)),
        note('staff.imported'),
      )
    const decide = (about: Parameters<typeof anAllocation>[1] = {}) =>
      now().store.allocations.decide(anAllocation(1, about), weighedAt, [note('allocation.decided')])
    const weighedFor = async (who: StaffCode | undefined) =>
      who !== undefined && (await now().store.allocationAnswers.weighing(who, crnOf(1))) !== undefined
    const kept = async () => ({
      allocation: (await now().store.allocations.byId(allocationId(1))) !== undefined,
      weighing: await weighedFor(practitioner),
      answer: (await now().store.allocationAnswers.byId(answerId(1))) !== undefined,
    })
    const all = { allocation: true, weighing: true, answer: true }
    const none = { allocation: false, weighing: false, answer: false }

    it('is for six years after whoever got the case has left, with all it rests on and what they were told of it', async () => {
      await staff({ endedOn: '2020-11-22' })
      await keepAnswers(now().store, anAnswer(1))
      await decide()
      assert.deepEqual(await nightOf(now().store, night), {})
      assert.deepEqual(await kept(), all)
      await nightOf(now().store, night.add({ hours: 24 }))
      assert.deepEqual(await kept(), none)
      assert.deepEqual(await now().store.notices.undelivered(), [])
    })

    it('does not hang on whoever asked and decided: that they left long ago takes nothing from somebody in post', async () => {
      await staff({}, { staffCode: manager, endedOn: left })
      await keepAnswers(now().store, anAnswer(1))
      await decide()
      await nightOf(now().store, night)
      assert.deepEqual(await kept(), all)
    })

    it('is, of an answer about a team, for each as long as for them alone, and the answer goes with the last', async () => {
      await staff({ endedOn: left }, { staffCode: stays })
      const team = [aWeighing(), aWeighing({ practitioner: stays ?? manager })]
      await keepAnswers(now().store, anAnswer(1, { question: 'team', about: team }))
      await nightOf(now().store, night)
      assert.deepEqual([await weighedFor(practitioner), await weighedFor(stays)], [false, true])
      await staff({ staffCode: stays, endedOn: left })
      await nightOf(now().store, night.add({ hours: 24 }))
      assert.deepEqual([await weighedFor(stays), await kept()], [false, none])
    })

    it('is, of many answers about a team that has left, for none of them', async () => {
      await staff({ endedOn: left }, { staffCode: stays, endedOn: left })
      const team = [aWeighing(), aWeighing({ practitioner: stays ?? manager })]
      const answers = Array.from({ length: 60 }, (_, number) => anAnswer(number, { about: team }))
      await keepAnswers(now().store, ...answers)
      assert.deepEqual(await nightOf(now().store, night), { leavers: 60 })
      assert.equal(await now().store.allocationAnswers.lastAbout(crnOf(1), manager), undefined)
    })

    it('is for a weighing as long as for the allocation that rests on it, which may name somebody on hold', async () => {
      await staff({ endedOn: left })
      await keepAnswers(now().store, anAnswer(1))
      await decide({ agreedBy: agreed ?? manager })
      await now().store.holds.put(...hold(agreed))
      await nightOf(now().store, night)
      assert.deepEqual(await kept(), all)
    })

    for (const [part, about] of [
      ['got the case', { to: practitioner }],
      ['decided', { decidedBy: held }],
      ['held the case before', { previous: held }],
      ['agreed', { agreedBy: held }],
    ] as const) {
      it(`has no end while there is a hold on whoever ${part}`, async () => {
        await staff({ endedOn: left })
        await keepAnswers(now().store, anAnswer(1))
        const { decidedBy = manager, ...rest } = { decidedBy: manager, ...about }
        await decide({ ...(rest as Partial<ReturnType<typeof anAllocation>>), decidedBy: decidedBy ?? manager })
        const person = 'to' in about ? practitioner : (held ?? manager)
        await now().store.holds.put(...hold(person))
        await nightOf(now().store, night)
        assert.deepEqual(await kept(), all)
        await now().store.holds.release(person, note('hold.released', { subject: person }))
        await nightOf(now().store, night.add({ hours: 24 }))
        assert.deepEqual(await kept(), none)
      })
    }

    for (const [part, person] of [
      ['was weighed', practitioner],
      ['asked', manager],
    ] as const) {
      it(`has no end for an answer while there is a hold on whoever ${part}`, async () => {
        await staff({ endedOn: left })
        await keepAnswers(now().store, anAnswer(1))
        await now().store.holds.put(...hold(person))
        await nightOf(now().store, night)
        assert.deepEqual(await kept(), { ...all, allocation: false })
        await now().store.holds.release(person, note('hold.released', { subject: person }))
        await nightOf(now().store, night.add({ hours: 24 }))
        assert.deepEqual(await kept(), none)
      })
    }

    it('is for drafts ninety days after they were last touched, unless somebody in them is on hold', async () => {
      const { allocationDrafts, holds } = now().store
      const opened = note('allocation.drafted')
      await allocationDrafts.open(anAllocationDraft(1), limits.drafts, opened)
      await allocationDrafts.open(anAllocationDraft(2, { to: stays ?? manager }), justBefore(limits.drafts), opened)
      await allocationDrafts.open(anAllocationDraft(3, { to: held ?? manager }), justBefore(limits.drafts), opened)
      await holds.put(...hold(held))
      assert.deepEqual(await nightOf(now().store, night), { drafts: 1 })
      assert.deepEqual(
        (await allocationDrafts.openOf(manager)).map(({ id }) => id),
        [3, 1].map((number) => anAllocationDraft(number).id),
      )
    })
  })
}
