import { Temporal } from 'temporal-polyfill'
import type { Cover, Days } from './absence.ts'
import type { StaffCode } from './ids.ts'
import { isOfManagingGrade, manages } from './rights.ts'
import { isInPost, type Person } from './staff.ts'

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
  if (!isOfManagingGrade(manager)) return false
  return mayKeepAbsenceOf(viewer, manager, today, covers)
}

/**
 * Why somebody who may arrange covers for a manager may not arrange this one, as a sentence that says what to do; undefined
 * when they may. Whoever may only because they themselves stand in passes nothing on to themself, and nothing that
 * outlasts their own cover.
 */
export function problemWithArranging(
  viewer: Person,
  manager: Person,
  { by, to }: Pick<Cover, 'by' | 'to'>,
  covers: readonly Cover[],
): string | undefined {
  const inTheirOwnRight = viewer.staffCode === manager.staffCode || viewer.grade === 'ADMIN'
  if (inTheirOwnRight || manages(viewer, manager, [])) return undefined
  if (by === viewer.staffCode) {
    return 'You may arrange this only because you cover for somebody, so you cannot choose yourself. Please choose somebody else.'
  }
  const own = covers.filter((cover) => cover.by === viewer.staffCode && cover.manager === manager.managerStaffCode)
  if (own.some((cover) => Temporal.PlainDate.compare(to, cover.to) <= 0)) return undefined
  return 'You may arrange this only while you cover for somebody. Please give a last day that is not after your own cover ends.'
}

/**
 * Whether somebody may end a cover: the person who covers, and whoever may keep the absences of the manager, also of one
 * who is a manager no longer.
 */
export function mayEndCover(
  cover: Cover,
  manager: Person | undefined,
  viewer: Person,
  today: string,
  covers: readonly Cover[],
): boolean {
  if (cover.by === viewer.staffCode) return true
  return manager?.staffCode === cover.manager && mayKeepAbsenceOf(viewer, manager, today, covers)
}

/** Why a person cannot stand in for a manager in these days; undefined when they can. */
export function cannotStandIn(
  person: Person,
  manager: StaffCode,
  days: Required<Days>,
): 'self' | 'grade' | 'not-in-post' | undefined {
  if (person.staffCode === manager) return 'self'
  if (!isOfManagingGrade(person)) return 'grade'
  const inPost = isInPost(person, days.from.toString()) && isInPost(person, days.to.toString())
  return inPost ? undefined : 'not-in-post'
}

/** Everybody of a list who can stand in for a manager from a day on, those of the same PDU first. */
export function standInsFor(manager: Person, people: readonly Person[], day: Temporal.PlainDate): Person[] {
  const can = people.filter((person) => cannotStandIn(person, manager.staffCode, { from: day, to: day }) === undefined)
  const near = (person: Person) => manager.pduCode !== undefined && person.pduCode === manager.pduCode
  return [...can.filter(near), ...can.filter((person) => !near(person))]
}
