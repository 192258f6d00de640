import assert from 'node:assert/strict'
import { copyFile } from '../../../dialogs/mine/copy-file.ts'
import type { Check } from '../../../domain/allocation/check.ts'
import type { Person } from '../../../domain/staff.ts'
import { anOpenCase, crnOf } from '../../support/case-draws.ts'
import { aDrawDesk, type DrawDesk } from '../../support/draw-desk.ts'
import {
  anAllocation,
  anAllocationDraft,
  anAnswer,
  answerId,
  aWeighing,
  keepAnswers,
  weighedAt,
} from '../../support/kept-allocations.ts'
import { aisha, gwen, officePeople, omar, priya, tom } from '../../support/people.ts'
import { at, morning, note } from '../../support/records.ts'

/** What a rule says of the case. */
const ofCase: Check = {
  rule: 'children',
  outcome: 'needs-rationale',
  reason: 'There is an active entry in the child protection register.',
  facts: [{ words: 'Child protection register: active', source: 'manage-supervision' }],
}

type Records = Record<string, unknown>[]

describe('The copy of a record, of allocations', () => {
  let office: DrawDesk
  beforeEach(async () => {
    office = await aDrawDesk(officePeople, [anOpenCase(1)])
    const { desk } = office
    const about = [
      aWeighing({ practitioner: tom.staffCode, outcome: 'outside-guidance', checks: [ofCase, ...aWeighing().checks] }),
      aWeighing({ practitioner: aisha.staffCode, checks: [ofCase, ...aWeighing().checks] }),
    ]
    await keepAnswers(desk, anAnswer(1, { askedBy: priya.staffCode, question: 'team', about }))
    await desk.allocationDrafts.open(
      anAllocationDraft(2, { by: priya.staffCode, to: tom.staffCode, reasoning: 'half a thought' }),
      morning,
      note('allocation.drafted'),
    )
    const allocation = anAllocation(1, {
      to: aisha.staffCode,
      decidedBy: priya.staffCode,
      previous: omar.staffCode,
      agreedBy: gwen.staffCode,
      sensitive: 'His brother must not hear of it',
    })
    await desk.allocations.decide(allocation, weighedAt, [note('allocation.decided')])
  })
  afterEach(() => office.close())

  const copy = async (format: 'data' | 'page', person: Person) =>
    (await copyFile(format, person, at(90), office.desk)).content
  const recordsOf = async (sort: string, person: Person): Promise<Records> =>
    JSON.parse(await copy('data', person)).parts[sort].records

  it('has for whoever got the case why, in the words that were written, and nothing that was marked as sensitive', async () => {
    const [given, ...more] = await recordsOf('allocations', aisha)
    assert.deepEqual(more, [])
    assert.deepEqual(
      [given?.crn, given?.decided_by, given?.reasoning, given?.entry, given?.touch_point_on],
      [crnOf(1), priya.staffCode, anAllocation(1).reasoning, anAllocation(1).entry, '2026-12-05'],
    )
    for (const format of ['data', 'page'] as const) assert.doesNotMatch(await copy(format, aisha), /His brother/)
  })

  it('has for whoever decided their own words, the sensitive ones and those of a draft too', async () => {
    const [decided] = await recordsOf('allocations-decided', priya)
    assert.deepEqual([decided?.to_code, decided?.sensitive], [aisha.staffCode, 'His brother must not hear of it'])
    assert.match(JSON.stringify(await recordsOf('allocation-drafts', priya)), /half a thought/)
  })

  it('has for whoever was weighed and did not get the case when, by whom, and the checks about themself: not the verdict, and nothing of the case', async () => {
    const [weighed, ...more] = await recordsOf('weighings', tom)
    assert.deepEqual(more, [])
    assert.deepEqual(
      [weighed?.asked_by, weighed?.asked_at, weighed?.crn],
      [priya.staffCode, at(1).toString(), crnOf(1)],
    )
    assert.deepEqual(weighed?.['allocation-weighing'], [
      {
        potential: 104.5,
        has_managed: 1,
        checks: [
          {
            rule: 'workload',
            outcome: 'needs-rationale',
            reason: 'With the case the workload is “104.5%”, over 100%.',
            facts: ['Workload: 104.5%, 2026-11-19, workload'],
            change: 'A workload of 100% or less.',
          },
          { rule: 'contactable', outcome: 'suitable', reason: 'There is an email address.' },
        ],
      },
    ])
    assert.match(await copy('page', tom), /With the case the workload is “104\.5%”, over 100%\./)
    for (const format of ['data', 'page'] as const) {
      assert.doesNotMatch(await copy(format, tom), /child protection|outside.guidance|Outside guidance/i)
    }
  })

  it('has for whoever got the case what it came to, and every check with its facts', async () => {
    const [weighed] = await recordsOf('weighings', aisha)
    const [weighing] = (weighed?.['allocation-weighing'] ?? []) as { outcome: string; checks: { rule: string }[] }[]
    assert.equal(weighing?.outcome, 'needs-rationale')
    assert.deepEqual(
      weighing?.checks.map(({ rule }) => rule),
      ['children', 'workload', 'contactable'],
    )
  })

  for (const submission of ['refused', 'not-submitted', 'unknown', 'submitted'] as const) {
    const given = submission === 'submitted'
    it(`has ${given ? 'the entry' : 'nothing of the case'} for whoever was to get one whose handing in is ${submission}`, async () => {
      const crn = crnOf(2)
      office.caseload.now = [anOpenCase(1), anOpenCase(2)]
      const about = [aWeighing({ practitioner: omar.staffCode, checks: [ofCase] })]
      await keepAnswers(office.desk, anAnswer(5, { crn, askedBy: priya.staffCode, about }))
      const decision = anAllocation(5, {
        crn,
        to: omar.staffCode,
        decidedBy: priya.staffCode,
        answer: answerId(5),
        submission: 'submitting',
        entry: 'Child protection register: active.',
      })
      await office.desk.allocations.decide(decision, weighedAt, [note('allocation.decided')])
      await office.desk.allocations.settle(decision.id, submission, note('allocation.settled'))
      assert.equal(/child protection/i.test(await copy('data', omar)), given)
      assert.equal((await recordsOf('allocations', omar))[0]?.crn, crn)
    })
  }

  it('has nothing of how somebody else was weighed, and no draft about them, for whoever asks', async () => {
    for (const format of ['data', 'page'] as const) {
      assert.doesNotMatch(await copy(format, aisha), /outside.guidance|N03A002|Okafor/)
      assert.doesNotMatch(await copy(format, tom), /half a thought|N03A001|Khan/)
    }
  })

  it('has for whoever asked what they asked and whom it weighed, and not what it came to', async () => {
    const [asked] = await recordsOf('allocation-answers', priya)
    assert.deepEqual(asked?.['allocation-weighing'], [
      { practitioner: aisha.staffCode },
      { practitioner: tom.staffCode },
    ])
    assert.doesNotMatch(JSON.stringify(asked), /outside|workload/)
  })

  it('has for whoever held the case before, and for the head of PDU who agreed, that they are named, and not why', async () => {
    for (const person of [omar, gwen]) {
      const [named] = await recordsOf('allocations-named', person)
      assert.deepEqual([named?.crn, named?.to_code, named?.decided_by], [crnOf(1), aisha.staffCode, priya.staffCode])
      assert.doesNotMatch(await copy('data', person), /His brother|has held such a case|98%/)
    }
  })

  it('says to whoever may not see the case now that access is restricted, and nothing of the case', async () => {
    office.caseload.now = []
    const ofTheCase = new RegExp(
      `${crnOf(1)}|His brother|has held such a case|98%|104\\.5|outside.guidance|needs.rationale|half a thought`,
    )
    for (const [person, sort] of [
      [aisha, 'allocations'],
      [priya, 'allocations-decided'],
      [priya, 'allocation-answers'],
      [priya, 'allocation-drafts'],
      [tom, 'weighings'],
      [gwen, 'allocations-named'],
    ] as const) {
      assert.equal((await recordsOf(sort, person))[0]?.crn, 'access is restricted')
      for (const format of ['data', 'page'] as const) assert.doesNotMatch(await copy(format, person), ofTheCase)
    }
    assert.equal((await recordsOf('weighings', tom))[0]?.id, answerId(1))
  })

  it('keeps from whoever was only weighed what tells of a case that cannot be asked about, and not from whoever got it', async () => {
    office.caseload.now = 'not-answered'
    const [weighed] = await recordsOf('weighings', tom)
    assert.deepEqual([weighed?.crn, weighed?.['allocation-weighing']], ['access is restricted', undefined])
    assert.equal((await recordsOf('allocations', aisha))[0]?.crn, crnOf(1))
  })
})
