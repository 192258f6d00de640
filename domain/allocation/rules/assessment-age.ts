import type { AllocationRule } from '../allocation-rule.ts'
import { counted, dayInReason } from '../allocation-words.ts'
import { assessmentFact } from '../assessment-fact.ts'
import { firstDayWithin, isOlderThan } from '../how-long-ago.ts'
import { cannotTell, checkOf, suitable } from '../possible-worlds.ts'

/** A case is given away with an assessment that still says something. */
export const assessmentAge: AllocationRule = {
  id: 'assessment-age',
  name: 'Age of the assessment',
  ofCaseAlone: true,
  inWords: ({ rules }) =>
    `Where the last completed assessment is older than ${counted(rules['assessment-age'].months, 'month')}, or there is none, a case needs a written rationale.`,
  check({ case: { lastAssessedOn } }, { rules }, on) {
    const { months } = rules['assessment-age']
    const facts = [assessmentFact({ lastAssessedOn })]
    if (!lastAssessedOn.known) return cannotTell('assessment-age', facts)
    const assessed = lastAssessedOn.value
    const isNone = assessed === 'none'
    if (!isNone && !isOlderThan(assessed, months, on)) {
      const reason = `An assessment was completed within the last ${counted(months, 'month')}.`
      return checkOf('assessment-age', facts, [suitable(reason)])
    }
    return checkOf('assessment-age', facts, [
      {
        outcome: 'needs-rationale',
        reason: isNone
          ? 'No assessment has been completed.'
          : `The last completed assessment is older than ${counted(months, 'month')}.`,
        change: `An assessment completed since ${dayInReason(firstDayWithin(months, on))}.`,
      },
    ])
  },
}
