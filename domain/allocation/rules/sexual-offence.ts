import type { AllocationPolicy } from '../allocation-policy.ts'
import type { AllocationRule } from '../allocation-rule.ts'
import { isNewlyQualified, newlyQualifiedInWords, type Officer, officerFacts, officersItMayBe } from '../officer.ts'
import { checkOf, type Finding, mayBe, suitable } from '../possible-worlds.ts'
import { sexualOffenceFact } from '../sexual-offence-fact.ts'
import type { WeighingDay } from '../weighing-day.ts'

/** A conviction for a sexual offence, whenever it was. */
export const sexualOffence: AllocationRule = {
  id: 'sexual-offence',
  name: 'Sexual offence',
  inWords: (policy) =>
    `A case with any conviction for a sexual offence is for a PO. For ${newlyQualifiedInWords(policy)} it needs a written rationale.`,
  check({ case: { everSexualOffence }, practitioner }, policy, on) {
    const officers = officersItMayBe(practitioner, on)
    const findings = mayBe(everSexualOffence, [false, true]).flatMap((ever) =>
      officers.map((officer) => judge(ever, officer, policy, on)),
    )
    return checkOf(
      'sexual-offence',
      [sexualOffenceFact({ everSexualOffence }), ...officerFacts(practitioner)],
      findings,
    )
  },
}

function judge(ever: boolean, officer: Officer, policy: AllocationPolicy, on: WeighingDay): Finding {
  if (!ever) return suitable('There is no conviction for a sexual offence.')
  const there = 'There was a conviction for a sexual offence'
  const change = 'A PO who is not newly qualified instead.'
  if (officer.grade !== 'PO') return { outcome: 'outside-guidance', reason: `${there}, which is for a PO.`, change }
  if (isNewlyQualified(officer, policy, on)) {
    return { outcome: 'needs-rationale', reason: `${there}, and this is ${newlyQualifiedInWords(policy)}.`, change }
  }
  return suitable('A case with a conviction for a sexual offence is for a PO with this experience.')
}
