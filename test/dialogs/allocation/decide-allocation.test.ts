import assert from 'node:assert/strict'
import { changeAllocation, withSaid } from '../../../dialogs/allocation/allocation-draft.ts'
import { allocationsBegun } from '../../../dialogs/allocation/allocations-begun.ts'
import { aDecidingDesk, crn } from '../../support/deciding.ts'
import { aisha, gwen, priya } from '../../support/people.ts'

describe('Handing in what was decided', () => {
  let at: Awaited<ReturnType<typeof aDecidingDesk>>
  beforeEach(async () => {
    at = await aDecidingDesk()
  })
  afterEach(() => at.office.close())

  for (const [submission, says, told] of [
    ['submitted', /the case services have taken the allocation\.\nThey are being told now\./, 1],
    ['refused', /did not take it[\s\S]*\nI have not told them\./, 0],
    ['not-submitted', /was not handed in[\s\S]*\nI have not told them\./, 0],
    [
      'unknown',
      /Check in the allocation tool before you try again.*\nI will tell them when I know that it arrived\./,
      0,
    ],
  ] as const) {
    it(`happens once, in the name of whoever decides; where it is ${submission}, that is said, and ${told} are told`, async () => {
      const { services, desk } = at
      services.becomes = submission
      const id = await at.begun()
      assert.match(await at.decide(id), says)
      assert.doesNotMatch(await at.decide(id), told === 1 ? /not told/ : /have been told|being told/)
      assert.deepEqual(
        services.submitted.map(({ by }) => by),
        [{ staffCode: priya.staffCode, userToken: 'a token of hers' }],
      )
      const { entry, ...rest } = services.submitted[0]?.allocation ?? { entry: '' }
      assert.deepEqual(rest, { crn, eventNumber: 1, to: aisha.staffCode, teamCode: 'N03T1', limitedAccess: false })
      assert.match(entry, /^(?:X320001\n)?Management oversight: allocation\n/)
      assert.equal((await desk.allocations.ofCase(crn))[0]?.submission, submission)
      assert.deepEqual(
        services.reached.map(({ to, what }) => [to, what]),
        told === 1 ? [[aisha.staffCode, 'was-given-case']] : [],
      )
      assert.equal((await desk.allocations.to(aisha.staffCode)).length, 1)
    })
  }

  it('takes the sensitive part beside the entry and never in it, and only where it was switched on', async () => {
    const id = await at.begun()
    const sensitive = { sensitive: 'She fears him.', addsSensitive: true }
    await changeAllocation(id, (draft) => withSaid(draft, sensitive), at.turn(), at.desk)
    await at.decide(id)
    const [handed] = at.services.submitted
    assert.equal(handed?.allocation.sensitivePart, 'She fears him.')
    assert.doesNotMatch(handed?.allocation.entry ?? '', /fears/)
  })

  it('does not happen where it is not switched on: the practitioner is told at once', async () => {
    at.desk.submitAllocations = false
    assert.match(await at.decide(await at.begun()), /I have not handed it in.*\nThey have been told\./)
    assert.deepEqual(at.services.submitted, [])
    assert.equal(at.services.reached.length, 1)
  })

  it('does not happen where the case has no order that could be named', async () => {
    at.services.hasOrder = false
    assert.match(await at.decide(await at.begun()), /was not handed in/)
    assert.deepEqual(at.services.submitted, [])
  })

  it('never happens again where it may have been under way when the service ended, and says so', async () => {
    const id = await at.begun()
    const { submit } = at.desk.cases
    at.desk.cases.submit = async () => {
      throw new Error('The service was killed.')
    }
    await assert.rejects(at.decide(id))
    assert.equal((await at.desk.allocations.ofCase(crn))[0]?.submission, 'submitting')
    at.desk.cases.submit = submit
    assert.match(await at.decide(id), /have not heard whether it arrived\. Check in the allocation tool/)
    assert.deepEqual(at.services.submitted, [])
    assert.deepEqual(at.services.reached, [])
  })

  it('lists what was begun, a case that cannot be checked without its number, and a restricted one not at all', async () => {
    const { services, desk, turn, office } = at
    const id = await at.begun()
    assert.deepEqual(await allocationsBegun(turn(), desk), [{ id, crn, toName: 'Aisha Khan' }])
    services.sight = 'not-answered'
    assert.deepEqual(await allocationsBegun(turn(), desk), [{ id, toName: 'Aisha Khan' }])
    services.sight = 'restricted'
    assert.deepEqual(await allocationsBegun(turn(), desk), [])
    services.sight = 'open'
    assert.deepEqual(await allocationsBegun(office.turn(gwen), desk), [])
    assert.deepEqual(await allocationsBegun(office.turn(aisha), desk), [])
  })
})
