import assert from 'node:assert/strict'
import type { HmppsOptions } from '../../../backend/hmpps/hmpps-case-services.ts'
import type { CaseForReview, ReviewFacts } from '../../../domain/reviews/review-facts.ts'
import { caseAbout, code, contractDay } from '../../contract/case-services-world.ts'
import { closeAll, type UnderFaults, underFaults } from './asked-in-faults.ts'

const allocatedSince = contractDay.subtract({ days: 90 })
const two = caseAbout('enforcement: two, longer ago')
const holder = code(two.managerStaffCode ?? '')
const viewer = { staffCode: holder }

describe('What the reviews of cases hang on, from the case services', () => {
  let now: UnderFaults
  const begin = async (options: Partial<HmppsOptions> = {}) => {
    now = await underFaults(options)
    return now
  }
  afterEach(closeAll)

  const read = async (about: string): Promise<CaseForReview | undefined> => {
    const { crn, managerStaffCode } = caseAbout(about)
    const practitioner = code(managerStaffCode ?? '')
    const question = { practitioner, crns: [crn], allocatedSince }
    const answer = await now.services.reviewFacts(question, { staffCode: practitioner })
    assert.ok(answer !== 'not-answered')
    return answer[0]
  }
  const factsOf = async (about: string): Promise<ReviewFacts> => {
    const one = await read(about)
    assert.ok(one?.sight === 'open' && one.leftOut === undefined)
    return one.facts
  }
  const notKnown = (facts: ReviewFacts) =>
    Object.entries(facts)
      .filter(([, fact]) => typeof fact === 'object' && 'known' in fact && !fact.known)
      .map(([name]) => name)
      .sort()
  const paths = () =>
    now.server.calls
      .filter(({ service }) => service !== 'hmppsAuth')
      .map(({ path }) =>
        path
          .split('?')[0]
          ?.replaceAll(/[A-Z]\d{6}/g, '*')
          .replaceAll(/N03\w+/g, '-'),
      )
      .sort()

  it('come with few calls: two for all cases, two for access, and six about one that has reviews', async () => {
    await begin()
    assert.deepEqual(notKnown(await factsOf('oasys: within 12 months')), [])
    assert.deepEqual(paths(), [
      '/activity/*',
      '/allocation/events/teams',
      '/assessments/timeline/crn/*',
      '/compliance/*',
      '/frontend-context/*',
      '/person/*/limited-access/all',
      '/risk-flags/*',
      '/sentences/*',
      '/team/-/offenderManagers/-/cases',
      '/users/limited-access',
    ])
  })

  it('are asked no further of a case that is left out', async () => {
    await begin()
    const one = await read('left out: contact suspended')
    assert.ok(one?.sight === 'open' && one.leftOut === 'suspended')
    for (const path of ['/activity/', '/risk-flags/', '/assessments/', '/allocation/events'])
      assert.equal(paths().filter((asked) => asked?.startsWith(path)).length, 0, path)
  })

  it('are asked in no way of a case that may not be seen', async () => {
    await begin()
    const { crn, managerStaffCode } = caseAbout('draw: limited access, hidden from the manager')
    const question = { practitioner: code(managerStaffCode ?? ''), crns: [crn], allocatedSince }
    assert.deepEqual(await now.services.reviewFacts(question, { staffCode: code('N03A001') }), [
      { sight: 'restricted' },
    ])
    assert.deepEqual(paths(), ['/team/-/offenderManagers/-/cases', '/users/limited-access'])
  })

  for (const [path, missing] of [
    ['/activity/', ['contacts']],
    ['/compliance/', ['breachStarted', 'failuresToComply']],
    ['/non-compliance-detail/', ['failuresToComply']],
    ['/risk-flags/', []],
    ['/assessments/timeline', []],
    ['/sentences/', ['releasedOn']],
    ['/frontend-context/', []],
    ['/allocation/events', ['allocatedOn']],
  ] as const) {
    it(`lack ${missing.join(' and ') || 'nothing that another source has'} where ${path} fails`, async () => {
      const { server } = await begin({ limits: { retries: 0 } as never })
      server.fault({ path }, { does: 'status', status: 500 })
      const facts = await factsOf('enforcement: two, longer ago')
      assert.deepEqual(notKnown(facts), missing)
    })
  }

  for (const path of ['/activity/', '/compliance/', '/sentences/', '/allocation/events']) {
    it(`are not known where nobody can read what ${path} says`, async () => {
      const { server } = await begin()
      server.fault({ path }, { does: 'wrong-types' })
      assert.notDeepEqual(notKnown(await factsOf('enforcement: two, longer ago')), [])
    })
  }

  it('are not answered where the caseload cannot be had, and nothing is thrown', async () => {
    const { server, services } = await begin({ limits: { retries: 0 } as never })
    server.fault({ path: '/cases' }, { does: 'status', status: 500 })
    assert.equal(await services.reviewFacts({ practitioner: holder, allocatedSince }, viewer), 'not-answered')
    assert.equal(await services.reviewFacts({ practitioner: code('N03Z999'), allocatedSince }, viewer), 'not-answered')
  })

  it('wait before each call for whatever they are told to wait for', async () => {
    let waited = 0
    const { server, services } = await begin({
      before: async () => {
        waited += 1
      },
    })
    await services.reviewFacts({ practitioner: holder, allocatedSince }, viewer)
    assert.equal(waited, server.calls.filter(({ service }) => service !== 'hmppsAuth').length)
    assert.ok(waited > 100)
  })
})
