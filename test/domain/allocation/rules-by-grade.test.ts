import { known, notKnown } from '../../../domain/allocation/fact.ts'
import { Grade } from '../../../domain/staff.ts'
import * as of from '../../support/allocation-facts.ts'
import { itDecides } from '../../support/allocation-tables.ts'
import { day } from '../../support/days.ts'

const rosh = (level: 'LOW' | 'MEDIUM' | 'HIGH' | 'VERY_HIGH') => ({
  rosh: known(level, 'risk-and-needs', day('2026-10-05')),
})
const tier = (code: string, provisional = false) => ({ tier: of.aTier(code, provisional) })
const mappa = (level?: 1 | 2 | 3, category?: 1 | 2 | 3 | 4) => ({
  mappa: known({ ...(level && { level }), ...(category && { category }) }, 'manage-supervision'),
})
const sexual = { everSexualOffence: known(true, 'risk-and-needs') }
const notPO = Grade.options.filter((grade) => grade !== 'PO')
const registersNotRead = { registrations: of.noAnswer('manage-supervision') }

describe('The rules by grade', () => {
  itDecides('risk-for-grade', [
    ...notPO.flatMap((grade) => [
      [`medium, ${grade}`, { case: rosh('MEDIUM'), practitioner: of.ofGrade(grade) }, 'suitable'] as const,
      [`high, ${grade}`, { case: rosh('HIGH'), practitioner: of.ofGrade(grade) }, 'outside-guidance'] as const,
      [
        `very high, ${grade}`,
        { case: rosh('VERY_HIGH'), practitioner: of.ofGrade(grade) },
        'outside-guidance',
      ] as const,
    ]),
    ['low, newly qualified', { case: rosh('LOW'), practitioner: of.newlyQualified }, 'suitable'],
    [
      'high, qualified one day under 9 months',
      { case: rosh('HIGH'), practitioner: of.qualified('2026-02-23') },
      'needs-rationale',
    ],
    ['high, qualified 9 months', { case: rosh('HIGH'), practitioner: of.qualified('2026-02-22') }, 'suitable'],
    [
      'very high, one day under 9 months',
      { case: rosh('VERY_HIGH'), practitioner: of.qualified('2026-02-23') },
      'outside-guidance',
    ],
    ['very high, 9 months', { case: rosh('VERY_HIGH'), practitioner: of.qualified('2026-02-22') }, 'needs-rationale'],
    [
      'very high, one day under 12 months',
      { case: rosh('VERY_HIGH'), practitioner: of.qualified('2025-11-23') },
      'needs-rationale',
    ],
    ['very high, 12 months', { case: rosh('VERY_HIGH'), practitioner: of.qualified('2025-11-22') }, 'suitable'],
    ['not found', { case: { rosh: notKnown('risk-and-needs', 'none') } }, 'cannot-tell'],
    [
      'no answer, and a PSO',
      { case: { rosh: of.noAnswer('risk-and-needs') }, practitioner: of.ofGrade('PSO') },
      'cannot-tell',
    ],
    ['high, PO, not known since when', { case: rosh('HIGH'), practitioner: of.qualifiedOnNotKnown }, 'cannot-tell'],
    [
      'very high, PO, not known since when',
      { case: rosh('VERY_HIGH'), practitioner: of.qualifiedOnNotKnown },
      'cannot-tell',
    ],
    ['medium, PO, not known since when', { case: rosh('MEDIUM'), practitioner: of.qualifiedOnNotKnown }, 'suitable'],
    ['high, two grades', { case: rosh('HIGH'), practitioner: of.gradeConflicts }, 'cannot-tell'],
    ['low, two grades', { case: rosh('LOW'), practitioner: of.gradeConflicts }, 'suitable'],
    [
      'qualified 31 May, last day of February',
      { case: rosh('HIGH'), practitioner: of.qualified('2026-05-31') },
      'suitable',
      of.onDay('2027-02-28'),
    ],
    [
      'qualified 31 May, the day before',
      { case: rosh('HIGH'), practitioner: of.qualified('2026-05-31') },
      'needs-rationale',
      of.onDay('2027-02-27'),
    ],
    [
      'qualified 31 May, 28 February of a leap year',
      { case: rosh('HIGH'), practitioner: of.qualified('2027-05-31') },
      'needs-rationale',
      of.onDay('2028-02-28'),
    ],
    [
      'qualified 31 May, 29 February',
      { case: rosh('HIGH'), practitioner: of.qualified('2027-05-31') },
      'suitable',
      of.onDay('2028-02-29'),
    ],
  ])

  itDecides('tier-for-grade', [
    ...(['PSO', 'PQiP'] as const).flatMap((grade) => [
      ...['A', 'B', 'C', 'A3', 'A0S', 'B1'].map(
        (code) =>
          [`${code}, ${grade}`, { case: tier(code), practitioner: of.ofGrade(grade) }, 'outside-guidance'] as const,
      ),
      ...['D', 'C3', 'C0S'].map(
        (code) =>
          [`${code}, ${grade}`, { case: tier(code), practitioner: of.ofGrade(grade) }, 'needs-rationale'] as const,
      ),
      ...['E', 'G', 'D3'].map(
        (code) => [`${code}, ${grade}`, { case: tier(code), practitioner: of.ofGrade(grade) }, 'suitable'] as const,
      ),
      [
        `provisional A, ${grade}`,
        { case: tier('A', true), practitioner: of.ofGrade(grade) },
        'outside-guidance',
      ] as const,
      [`provisional D, ${grade}`, { case: tier('D', true), practitioner: of.ofGrade(grade) }, 'cannot-tell'] as const,
    ]),
    ['A, PO', { case: tier('A') }, 'suitable'],
    ['A, newly qualified', { case: tier('A'), practitioner: of.newlyQualified }, 'suitable'],
    ['A, SPO', { case: tier('A'), practitioner: of.ofGrade('SPO') }, 'suitable'],
    ['provisional G, PO', { case: tier('G', true) }, 'cannot-tell'],
    ['missing', { case: tier('MISSING') }, 'cannot-tell'],
    ['nobody to supervise', { case: tier('NOT_SUPERVISED') }, 'cannot-tell'],
    ['no tier', { case: { tier: notKnown('tier', 'none') } }, 'cannot-tell'],
    ['not understood', { case: tier('H7') }, 'cannot-tell'],
    ['D, two grades', { case: tier('D'), practitioner: of.gradeConflicts }, 'cannot-tell'],
    ['E, two grades', { case: tier('E'), practitioner: of.gradeConflicts }, 'suitable'],
    ['provisional A, two grades', { case: tier('A', true), practitioner: of.gradeConflicts }, 'cannot-tell'],
  ])

  itDecides('mappa', [
    ...notPO.map(
      (grade) =>
        [`level 2, ${grade}`, { case: mappa(2, 1), practitioner: of.ofGrade(grade) }, 'outside-guidance'] as const,
    ),
    ['level 3, PO', { case: mappa(3, 1) }, 'suitable'],
    ['level 2, newly qualified', { case: mappa(2, 1), practitioner: of.newlyQualified }, 'outside-guidance'],
    ['level 1, newly qualified', { case: mappa(1, 1), practitioner: of.newlyQualified }, 'suitable'],
    ['level 1, PQiP', { case: mappa(1, 3), practitioner: of.ofGrade('PQiP') }, 'outside-guidance'],
    ['level 1, PSO', { case: mappa(1, 2), practitioner: of.ofGrade('PSO') }, 'needs-rationale'],
    ['level 1, category not known, PSO', { case: mappa(1), practitioner: of.ofGrade('PSO') }, 'needs-rationale'],
    ['level 1, SPO', { case: mappa(1, 2), practitioner: of.ofGrade('SPO') }, 'suitable'],
    ['none, PQiP', { practitioner: of.ofGrade('PQiP') }, 'suitable'],
    ['level not known, PSO', { case: mappa(undefined, 2), practitioner: of.ofGrade('PSO') }, 'cannot-tell'],
    ['level not known, PQiP', { case: mappa(undefined, 2), practitioner: of.ofGrade('PQiP') }, 'outside-guidance'],
    ['level not known, PO', { case: mappa(undefined, 2) }, 'suitable'],
    [
      'not read, PSO',
      { case: { mappa: of.noAnswer('manage-supervision') }, practitioner: of.ofGrade('PSO') },
      'cannot-tell',
    ],
    ['not read, PO', { case: { mappa: of.noAnswer('manage-supervision') } }, 'suitable'],
    ['level 2, PO, not known since when', { case: mappa(2, 1), practitioner: of.qualifiedOnNotKnown }, 'cannot-tell'],
    ['level 1, PO, not known since when', { case: mappa(1, 1), practitioner: of.qualifiedOnNotKnown }, 'suitable'],
    ['level 1, two grades', { case: mappa(1, 1), practitioner: of.gradeConflicts }, 'cannot-tell'],
    ['none, two grades', { practitioner: of.gradeConflicts }, 'suitable'],
  ])

  itDecides('sexual-offence', [
    ...notPO.map(
      (grade) => [`ever, ${grade}`, { case: sexual, practitioner: of.ofGrade(grade) }, 'outside-guidance'] as const,
    ),
    ['ever, newly qualified', { case: sexual, practitioner: of.newlyQualified }, 'needs-rationale'],
    ['ever, PO', { case: sexual }, 'suitable'],
    ['never, PQiP', { practitioner: of.ofGrade('PQiP') }, 'suitable'],
    [
      'not known, PSO',
      { case: { everSexualOffence: notKnown('risk-and-needs', 'none') }, practitioner: of.ofGrade('PSO') },
      'cannot-tell',
    ],
    [
      'not known, newly qualified',
      { case: { everSexualOffence: of.noAnswer('risk-and-needs') }, practitioner: of.newlyQualified },
      'cannot-tell',
    ],
    ['not known, PO', { case: { everSexualOffence: of.noAnswer('risk-and-needs') } }, 'suitable'],
    ['ever, PO, not known since when', { case: sexual, practitioner: of.qualifiedOnNotKnown }, 'cannot-tell'],
    ['ever, two grades', { case: sexual, practitioner: of.gradeConflicts }, 'cannot-tell'],
  ])

  itDecides('children', [
    ...notPO.map(
      (grade) =>
        [
          `child protection, ${grade}`,
          { case: of.entries('RCPR'), practitioner: of.ofGrade(grade) },
          'outside-guidance',
        ] as const,
    ),
    ['child protection, PO', { case: of.entries('RCPR') }, 'suitable'],
    ['child protection, newly qualified', { case: of.entries('RCPR'), practitioner: of.newlyQualified }, 'suitable'],
    ...(['RCCO', 'RCHD'] as const).flatMap((code) => [
      [`${code}, PQiP`, { case: of.entries(code), practitioner: of.ofGrade('PQiP') }, 'outside-guidance'] as const,
      [`${code}, PSO`, { case: of.entries(code), practitioner: of.ofGrade('PSO') }, 'needs-rationale'] as const,
      [
        `${code}, newly qualified`,
        { case: of.entries(code), practitioner: of.newlyQualified },
        'needs-rationale',
      ] as const,
      [`${code}, PO`, { case: of.entries(code) }, 'suitable'] as const,
      [`${code}, SPO`, { case: of.entries(code), practitioner: of.ofGrade('SPO') }, 'suitable'] as const,
    ]),
    ['both, PSO', { case: of.entries('RCCO', 'RCPR'), practitioner: of.ofGrade('PSO') }, 'outside-guidance'],
    ['ended today, PSO', { case: of.entries(['RCPR', '2026-11-22']), practitioner: of.ofGrade('PSO') }, 'suitable'],
    [
      'ends tomorrow, PSO',
      { case: of.entries(['RCPR', '2026-11-23']), practitioner: of.ofGrade('PSO') },
      'outside-guidance',
    ],
    ['registers not read, PSO', { case: registersNotRead, practitioner: of.ofGrade('PSO') }, 'cannot-tell'],
    ['registers not read, newly qualified', { case: registersNotRead, practitioner: of.newlyQualified }, 'cannot-tell'],
    ['registers not read, PO', { case: registersNotRead }, 'suitable'],
    [
      'concerns, PO, not known since when',
      { case: of.entries('RCCO'), practitioner: of.qualifiedOnNotKnown },
      'cannot-tell',
    ],
    [
      'child protection, PO, not known since when',
      { case: of.entries('RCPR'), practitioner: of.qualifiedOnNotKnown },
      'suitable',
    ],
    ['concerns, two grades', { case: of.entries('RCCO'), practitioner: of.gradeConflicts }, 'cannot-tell'],
  ])

  itDecides('domestic-abuse', [
    ['perpetrator, PQiP', { case: of.entries('ADVP'), practitioner: of.ofGrade('PQiP') }, 'outside-guidance'],
    ['perpetrator, PSO', { case: of.entries('ADVP'), practitioner: of.ofGrade('PSO') }, 'needs-rationale'],
    ['perpetrator, PO', { case: of.entries('ADVP') }, 'suitable'],
    ['perpetrator, newly qualified', { case: of.entries('ADVP'), practitioner: of.newlyQualified }, 'suitable'],
    ['history only, PQiP', { case: of.entries('REG30'), practitioner: of.ofGrade('PQiP') }, 'suitable'],
    ['ended, PQiP', { case: of.entries(['ADVP', '2026-11-01']), practitioner: of.ofGrade('PQiP') }, 'suitable'],
    ['registers not read, PSO', { case: registersNotRead, practitioner: of.ofGrade('PSO') }, 'cannot-tell'],
    ['registers not read, PO', { case: registersNotRead }, 'suitable'],
    ['perpetrator, two grades', { case: of.entries('ADVP'), practitioner: of.gradeConflicts }, 'cannot-tell'],
  ])
})
