import { known, notKnown } from '../../../domain/allocation/fact.ts'
import type { PractitionerFacts } from '../../../domain/allocation/practitioner-facts.ts'
import type { TrainingName } from '../../../domain/staff.ts'
import * as of from '../../support/allocation-facts.ts'
import { itDecides, type RuleRow } from '../../support/allocation-tables.ts'
import { day } from '../../support/days.ts'
import { away } from '../../support/windows.ts'

const trained = (name: TrainingName, text?: string): Partial<PractitionerFacts> => ({
  training: text === undefined ? {} : { [name]: day(text) },
})
const potential = (percent: number, now?: number): Partial<PractitionerFacts> => ({
  workload: known({ potential: percent, ...(now && { now }) }, 'workload', day('2026-11-21')),
})

/** Rows that hold for each of the three trainings; `flagged` is what asks for it. */
function trainingRows(name: TrainingName, flagged: object, without: 'suitable' | 'needs-rationale'): RuleRow[] {
  const of36 = (text: string) => ({ practitioner: trained(name, text) })
  return [
    ['asked for, missing', { case: flagged, practitioner: trained(name) }, 'outside-guidance'],
    ['asked for, done', { case: flagged, ...of36('2026-01-15') }, 'suitable'],
    ['asked for, 36 months ago to the day', { case: flagged, ...of36('2023-11-22') }, 'suitable'],
    ['asked for, a day longer ago', { case: flagged, ...of36('2023-11-21') }, 'outside-guidance'],
    ['asked for, booked for tomorrow', { case: flagged, ...of36('2026-11-23') }, 'outside-guidance'],
    ['asked for, done today', { case: flagged, ...of36('2026-11-22') }, 'suitable'],
    ['of 29 February, on 28 February', { case: flagged, ...of36('2024-02-29') }, 'suitable', of.onDay('2027-02-28')],
    [
      'of 29 February, on 1 March',
      { case: flagged, ...of36('2024-02-29') },
      'outside-guidance',
      of.onDay('2027-03-01'),
    ],
    ['not asked for, missing', { practitioner: trained(name) }, without],
    ['not asked for, too old', of36('2020-01-06'), without],
    ['not asked for, done', of36('2026-01-15'), 'suitable'],
  ]
}

