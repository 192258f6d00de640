import { Grade } from '../../staff.ts'
import { domesticAbuseFlag, mayBeOn, registerFacts } from '../active-registers.ts'
import type { AllocationRule } from '../allocation-rule.ts'
import { gradeFact } from '../officer.ts'
import { checkOf, type Finding, mayBe, suitable } from '../possible-worlds.ts'

/** A perpetrator of domestic abuse now; history alone does not count. */
export const domesticAbuse: AllocationRule = {
  id: 'domestic-abuse',
  name: 'Domestic abuse',
  inWords: () =>
    'A case on the domestic abuse perpetrator register is outside guidance for a trainee (PQiP), and needs a written rationale for a PSO. History alone does not count.',
  check({ case: facts, practitioner }, _policy, on) {
    const grades = mayBe(practitioner.grade, Grade.options)
    const findings = mayBeOn(domesticAbuseFlag, facts, on).flatMap((flag) => grades.map((grade) => judge(flag, grade)))
    const shown = registerFacts('Domestic abuse perpetrator register', domesticAbuseFlag, facts, on)
    return checkOf('domestic-abuse', [...shown, gradeFact(practitioner)], findings)
  },
}

function judge(flag: boolean, grade: Grade): Finding {
  if (!flag) return suitable('There is no active entry in the domestic abuse perpetrator register.')
  const there = 'The case is on the domestic abuse perpetrator register'
  const change = 'A PO instead.'
  if (grade === 'PQiP') {
    return { outcome: 'outside-guidance', reason: `${there}, which is not for a trainee (PQiP).`, change }
  }
  if (grade === 'PSO') return { outcome: 'needs-rationale', reason: `${there}, and this is a PSO.`, change }
  return suitable('A case on the domestic abuse perpetrator register is within what this person’s grade may hold.')
}
