import type { StaffCode } from '../ids.ts'
import type { Person } from '../staff.ts'
import { type OverdueRow, overdueOf } from './overdue.ts'
import type { ReminderFacts } from './reminder-facts.ts'
import type { ReminderRound } from './reminder-round.ts'

/** Why messages do not reach somebody, and since when nothing did. */
export type Unreachable = { person: StaffCode; why: 'not-installed' | 'blocked' | 'failed'; since: string }

/** One person of a digest with what is overdue, longest first. */
export type DigestPerson = { person: Person; isAway: boolean; rows: OverdueRow[] }

/** The staff of one line manager in a digest. `coveredFor`: its reader stands in for the manager. */
export type DigestTeam = { manager: StaffCode; coveredFor: boolean; people: DigestPerson[] }

/** What is overdue among the staff of everybody whom its reader answers for today. */
export type Digest = {
  to: StaffCode
  /** The reader's own staff first. */
  teams: DigestTeam[]
  /** How many people and things: all that a notification may say. */
  people: number
  things: number
  longestWorkingDays: number
  /** Of the staff, those who could not be reached, in the order of their codes. */
  unreachable: Unreachable[]
}

/**
 * The digest for one reader about the staff of the managers given, themselves or whom they cover for. People with most
 * overdue come first, then those with what is overdue longest; people who are away come last, because nothing can be done
 * until they are back. `facts` may hold others too, and `report` is the delivery report: of both only the staff is taken.
 */
export function digestOf(
  to: StaffCode,
  managers: readonly StaffCode[],
  facts: readonly ReminderFacts[],
  report: readonly Unreachable[],
  round: ReminderRound,
): Digest {
  const { workingDaysOverdue } = round.policy.digest
  const staffOf = (manager: StaffCode) =>
    facts.filter(({ person }) => person.managerStaffCode === manager && person.staffCode !== to)
  const teams = [...new Set(managers)]
    .sort((one, other) => Number(other === to) - Number(one === to) || (one < other ? -1 : 1))
    .map((manager): DigestTeam => {
      const people = staffOf(manager).map((one) => ({
        person: one.person,
        isAway: round.isAway(one.person.staffCode),
        rows: overdueOf(one, workingDaysOverdue, round),
      }))
      return { manager, coveredFor: manager !== to, people: worstFirst(people.filter(({ rows }) => rows.length > 0)) }
    })
    .filter(({ people }) => people.length > 0)
  const people = teams.flatMap((team) => team.people)
  const staff = new Set(managers.flatMap(staffOf).map(({ person }) => person.staffCode))
  return {
    to,
    teams,
    people: people.length,
    things: people.reduce((sum, { rows }) => sum + rows.length, 0),
    longestWorkingDays: Math.max(0, ...people.map(longestOf)),
    unreachable: report
      .filter(({ person }) => staff.has(person))
      .sort((one, other) => (one.person < other.person ? -1 : 1)),
  }
}

const longestOf = ({ rows }: DigestPerson) => rows[0]?.workingDays ?? 0

function worstFirst(people: readonly DigestPerson[]): DigestPerson[] {
  return [...people].sort(
    (one, other) =>
      Number(one.isAway) - Number(other.isAway) ||
      other.rows.length - one.rows.length ||
      longestOf(other) - longestOf(one) ||
      (one.person.staffCode < other.person.staffCode ? -1 : 1),
  )
}
