import type { AllocationRule } from '../allocation-rule.ts'
import { cannotTell, checkOf, type Finding, suitable } from '../possible-worlds.ts'
import { type FactName, ruleFact } from '../rule-fact.ts'

const transferName: FactName = {
  label: 'Transfer out of the area',
  subject: 'Whether a transfer out of the area is in progress',
  wanted: 'Whether a transfer out of the area is in progress,',
}

const inProgress: Finding = {
  outcome: 'blocked',
  reason: 'A transfer out of the area is in progress, and it has to be finished first.',
  change: 'The transfer finished in NDelius.',
}

/** A case on its way between areas waits until it has arrived. */
export const transfer: AllocationRule = {
  id: 'transfer',
  name: 'Transfer',
  ofCaseAlone: true,
  inWords: () => 'A case is not allocated while a transfer out of the area is in progress.',
  check({ case: { transferInProgress } }) {
    const facts = [ruleFact(transferName, transferInProgress, (is) => (is ? 'in progress' : 'none'))]
    if (!transferInProgress.known) return cannotTell('transfer', facts)
    return checkOf('transfer', facts, [
      transferInProgress.value ? inProgress : suitable('No transfer out of the area is in progress.'),
    ])
  },
}
