import assert from 'node:assert/strict'
import type { CaseForAllocation } from '../../../domain/allocation/case-services.ts'
import { code, manager } from '../../contract/case-services-world.ts'
import type { Fault, ServiceName } from '../../support/case-services/faults.ts'
import {
  closeAll,
  notKnownIn,
  practitioner,
  question,
  type UnderFaults,
  underFaults,
  wellKnown,
} from './asked-in-faults.ts'

/** What goes wrong at once. */
const kinds: [name: string, fault: Fault][] = [
  ...[500, 503, 424, 504, 429].map((status): [string, Fault] => [`answers ${status}`, { does: 'status', status }]),
  ['asks to wait for an hour', { does: 'status', status: 429, retryAfter: 3600 }],
  ['answers half of its JSON', { does: 'malformed' }],
  ['answers with a page', { does: 'page' }],
  ['answers with values of other types', { does: 'wrong-types' }],
  ['breaks the connection', { does: 'reset' }],
  ['answers far too much', { does: 'huge', bytes: 3_000_000 }],
]

/** What can only be waited for. */
const silent: [name: string, fault: Fault][] = [
  ['never answers', { does: 'hang' }],
  ['answers too late', { does: 'slow', ms: 1800 }],
]

/** What is not known while these services fail; everything else comes from another one. */
const lost: [services: ServiceName[], facts: string[]][] = [
  [['allocations'], ['caseType', 'transferInProgress']],
  [['workload'], ['casesPastWeek', 'hasManaged', 'workload']],
  [['tier'], []],
  [['arns'], ['everSexualOffence']],
  [['manageSupervision'], ['enquiries']],
  [['delius'], []],
  [['estate'], []],
  [
    ['arns', 'allocations'],
    ['caseType', 'everSexualOffence', 'lastAssessedOn', 'rosh', 'transferInProgress'],
  ],
  [
    ['tier', 'allocations', 'workload'],
    ['caseType', 'casesPastWeek', 'hasManaged', 'tier', 'transferInProgress', 'workload'],
  ],
  [
    ['manageSupervision', 'allocations'],
    ['caseType', 'enquiries', 'mappa', 'registrations', 'requirements', 'sentencedOn', 'transferInProgress'],
  ],
  [
    ['workload', 'delius'],
    ['casesPastWeek', 'grade', 'hasEmail', 'hasManaged', 'workload'],
  ],
]

