import type { Temporal } from 'temporal-polyfill'
import type { WorkloadOfPerson } from '../../domain/allocation/case-services.ts'
import type { Fact } from '../../domain/allocation/fact.ts'
import { percentOf, type WorkloadLimits } from '../../domain/allocation/workload-figures.ts'
import type { Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, remark, row } from '../lines.ts'
import { typed } from '../typed.ts'
import { whyNotKnown } from './fact-words.ts'
import { bandInWords, nightInWords, percentWithShape } from './workload-words.ts'

export type WorkloadView = {
  subject: Pick<Person, 'staffCode' | 'name'>
  /** Whether the reader is the subject. */
  own: boolean
  workload: Fact<WorkloadOfPerson>
  /**
   * How many cases the reader is told of: all of their own; of somebody else's those that they may see, because a count of all
   * would tell of cases of limited access. Absent where the reader may not see the caseload; `not-known` where it did not come.
   */
  cases?: number | 'not-known' | undefined
  limits: WorkloadLimits
  today: Temporal.PlainDate
  /** Whether the reader may see the caseload. */
  mayShowCaseload: boolean
}

/** How much one person has to do, with the night of the figure. */
export function workloadCard(view: WorkloadView): CardMessage {
  const { subject, own, workload, limits, today, mayShowCaseload } = view
  const percent = percentOf(workload)
  const { contractedHours, reductionHours } = workload.known ? workload.value : {}
  return {
    card: cardWith(
      [
        heading('Workload'),
        typed({ strong: own ? 'You' : subject.name }),
        percent === undefined
          ? row('Workload', 'Not known', { quiet: `: ${whyNoFigure(workload)}` })
          : row(
              'Workload',
              { strong: percentWithShape(percent, limits) },
              ` of capacity, ${bandInWords(percent, limits)}`,
            ),
        ...casesRow(view),
        ...hoursRows(contractedHours, reductionHours),
        remark(
          `${workload.known ? `${nightInWords('figure', workload.on, today)}, from the workload service. ` : ''}100% is full.${own ? '' : ' It is written down that you looked.'}`,
        ),
      ],
      mayShowCaseload ? [button('Caseload', { verb: 'caseload.show', person: subject.staffCode })] : [],
    ),
    summary: own ? 'Your workload' : 'A workload',
  }
}

function whyNoFigure(workload: Fact<WorkloadOfPerson>): string {
  return workload.known ? 'the workload service has no figure' : whyNotKnown(workload)
}

function casesRow({ cases, own }: WorkloadView) {
  if (cases === undefined) return []
  if (cases === 'not-known') return [row('Cases', 'Not known')]
  return [row('Cases', String(cases), ...(own ? [] : [{ quiet: ' on the list you may see' }]))]
}

function hoursRows(contracted: number | undefined, reduction: number | undefined) {
  return [
    ...(contracted === undefined ? [] : [row('Hours', `${contracted} a week`)]),
    ...(reduction === undefined ? [] : [row('Reduction', reduction === 0 ? 'None' : `${reduction} hours a week`)]),
  ]
}
