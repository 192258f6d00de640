import type { AllocationRule } from '../allocation-rule.ts'
import { cannotTell, checkOf, type Finding, suitable } from '../possible-worlds.ts'
import { type FactName, ruleFact } from '../rule-fact.ts'

const emailName: FactName = {
  label: 'Email address',
  subject: 'Whether this person has an email address',
  wanted: 'An email address',
}

const noEmail: Finding = {
  outcome: 'blocked',
  reason: 'The case services have no email address for this person, so an allocation could not be sent to them.',
  change: 'An email address for this person in NDelius.',
}

/** An allocation is sent by email. */
export const contactable: AllocationRule = {
  id: 'contactable',
  name: 'Contactable',
  inWords: () => 'A case is not given to somebody for whom the case services have no email address.',
  check({ practitioner: { hasEmail } }) {
    const facts = [ruleFact(emailName, hasEmail, (has) => (has ? 'there is one' : 'none'))]
    if (!hasEmail.known) return cannotTell('contactable', facts)
    return checkOf('contactable', facts, [hasEmail.value ? suitable('There is an email address.') : noEmail])
  },
}
