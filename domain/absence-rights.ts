import type { Temporal } from 'temporal-polyfill'
import type { Cover, Days } from './absence.ts'
import type { StaffCode } from './ids.ts'
import { manages } from './rights.ts'
import { isInPost, type Person } from './staff.ts'

/** The grades that line-manage, and so the only ones that may stand in for a line manager. */
const managingGrades: readonly Person['grade'][] = ['SPO', 'HoPDU']

/**
 * Whether somebody may see and write down when a person is away: everybody for themself, a line manager (or who covers
 * for them) for their staff, an administrator for everybody.
 */
export function mayKeepAbsenceOf(viewer: Person, subject: Person, today: string, covers: readonly Cover[]): boolean {
  if (!isInPost(viewer, today)) return false
  return viewer.staffCode === subject.staffCode || viewer.grade === 'ADMIN' || manages(viewer, subject, covers)
}

/**
 * Whether somebody may say who stands in for a line manager: the manager, their own line manager (or who covers for that
 * one), an administrator. Whoever only stands in may not pass the team on.
 */
export function mayArrangeCover(viewer: Person, manager: Person, today: string, covers: readonly Cover[]): boolean {
  if (!managingGrades.includes(manager.grade)) return false
  return mayKeepAbsenceOf(viewer, manager, today, covers)
}

/** Why a person cannot stand in for a manager in these days; undefined when they can. */
export function cannotStandIn(
  person: Person,
  manager: StaffCode,
  days: Required<Days>,
): 'self' | 'grade' | 'not-in-post' | undefined {
  if (person.staffCode === manager) return 'self'
  if (!managingGrades.includes(person.grade)) return 'grade'
  const inPost = isInPost(person, days.from.toString()) && isInPost(person, days.to.toString())
  return inPost ? undefined : 'not-in-post'
}

/** Everybody of a list who can stand in for a manager from a day on, those of the same PDU first. */
export function standInsFor(manager: Person, people: readonly Person[], day: Temporal.PlainDate): Person[] {
  const can = people.filter((person) => cannotStandIn(person, manager.staffCode, { from: day, to: day }) === undefined)
  const near = (person: Person) => manager.pduCode !== undefined && person.pduCode === manager.pduCode
  return [...can.filter(near), ...can.filter((person) => !near(person))]
}
