import assert from 'node:assert/strict'
import { defaultAllocationPolicy as policy } from '../../../config/allocation.ts'
import { RuleId } from '../../../domain/allocation/check.ts'
import { known, notKnown } from '../../../domain/allocation/fact.ts'
import type { PractitionerFacts } from '../../../domain/allocation/practitioner-facts.ts'
import { allRules } from '../../../domain/allocation/rules/all-rules.ts'
import { weigh } from '../../../domain/allocation/weigh.ts'
import * as of from '../../support/allocation-facts.ts'
import { day } from '../../support/days.ts'
import { away } from '../../support/windows.ts'

/** What the Equality Act protects, by the names such a field would have. */
type Protected =
  | 'age'
  | 'dateOfBirth'
  | 'disability'
  | 'ethnicity'
  | 'gender'
  | 'marriage'
  | 'maternity'
  | 'nationality'
  | 'pregnancy'
  | 'race'
  | 'religion'
  | 'sex'
  | 'sexualOrientation'
// Does not compile once a practitioner has such a fact.
const nothingProtected: Extract<keyof PractitionerFacts, Protected> extends never ? true : never = true

describe('Weighing', () => {
  it('asks every rule once, in the order in which they are shown', () => {
    const { checks } = weigh(of.factsWith(), policy, of.onToday)
    assert.deepEqual(
      checks.map(({ rule }) => rule),
      RuleId.options,
    )
    assert.equal(new Set(allRules.map(({ name }) => name)).size, RuleId.options.length)
  })

  it('finds nothing wrong with an experienced officer and an ordinary case', () => {
    const { outcome, checks } = weigh(of.factsWith(), policy, of.onToday)
    assert.equal(outcome, 'suitable')
    assert.ok(checks.every(({ facts, change }) => facts.length > 0 && change === undefined))
  })

  it('uses nothing of a practitioner that the law protects', () => {
    assert.ok(nothingProtected)
    assert.deepEqual(Object.keys(of.aPractitioner()).toSorted(), [
      'access',
      'away',
      'casesPastWeek',
      'grade',
      'hasEmail',
      'hasManaged',
      'lastSupervisedOn',
      'managerSpan',
      'mentor',
      'qualifiedOn',
      'staffCode',
      'training',
      'workload',
    ])
  })

  it('names neither the person on probation, nor who holds the case, nor its number', () => {
    const about: of.About = {
      case: {
        name: 'Robin Example',
        holder: known({ staffCode: of.somebodyElse, name: 'Kit Sample' }, 'allocations'),
        ...of.entries('RCPR', 'ADVP', 'RVHR'),
      },
      practitioner: of.ofGrade('PQiP'),
    }
    const said = JSON.stringify(weigh(of.factsWith(about), policy, of.onToday))
    for (const name of ['Robin', 'Kit', 'X320741', of.somebodyElse, 'N03A001']) assert.ok(!said.includes(name), name)
  })

  it('has its numbers from the policy in the words of every rule that has any', () => {
    for (const rule of allRules) {
      assert.match(rule.inWords(policy), /^[A-Z].*\.$/)
      assert.doesNotMatch(rule.inWords(policy), /undefined|\[object/)
    }
    const strict = { ...policy, newlyQualifiedMonths: 6 }
    const words = (id: RuleId, by = policy) => allRules.find((rule) => rule.id === id)?.inWords(by) ?? ''
    assert.match(words('risk-for-grade'), /in the first 9 months/)
    assert.match(words('risk-for-grade', strict), /in the first 6 months/)
    assert.match(words('tier-for-grade'), /tier A, B or C \(older letters: A or B\) is outside guidance and tier D/)
  })
})

describe('What a rule says', () => {
  const high = { rosh: known('HIGH' as const, 'risk-and-needs', day('2026-10-05')) }
  const rows: [Parameters<typeof of.checkBy>[0], of.About, reason: string, facts: string, change: string][] = [
    [
      'risk-for-grade',
      { case: high, practitioner: of.ofGrade('PSO') },
      'The risk of serious harm (RoSH) is high. Above medium it is for a PO.',
      'RoSH: high 2026-10-05 risk-and-needs; Grade: PSO staff-list',
      'A PO qualified for 9 months or more instead.',
    ],
    [
      'risk-for-grade',
      {
        case: { rosh: known('VERY_HIGH' as const, 'risk-and-needs', day('2026-10-05')) },
        practitioner: of.ofGrade('PSO'),
      },
      'The risk of serious harm (RoSH) is very high. Above medium it is for a PO.',
      'RoSH: very high 2026-10-05 risk-and-needs; Grade: PSO staff-list',
      'A PO qualified for 12 months or more instead.',
    ],
    [
      'risk-for-grade',
      { case: { rosh: of.noAnswer('risk-and-needs') } },
      'The risk of serious harm (RoSH) is not known: the risk service did not answer.',
      'RoSH: not known risk-and-needs; Grade: PO staff-list; Qualified 2019-11-04 staff-list',
      'An answer from the risk service.',
    ],
    [
      'risk-for-grade',
      { case: high, practitioner: of.qualifiedOnNotKnown },
      'The day this person qualified is not known: the staff list does not say.',
      'RoSH: high 2026-10-05 risk-and-needs; Grade: PO staff-list; Qualified: not known staff-list',
      'A qualification date on the staff list.',
    ],
    [
      'children',
      { case: { registrations: of.noAnswer('manage-supervision') }, practitioner: of.gradeConflicts },
      'Not known: Registers (the service for registers and contacts did not answer), Grade (two sources say different things).',
      'Registers: not known manage-supervision; Grade: not known staff-list; Qualified 2019-11-04 staff-list',
      'An answer from the service for registers and contacts. A grade on which all sources agree.',
    ],
    [
      'children',
      { case: { registrations: of.noAnswer('manage-supervision') } },
      'What the child registers say is within what this person’s grade may hold.',
      'Registers: not known manage-supervision; Grade: PO staff-list; Qualified 2019-11-04 staff-list',
      '',
    ],
    [
      'training-safeguarding',
      { case: of.entries('RCPR'), practitioner: { training: { safeguarding: day('2023-01-15') } } },
      'The safeguarding training is older than 36 months, and the case has an active entry in the child registers.',
      'Safeguarding training 2023-01-15 staff-list; Child protection register: active 2020-01-06 manage-supervision',
      'Safeguarding training done since 22 November 2023, and recorded.',
    ],
    [
      'workload',
      { practitioner: { workload: known({ now: 104, potential: 108.5 }, 'workload', day('2026-11-21')) } },
      'With this case the workload would be 108.5%, over 100%.',
      'Workload: 108.5% with this case, 104% without 2026-11-21 workload; Grade: PO staff-list; Qualified 2019-11-04 staff-list',
      'A workload of 100% or less with this case.',
    ],
    [
      'availability',
      { practitioner: { away: [away('2026-12-04', '2026-12-18'), away('2026-12-01', '2026-12-02')] } },
      'This person is away from 1 December 2026, within 10 working days.',
      'Away from 2026-12-01 leave-record',
      'Somebody who stays at work, or to wait until the absence is over.',
    ],
    [
      'enquiries',
      {
        case: {
          ...of.entries('RCCO'),
          enquiries: known([{ about: 'police', step: 'asked', on: day('2026-10-01') }], 'manage-supervision'),
        },
      },
      'The police (domestic abuse) enquiry was asked for on 1 October 2026 and is not answered. The child safeguarding enquiry was never asked for.',
      'Police (domestic abuse) enquiry: asked for, not answered 2026-10-01 manage-supervision; Child safeguarding enquiry: never asked for manage-supervision; Child concerns register: active 2020-01-06 manage-supervision',
      'An answer to the police (domestic abuse) enquiry. An answer to the child safeguarding enquiry.',
    ],
    [
      'manager-span',
      { practitioner: { managerSpan: notKnown('staff-list', 'none') } },
      'How many people report to the line manager is not known: the staff list does not say.',
      'Full-time equivalents under the line manager: not known staff-list',
      'A line manager in post on the staff list.',
    ],
  ]
  for (const [rule, about, reason, facts, change] of rows) {
    it(`${rule}: ${reason}`, () => {
      const check = of.checkBy(rule, about)
      assert.equal(check.reason, reason)
      const shown = check.facts.map(({ words, on, source }) => [words, on, source].filter(Boolean).join(' '))
      assert.equal(shown.join('; '), facts)
      assert.equal(check.change ?? '', change)
    })
  }
})
