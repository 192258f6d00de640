import { createHash } from 'node:crypto'
import { Person } from '../../domain/staff.ts'

/** A person of the staff list; a test states only what it is about. The Entra id follows from the staff code. */
export function aPerson(about: Partial<Record<keyof Person, unknown>> & { staffCode: string; name: string }): Person {
  const digest = createHash('sha256').update(about.staffCode).digest('hex')
  return Person.parse({
    grade: 'PO',
    teamCode: 'N03T1',
    pduCode: 'N03P1',
    entraObjectId: digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
    email: `${about.staffCode.toLowerCase()}@example.gov.uk`,
    training: {},
    ...about,
  })
}

/** The people of most conversations: a manager, two of her staff, her own manager, and somebody she does not manage. */
export const priya = aPerson({ staffCode: 'N03S001', name: 'Priya Nair', grade: 'SPO', managerStaffCode: 'N03H001' })
export const aisha = aPerson({ staffCode: 'N03A001', name: 'Aisha Khan', grade: 'PO', managerStaffCode: 'N03S001' })
export const tom = aPerson({ staffCode: 'N03A002', name: 'Tom Okafor', grade: 'PSO', managerStaffCode: 'N03S001' })
export const gwen = aPerson({ staffCode: 'N03H001', name: 'Gwen Ellis', grade: 'HoPDU' })
export const omar = aPerson({
  staffCode: 'N03A009',
  name: 'Omar Saleh',
  grade: 'PO',
  teamCode: 'N03T2',
  managerStaffCode: 'N03S002',
})
export const ruth = aPerson({
  staffCode: 'N03S002',
  name: 'Ruth Abel',
  grade: 'SPO',
  teamCode: 'N03T2',
  managerStaffCode: 'N03H001',
})
export const quinn = aPerson({ staffCode: 'N03Q001', name: 'Quinn Marsh', grade: 'QDO', managerStaffCode: 'N03H001' })
export const admin = aPerson({ staffCode: 'N03Z001', name: 'Dev Malik', grade: 'ADMIN' })
export const officePeople = [priya, aisha, tom, gwen, omar, ruth, quinn, admin]
