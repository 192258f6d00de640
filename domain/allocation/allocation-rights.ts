import type { Cover } from '../absence.ts'
import { isOfManagingGrade, manages } from '../rights.ts'
import { isInPost, type Person } from '../staff.ts'

/**
 * Who may ask about whose cases, workload and allocation. Like all rights it is decided from the staff list alone, for every
 * message and every press, and whatever is not allowed below is refused. It comes on top of limited access, which the case
 * services decide. `today` is the local day (`YYYY-MM-DD`), `covers` are those in force on it.
 */

/** Quality officers and administrators have nothing to do with cases here, also not with their own. */
function hasCases({ grade }: Pick<Person, 'grade'>): boolean {
  return grade !== 'QDO' && grade !== 'ADMIN'
}

/** Whether somebody weighs allocations at all: senior probation officers and heads of PDU. */
export function mayWeigh(viewer: Person, today: string): boolean {
  return isOfManagingGrade(viewer) && isInPost(viewer, today)
}

/** Whether somebody may weigh a case for a practitioner: one they manage or cover for; a head of PDU, everybody of their PDU. */
export function mayWeighFor(viewer: Person, practitioner: Person, today: string, covers: readonly Cover[]): boolean {
  if (!mayWeigh(viewer, today)) return false
  return manages(viewer, practitioner, covers) || headsPduOf(viewer, practitioner)
}

function headsPduOf(viewer: Person, subject: Person): boolean {
  const samePdu = viewer.pduCode !== undefined && viewer.pduCode === subject.pduCode
  return viewer.grade === 'HoPDU' && samePdu && viewer.staffCode !== subject.staffCode
}

/**
 * The teams that somebody allocates for, each once: their own, and those of the people they manage or cover for. None for
 * somebody who weighs no allocations.
 */
export function teamsAllocatedFor(viewer: Person, managed: readonly Person[], today: string): string[] {
  if (!mayWeigh(viewer, today)) return []
  return [...new Set([viewer, ...managed].flatMap(({ teamCode }) => teamCode ?? []))]
}

/** Whether somebody may see which cases a person holds: their own, and those of staff they manage or cover for. */
export function maySeeCaseload(viewer: Person, subject: Person, today: string, covers: readonly Cover[]): boolean {
  if (viewer.staffCode === subject.staffCode) return isInPost(viewer, today) && hasCases(viewer)
  return mayWeigh(viewer, today) && manages(viewer, subject, covers)
}

/**
 * Whether somebody may see how much a person has to do: their own; that of staff they manage or cover for, and of the teams
 * they allocate for; a head of PDU, that of their PDU. `teams` as in `teamsAllocatedFor`.
 */
export function maySeeWorkload(
  viewer: Person,
  subject: Person,
  today: string,
  covers: readonly Cover[],
  teams: readonly string[],
): boolean {
  if (viewer.staffCode === subject.staffCode) return isInPost(viewer, today)
  if (mayWeighFor(viewer, subject, today, covers)) return true
  return mayWeigh(viewer, today) && isOfTeams(subject, teams)
}

function isOfTeams({ teamCode }: Person, teams: readonly string[]): boolean {
  return teamCode !== undefined && teams.includes(teamCode)
}

/** Where a case is, as far as it decides who may see it. */
export type WhoseCase = {
  /** `not-known` also where the staff list does not know who holds it. */
  holder: Person | 'nobody' | 'not-known'
  /** The team in whose list of unallocated cases it waits. */
  waitsIn?: string | undefined
}

/**
 * Whether somebody may see the facts of a case: one they hold. Who weighs allocations: also one that somebody they manage or
 * cover for holds, that nobody holds, or that waits in a team they allocate for. A senior probation officer also one held in
 * such a team; a head of PDU gets no more than the verdict about those.
 *
 * Weighing may show more than this: whoever weighs a case reads the facts that the checks rest on, and the name of the person on
 * probation, of any case that the case services let them see, because cases come from other teams too. Each weighing is written
 * down for whoever is weighed and for whoever holds the case.
 */
export function maySeeCase(
  viewer: Person,
  { holder, waitsIn }: WhoseCase,
  today: string,
  covers: readonly Cover[],
  teams: readonly string[],
): boolean {
  if (typeof holder === 'object' && maySeeCaseload(viewer, holder, today, covers)) return true
  if (!mayWeigh(viewer, today)) return false
  if (holder === 'nobody' || (waitsIn !== undefined && teams.includes(waitsIn))) return true
  return holder !== 'not-known' && viewer.grade === 'SPO' && isOfTeams(holder, teams)
}
