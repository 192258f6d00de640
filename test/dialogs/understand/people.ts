import { StaffCode } from '../../../domain/ids.ts'
import type { Grade, Person } from '../../../domain/staff.ts'

function person(code: string, name: string, grade: Grade, managerCode?: string): Person {
  return {
    staffCode: StaffCode.parse(code),
    name,
    grade,
    training: {},
    ...(managerCode === undefined ? {} : { managerStaffCode: StaffCode.parse(managerCode) }),
  }
}

/** Invented people. Dana leads the first team, Karen the second; both report to Ruth. */
export const dana = person('N01S001', 'Dana Whitlock', 'SPO', 'N01H001')
export const karen = person('N01S002', 'Karen Osei', 'SPO', 'N01H001')
export const aisha = person('N01A001', 'Aisha Malik', 'PO', 'N01S001')
export const sam = person('N01A002', 'Sam Okafor', 'PSO', 'N01S001')
export const samTaylor = person('N02A001', 'Sam Taylor', 'PO', 'N01S002')
export const grace = person('N01A003', 'Grace Adeyemi', 'PQiP', 'N01S001')
export const mark = person('N01A004', 'Mark Evans', 'PO', 'N01S001')
export const siobhan = person('N02A002', 'Siobhán O’Neill', 'PO', 'N01S002')
export const maryAnn = person('N02A003', 'Mary-Ann van Dijk', 'PSO', 'N01S002')
export const will = person('N02A004', 'Will Thornbury', 'PO', 'N01S002')
export const may = person('N02A005', 'May Lin', 'PSO', 'N01S002')
export const thomas = person('N01A005', 'Priya Thomas', 'PO', 'N01S001')

export const people: readonly Person[] = [
  person('N01H001', 'Ruth Calloway', 'HoPDU'),
  dana,
  karen,
  aisha,
  sam,
  samTaylor,
  grace,
  mark,
  siobhan,
  maryAnn,
  will,
  may,
  thomas,
]

/** Codes of Dana's team and her own manager. */
export const nearDana = people
  .filter((one) => one.managerStaffCode === dana.staffCode || one.name === 'Ruth Calloway')
  .map((one) => one.staffCode)
