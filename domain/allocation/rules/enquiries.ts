import { Temporal } from 'temporal-polyfill'
import { childFlag, mayBeOn, registerFacts } from '../active-registers.ts'
import type { AllocationRule } from '../allocation-rule.ts'
import { dayInReason } from '../allocation-words.ts'
import type { EnquiryContact } from '../case-facts.ts'
import type { Known } from '../fact.ts'
import { type OutstandingEnquiry, outstandingEnquiries } from '../outstanding-enquiries.ts'
import { cannotTell, checkOf, type Finding, suitable } from '../possible-worlds.ts'
import { type FactName, type RuleFact, ruleFact, shownOn } from '../rule-fact.ts'

const contactsName: FactName = {
  label: 'Enquiries',
  subject: 'Whether the enquiries were answered',
  wanted: 'The contacts of the case',
}
const called = { police: 'police (domestic abuse) enquiry', safeguarding: 'child safeguarding enquiry' } as const
type About = EnquiryContact['about']

/** What other agencies know is asked for before somebody takes a case on. */
export const enquiries: AllocationRule = {
  id: 'enquiries',
  name: 'Enquiries',
  ofCaseAlone: true,
  inWords: () =>
    'Where the police (domestic abuse) enquiry is not answered, or in a case with an active entry in the child registers the child safeguarding enquiry, a case needs a written rationale. An answer counts from the day it was last asked for.',
  check({ case: facts }, _policy, on) {
    const registers = registerFacts('Child registers', childFlag, facts, on)
    const { enquiries: contacts } = facts
    if (!contacts.known) return cannotTell('enquiries', [ruleFact(contactsName, contacts, () => '')])
    const open = outstandingEnquiries(contacts.value, ['police', 'safeguarding'])
    const shown = (['police', 'safeguarding'] as const).map((about) => enquiryFact(about, open, contacts))
    const findings = mayBeOn(childFlag, facts, on).map((hasFlag) =>
      judge(open.filter(({ about }) => hasFlag || about === 'police')),
    )
    return checkOf('enquiries', [...shown, ...registers], findings)
  },
}

function judge(open: readonly OutstandingEnquiry[]): Finding {
  if (open.length === 0) return suitable('The enquiries that this case needs are answered.')
  return {
    outcome: 'needs-rationale',
    reason: open.map(inAReason).join(' '),
    change: open.map(({ about }) => `An answer to the ${called[about]}.`).join(' '),
  }
}

function inAReason({ about, askedOn }: OutstandingEnquiry): string {
  return askedOn === undefined
    ? `The ${called[about]} was never asked for.`
    : `The ${called[about]} was asked for on ${dayInReason(askedOn)} and is not answered.`
}

function enquiryFact(
  about: About,
  outstanding: readonly OutstandingEnquiry[],
  { value, source }: Known<readonly EnquiryContact[]>,
): RuleFact {
  const label = `${called[about].slice(0, 1).toUpperCase()}${called[about].slice(1)}`
  const open = outstanding.find((one) => one.about === about)
  if (open !== undefined) {
    const words = open.askedOn === undefined ? 'never asked for' : 'asked for, not answered'
    return { shown: shownOn(`${label}: ${words}`, { source }, open.askedOn) }
  }
  const answers = value.filter((contact) => contact.about === about && contact.step === 'answered')
  const last = answers.map(({ on }) => on).toSorted(Temporal.PlainDate.compare)
  return { shown: shownOn(`${label}: answered`, { source }, last.at(-1)) }
}
