import assert from 'node:assert/strict'
import type { SampleCase } from '../../../backend/sample/sample-case.ts'
import type { CaseForAllocation } from '../../../domain/allocation/case-services.ts'
import { type Crn, StaffCode } from '../../../domain/ids.ts'
import { as, caseAbout, contractDay, manager } from '../../contract/case-services-world.ts'
import type { Quirks } from '../../support/case-services/services-world.ts'
import {
  closeAll,
  notKnownIn,
  practitioner,
  question,
  type UnderFaults,
  underFaults,
  wellKnown,
} from './asked-in-faults.ts'

/** What the services say in ways of their own, all the way from the wire to the fact. */
describe('The quirks of the case services', () => {
  let now: UnderFaults

  beforeEach(async () => {
    now = await underFaults()
  })

  afterEach(async () => {
    await closeAll()
    assert.deepEqual(now.server.mistakes, [])
  })

  const put = (quirks: Partial<Quirks>) => Object.assign(now.server.world.quirks, quirks)
  const change = (crn: Crn, facts: Partial<SampleCase>) => {
    now.server.world.cases = now.server.world.cases.map((one) => (one.crn === crn ? { ...one, ...facts } : one))
  }
  const open = async (crn = wellKnown.crn): Promise<CaseForAllocation & { sight: 'open' }> => {
    const answer = await now.services.forAllocation({ ...question, crn })
    assert.ok(answer.sight === 'open')
    return answer
  }
  const person = async () => {
    const answer = (await open()).practitioners.get(practitioner)
    assert.ok(answer !== undefined)
    return answer
  }

  for (const riskVersion of ['1', '2', 'flat'] as const) {
    it(`the risk in shape ${riskVersion} stands in for a risk service that fails`, async () => {
      put({ riskVersion })
      now.server.fault({ service: 'arns' }, { does: 'status', status: 503 })
      const { rosh } = (await open()).facts
      assert.ok(rosh.known)
      assert.deepEqual([rosh.value, String(rosh.on), rosh.source], ['MEDIUM', '2026-11-07', 'allocations'])
    })
  }

  it('register entries are known by their names where only names are given', async () => {
    now.server.fault({ service: 'manageSupervision', path: 'risk-flags' }, { does: 'status', status: 500 })
    const all = ['RLRH', 'RMRH', 'RHRH', 'RVHR', 'RCPR', 'RCCO', 'RCHD', 'ADVP', 'REG30', 'RMDO'] as const
    change(wellKnown.crn, { registrations: all.map((code) => ({ code, startedOn: contractDay })) })
    const { registrations } = (await open()).facts
    assert.ok(registrations.known)
    assert.deepEqual(
      registrations.value.map(({ code, name }) => code ?? name),
      [...all.slice(0, -1), 'Mental Health Issues'],
    )
  })

  it('MAPPA whose level nobody gives is MAPPA all the same', async () => {
    now.server.fault({ service: 'manageSupervision', path: 'risk-flags' }, { does: 'status', status: 500 })
    const { mappa } = (await open(caseAbout('mappa: level 3').crn)).facts
    assert.ok(!mappa.known || mappa.value !== 'none')
  })

  for (const tier of ['B2S', 'A0', 'NOT_SUPERVISED', 'G'] as const) {
    it(`the tier ${tier} is read in the model it is of`, async () => {
      change(wellKnown.crn, { tier: { score: tier, provisional: false, calculatedOn: contractDay } })
      const fact = (await open()).facts.tier
      assert.ok(fact.known)
      assert.equal(fact.value.code, tier)
      assert.equal(fact.value.model, { B2S: 'older', A0: 'older', NOT_SUPERVISED: 'none', G: 'current' }[tier])
    })
  }

  it('a tier of which nobody says that it is final is not taken for final', async () => {
    put({ saysProvisional: false })
    now.server.fault({ service: 'tier' }, { does: 'status', status: 503 })
    const { tier } = (await open()).facts
    assert.ok(tier.known && tier.value.provisional)
  })

  for (const [written, read] of [
    ['COMMUNITY', 'community'],
    ['LICENSE', 'licence'],
    ['CUSTODY', 'custody'],
    ['UNKNOWN', undefined],
  ] as const) {
    it(`the case type ${written} is ${read ?? 'not known'}`, async () => {
      change(wellKnown.crn, { caseType: written })
      const { caseType } = (await open()).facts
      assert.equal(caseType.known ? caseType.value : undefined, read)
    })
  }

  for (const grade of ['DMY', '']) {
    it(`a grade that is ${grade === '' ? 'left out' : grade} is not known`, async () => {
      put({ grades: new Map([[practitioner, grade]]) })
      assert.deepEqual(notKnownIn(await open()), ['grade'])
    })
  }

  it('an empty email is none', async () => {
    put({ emails: new Map([[practitioner, '']]) })
    const { hasEmail } = await person()
    assert.ok(hasEmail.known && !hasEmail.value)
  })

  it('that an email is missing is not known while the second source does not answer', async () => {
    put({ emails: new Map([[practitioner, '']]) })
    now.server.fault({ service: 'delius', path: '/teams' }, { does: 'status', status: 500 })
    assert.deepEqual(notKnownIn(await open()), ['hasEmail'])
  })

  it('the workload is known from the one case where the lists have it no more', async () => {
    put({ withoutPercent: true })
    const { workload } = await person()
    assert.ok(workload.known)
    assert.deepEqual(workload.value, { now: 94, potential: 98.4 })
  })

  it('somebody excluded by user name alone may not take the case', async () => {
    put({ limitsByUserName: true })
    change(wellKnown.crn, { excludedFrom: [practitioner] })
    const { access } = await person()
    assert.ok(access.known && access.value === 'not-allowed')
  })

  it('somebody without a user name is not let in where people are excluded by user name alone', async () => {
    put({ limitsByUserName: true })
    const { username: _, ...unnamed } =
      now.server.world.people.find(({ staffCode }) => staffCode === practitioner) ?? {}
    assert.ok('staffCode' in unnamed && unnamed.staffCode !== undefined)
    const { people } = now.server.world
    now.server.world.people = people.map((one) => (one.staffCode === practitioner ? (unnamed as typeof one) : one))
    change(wellKnown.crn, { excludedFrom: [StaffCode.parse('N03A003')] })
    const { access } = await person()
    assert.ok(!access.known || access.value === 'not-allowed')
  })

  it('an enquiry that stands at the far end of a long contact log is found', async () => {
    const other = Array.from({ length: 230 }, (_, at) => {
      return { code: 'CHVS', type: 'Home visit', on: contractDay.subtract({ days: at % 20 }) }
    })
    change(wellKnown.crn, { contacts: [...wellKnown.contacts, ...other] })
    const { enquiries } = (await open()).facts
    assert.ok(enquiries.known)
    assert.deepEqual(enquiries.value.map(({ about, step }) => `${about} ${step}`).sort(), [
      'police answered',
      'police asked',
    ])
  })

  it('access to more than 500 cases is asked in portions', async () => {
    const { world } = now.server
    world.cases = world.cases.map((one) => ({ ...one, excludedFrom: [manager.staffCode] }))
    const crns = world.cases.map(({ crn }) => crn)
    assert.ok(crns.length > 500)
    const views = await now.services.views(crns, manager)
    assert.ok(views.length === crns.length && views.every(({ sight }) => sight !== 'open'))
    const asked = now.server.callsTo('delius', '/users/limited-access')
    assert.equal(asked.length, Math.ceil(crns.length / 500))
  })

  it('nobody is told the name in the list of waiting cases of one that they may not see', async () => {
    const { crn, name } = caseAbout('access: the manager herself is excluded')
    const answer = await now.services.forAllocation({ ...question, crn })
    assert.ok(!JSON.stringify(answer).includes(name))
    const other = await now.services.forAllocation({ ...question, asker: as('N03A002'), crn })
    assert.ok(other.sight === 'open' && other.facts.name === name)
  })
})
