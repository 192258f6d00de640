import type { CaseFacts } from './case-facts.ts'
import { dayFact, type FactName, type RuleFact } from './rule-fact.ts'

const assessmentName: FactName = {
  label: 'Last completed assessment',
  subject: 'The day of the last completed assessment',
  wanted: 'The day of the last completed assessment,',
}

/** The newest completed assessment as a rule rests on it. */
export function assessmentFact({ lastAssessedOn }: Pick<CaseFacts, 'lastAssessedOn'>): RuleFact {
  return dayFact(assessmentName, lastAssessedOn)
}
