import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { lastNight } from '../../../backend/hmpps/last-night.ts'
import { practitionerAnswers } from '../../../backend/hmpps/practitioner-answers.ts'
import { path } from '../../../backend/hmpps/service-path.ts'
import { PractitionersToChoose } from '../../../backend/hmpps/wire/workload.ts'
import { workloads } from '../../../backend/hmpps/workloads.ts'
import type { Fact } from '../../../domain/allocation/fact.ts'
import { aisha, code, crn, type Says, withServices } from './stub-asking.ts'

const choose = 'workload GET /team/choose-practitioner'
const teams = 'delius GET /teams?teamCode=N03T01'
const impact = `workload GET /team/N03T01/offenderManager/${aisha}/impact/person/X320741`
const say = <T>(fact: Fact<T>, words: (value: T) => string = String) =>
  fact.known ? `${words(fact.value)} (${fact.source})` : `- ${fact.why}`

const chosen = (member: object | undefined, more: object = {}) => ({
  [choose]: { body: { crn, teams: { N03T01: member === undefined ? [] : [{ code: aisha, ...member }] }, ...more } },
})
const inTeam = (member: object) => ({ [teams]: { body: { teams: { N03T01: [{ code: aisha, ...member }] } } } })

async function about(says: Record<string, Says>) {
  const { answer } = await withServices(says, (asking) =>
    practitionerAnswers(
      asking,
      crn,
      [aisha],
      asking.read('workload', { at: path`/team/choose-practitioner`, reads: PractitionersToChoose }),
    ),
  )
  const said = answer.get(aisha)
  assert.ok(said !== undefined)
  return said
}

describe('What the case services say of a practitioner', () => {
  const emails: [what: string, says: Record<string, Says>, hasEmail: string][] = [
    ['the first source has one', chosen({ email: 'a@justice.gov.uk' }), 'true (workload)'],
    [
      'the first has an empty one and the second has one',
      { ...chosen({ email: '' }), ...inTeam({ email: 'a@justice.gov.uk' }) },
      'true (delius)',
    ],
    ['neither has one', { ...chosen({}), ...inTeam({ email: ' ' }) }, 'false (workload)'],
    ['the first knows nobody and the second has none', { ...chosen(undefined), ...inTeam({}) }, 'false (delius)'],
    ['the first has none and the second fails', { ...chosen({}), [teams]: 500 }, '- not-answered'],
    ['the first fails and the second has none', { [choose]: 503, ...inTeam({}) }, '- not-answered'],
    [
      'the first cannot be read and the second has none',
      { ...chosen({ email: 7 }), ...inTeam({}) },
      '- not-understood',
    ],
    [
      'the first has none and the second cannot be read',
      { ...chosen({}), [teams]: { body: { teams: { N03T01: [7] } } } },
      '- not-understood',
    ],
    ['nobody knows them', { ...chosen(undefined), [teams]: { body: { teams: {} } } }, '- none'],
  ]
  for (const [what, says, hasEmail] of emails) {
    it(`is that they have an email: ${hasEmail}, where ${what}`, async () => {
      assert.equal(say((await about(says)).hasEmail), hasEmail)
    })
  }

  const grades: [first: object, second: object, grade: string][] = [
    [{ grade: 'PO' }, {}, 'PO (workload)'],
    [{ grade: 'PQIP' }, {}, 'PQiP (workload)'],
    [{ grade: 'DMY' }, { grade: 'PSM' }, 'PO (delius)'],
    [{}, { grade: 'PSQ' }, 'PSO (delius)'],
    [{ grade: 'NQO' }, { grade: 'DMY' }, '- none'],
    [{ grade: 7 }, {}, '- none'],
  ]
  for (const [first, second, grade] of grades) {
    it(`is the grade ${grade}, of ${JSON.stringify([first, second])}`, async () => {
      assert.equal(say((await about({ ...chosen(first), ...inTeam(second) })).grade), grade)
    })
  }

  const loads: [figures: unknown, workload: string][] = [
    [{ capacity: 50, potentialCapacity: 55.5 }, '50 then 55.5 (workload)'],
    [{ capacity: 0, potentialCapacity: 0 }, '- none'],
    [{ potentialCapacity: 70 }, '19 then 70 (workload)'],
    [{ capacity: 50 }, '- none'],
    [{ capacity: 50, potentialCapacity: 'high' }, '- not-understood'],
    [{ capacity: 50, potentialCapacity: -3 }, '- not-understood'],
  ]
  for (const [figures, workload] of loads) {
    it(`is the workload ${workload}, of ${JSON.stringify(figures)}`, async () => {
      const { workload: load } = await about({ ...chosen({ workload: 19 }), [impact]: { body: figures } })
      assert.equal(
        say(load, ({ now, potential }) => `${now} then ${potential}`),
        workload,
      )
      assert.equal(load.known ? String(load.on) : '', load.known ? '2026-11-21' : '')
    })
  }

  const managers: [more: object, hasManaged: string][] = [
    [
      { communityPersonManager: { code: 'N03A021' }, probationStatus: { status: 'CURRENTLY_MANAGED' } },
      'true (workload)',
    ],
    [
      { communityPersonManager: { code: 'n03a021' }, probationStatus: { status: 'PREVIOUSLY_MANAGED' } },
      'true (workload)',
    ],
    [{ communityPersonManager: { code: 'N03A022' } }, 'false (workload)'],
    [{ communityPersonManager: { code: 'N03T01U' }, probationStatus: { status: 'PREVIOUSLY_MANAGED' } }, '- none'],
    [{ probationStatus: { status: 'NEW_TO_PROBATION' } }, 'false (workload)'],
    [{ communityPersonManager: 'N03A022', probationStatus: { status: 'NEW_TO_PROBATION' } }, '- not-understood'],
    [{}, '- none'],
  ]
  for (const [more, hasManaged] of managers) {
    it(`is whether they have managed the person: ${hasManaged}, of ${JSON.stringify(more)}`, async () => {
      assert.equal(say((await about(chosen({}, more))).hasManaged), hasManaged)
    })
  }

  it('is found in another team where they do not stand in their own', async () => {
    const says = { [choose]: { body: { teams: { N03T01: [], N03T09: [{ code: aisha, casesPastWeek: '2' }] } } } }
    assert.equal(say((await about(says)).casesPastWeek), '2 (workload)')
  })

  it('is what stands in their own team where they stand in several', async () => {
    const member = (casesPastWeek: number) => [{ code: aisha, casesPastWeek }]
    const says = { [choose]: { body: { teams: { N03T00: member(1), n03t01: member(2), N03T09: member(3) } } } }
    assert.equal(say((await about(says)).casesPastWeek), '2 (workload)')
  })
})

