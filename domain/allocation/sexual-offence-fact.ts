import type { CaseFacts } from './case-facts.ts'
import { type FactName, type RuleFact, ruleFact } from './rule-fact.ts'

const offenceName: FactName = {
  label: 'Ever convicted of a sexual offence',
  subject: 'Whether there was ever a sexual offence',
  wanted: 'Whether there was ever a sexual offence,',
}

/** Whether there ever was a conviction for a sexual offence, as a rule rests on it. */
export function sexualOffenceFact({ everSexualOffence }: Pick<CaseFacts, 'everSexualOffence'>): RuleFact {
  return ruleFact(offenceName, everSexualOffence, (ever) => (ever ? 'yes' : 'no'))
}
