import type { AllocationRule } from '../allocation-rule.ts'
import { cannotTell, checkOf, type Finding, suitable } from '../possible-worlds.ts'
import { type FactName, ruleFact } from '../rule-fact.ts'

const accessName: FactName = {
  label: 'Access of this person',
  subject: 'Whether this person may see the case',
  wanted: 'Whether this person may see the case,',
}

const notAllowed: Finding = {
  outcome: 'blocked',
  reason: 'Access to this case is restricted, and this person may not see it.',
  change: 'Access to the case for this person, given in NDelius.',
}

/** A case goes to nobody who may not see it. */
export const access: AllocationRule = {
  id: 'access',
  name: 'Access',
  inWords: () => 'A case is not given to somebody who is excluded from it or not among those it is restricted to.',
  check({ practitioner }) {
    const facts = [ruleFact(accessName, practitioner.access, (may) => (may === 'allowed' ? 'allowed' : 'restricted'))]
    if (!practitioner.access.known) return cannotTell('access', facts)
    const allowed = practitioner.access.value === 'allowed'
    return checkOf('access', facts, [allowed ? suitable('This person may see the case.') : notAllowed])
  },
}
