import assert from 'node:assert/strict'
import { beginAllocation, changeAllocation, withSaid } from '../../../dialogs/allocation/allocation-draft.ts'
import { allocationsBegun } from '../../../dialogs/allocation/allocations-begun.ts'
import { decideAllocation } from '../../../dialogs/allocation/decide-allocation.ts'
import type { Desk, Turn } from '../../../dialogs/turn.ts'
import type { CaseFacts } from '../../../domain/allocation/case-facts.ts'
import type { AllocationToSubmit, CaseServices, Submission } from '../../../domain/allocation/case-services.ts'
import { type Fact, known, notKnown } from '../../../domain/allocation/fact.ts'
import type { CaseViewer } from '../../../domain/case-view.ts'
import type { AllocationDraftId, StaffCode } from '../../../domain/ids.ts'
import { aCase, aPractitioner } from '../../support/allocation-facts.ts'
import { crnOf } from '../../support/case-draws.ts'
import { aDrawDesk, type DrawDesk, shownBy } from '../../support/draw-desk.ts'
import { aisha, gwen, officePeople, omar, priya } from '../../support/people.ts'

const crn = crnOf(1)
const why = 'Knows the family from last year and has the time in December.'
type Holding = Fact<'nobody' | { staffCode: StaffCode }>
const nobody: Holding = known('nobody', 'allocations')

