import assert from 'node:assert/strict'
import type { SampleCase } from '../../backend/sample/sample-case.ts'
import type { AllocationToSubmit } from '../../domain/allocation/case-services.ts'
import type { CurrentServices } from './case-services.ts'
import { allTeams, caseAbout, code, manager } from './case-services-world.ts'

/** Handing an allocation in. */
export function submissionsContract(services: CurrentServices): void {
  const waiting = caseAbout('nothing to remark')
  const held = caseAbout('already-held: held, so a reallocation')
  const submit = (one: SampleCase, to: string, more: Partial<AllocationToSubmit> = {}) =>
    services().submit(
      {
        ...{ crn: one.crn, eventNumber: one.eventNumber, to: code(to), teamCode: 'N03T01' },
        ...{ limitedAccess: false, entry: 'Weighed, and suitable.', ...more },
      },
      manager,
    )
  const holder = async (one: SampleCase) => {
    const fact = await services().holderOf(one.crn, manager)
    assert.ok(fact.known)
    return fact.value === 'nobody' ? 'nobody' : fact.value.staffCode
  }

  it('give a case to whoever it is allocated to, and show that from then on', async () => {
    assert.equal(await holder(waiting), 'nobody')
    assert.equal(await submit(waiting, 'N03A002'), 'submitted')
    assert.equal(await holder(waiting), 'N03A002')
    const question = { crn: waiting.crn, asker: manager, teams: allTeams, practitioners: [code('N03A002')] }
    const answer = await services().forAllocation(question)
    assert.ok(answer.sight === 'open' && answer.facts.holder.known && answer.facts.holder.value !== 'nobody')
    assert.equal(answer.facts.holder.value.staffCode, 'N03A002')
    assert.equal(answer.facts.holder.value.name, 'Aisha Khan')
    const hasManaged = answer.practitioners.get(code('N03A002'))?.hasManaged
    assert.ok(hasManaged?.known && hasManaged.value)
    const caseload = await services().caseloadInShort(code('N03A002'), manager)
    assert.ok(caseload !== 'not-answered')
    assert.ok(caseload.some((entry) => entry.sight === 'open' && entry.crn === waiting.crn))
  })

  it('move a case from one to the next', async () => {
    assert.equal(await holder(held), 'N03A003')
    assert.equal(await submit(held, 'N03A006', { previous: code('N03A003') }), 'submitted')
    assert.equal(await holder(held), 'N03A006')
  })

  it('take the same allocation twice as once', async () => {
    assert.equal(await submit(waiting, 'N03A002'), 'submitted')
    assert.equal(await submit(waiting, 'N03A002'), 'submitted')
    assert.equal(await holder(waiting), 'N03A002')
  })

  it('take nothing when somebody else was quicker', async () => {
    assert.equal(await submit(waiting, 'N03A002'), 'submitted')
    assert.equal(await submit(waiting, 'N03A006'), 'refused')
    assert.equal(await holder(waiting), 'N03A002')
    assert.equal(await submit(held, 'N03A006', { previous: code('N03A004') }), 'refused')
    assert.equal(await holder(held), 'N03A003')
  })

  it('take nothing for an order that has ended, for another order, or for somebody who is not in that team', async () => {
    assert.equal(await submit(caseAbout('already-held: the order has ended'), 'N03A002'), 'refused')
    assert.equal(await submit(waiting, 'N03A002', { eventNumber: 7 }), 'refused')
    assert.equal(await submit(waiting, 'N03A021'), 'refused')
    assert.equal(await holder(waiting), 'nobody')
  })
}
