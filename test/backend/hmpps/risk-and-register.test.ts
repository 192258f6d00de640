import assert from 'node:assert/strict'
import { registerOf } from '../../../backend/hmpps/register-by-name.ts'
import { registersOf } from '../../../backend/hmpps/registers.ts'
import { lastAssessedOn, roshOf } from '../../../backend/hmpps/risk-facts.ts'
import { path } from '../../../backend/hmpps/service-path.ts'
import { CaseRisks } from '../../../backend/hmpps/wire/allocations.ts'
import type { Fact } from '../../../domain/allocation/fact.ts'
import { crn, type Says, withServices } from './stub-asking.ts'

const risksPath = 'allocations GET /cases/allocated/X320741/risks'
const second = (asking: Parameters<typeof roshOf>[0]) => () =>
  asking.read('allocations', { at: path`/cases/allocated/${crn}/risks`, reads: CaseRisks })

const say = <T>(fact: Fact<T>, words: (value: T) => string = String) =>
  fact.known ? `${words(fact.value)} (${fact.source})` : `- ${fact.why} (${fact.source})`

describe('The RoSH of a case', () => {
  const widget = 'risk-and-needs GET /risks/crn/X320741/widget'
  const none = { activeRegistrations: [], inactiveRegistrations: [] }
  const high = { overallRisk: 'HIGH', assessedOn: '2026-01-22' }
  const table: [what: string, says: Record<string, Says>, rosh: string][] = [
    ['the risk service knows it', { [widget]: { body: high } }, 'HIGH (risk-and-needs)'],
    ['it is written in words', { [widget]: { body: { overallRisk: 'Very High' } } }, 'VERY_HIGH (risk-and-needs)'],
    [
      'the service failed, version 2',
      { [widget]: 500, [risksPath]: { body: { ...none, risk: { roshRisk: high } } } },
      'HIGH (allocations)',
    ],
    [
      'it was not found, flat',
      { [widget]: { body: { overallRisk: 'NOT_FOUND' } }, [risksPath]: { body: { ...none, roshRisk: high } } },
      'HIGH (allocations)',
    ],
    [
      'nobody has assessed them',
      { [widget]: 404, [risksPath]: { body: { ...none, risk: {} } } },
      '- none (allocations)',
    ],
    [
      'it is null everywhere',
      { [widget]: { body: { overallRisk: null } }, [risksPath]: { body: { ...none, roshRisk: null } } },
      '- none (allocations)',
    ],
    ['one has none and the other fails', { [widget]: 404, [risksPath]: 424 }, '- not-answered (allocations)'],
    [
      'it is a word nobody knows',
      { [widget]: { body: { overallRisk: 'EXTREME' } }, [risksPath]: { body: none } },
      '- not-understood (allocations)',
    ],
  ]
  for (const [what, says, rosh] of table) {
    it(`is ${rosh} when ${what}`, async () => {
      const { answer } = await withServices(says, (asking) => roshOf(asking, crn, second(asking)))
      assert.equal(say(answer), rosh)
    })
  }

  it('is of the day it was assessed', async () => {
    const { answer } = await withServices({ [widget]: { body: high } }, (asking) => roshOf(asking, crn, second(asking)))
    assert.equal(answer.known && answer.on?.toString(), '2026-01-22')
  })
})

describe('The last assessment of a case', () => {
  const timeline = 'risk-and-needs GET /assessments/timeline/crn/X320741'
  const date = 'allocations GET /cases/X320741/assessmentDate'
  const done = (completedDate: unknown, status = 'COMPLETE') => ({ assessmentType: 'LAYER_3', status, completedDate })
  const lines = (...all: unknown[]) => ({ [timeline]: { body: { timeline: all } } })
  const table: [what: string, says: Record<string, Says>, day: string][] = [
    [
      'several are complete',
      lines(done('2026-05-01T10:00:00'), done('2026-07-01'), done('2026-09-01', 'OPEN')),
      '2026-07-01 (risk-and-needs)',
    ],
    ['it was completed late at night in summer', lines(done('2026-07-01T23:30:00Z')), '2026-07-02 (risk-and-needs)'],
    ['there is none', lines(), 'none (risk-and-needs)'],
    ['one is bad among good ones', lines('bad', done('2026-05-01')), '2026-05-01 (risk-and-needs)'],
    ['the only one cannot be read', lines(done('in May')), '- not-understood (allocations)'],
    [
      'the service fails and the other has a day',
      { [timeline]: 503, [date]: { body: { updatedDate: '2026-03-02T23:11:59' } } },
      '2026-03-02 (allocations)',
    ],
    ['the service fails and the other has none', { [timeline]: 503, [date]: { body: {} } }, 'none (allocations)'],
  ]
  for (const [what, says, day] of table) {
    it(`was on ${day}, where ${what}`, async () => {
      const { answer } = await withServices(says, (asking) => lastAssessedOn(asking, crn))
      assert.equal(say(answer), day)
    })
  }
})

