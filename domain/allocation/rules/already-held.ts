import type { AllocationRule } from '../allocation-rule.ts'
import type { CaseFacts } from '../case-facts.ts'
import { checkOf, type Finding, mayBe, suitable } from '../possible-worlds.ts'
import type { PractitionerFacts } from '../practitioner-facts.ts'
import { type FactName, ruleFact } from '../rule-fact.ts'

const holderName: FactName = { label: 'Managed by', subject: 'Who manages the case', wanted: 'Who manages the case,' }
const orderName: FactName = {
  label: 'Active order',
  subject: 'Whether there is an active order',
  wanted: 'Whether there is an active order,',
}

/** Who manages the case, from the side of whoever is weighed. */
const holders = ['nobody', 'somebody else', 'this person'] as const
type HeldBy = (typeof holders)[number]

/** A case is given to somebody who has it not yet, and only while there is an order. */
export const alreadyHeld: AllocationRule = {
  id: 'already-held',
  name: 'Already held',
  inWords: () =>
    'A case is not given to somebody who manages it already, nor without an active order. Where somebody else manages it, it would be a reallocation, which needs a written rationale.',
  check({ case: { holder, hasActiveOrder }, practitioner }) {
    const facts = [
      ruleFact(holderName, holder, (value) => heldBy(value, practitioner)),
      ruleFact(orderName, hasActiveOrder, (has) => (has ? 'yes' : 'no')),
    ]
    const held = holder.known ? [heldBy(holder.value, practitioner)] : holders
    const findings = mayBe(hasActiveOrder, [true, false]).flatMap((active) => held.map((by) => judge(by, active)))
    return checkOf('already-held', facts, findings)
  },
}

type Holder = Extract<CaseFacts['holder'], { known: true }>['value']

function heldBy(holder: Holder, { staffCode }: PractitionerFacts): HeldBy {
  if (holder === 'nobody') return 'nobody'
  return holder.staffCode === staffCode ? 'this person' : 'somebody else'
}

function judge(by: HeldBy, hasActiveOrder: boolean): Finding {
  if (!hasActiveOrder) {
    return {
      outcome: 'blocked',
      reason: 'There is no active order, so there is nothing to allocate.',
      change: 'An active order in NDelius.',
    }
  }
  switch (by) {
    case 'this person':
      return {
        outcome: 'blocked',
        reason: 'This person manages the case already.',
        change: 'Somebody else: they have it already.',
      }
    case 'somebody else':
      return {
        outcome: 'needs-rationale',
        reason: 'Somebody else manages the case, so this would be a reallocation.',
        change: 'Nothing: to move a case always needs a rationale.',
      }
    case 'nobody':
      return suitable('Nobody manages the case, and there is an active order.')
  }
}
