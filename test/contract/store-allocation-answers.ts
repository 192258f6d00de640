import assert from 'node:assert/strict'
import { defaultAllocationPolicy } from '../../config/allocation.ts'
import { rulesSaid } from '../../domain/allocation/rules-said.ts'
import { StaffCode } from '../../domain/ids.ts'
import { crnOf } from '../support/case-draws.ts'
import { anAnswer, answerId, aWeighing, keepAnswers } from '../support/kept-allocations.ts'
import { at, manager, note, plain, practitioner } from '../support/records.ts'
import type { Current } from './store-contract.ts'

const weighed = note('allocation.weighed')
const third = StaffCode.parse('N03A003')

export function allocationAnswersContract(now: () => Current): void {
  describe('answers about who may take a case', () => {
    it('give back an answer with every check as it was, also after the store was closed and opened again', async () => {
      const { hasManaged: _, potential: __, ...unknown } = aWeighing({ practitioner: third, outcome: 'cannot-tell' })
      const team = anAnswer(1, {
        question: 'team',
        limitedAccess: true,
        about: [unknown, aWeighing({ hasManaged: false, potential: 0.1 })],
      })
      await now().store.allocationAnswers.keep(team, [weighed, weighed])
      const { allocationAnswers, audit } = await now().reopen()
      assert.deepEqual(plain(await allocationAnswers.byId(team.id)), plain(team))
      assert.equal(await allocationAnswers.byId(answerId(9)), undefined)
      assert.deepEqual(await audit.verify(), { entries: 2 })
    })

    it('change nothing when the same answer comes again, also twenty times at once', async () => {
      const { store } = now()
      await Promise.all(Array.from({ length: 20 }, () => store.allocationAnswers.keep(anAnswer(1), [weighed])))
      await store.allocationAnswers.keep(anAnswer(1, { crn: crnOf(2), about: [] }), [weighed])
      assert.deepEqual(plain(await store.allocationAnswers.byId(answerId(1))), plain(anAnswer(1)))
      assert.deepEqual(await store.audit.verify(), { entries: 1 })
    })

    it('know what somebody asked last, also within one instant, and whatever others asked', async () => {
      const { store } = now()
      const answers = [3, 1, 2].map((number) => anAnswer(number, { askedAt: at(0), crn: crnOf(number) }))
      await keepAnswers(store, ...answers, anAnswer(4, { askedBy: third }))
      assert.equal((await store.allocationAnswers.lastOf(manager))?.id, answerId(2))
      assert.equal((await store.allocationAnswers.lastOf(third))?.id, answerId(4))
      assert.equal(await store.allocationAnswers.lastOf(practitioner), undefined)
    })

    it('know what somebody asked last about a case, however much others asked about it since', async () => {
      const { store } = now()
      const others = Array.from({ length: 30 }, (_, number) => anAnswer(number + 10, { askedBy: third }))
      await keepAnswers(store, anAnswer(2), anAnswer(1), anAnswer(3, { crn: crnOf(2) }), ...others)
      const last = (crn: number, by = manager) => store.allocationAnswers.lastAbout(crnOf(crn), by)
      assert.deepEqual(plain(await last(1)), plain(anAnswer(1)))
      assert.equal((await last(2))?.id, answerId(3))
      assert.deepEqual([await last(9), await last(1, practitioner)], [undefined, undefined])
    })

    it('give back what the rules said then, and nothing of the kind where that was not kept', async () => {
      const { store } = now()
      const rules = rulesSaid(defaultAllocationPolicy)
      const { enquiries: _later, ...fewer } = rules
      await keepAnswers(store, anAnswer(1, { rules }), anAnswer(2), anAnswer(3, { rules: fewer }))
      assert.deepEqual((await store.allocationAnswers.byId(answerId(3)))?.rules, fewer)
      assert.deepEqual((await store.allocationAnswers.byId(answerId(1)))?.rules, rules)
      assert.equal('rules' in ((await store.allocationAnswers.byId(answerId(2))) ?? {}), false)
    })

    it('know how somebody was weighed for a case the last time, whoever asked', async () => {
      const { store } = now()
      await keepAnswers(
        store,
        anAnswer(2, { askedBy: third, about: [aWeighing({ outcome: 'blocked' })] }),
        anAnswer(1, { about: [aWeighing({ outcome: 'suitable' })] }),
        anAnswer(3, { about: [aWeighing({ practitioner: third })] }),
        anAnswer(4, { crn: crnOf(2) }),
      )
      const { about: _, ...second } = anAnswer(2, { askedBy: third })
      const found = await store.allocationAnswers.weighing(practitioner, crnOf(1))
      assert.deepEqual(plain(found), plain({ answer: second, weighing: aWeighing({ outcome: 'blocked' }) }))
      assert.equal(await store.allocationAnswers.weighing(practitioner, crnOf(9)), undefined)
      assert.equal(await store.allocationAnswers.weighing(manager, crnOf(1)), undefined)
    })
  })
}
