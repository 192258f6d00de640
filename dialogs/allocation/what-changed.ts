import type { AllocationDraft } from '../../domain/allocation/allocation-draft.ts'
import { changedChecks } from '../../domain/allocation/changed-checks.ts'
import type { Check } from '../../domain/allocation/check.ts'
import { requirementsInWords } from '../../domain/allocation/oversight-entry.ts'
import type { Desk } from '../turn.ts'
import type { WeighedToDecide } from './weigh-to-decide.ts'

/**
 * What is otherwise than when the manager read it, in sentences: who holds the case, whether access to it is limited, which
 * order it is about and with which requirements, who mentors, and the checks. None where a decision may rest on what they read.
 */
export async function whatChanged(
  before: AllocationDraft,
  checks: readonly Check[],
  { drafted: now, weighing, requirements }: WeighedToDecide,
  desk: Pick<Desk, 'staff'>,
): Promise<string[]> {
  const changed: string[] = []
  if (now.previous !== before.previous) {
    const name =
      now.previous === undefined
        ? 'nobody'
        : ((await desk.staff.byStaffCode(now.previous))?.name ?? `somebody else (${now.previous})`)
    changed.push(`The case services now say that ${name} holds the case.`)
  }
  if (now.limitedAccess !== before.limitedAccess) {
    changed.push(now.limitedAccess ? 'Access to the case is limited now.' : 'Access to the case is no longer limited.')
  }
  if (now.eventNumber !== before.eventNumber) changed.push('The order that the allocation is about is another one.')
  // They stand at the end of the section, and no check asks about them.
  if (!(before.drafted?.complexity ?? '').endsWith(requirementsInWords(requirements))) {
    changed.push('The requirements of the order are different.')
  }
  if (now.mentor !== before.mentor) changed.push('The mentor is somebody else.')
  return [...changed, ...changedChecks(checks, weighing.checks)]
}