describe('When a case service fails', () => {
  let now: UnderFaults

  before(async () => {
    now = await underFaults()
  })

  afterEach(() => now.server.reset())

  after(closeAll)

  it('nothing is unknown while all answer', async () => {
    assert.deepEqual(notKnownIn(await now.services.forAllocation(question)), [])
  })

  for (const [services, facts] of lost) {
    for (const [name, fault] of kinds) {
      it(`${services.join(' and ')} ${name}: ${facts.join(', ') || 'nothing'} is not known`, async () => {
        for (const service of services) now.server.fault({ service }, fault)
        assert.deepEqual(notKnownIn(await now.services.forAllocation(question)), facts)
      })
    }
  }

  for (const [name, fault] of kinds) {
    it(`every other question is answered too, when everything ${name}`, async () => {
      now.server.fault({ path: /^(?!\/oauth)/ }, fault)
      const { services } = now
      assert.deepEqual(await services.forAllocation(question), { sight: 'unknown', why: 'not-answered' })
      assert.equal(await services.caseloadOf(practitioner, manager), 'not-answered')
      assert.equal(await services.caseloadInShort(practitioner, manager), 'not-answered')
      assert.deepEqual(await services.views([wellKnown.crn], manager), [{ sight: 'unknown', why: 'not-answered' }])
      assert.deepEqual(await services.sights([wellKnown.crn], manager), [{ sight: 'unknown', why: 'not-answered' }])
      assert.equal((await services.teamNames(['N03T01'], manager)).size, 0)
      assert.equal((await services.workloads([practitioner], manager)).get(practitioner)?.known, false)
      assert.equal((await services.holderOf(wellKnown.crn, manager)).known, false)
    })
  }

  it('a case is closed when neither source says who may see it, and nothing of it is asked', async () => {
    now.server.fault({ service: 'delius', path: 'limited-access' }, { does: 'status', status: 500 })
    now.server.fault({ service: 'allocations', path: 'restrictions' }, { does: 'status', status: 424 })
    assert.deepEqual(await now.services.forAllocation(question), { sight: 'unknown', why: 'not-answered' })
    const asked = now.server.calls.filter(({ service }) => service !== 'hmppsAuth').map(({ path }) => path)
    assert.ok(asked.length > 0)
    for (const path of asked) assert.match(path, /limited-access|restrictions/)
  })

  it('a case whose limits are not understood is as closed as one whose limits are not answered', async () => {
    now.server.fault({ path: /limited-access|restrictions/ }, { does: 'wrong-types' })
    assert.deepEqual(await now.services.forAllocation(question), { sight: 'unknown', why: 'not-answered' })
  })

  it('somebody whom the allocation service turns away hears that it is another region, and nothing else', async () => {
    now.server.forbid({ service: 'allocations' })
    assert.deepEqual(await now.services.forAllocation(question), { sight: 'unknown', why: 'another-region' })
  })

  it('nothing is known when HMPPS Auth gives no token', async () => {
    const { server, services } = await underFaults()
    server.fault({ service: 'hmppsAuth' }, { does: 'status', status: 503 })
    assert.deepEqual(await services.forAllocation(question), { sight: 'unknown', why: 'not-answered' })
    assert.equal(await services.caseloadOf(code('N03A002'), manager), 'not-answered')
    assert.ok(server.calls.every(({ service }) => service === 'hmppsAuth'))
  })
})

describe('When a case service is silent', () => {
  const answers = new Map<string, CaseForAllocation>()

  /** All of them at once, because each is a matter of waiting. */
  before(async function () {
    this.timeout(30_000)
    const ask = async (services: readonly ServiceName[], name: string, fault: Fault) => {
      const own = await underFaults({ whole: 15_000, limits: { call: 1200, retries: 0 } })
      for (const service of services) own.server.fault({ service }, fault)
      answers.set(`${services} ${name}`, await own.services.forAllocation(question))
    }
    const alone = lost.filter(([services]) => services.length === 1)
    await Promise.all(silent.flatMap(([name, fault]) => alone.map(([services]) => ask(services, name, fault))))
  })

  after(closeAll)

  for (const [services, facts] of lost.filter(([{ length }]) => length === 1)) {
    for (const [name] of silent) {
      it(`${services} ${name}: ${facts.join(', ') || 'nothing'} is not known`, () => {
        const answer = answers.get(`${services} ${name}`)
        assert.ok(answer !== undefined)
        assert.deepEqual(notKnownIn(answer), facts)
      })
    }
  }

  it('the answer comes within its time all the same, with what is known by then', async () => {
    // One call alone could take a minute.
    const { server, services } = await underFaults({ whole: 1500, limits: { call: 60_000 } })
    server.fault({ service: 'arns' }, { does: 'hang' })
    server.fault({ service: 'manageSupervision' }, { does: 'hang' })
    const answer = await services.forAllocation(question)
    const notKnown = notKnownIn(answer)
    for (const fact of ['everSexualOffence', 'enquiries']) assert.ok(notKnown.includes(fact), fact)
    for (const fact of ['holder', 'tier', 'workload', 'grade']) assert.ok(!notKnown.includes(fact), fact)
  })

  it('a silent second source is not waited for either', async () => {
    const { server, services } = await underFaults({ whole: 1000, limits: { call: 60_000 } })
    server.fault({ path: /^(?!\/oauth)/ }, { does: 'hang' })
    assert.deepEqual(await services.forAllocation(question), { sight: 'unknown', why: 'not-answered' })
  })
})
