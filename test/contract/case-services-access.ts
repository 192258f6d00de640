import assert from 'node:assert/strict'
import type { SampleCase } from '../../backend/sample/sample-case.ts'
import type { CaseForAllocation } from '../../domain/allocation/case-services.ts'
import type { StaffCode } from '../../domain/ids.ts'
import type { CurrentServices } from './case-services.ts'
import { allTeams, as, caseAbout, code, contractCases, manager, nobodysCrn } from './case-services-world.ts'

const practitioners = ['N03A002', 'N03A003', 'N03A005', 'N03A007', 'N03A021'].map(code)
const askers = ['N03A001', 'N03A002', 'N03A003', 'N03A020', 'N03A090']

/** Limited access as a table: the case, and who of everybody above may not see it. */
const limits: [about: string, hiddenFrom: (staffCode: string) => boolean][] = [
  ['nothing to remark', () => false],
  ['access: excluded from one practitioner', (staffCode) => staffCode === 'N03A003'],
  [
    'access: restricted to a manager and two others',
    (staffCode) => !['N03A001', 'N03A002', 'N03A007'].includes(staffCode),
  ],
  ['access: the manager herself is excluded', (staffCode) => staffCode === 'N03A001'],
]

/** Who may see a case, whoever asks and whoever it is asked for. */
export function accessContract(services: CurrentServices): void {
  const ask = (one: SampleCase, asker: string, about = practitioners) =>
    services().forAllocation({ crn: one.crn, asker: as(asker), teams: allTeams, practitioners: about })

  for (const [about, isHiddenFrom] of limits) {
    describe(`of a case (${about})`, () => {
      for (const asker of askers) {
        it(`${isHiddenFrom(asker) ? 'tell nothing at all to' : 'open it to'} ${asker}`, async () => {
          const answer = await ask(caseAbout(about), asker)
          if (isHiddenFrom(asker)) return assert.deepEqual(answer, { sight: 'restricted' })
          assert.equal(answer.sight, 'open')
          for (const practitioner of practitioners) {
            assert.equal(accessOf(answer, practitioner), isHiddenFrom(practitioner) ? 'not-allowed' : 'allowed')
          }
        })
      }
    })
  }

  it('say that a case is of limited access to those who may see it', async () => {
    for (const [about, isHiddenFrom] of limits) {
      const asker = askers.find((one) => !isHiddenFrom(one)) ?? ''
      const answer = await ask(caseAbout(about), asker)
      assert.equal(answer.sight === 'open' && answer.facts.limitedAccess, about !== 'nothing to remark', about)
    }
  })

  it('let nobody whom they do not know take a restricted case', async () => {
    const stranger = code('N03Z999')
    const answer = await ask(caseAbout('access: restricted to a manager and two others'), 'N03A001', [stranger])
    assert.equal(accessOf(answer, stranger), 'not-allowed')
  })

  it('tell nothing of a case when it cannot be checked who may see it', async () => {
    const one = caseAbout('access: the check fails')
    for (const asker of askers) {
      assert.deepEqual(await ask(one, asker), { sight: 'unknown', why: 'not-answered' })
    }
    assert.equal((await services().holderOf(one.crn, manager)).known, false)
  })

  it('say so when there is no such case', async () => {
    const question = { crn: nobodysCrn, asker: manager, teams: allTeams, practitioners }
    assert.deepEqual(await services().forAllocation(question), { sight: 'unknown', why: 'no-such-case' })
    assert.equal((await services().holderOf(nobodysCrn, manager)).known, false)
  })

  it('give each case asked about as its viewer may see it, in the order asked', async () => {
    const hidden = caseAbout('access: the manager herself is excluded')
    const open = caseAbout('already-held: held, so a reallocation')
    const crns = [open.crn, hidden.crn, nobodysCrn, caseAbout('access: the check fails').crn]
    const views = await services().views(crns, manager)
    assert.deepEqual(
      views.map((view) => (view.sight === 'unknown' ? view.why : view.sight)),
      ['open', 'restricted', 'no-such-case', 'not-answered'],
    )
    assert.deepEqual(views[1], { sight: 'restricted' })
    assert.ok(views[0]?.sight === 'open')
    assert.equal(views[0].crn, open.crn)
    assert.equal(views[0].name, open.name)
    assert.equal(views[0].heldBy, open.managerStaffCode)
    const [waiting] = await services().views([caseAbout('nothing to remark').crn], manager)
    assert.equal(waiting?.sight === 'open' && waiting.heldBy, 'nobody')
  })

  it('say whether a viewer may see each case asked about, and nothing else, in the order asked', async () => {
    const about = [
      'already-held: held, so a reallocation',
      'access: the manager herself is excluded',
      'access: the check fails',
      'access: restricted to a manager and two others',
    ]
    const crns = about.map((one) => caseAbout(one).crn)
    const open = { sight: 'open' }
    const notAnswered = { sight: 'unknown', why: 'not-answered' }
    assert.deepEqual(await services().sights(crns, manager), [open, { sight: 'restricted' }, notAnswered, open])
    assert.deepEqual((await services().sights(crns, as('N03A020'))).at(-1), { sight: 'restricted' })
    assert.deepEqual(await services().sights([], manager), [])
  })

  it('hide no number that nobody has', async () => {
    assert.deepEqual(await services().sights([nobodysCrn], manager), [{ sight: 'open' }])
  })

  it('never let a case be seen by its sight that is hidden in its view', async () => {
    const crns = contractCases.map(({ crn }) => crn)
    for (const asker of askers) {
      const viewer = as(asker)
      const sights = await services().sights(crns, viewer)
      for (const [place, { crn, ...one }] of contractCases.entries()) {
        const isUnchecked = one.unanswered.includes('access')
        const isHidden =
          one.excludedFrom.includes(viewer.staffCode) ||
          (one.restrictedTo.length > 0 && !one.restrictedTo.includes(viewer.staffCode))
        const meant = isUnchecked ? 'unknown' : isHidden ? 'restricted' : 'open'
        assert.equal(sights[place]?.sight, meant, crn)
      }
    }
  })

  it('hold nothing of any case its asker may not see, in any answer', async () => {
    const excluded = contractCases.filter((one) => one.excludedFrom.includes(manager.staffCode))
    assert.ok(excluded.length >= 2)
    const holders = ['N03A001', 'N03A002', 'N03A003', 'N03A004', 'N03A005'].map(code)
    const answers: unknown[] = [
      await services().views(
        excluded.map(({ crn }) => crn),
        manager,
      ),
    ]
    for (const one of excluded) {
      answers.push(await ask(one, manager.staffCode), await services().holderOf(one.crn, manager))
    }
    for (const holder of holders) {
      answers.push(await services().caseloadOf(holder, manager), await services().caseloadInShort(holder, manager))
    }
    const shown = JSON.stringify(answers, (_, value) => (value instanceof Map ? [...value] : value))
    const others = new Set(contractCases.filter((one) => !excluded.includes(one)).map(({ name }) => name))
    for (const { crn, name } of excluded) {
      assert.ok(!shown.includes(crn), crn)
      // Two people on probation may have the same name.
      if (!others.has(name)) assert.ok(!shown.includes(name), name)
    }
  })
}

function accessOf(answer: CaseForAllocation, practitioner: StaffCode): string | undefined {
  const access = answer.sight === 'open' ? answer.practitioners.get(practitioner)?.access : undefined
  return access?.known ? access.value : undefined
}