describe('The rules of the practitioner', () => {
  const mentor = (text: string) => ({ ...of.ofGrade('PQiP'), mentor: of.qualified(text) as { qualifiedOn: never } })
  const mentorNotKnown = { qualifiedOn: notKnown('staff-list', 'none') }
  itDecides('trainee-mentor', [
    ['PQiP without a mentor', { practitioner: of.ofGrade('PQiP') }, 'outside-guidance'],
    ['mentor qualified 24 months', { practitioner: mentor('2024-11-22') }, 'suitable'],
    ['mentor qualified one day under 24 months', { practitioner: mentor('2024-11-23') }, 'outside-guidance'],
    [
      'mentor, not known since when',
      { practitioner: { ...of.ofGrade('PQiP'), mentor: mentorNotKnown } },
      'cannot-tell',
    ],
    ['PO without a mentor', {}, 'suitable'],
    [
      'PSO, mentor not known since when',
      { practitioner: { ...of.ofGrade('PSO'), mentor: mentorNotKnown } },
      'suitable',
    ],
    ['two grades, no mentor', { practitioner: of.gradeConflicts }, 'cannot-tell'],
    ['two grades, good mentor', { practitioner: { ...mentor('2020-01-06'), ...of.gradeConflicts } }, 'suitable'],
    [
      'mentor of 29 February, two years later',
      { practitioner: mentor('2024-02-29') },
      'suitable',
      of.onDay('2026-02-28'),
    ],
    [
      'mentor of 29 February, the day before',
      { practitioner: mentor('2024-02-29') },
      'outside-guidance',
      of.onDay('2026-02-27'),
    ],
  ])

  const registersNotRead = { registrations: of.noAnswer('manage-supervision') }
  for (const code of ['RCPR', 'RCCO', 'RCHD'] as const) {
    itDecides('training-safeguarding', trainingRows('safeguarding', of.entries(code), 'needs-rationale'))
  }
  itDecides('training-safeguarding', [
    ['registers not read, missing', { case: registersNotRead, practitioner: trained('safeguarding') }, 'cannot-tell'],
    ['registers not read, done', { case: registersNotRead }, 'suitable'],
    [
      'an entry that ended, missing',
      { case: of.entries(['RCPR', '2026-01-01']), practitioner: trained('safeguarding') },
      'needs-rationale',
    ],
  ])
  itDecides('training-domestic-abuse', [
    ...trainingRows('domestic-abuse', of.entries('ADVP'), 'suitable'),
    ['history only, missing', { case: of.entries('REG30'), practitioner: trained('domestic-abuse') }, 'suitable'],
    ['registers not read, missing', { case: registersNotRead, practitioner: trained('domestic-abuse') }, 'cannot-tell'],
    ['registers not read, done', { case: registersNotRead }, 'suitable'],
  ])
  const offenceNotKnown = { everSexualOffence: notKnown('risk-and-needs', 'none') }
  itDecides('training-sexual-offences', [
    ...trainingRows('sexual-offences', { everSexualOffence: known(true, 'risk-and-needs') }, 'suitable'),
    ['not known, missing', { case: offenceNotKnown, practitioner: trained('sexual-offences') }, 'cannot-tell'],
    ['not known, done', { case: offenceNotKnown }, 'suitable'],
  ])

  itDecides('workload', [
    ['100%', { practitioner: potential(100) }, 'suitable'],
    ['100.1%', { practitioner: potential(100.1) }, 'needs-rationale'],
    ['110%', { practitioner: potential(110) }, 'needs-rationale'],
    ['110.1%', { practitioner: potential(110.1) }, 'outside-guidance'],
    ...(['newly qualified', 'PQiP'] as const).flatMap((who) => {
      const as = who === 'PQiP' ? of.ofGrade('PQiP') : of.newlyQualified
      return [
        [`100%, ${who}`, { practitioner: { ...potential(100), ...as } }, 'suitable'] as const,
        [`100.1%, ${who}`, { practitioner: { ...potential(100.1), ...as } }, 'outside-guidance'] as const,
      ]
    }),
    ['105%, PSO', { practitioner: { ...potential(105), ...of.ofGrade('PSO') } }, 'needs-rationale'],
    [
      '105%, 9 months qualified',
      { practitioner: { ...potential(105), ...of.qualified('2026-02-22') } },
      'needs-rationale',
    ],
    [
      '105%, PO, not known since when',
      { practitioner: { ...potential(105), ...of.qualifiedOnNotKnown } },
      'cannot-tell',
    ],
    ['95%, PO, not known since when', { practitioner: { ...potential(95), ...of.qualifiedOnNotKnown } }, 'suitable'],
    [
      '115%, PO, not known since when',
      { practitioner: { ...potential(115), ...of.qualifiedOnNotKnown } },
      'outside-guidance',
    ],
    ['105%, two grades', { practitioner: { ...potential(105), ...of.gradeConflicts } }, 'cannot-tell'],
    ['115%, two grades', { practitioner: { ...potential(115), ...of.gradeConflicts } }, 'outside-guidance'],
    ['no figure', { practitioner: { workload: notKnown('workload', 'none') } }, 'cannot-tell'],
    ['no answer', { practitioner: { workload: of.noAnswer('workload') } }, 'cannot-tell'],
    ['only what is now counts for nothing', { practitioner: potential(90, 130) }, 'suitable'],
  ])

  // Sunday 22 November 2026: the next working days are 23 to 27 November, the sixth is the 30th, the tenth 4 December.
  const absent = (...days: ReturnType<typeof away>[]) => ({ practitioner: { away: days } })
  itDecides('availability', [
    ['nothing recorded', {}, 'suitable'],
    ['away today only', absent(away('2026-11-22', '2026-11-22')), 'needs-rationale'],
    ['away for 5 more working days', absent(away('2026-11-16', '2026-11-27')), 'needs-rationale'],
    ['away over the weekend after them', absent(away('2026-11-16', '2026-11-29')), 'needs-rationale'],
    ['away for 6 more working days', absent(away('2026-11-16', '2026-11-30')), 'outside-guidance'],
    ['away without an end', absent(away('2026-11-22')), 'outside-guidance'],
    [
      'two absences without a day between',
      absent(away('2026-11-23', '2026-12-04'), away('2026-11-20', '2026-11-22')),
      'outside-guidance',
    ],
    [
      'a working day between them',
      absent(away('2026-11-20', '2026-11-25'), away('2026-11-27', '2026-12-18')),
      'needs-rationale',
    ],
    ['from tomorrow', absent(away('2026-11-23', '2026-11-23')), 'needs-rationale'],
    ['from the tenth working day', absent(away('2026-12-04', '2026-12-18')), 'needs-rationale'],
    ['from the day after it', absent(away('2026-12-05', '2026-12-18')), 'suitable'],
    ['over since yesterday', absent(away('2026-11-02', '2026-11-21')), 'suitable'],
    // 18 December 2026 is a Friday; Christmas Day and Boxing Day (observed) take two working days, New Year's Day another.
    [
      'bank holidays do not count: the tenth is 6 January',
      absent(away('2027-01-06', '2027-01-08')),
      'needs-rationale',
      of.onDay('2026-12-18'),
    ],
    ['and the eleventh is too late', absent(away('2027-01-07', '2027-01-08')), 'suitable', of.onDay('2026-12-18')],
  ])

  const supervised = (text: string) => ({ practitioner: { lastSupervisedOn: day(text) } })
  itDecides('supervised-lately', [
    ['42 days ago', supervised('2026-10-11'), 'suitable'],
    ['43 days ago', supervised('2026-10-10'), 'needs-rationale'],
    ['never', { practitioner: { lastSupervisedOn: 'none' } }, 'needs-rationale'],
  ])

  const span = (count: number) => ({ practitioner: { managerSpan: known(count, 'staff-list') } })
  itDecides('manager-span', [
    ['10.0', span(10), 'suitable'],
    ['10.1', span(10.1), 'needs-rationale'],
    ['no line manager', { practitioner: { managerSpan: notKnown('staff-list', 'none') } }, 'cannot-tell'],
  ])
})
