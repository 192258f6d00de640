import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { decideAllocation } from '../../../dialogs/allocation/decide-allocation.ts'
import type { CaseFacts } from '../../../domain/allocation/case-facts.ts'
import { known, notKnown } from '../../../domain/allocation/fact.ts'
import type { PractitionerAnswer } from '../../../domain/allocation/practitioner-facts.ts'
import { aDecidingDesk, crn } from '../../support/deciding.ts'
import { omar } from '../../support/people.ts'

const heldByOmar = known({ staffCode: omar.staffCode }, 'allocations')
const today = Temporal.PlainDate.from('2026-11-22')

/** What may have become otherwise since the manager read it, and what the form then says. */
const changes: [what: string, now: Partial<CaseFacts>, of: Partial<PractitionerAnswer>, says: RegExp][] = [
  ['somebody else holds the case', { holder: heldByOmar }, {}, /now say that Omar Saleh holds the case/],
  ['access to it became limited', { limitedAccess: true }, {}, /Access to the case is limited now\./],
  ['it is about another order', { eventNumber: 2 }, {}, /The order that the allocation is about is another one/],
  [
    'its requirements are others',
    { requirements: known(['Unpaid work\r\nfor 80 hours'], 'allocations') },
    {},
    /The requirements of the order are different\.[\s\S]*Requirements: Unpaid work for 80 hours\./,
  ],
  [
    'a fact is not known any more',
    { rosh: notKnown('risk-and-needs', 'not-answered') },
    {},
    /Risk for grade is now: Cannot tell – /,
  ],
  [
    'the verdict is the same for another reason',
    {},
    { workload: known({ now: 98, potential: 99 }, 'workload', today) },
    /Workload is now: Suitable – With this case the workload would be 99%\./,
  ],
]

describe('Deciding on what a manager read earlier', () => {
  let at: Awaited<ReturnType<typeof aDecidingDesk>>
  beforeEach(async () => {
    at = await aDecidingDesk()
  })
  afterEach(() => at.office.close())

  for (const [what, facts, practitioner, says] of changes) {
    it(`decides nothing where ${what}, even a moment later: it says so, and decides once that was read`, async () => {
      const { services, desk } = at
      const id = await at.begun()
      Object.assign(services, { facts, practitioner })
      const again = await at.decide(id)
      assert.match(again, /# Allocate a case\n[\s\S]*Nothing was decided: something is different from what you read/)
      assert.match(again, says)
      assert.deepEqual([await desk.allocations.ofCase(crn), services.submitted], [[], []])
      assert.match(await at.decide(id), /The entry, ready to copy/)
      assert.equal(services.submitted[0]?.allocation.limitedAccess, facts.limitedAccess ?? false)
      assert.equal(services.submitted[0]?.allocation.previous, facts.holder === undefined ? undefined : omar.staffCode)
    })
  }

  for (const [what, facts, practitioner, says] of [
    [
      'a transfer began',
      { transferInProgress: known(true, 'allocations') },
      {},
      /Cannot be allocated\nTransfer \(transfer\)/,
    ],
    [
      'the person may not see it any more',
      {},
      { access: known('not-allowed', 'delius') },
      /Cannot be allocated\nAccess/,
    ],
  ] as [string, Partial<CaseFacts>, Partial<PractitionerAnswer>, RegExp][]) {
    it(`decides nothing, however often, where ${what}`, async () => {
      const { services, desk } = at
      const id = await at.begun()
      Object.assign(services, { facts, practitioner })
      for (const _again of [1, 2]) assert.match(await at.decide(id), says)
      assert.deepEqual([await desk.allocations.ofCase(crn), services.submitted, services.reached], [[], [], []])
    })
  }

  it('decides nothing, however often, while it cannot be found out whether the person may see the case', async () => {
    const { services, desk } = at
    services.practitioner = { access: notKnown('delius', 'not-answered') }
    const id = await at.begun()
    for (const _again of [1, 2])
      assert.match(await at.decide(id), /could not be found out whether this person may see the case/)
    assert.deepEqual([await desk.allocations.ofCase(crn), services.submitted], [[], []])
    services.practitioner = {}
    assert.match(await at.decide(id), /something is different/)
    assert.match(await at.decide(id), /The entry, ready to copy/)
  })

  for (const [now, says] of [
    ['restricted', /^Access is restricted\.$/],
    ['not-answered', /could not be found out/],
  ] as const) {
    it(`shows and decides nothing of a case that has become ${now} meanwhile`, async () => {
      const id = await at.begun()
      at.services.sight = now
      const reply = await at.decide(id)
      assert.match(reply, says)
      assert.doesNotMatch(reply, new RegExp(`${crn}|Aisha`))
      assert.deepEqual(await at.desk.allocations.ofCase(crn), [])
    })
  }

  it('asks the case services once before it decides, in half of the time, so that the other half is left to hand it in', async () => {
    const id = await at.begun()
    assert.deepEqual(at.services.asked, [{ inHalfTheTime: false }])
    at.services.asked.length = 0
    await at.decide(id)
    assert.deepEqual(at.services.asked, [{ inHalfTheTime: true }])
  })

  it('dates the entry and the first discussion from the day of the decision, not of the draft', async () => {
    const id = await at.begun('2026-11-22T10:00:00Z')
    const { message } = await decideAllocation(id, at.turn('2026-11-23T10:00:00Z'), at.desk)
    assert.match(JSON.stringify(message), /The entry, ready to copy/)
    const [decided] = await at.desk.allocations.ofCase(crn)
    assert.equal(decided?.touchPointOn.toString(), '2026-12-08')
    assert.match(decided?.entry ?? '', /on 23 November 2026\.[\s\S]*By 8 December 2026, 15 days/)
  })
})
