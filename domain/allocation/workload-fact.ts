import { percentInWords } from './allocation-words.ts'
import type { PractitionerFacts } from './practitioner-facts.ts'
import { type FactName, type RuleFact, ruleFact } from './rule-fact.ts'

const workloadName: FactName = { label: 'Workload', subject: 'The workload with this case', wanted: 'A workload' }

/** The workload with the case, with the night it is of, as a rule rests on it. */
export function workloadFact({ workload }: Pick<PractitionerFacts, 'workload'>): RuleFact {
  return ruleFact(workloadName, workload, ({ now, potential }) => {
    const withCase = `${percentInWords(potential)} with this case`
    return now === undefined ? withCase : `${withCase}, ${percentInWords(now)} without`
  })
}
