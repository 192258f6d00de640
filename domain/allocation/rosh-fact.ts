import { roshInWords } from './allocation-words.ts'
import type { CaseFacts } from './case-facts.ts'
import { type FactName, type RuleFact, ruleFact } from './rule-fact.ts'

const roshName: FactName = {
  label: 'RoSH',
  subject: 'The risk of serious harm (RoSH)',
  wanted: 'A level of risk of serious harm (RoSH)',
}

/** The risk of serious harm of today as a rule rests on it, with the day it was assessed. */
export function roshFact({ rosh }: Pick<CaseFacts, 'rosh'>): RuleFact {
  return ruleFact(roshName, rosh, roshInWords)
}
