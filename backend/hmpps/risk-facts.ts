import type { Temporal } from 'temporal-polyfill'
import { type RoshLevel, roshLevels } from '../../domain/allocation/case-facts.ts'
import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Answer } from './answer-in-reply.ts'
import { type Asking, fromAnswer, orElse } from './asking.ts'
import { isAfter } from './not-yet.ts'
import { path } from './service-path.ts'
import type { CaseRisks } from './wire/allocations.ts'
import { AssessmentDate } from './wire/allocations.ts'
import { type Field, factOf, valueIn } from './wire/as-written.ts'
import { AssessmentTimeline, RiskWidget, SexuallyMotivated } from './wire/risk-and-needs.ts'

type Day = Temporal.PlainDate

/** The RoSH of today, of the day it was assessed. The second source is the risks that the allocation service shows. */
export async function roshOf(
  asking: Asking,
  crn: Crn,
  second: () => Promise<Answer<CaseRisks>>,
): Promise<Fact<RoshLevel>> {
  const widget = await asking.sooner.read('risk-and-needs', { at: path`/risks/crn/${crn}/widget`, reads: RiskWidget })
  const first = fromAnswer('risk-and-needs', widget, (body) => roshIn(asking, body, 'risk-and-needs'))
  return orElse(first, async () =>
    fromAnswer('allocations', await second(), ({ rosh }) => roshIn(asking, rosh, 'allocations')),
  )
}

/** Without the day where that is still to come: how old it is, is then not known. */
function roshIn(
  asking: Asking,
  written: { overallRisk: Field<string>; assessedOn?: Day } | undefined,
  source: 'risk-and-needs' | 'allocations',
): Fact<RoshLevel> {
  if (written === undefined || written.overallRisk === 'missing') return notKnown(source, 'none')
  const word = valueIn(written.overallRisk)?.trim().toUpperCase().replaceAll(' ', '_')
  const level = roshLevels.find((one) => one === word)
  const on = written.assessedOn
  if (level !== undefined) return known(level, source, on !== undefined && isAfter(on, asking) ? undefined : on)
  return notKnown(source, word === 'NOT_FOUND' ? 'none' : 'not-understood')
}

/** Whether the person was ever convicted of a sexual offence. */
export async function everSexualOffence(asking: Asking, crn: Crn): Promise<Fact<boolean>> {
  const answer = await asking.read('risk-and-needs', {
    at: path`/assessments/crn/${crn}/sexually-motivated-offence`,
    reads: SexuallyMotivated,
  })
  return fromAnswer('risk-and-needs', answer, (body) => factOf(body.everCommittedSexualOffence, 'risk-and-needs'))
}

/** The day the newest completed assessment was completed; an empty list says that there is none. */
export async function lastAssessedOn(asking: Asking, crn: Crn): Promise<Fact<Day | 'none'>> {
  const answer = await asking.sooner.read('risk-and-needs', {
    at: path`/assessments/timeline/crn/${crn}`,
    reads: AssessmentTimeline,
  })
  const first = fromAnswer('risk-and-needs', answer, ({ timeline: { items, unread } }): Fact<Day | 'none'> => {
    if (unread > 0) asking.leftOut('risk-and-needs', 'assessments', unread)
    const complete = items.filter(({ status }) => status === 'COMPLETE')
    const days = complete
      .flatMap(({ completedOn }) => valueIn(completedOn) ?? [])
      .filter((day) => !isAfter(day, asking))
    const newest = days.toSorted((one, other) => (one.toString() < other.toString() ? -1 : 1)).at(-1)
    if (newest !== undefined) return known(newest, 'risk-and-needs')
    // One that cannot be read may be complete.
    const isEmpty = complete.length === 0 && unread === 0
    return isEmpty ? known('none', 'risk-and-needs') : notKnown('risk-and-needs', 'not-understood')
  })
  return orElse(first, async () => {
    const second = await asking.read('allocations', { at: path`/cases/${crn}/assessmentDate`, reads: AssessmentDate })
    return fromAnswer('allocations', second, ({ updatedDate }): Fact<Day | 'none'> => {
      const read = factOf(updatedDate, 'allocations')
      if (read.known && isAfter(read.value, asking)) return notKnown('allocations', 'not-understood')
      return updatedDate === 'missing' ? known('none', 'allocations') : read
    })
  })
}
