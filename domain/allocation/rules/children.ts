import { childFlag, mayBeOn, registerFacts } from '../active-registers.ts'
import type { AllocationPolicy } from '../allocation-policy.ts'
import type { AllocationRule } from '../allocation-rule.ts'
import { isNewlyQualified, newlyQualifiedInWords, type Officer, officerFacts, officersItMayBe } from '../officer.ts'
import { checkOf, type Finding, suitable } from '../possible-worlds.ts'
import type { WeighingDay } from '../weighing-day.ts'

/** Children who may come to harm. Only entries that are active count. */
export const children: AllocationRule = {
  id: 'children',
  name: 'Children',
  inWords: (policy) =>
    `A case on the child protection register is for a PO. Child concerns or risk to children are outside guidance for a trainee (PQiP), and need a written rationale for a PSO or ${newlyQualifiedInWords(policy)}.`,
  check({ case: facts, practitioner }, policy, on) {
    const officers = officersItMayBe(practitioner, on)
    const findings = mayBeOn(['RCPR'], facts, on).flatMap((protection) =>
      mayBeOn(['RCCO', 'RCHD'], facts, on).flatMap((concern) =>
        officers.map((officer) => judge({ protection, concern }, officer, policy, on)),
      ),
    )
    return checkOf(
      'children',
      [...registerFacts('Child registers', childFlag, facts, on), ...officerFacts(practitioner)],
      findings,
    )
  },
}

/** Whether there is an entry for child protection, and whether there is one for child concerns or risk to children. */
type Entries = { protection: boolean; concern: boolean }

function judge({ protection, concern }: Entries, officer: Officer, policy: AllocationPolicy, on: WeighingDay): Finding {
  const change = 'A PO who is not newly qualified instead.'
  if (protection && officer.grade !== 'PO') {
    return {
      outcome: 'outside-guidance',
      reason: 'The case is on the child protection register, which is for a PO.',
      change,
    }
  }
  const there = 'There are child concerns or a risk to children'
  if (concern && officer.grade === 'PQiP') {
    return { outcome: 'outside-guidance', reason: `${there}, which is not for a trainee (PQiP).`, change }
  }
  if (concern && officer.grade === 'PSO') {
    return { outcome: 'needs-rationale', reason: `${there}, and this is a PSO.`, change }
  }
  if (concern && isNewlyQualified(officer, policy, on)) {
    return { outcome: 'needs-rationale', reason: `${there}, and this is ${newlyQualifiedInWords(policy)}.`, change }
  }
  return suitable(
    protection || concern
      ? 'What the child registers say is within what this person’s grade may hold.'
      : 'There is no active entry in the child registers.',
  )
}