describe('The register entries of a case', () => {
  const flagsPath = 'manage-supervision GET /risk-flags/X320741'
  const now = (more: object) => ({ id: 1, createdDate: '2026-06-01', removed: false, removalHistory: [], ...more })
  const was = (more: object) => now({ removed: true, ...more })
  const body = (riskFlags: unknown, removedRiskFlags: unknown = [], more: object = {}) => ({
    [flagsPath]: { body: { riskFlags, removedRiskFlags, ...more } },
  })
  const read = async (says: Record<string, Says>) => {
    const { answer, leftOut } = await withServices(says, (asking) => registersOf(asking, crn, second(asking)))
    const entries = say(answer.registrations, (all) =>
      all
        .map(
          ({ code, name, startedOn, endedOn, nextReviewOn }) =>
            `${code ?? '-'} ${name} ${startedOn}/${endedOn}/${nextReviewOn}`,
        )
        .join('; '),
    )
    return { entries, mappa: say(answer.mappa, (mappa) => JSON.stringify(mappa)), leftOut }
  }
  const names = (active: object[], inactive: object[] = []) => ({
    [risksPath]: { body: { activeRegistrations: active, inactiveRegistrations: inactive } },
  })

  it('are those of now and of the past, each with its days', async () => {
    const { entries, mappa } = await read(
      body(
        [
          now({ code: 'RCPR', description: 'Child Protection', nextReviewDate: '2026-12-01' }),
          now({ code: 'RMDO', description: 'Mental health' }),
        ],
        [
          was({
            code: 'RHRH',
            description: 'High RoSH',
            removalHistory: [{ removalDate: '2024-01-01' }, { removalDate: '2025-03-02' }],
          }),
        ],
        { mappa: { level: 2, category: 1, startDate: '2026-01-01' } },
      ),
    )
    assert.equal(
      entries,
      'RCPR Child Protection 2026-06-01/undefined/2026-12-01; - Mental health 2026-06-01/undefined/undefined; ' +
        'RHRH High RoSH 2026-06-01/2025-03-02/undefined (manage-supervision)',
    )
    assert.equal(mappa, '{"level":2,"category":1} (manage-supervision)')
  })

  it('ended today at the latest where nobody says when', async () => {
    assert.match((await read(body([], [was({ code: 'RHRH' })]))).entries, /2026-06-01\/2026-11-22/)
  })

  const mappas: [written: unknown, mappa: string][] = [
    [undefined, '"none" (manage-supervision)'],
    [null, '"none" (manage-supervision)'],
    [{}, '- not-answered (allocations)'],
    [{ level: 'Level 2', category: 'Category 1' }, '{"level":2,"category":1} (manage-supervision)'],
    [{ level: { code: 'M2' }, startDate: '01/01/2026' }, '{"level":2} (manage-supervision)'],
    [{ level: 0, category: 'not known', startDate: '2026-01-01' }, '- not-answered (allocations)'],
    [{ level: -1 }, '- not-answered (allocations)'],
    [{ level: 0, category: 0, startDate: '2026-01-01' }, '"none" (manage-supervision)'],
    [{ level: 'M3', category: '4' }, '{"level":3,"category":4} (manage-supervision)'],
    [{ level: 9, startDate: '2026-01-01' }, '{} (manage-supervision)'],
    ['level 2', '- not-answered (allocations)'],
  ]
  for (const [written, mappa] of mappas) {
    it(`have MAPPA ${mappa} where ${JSON.stringify(written)} is written`, async () => {
      assert.equal((await read({ ...body([], [], { mappa: written }), [risksPath]: 424 })).mappa, mappa)
    })
  }

  it('have MAPPA of an unknown level where only an entry says so', async () => {
    assert.equal((await read(body([now({ code: 'MAPP', description: 'MAPPA' })]))).mappa, '{} (manage-supervision)')
  })

  it('come by their names where the first source fails, and MAPPA with what its name says', async () => {
    const { entries, mappa } = await read({
      [flagsPath]: 500,
      ...names(
        [{ type: 'Domestic abuse perpetrator', registered: '2026-01-01' }, { type: 'MAPPA Level 2 Category 3' }],
        [{ type: 'Very High RoSH', registered: '2020-01-01', endDate: '2022-01-01' }],
      ),
    })
    assert.match(
      entries,
      /^ADVP Domestic.*; MAPP MAPPA.*; RVHR Very High RoSH 2020-01-01\/2022-01-01.*\(allocations\)$/,
    )
    assert.equal(mappa, '{"level":2,"category":3} (allocations)')
  })

  it('are not known as a whole where one of them cannot be read by anybody', async () => {
    const bad = await read(body([now({ code: 'RCPR' }), 'bad']))
    assert.equal(bad.entries, '- not-understood (allocations)')
    assert.equal(bad.leftOut, 1)
    const mended = await read({ ...body([now({ code: 'RCPR' }), 'bad']), ...names([{ type: 'Child Protection' }]) })
    assert.match(mended.entries, /^RCPR Child Protection.*\(allocations\)$/)
  })

  const byName: [name: string, register: string | undefined][] = [
    ['Low RoSH', 'RLRH'],
    ['Medium RoSH', 'RMRH'],
    ['High RoSH', 'RHRH'],
    ['Very High RoSH', 'RVHR'],
    ['Very high risk of serious harm', 'RVHR'],
    ['Child Protection', 'RCPR'],
    ['Child Concerns', 'RCCO'],
    ['Risk to Children', 'RCHD'],
    ['Domestic abuse perpetrator', 'ADVP'],
    ['Domestic Abuse History', 'REG30'],
    ['Domestic abuse victim', undefined],
    ['MAPPA', 'MAPP'],
    ['Suicide/self-harm', undefined],
    ['RCPR', 'RCPR'],
    ['CHILD  PROTECTION', 'RCPR'],
    ['Children at risk', 'RCHD'],
    ['Domestic Abuse', 'ADVP'],
    ['Domestic Violence Perp.', 'ADVP'],
    ['Domestic Abuse Victim', undefined],
  ]
  for (const [name, register] of byName) {
    it(`know “${name}” as ${register ?? 'an entry that no rule asks for'}`, () => {
      assert.equal(registerOf(undefined, name), register)
    })
  }

  it('go by their code where they have one', () => {
    assert.equal(registerOf('rchd', 'Something'), 'RCHD')
    assert.equal(registerOf('SPO', 'Stalking'), undefined)
  })

  it('go by their name where the code is none that a rule asks for', () => {
    assert.equal(registerOf('XCPR', 'Child Protection'), 'RCPR')
  })
})
