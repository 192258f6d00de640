import { dayFact, type FactName, type RuleFact, ruleFact } from '../allocation/rule-fact.ts'
import type { ReviewContact, ReviewFacts } from './review-facts.ts'

/** How the facts of a review are called where a rule shows them. */
const names = {
  assessed: { label: 'Last assessment completed', subject: 'When an assessment was last completed', wanted: 'The day' },
  sentenced: { label: 'Sentenced', subject: 'The day of sentence', wanted: 'The day of sentence' },
  released: { label: 'Released', subject: 'Whether there was a release', wanted: 'The day of release' },
  registers: { label: 'Registers', subject: 'What the registers say', wanted: 'The register entries' },
  failures: { label: 'Failures to comply', subject: 'When there were failures to comply', wanted: 'The days' },
  breach: { label: 'Breach or recall', subject: 'Whether a breach or recall was started', wanted: 'An answer' },
  unpaidWork: { label: 'Unpaid work', subject: 'Whether there is unpaid work to do', wanted: 'The requirements' },
  contacts: { label: 'Contact log', subject: 'What the contact log says', wanted: 'The contact log' },
  allocated: { label: 'Allocated', subject: 'When the case was allocated', wanted: 'The day of allocation' },
} satisfies Record<string, FactName>

export const assessedFact = ({ lastAssessedOn }: ReviewFacts): RuleFact => dayFact(names.assessed, lastAssessedOn)
export const sentencedFact = ({ sentencedOn }: ReviewFacts): RuleFact => dayFact(names.sentenced, sentencedOn)
export const releasedFact = ({ releasedOn }: ReviewFacts): RuleFact => dayFact(names.released, releasedOn)
export const allocatedFact = ({ allocatedOn }: ReviewFacts): RuleFact => dayFact(names.allocated, allocatedOn)

export const registersFact = ({ registrations }: ReviewFacts): RuleFact =>
  ruleFact(names.registers, registrations, (all) => {
    const { length } = all.filter(({ endedOn }) => endedOn === undefined)
    return length === 1 ? '1 active entry' : `${length} active entries`
  })

export const failuresFact = ({ failuresToComply }: ReviewFacts): RuleFact =>
  ruleFact(names.failures, failuresToComply, (days) =>
    days === 'fewer-than-two' || days.length < 2
      ? 'fewer than two in twelve months'
      : `${days.length} in twelve months`,
  )

export const breachFact = ({ breachStarted }: ReviewFacts): RuleFact =>
  ruleFact(names.breach, breachStarted, (started) => (started ? 'started' : 'not started'))

export const unpaidWorkFact = ({ unpaidWork }: ReviewFacts): RuleFact =>
  ruleFact(names.unpaidWork, unpaidWork, (work) => {
    if (work === 'none') return 'no requirement'
    if (work.completed === undefined) return 'a requirement, whether completed is not said'
    return work.completed ? 'completed' : 'not completed'
  })

/** What the contact log says of something: the newest entry, or that there is none. `called`: "Significant event". */
export function contactFact(called: string, { contacts }: ReviewFacts, entry: ReviewContact | undefined): RuleFact {
  if (!contacts.known) return ruleFact(names.contacts, contacts, String)
  if (entry === undefined)
    return ruleFact({ ...names.contacts, label: called }, contacts, () => 'none in the contact log')
  return dayFact({ ...names.contacts, label: called }, { ...contacts, value: entry.on })
}