describe('Deciding on what the case services say', () => {
  let office: DrawDesk
  let desk: Desk
  let sight: 'open' | 'restricted' | 'not-answered'
  let facts: Partial<CaseFacts>
  let holder: Holding
  let hasOrder: boolean
  let becomes: Submission
  let submitted: { allocation: AllocationToSubmit; by: CaseViewer }[]

  beforeEach(async () => {
    office = await aDrawDesk(officePeople, [])
    sight = 'open'
    facts = {}
    holder = nobody
    hasOrder = true
    becomes = 'submitted'
    submitted = []
    const factsNow = (): CaseFacts => {
      const { eventNumber = 1, ...rest } = aCase({ crn, ...facts })
      return hasOrder ? { ...rest, eventNumber } : rest
    }
    const { access, grade, hasEmail, workload, casesPastWeek, hasManaged } = aPractitioner()
    const cases: CaseServices = {
      ...office.desk.cases,
      forAllocation: async ({ practitioners }) =>
        sight === 'open'
          ? {
              sight,
              facts: factsNow(),
              practitioners: new Map(
                practitioners.map((code) => [code, { access, grade, hasEmail, workload, casesPastWeek, hasManaged }]),
              ),
            }
          : sight === 'restricted'
            ? { sight }
            : { sight: 'unknown', why: sight },
      views: async (crns) =>
        crns.map((one) => {
          if (sight === 'open') return { sight, crn: one, limitedAccess: false }
          return sight === 'restricted' ? { sight } : { sight: 'unknown', why: sight }
        }),
      holderOf: async () => holder,
      submit: async (allocation, by) => {
        submitted.push({ allocation, by })
        return becomes
      },
    }
    desk = { ...office.desk, cases, submitAllocations: true }
  })
  afterEach(() => office.close())

  const turn = (at?: string): Turn => ({ ...office.turn(priya, at), userToken: 'a token of hers' })
  async function begun(): Promise<AllocationDraftId> {
    const { shows } = await beginAllocation(aisha, crn, turn(), desk)
    const id = shows as AllocationDraftId
    await changeAllocation(id, (draft) => withSaid(draft, { reasoning: why }), turn(), desk)
    return id
  }
  const decide = async (id: AllocationDraftId, at?: string) => shownBy(await decideAllocation(id, turn(at), desk))

  for (const [submission, says] of [
    ['submitted', /the case services have taken the allocation/],
    ['refused', /did not take it/],
    ['not-submitted', /was not handed in/],
    ['unknown', /have not heard whether it arrived\. Check in the allocation tool before you try again/],
  ] as const) {
    it(`hands it in once, in the name of whoever decides, and says that it is ${submission}`, async () => {
      becomes = submission
      const id = await begun()
      assert.match(await decide(id), says)
      assert.match(await decide(id), says)
      assert.equal(submitted.length, 1)
      assert.deepEqual(submitted[0]?.by, { staffCode: priya.staffCode, userToken: 'a token of hers' })
      const { entry, ...rest } = submitted[0]?.allocation ?? { entry: '' }
      assert.deepEqual(rest, {
        crn,
        eventNumber: 1,
        to: aisha.staffCode,
        teamCode: 'N03T1',
        limitedAccess: false,
        sensitive: false,
      })
      assert.match(entry, /^Management oversight: allocation\n/)
      assert.equal((await desk.allocations.ofCase(crn))[0]?.submission, submission)
    })
  }

  it('hands the sensitive part in with the entry, marked, and only where it was switched on', async () => {
    const id = await begun()
    const sensitive = { sensitive: 'She fears him.', addsSensitive: true }
    await changeAllocation(id, (draft) => withSaid(draft, sensitive), turn(), desk)
    await decide(id)
    assert.equal(submitted[0]?.allocation.sensitive, true)
    assert.match(submitted[0]?.allocation.entry ?? '', /\nSensitive: She fears him\.$/)
  })

  it('hands nothing in where it is not switched on', async () => {
    desk = { ...desk, submitAllocations: false }
    assert.match(await decide(await begun()), /I have not handed it in/)
    assert.deepEqual(submitted, [])
  })

  it('hands nothing in where the case has no order that could be named', async () => {
    hasOrder = false
    assert.match(await decide(await begun()), /was not handed in/)
    assert.deepEqual(submitted, [])
  })

  it('never hands in again what may have been under way when the service ended, and says so', async () => {
    const id = await begun()
    const { submit } = desk.cases
    desk.cases.submit = async () => {
      throw new Error('The service was killed.')
    }
    await assert.rejects(decide(id))
    assert.equal((await desk.allocations.ofCase(crn))[0]?.submission, 'submitting')
    desk.cases.submit = submit
    assert.match(await decide(id), /have not heard whether it arrived\. Check in the allocation tool/)
    assert.deepEqual(submitted, [])
  })

  it('decides nothing where the case services name another holder meanwhile: it is weighed again and read again', async () => {
    const id = await begun()
    holder = known({ staffCode: omar.staffCode }, 'allocations')
    facts = { holder }
    const again = await decide(id)
    assert.match(
      again,
      /Nothing was decided: the case services now say that Omar Saleh holds the case\. I weighed it again/,
    )
    assert.match(again, /this would be a reallocation/)
    assert.deepEqual(await desk.allocations.ofCase(crn), [])
    assert.match(await decide(id), /Case allocated/)
    assert.equal(submitted[0]?.allocation.previous, omar.staffCode)
  })

  it('decides on the weighing it has where who holds the case cannot be found out', async () => {
    const id = await begun()
    holder = notKnown('allocations', 'not-answered')
    assert.match(await decide(id), /Case allocated/)
  })

  it('weighs again what was weighed over an hour ago, and shows it where it comes to something else', async () => {
    const id = await begun()
    facts = { rosh: notKnown('risk-and-needs', 'not-answered') }
    assert.match(await decide(id, '2026-11-22T11:00:00Z'), /Case allocated/, 'an hour later it still holds')
    const second = await beginAllocation(aisha, crn, turn('2026-11-22T12:00:00Z'), desk)
    facts = {}
    await changeAllocation(
      second.shows as AllocationDraftId,
      (draft) => withSaid(draft, { reasoning: why }),
      turn(),
      desk,
    )
    const again = await decide(second.shows as AllocationDraftId, '2026-11-22T13:00:01Z')
    assert.match(again, /I weighed it again, and it came to something else/)
    assert.equal((await desk.allocations.ofCase(crn)).length, 1)
  })

  for (const [now, says] of [
    ['restricted', /Access is restricted\./],
    ['not-answered', /could not be found out/],
  ] as const) {
    it(`shows and decides nothing of a case that has become ${now} meanwhile`, async () => {
      const id = await begun()
      sight = now
      const reply = await decide(id)
      assert.match(reply, says)
      assert.doesNotMatch(reply, new RegExp(`${crn}|Aisha`))
      assert.deepEqual(await desk.allocations.ofCase(crn), [])
    })
  }

  it('lists what was begun, a case that cannot be checked without its number, and a restricted one not at all', async () => {
    const id = await begun()
    assert.deepEqual(await allocationsBegun(turn(), desk), [{ id, crn, toName: 'Aisha Khan' }])
    sight = 'not-answered'
    assert.deepEqual(await allocationsBegun(turn(), desk), [{ id, toName: 'Aisha Khan' }])
    sight = 'restricted'
    assert.deepEqual(await allocationsBegun(turn(), desk), [])
    sight = 'open'
    assert.deepEqual(await allocationsBegun(office.turn(gwen), desk), [])
    assert.deepEqual(await allocationsBegun(office.turn(aisha), desk), [])
  })
})