describe('The workload of somebody', () => {
  const overview = `workload GET /team/N03T01/offenderManagers/${aisha}`
  const read = async (body: unknown) => {
    const { answer } = await withServices({ [overview]: { body } }, (asking) => workloads(asking, [aisha]))
    const fact = answer.get(aisha)
    return fact?.known ? `${JSON.stringify(fact.value)} on ${fact.on}` : `- ${fact?.why}`
  }

  it('is of the day that the service gives', async () => {
    const body = {
      capacity: 126,
      totalCases: 22,
      weeklyHours: 22.5,
      totalReductionHours: 10,
      lastUpdatedOn: '2026-11-20T23:30:00',
    }
    const value = '{"percent":126,"cases":22,"contractedHours":22.5,"reductionHours":10}'
    assert.equal(await read(body), `${value} on 2026-11-20`)
  })

  it('is of last night where the service gives no day, and has no percentage where that is 0', async () => {
    assert.equal(await read({ capacity: 0, totalCases: 22 }), '{"cases":22} on 2026-11-21')
  })

  it('is not known where there is nothing of it', async () => {
    assert.equal(await read({ capacity: 0 }), '- none')
    assert.equal(await read({ capacity: 'full' }), '- not-understood')
  })

  it('is not known of somebody without a team', async () => {
    const { answer } = await withServices({}, (asking) => workloads(asking, [code('N03Z999')]))
    assert.deepEqual([...answer.values()], [{ known: false, source: 'workload', why: 'none' }])
  })
})

describe('Last night', () => {
  const nights: [now: string, night: string][] = [
    ['2026-11-23T18:29:59Z', '2026-11-22'],
    ['2026-11-23T18:30:00Z', '2026-11-23'],
    ['2026-11-25T18:45:00Z', '2026-11-24'],
    ['2026-11-25T19:30:00Z', '2026-11-25'],
    ['2026-11-26T00:10:00Z', '2026-11-25'],
    ['2026-07-06T17:29:00Z', '2026-07-05'],
    ['2026-07-06T17:30:00Z', '2026-07-06'],
  ]
  for (const [now, night] of nights) {
    it(`at ${now} is ${night}`, () => assert.equal(lastNight(Temporal.Instant.from(now)).toString(), night))
  }
})
