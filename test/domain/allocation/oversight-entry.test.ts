import assert from 'node:assert/strict'
import { defaultAllocationPolicy } from '../../../config/allocation.ts'
import type { Check } from '../../../domain/allocation/check.ts'
import { known, notKnown } from '../../../domain/allocation/fact.ts'
import { type DecisionToDraft, draftedSections, oversightEntry } from '../../../domain/allocation/oversight-entry.ts'
import { hasLink } from '../../../domain/allocation/own-words.ts'
import { IsoDate } from '../../../domain/ids.ts'
import { crnOf } from '../../support/case-draws.ts'
import { day } from '../../support/days.ts'

const policy = defaultAllocationPolicy
const on = IsoDate.parse('2026-11-05')
const check = (rule: Check['rule'], outcome: Check['outcome'], reason: string, facts: Check['facts'] = []): Check => ({
  rule,
  outcome,
  reason,
  facts,
})
const decision = (checks: Check[], other: Partial<DecisionToDraft> = {}): DecisionToDraft => ({
  by: { name: 'Priya Nair' },
  to: { name: 'Tom Okafor', grade: 'PSO' },
  weighing: { outcome: 'needs-rationale', checks },
  requirements: known(['20 days rehabilitation activity'], 'manage-supervision'),
  today: day('2026-11-22'),
  touchPointOn: day('2026-12-07'),
  ...other,
})

describe('The draft of an oversight entry', () => {
  const risk = check('risk-for-grade', 'suitable', 'Within what a PSO may hold.', [
    { words: 'RoSH: medium', on, source: 'risk-and-needs' },
    { words: 'Grade: PSO', source: 'staff-list' },
  ])
  const load = check('workload', 'needs-rationale', 'The workload would be over 100%.', [
    { words: 'Workload with this case: 104%', on, source: 'workload' },
  ])

  it('says who decided what, on which day, and what the check came to', () => {
    const { decision: says } = draftedSections(decision([risk, load]), policy)
    assert.equal(
      says,
      'Allocated to Tom Okafor (PSO) by Priya Nair on 22 November 2026. The check came to: Suitable with a written rationale. The workload would be over 100%.',
    )
  })

  it('names who had the case before, where somebody had', () => {
    const { decision: says } = draftedSections(decision([], { previous: { name: 'Aisha Khan' } }), policy)
    assert.match(says, /It was managed by Aisha Khan before\./)
  })

  it('puts facts of the case under complexity, those of the practitioner under capability, each with its day', () => {
    const sections = draftedSections(decision([risk, load]), policy)
    assert.equal(sections.complexity, 'RoSH: medium, 5 November 2026. Requirements: 20 days rehabilitation activity.')
    assert.equal(sections.capability, 'Grade: PSO.')
    assert.equal(sections.capacity, 'Workload with this case: 104%, 5 November 2026.')
  })

  it('says what is outstanding of the enquiries', () => {
    const asked = check('enquiries', 'needs-rationale', 'The police enquiry is not answered.', [
      { words: 'Police enquiry asked', on, source: 'manage-supervision' },
    ])
    assert.equal(
      draftedSections(decision([asked]), policy).enquiries,
      'Police enquiry asked, 5 November 2026. The police enquiry is not answered.',
    )
  })

  it('says that requirements are not known rather than that there are none', () => {
    const requirements = notKnown('manage-supervision', 'not-answered')
    assert.match(draftedSections(decision([], { requirements }), policy).complexity, /Requirements: not known\./)
    const none = known([], 'manage-supervision')
    assert.match(draftedSections(decision([], { requirements: none }), policy).complexity, /Requirements: none\./)
  })

  it('leaves what only the manager can say to the manager', () => {
    const sections = draftedSections(decision([risk]), policy)
    assert.equal(sections.discrimination, '')
    assert.equal(sections.support, '')
    assert.equal(
      draftedSections(decision([], { mentor: { name: 'Aisha Khan' } }), policy).support,
      'Mentor: Aisha Khan.',
    )
  })

  it('becomes one block without a link, with a heading for each part, the manager’s words last', () => {
    const sections = draftedSections(decision([risk, load]), policy)
    const about = { crn: crnOf(1), limitedAccess: false, caseName: 'Femi Hargreaves' }
    const agreedBy = { name: 'Eleanor Whitfield' }
    const entry = oversightEntry(about, sections, { reasoning: ' He is ready. ', agreedBy })
    assert.deepEqual(
      entry.split('\n').map((line) => line.split(':')[0]),
      [
        `${crnOf(1)}, Femi Hargreaves`,
        'Management oversight',
        'Decision',
        'Complexity',
        'Capability',
        'Capacity',
        'Enquiries',
        'Hate crime and discrimination',
        'Support',
        'First discussion of the case',
        'Agreed with',
        'Reasoning',
      ],
    )
    assert.match(entry, /First discussion of the case: By 7 December 2026, 15 days after the allocation\./)
    assert.match(entry, /Reasoning: He is ready\.$/)
    assert.equal(hasLink(entry), false)
  })

  it('begins with the case number alone where access is limited, or where no name is known', () => {
    const sections = draftedSections(decision([risk]), policy)
    for (const about of [
      { crn: crnOf(1), limitedAccess: true, caseName: 'Femi Hargreaves' },
      { crn: crnOf(1), limitedAccess: false },
    ]) {
      const entry = oversightEntry(about, sections, {})
      assert.equal(entry.split('\n')[0], crnOf(1))
      assert.doesNotMatch(entry, /Femi/)
    }
  })
})
