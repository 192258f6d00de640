import { Temporal } from 'temporal-polyfill'
import type { Crn } from '../ids.ts'
import type { Person } from '../staff.ts'
import { EntrySection } from './allocation-draft.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import { dayInReason } from './allocation-words.ts'
import type { CaseFacts } from './case-facts.ts'
import { type Check, type FactShown, type Outcome, outcomeInWords, type RuleId } from './check.ts'

/**
 * The management oversight entry of an allocation. What it should hold follows the business needs that the Ministry of
 * Justice wrote down in 2023 ("Evidencing and auditing an allocation decision"); NDelius itself has no form for it.
 */
const sectionNames: Record<EntrySection, string> = {
  decision: 'Decision',
  complexity: 'Complexity',
  capability: 'Capability',
  capacity: 'Capacity',
  enquiries: 'Enquiries',
  discrimination: 'Hate crime and discrimination',
  support: 'Support',
  'touch-point': 'First discussion of the case',
}

/** The heading of a section. */
export function sectionInWords(section: EntrySection): string {
  return sectionNames[section]
}

/** Which rules' facts stand in which section. */
const factsOf: Partial<Record<EntrySection, readonly RuleId[]>> = {
  complexity: [
    'already-held',
    'risk-for-grade',
    'tier-for-grade',
    'mappa',
    'sexual-offence',
    'children',
    'domestic-abuse',
    'history-of-risk',
    'assessment-age',
  ],
  capability: [
    'trainee-mentor',
    'training-safeguarding',
    'training-domestic-abuse',
    'training-sexual-offences',
    'supervised-lately',
    'risk-for-grade',
  ],
  capacity: ['workload', 'availability', 'manager-span'],
  enquiries: ['enquiries'],
}
/** What is known of the practitioner stands under capability, wherever a rule used it. */
const ofPractitioner: readonly FactShown['source'][] = ['staff-list', 'supervision-record']

export type DecisionToDraft = {
  by: Pick<Person, 'name'>
  to: Pick<Person, 'name' | 'grade'>
  /** Who holds the case now. */
  previous?: Pick<Person, 'name'> | undefined
  weighing: { outcome: Outcome; checks: readonly Check[] }
  requirements: CaseFacts['requirements']
  mentor?: Pick<Person, 'name'> | undefined
  /** The local day of the decision. */
  today: Temporal.PlainDate
  touchPointOn: Temporal.PlainDate
}

/** What the facts say for each section; the manager's own considerations are left to the manager. */
export function draftedSections(decision: DecisionToDraft, policy: AllocationPolicy): Record<EntrySection, string> {
  const { weighing, requirements, touchPointOn } = decision
  const facts = (section: EntrySection, wanted: (fact: FactShown) => boolean) =>
    sentences(
      weighing.checks
        .filter(({ rule }) => factsOf[section]?.includes(rule))
        .flatMap((check) => check.facts)
        .filter(wanted),
    )
  const isCase = ({ source }: FactShown) => !ofPractitioner.includes(source)
  const capability = facts('capability', (fact) => !isCase(fact))
  const outstanding = weighing.checks.find(({ rule, outcome }) => rule === 'enquiries' && outcome !== 'suitable')
  return {
    decision: decisionDrafted(decision),
    complexity: joined(facts('complexity', isCase), requirementsInWords(requirements)),
    capability,
    // Grade and qualification stand under capability already, and once is enough.
    capacity: facts('capacity', (fact) => !capability.includes(factInWords(fact))),
    enquiries: joined(facts('enquiries', isCase), outstanding?.reason ?? ''),
    discrimination: '',
    support: decision.mentor === undefined ? '' : `Mentor: ${decision.mentor.name}.`,
    'touch-point': `By ${dayInReason(touchPointOn)}, ${policy.touchPointDays} days after the allocation.`,
  }
}

function decisionDrafted({ by, to, previous, weighing, today }: DecisionToDraft): string {
  const from = previous === undefined ? '' : ` It was managed by ${previous.name} before.`
  const concerns = weighing.checks.filter(({ outcome }) => outcome !== 'suitable').map(({ reason }) => reason)
  const weighed = `The check came to: ${outcomeInWords(weighing.outcome)}.`
  return joined(
    `Allocated to ${to.name} (${to.grade}) by ${by.name} on ${dayInReason(today)}.${from}`,
    weighed,
    concerns.join(' '),
  )
}

/** "Requirements: Unpaid work; Curfew.": each on the one line that the section has, whatever its text. */
export function requirementsInWords(requirements: CaseFacts['requirements']): string {
  if (!requirements.known) return 'Requirements: not known.'
  const texts = requirements.value.map((text) => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim())
  return texts.length === 0 ? 'Requirements: none.' : `Requirements: ${texts.join('; ')}.`
}

/** Facts as sentences, each once. */
function sentences(facts: readonly FactShown[]): string {
  return [...new Set(facts.map(factInWords))].map((fact) => `${fact}.`).join(' ')
}

/** "RoSH: high, 5 November 2026". */
function factInWords({ words, on }: FactShown): string {
  return on === undefined ? words : `${words}, ${dayInReason(Temporal.PlainDate.from(on))}`
}

function joined(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

/** Which case an entry is about. The name of the person on probation stays out where access to it is limited. */
export type EntryAbout = { crn: Crn; limitedAccess: boolean; caseName?: string | undefined }

/**
 * The entry as one block to paste: whose it is, so that it is not pasted into another record, each section under its heading,
 * then why, in the manager's own words.
 */
export function oversightEntry(
  { crn, limitedAccess, caseName }: EntryAbout,
  sections: Readonly<Record<EntrySection, string>>,
  { reasoning, agreedBy }: { reasoning?: string | undefined; agreedBy?: Pick<Person, 'name'> | undefined },
): string {
  const lines = EntrySection.options.map((section) => {
    const text = sections[section].trim()
    return `${sectionNames[section]}: ${text === '' ? 'nothing recorded' : text}`
  })
  return [
    limitedAccess || caseName === undefined ? crn : `${crn}, ${caseName}`,
    'Management oversight: allocation',
    ...lines,
    ...(agreedBy === undefined ? [] : [`Agreed with: ${agreedBy.name}, head of PDU`]),
    ...(reasoning === undefined || reasoning.trim() === '' ? [] : [`Reasoning: ${reasoning.trim()}`]),
  ].join('\n')
}
