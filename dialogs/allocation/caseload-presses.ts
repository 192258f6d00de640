import type { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { type Desk, type Presses, type Reply, refuse, type Turn } from '../turn.ts'
import { showCaseload } from './show-caseload.ts'
import { showTeamWorkload } from './show-team-workload.ts'
import { showWorkload } from './show-workload.ts'

/** The buttons about caseloads and workloads. */
export const caseloadPresses: Presses<'caseload.show' | 'workload.show' | 'workload.team'> = {
  'caseload.show': ({ person, page }, _data, turn, desk) =>
    withPerson(person, 'caseload', turn, desk, (subject) => showCaseload(subject, Number(page ?? 1), turn, desk)),
  'workload.show': ({ person }, _data, turn, desk) =>
    withPerson(person, 'workload', turn, desk, (subject) => showWorkload(subject, turn, desk)),
  'workload.team': ({ manager, over, page }, _data, turn, desk) =>
    withPerson(manager, 'workload', turn, desk, (person) =>
      showTeamWorkload(
        person,
        { over: over === undefined ? undefined : Number(over), page: Number(page ?? 1) },
        turn,
        desk,
      ),
    ),
}

async function withPerson(
  code: StaffCode,
  detail: string,
  turn: Turn,
  desk: Desk,
  run: (person: Person) => Promise<Reply>,
): Promise<Reply> {
  const person = await desk.staff.byStaffCode(code)
  return person === undefined ? refuse(turn, detail, 'That person is not on the staff list.') : run(person)
}
