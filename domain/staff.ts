import { z } from 'zod'
import { EntraObjectId, IsoDate, StaffCode } from './ids.ts'

/** Grades of the staff list. A newly qualified officer is not a grade: it follows from `qualifiedOn`. */
export const Grade = z.enum(['PO', 'PSO', 'PQiP', 'SPO', 'HoPDU', 'QDO', 'ADMIN'])
export type Grade = z.infer<typeof Grade>

export const TrainingName = z.enum(['safeguarding', 'domestic-abuse', 'sexual-offences', 'mappa'])
export type TrainingName = z.infer<typeof TrainingName>

/** One person of the staff list. A field that is missing is not known, which is never the same as "no" or "none". */
export const Person = z.object({
  staffCode: StaffCode,
  name: z.string().min(1).max(100),
  email: z.email().optional(),
  /** The user name the case services know this person by. */
  username: z.string().min(1).max(100).optional(),
  entraObjectId: EntraObjectId.optional(),
  grade: Grade,
  teamCode: z.string().min(1).max(20).optional(),
  pduCode: z.string().min(1).max(20).optional(),
  managerStaffCode: StaffCode.optional(),
  /** First and last day in post, both included. */
  startedOn: IsoDate.optional(),
  endedOn: IsoDate.optional(),
  qualifiedOn: IsoDate.optional(),
  /** Full-time equivalent, 0.1 to 1.0. */
  fte: z.number().min(0.1).max(1).optional(),
  mentorStaffCode: StaffCode.optional(),
  /** The day each training was last completed. */
  training: z.partialRecord(TrainingName, IsoDate),
})
export type Person = z.infer<typeof Person>

/** Whether a person is in post on a day (`YYYY-MM-DD`). Somebody with no start or end date known is taken to be. */
export function isInPost(person: Pick<Person, 'startedOn' | 'endedOn'>, today: string): boolean {
  if (person.startedOn !== undefined && today < person.startedOn) return false
  return person.endedOn === undefined || today <= person.endedOn
}

/** The name to call somebody by in a sentence to a colleague. */
export function firstNameOf(person: Pick<Person, 'name'>): string {
  return person.name.split(' ')[0] ?? person.name
}

const gradeNames: Record<Grade, string> = {
  PO: 'probation officer',
  PSO: 'probation services officer',
  PQiP: 'trainee probation officer (PQiP)',
  SPO: 'senior probation officer',
  HoPDU: 'head of PDU',
  QDO: 'quality development officer',
  ADMIN: 'administrator',
}

/** A grade in words, for people who do not live in abbreviations. */
export function gradeInWords(grade: Grade): string {
  return gradeNames[grade]
}
