import { IsoDate, type StaffCode } from '../ids.ts'
import type { Person } from '../staff.ts'
import { nextFreeWorkingDay } from '../working-days.ts'
import type { Judged } from './ladder.ts'
import { overdueOf } from './overdue.ts'
import type { ReminderThing } from './reminder.ts'
import type { ReminderFacts } from './reminder-facts.ts'
import type { ReminderRound } from './reminder-round.ts'

/** What goes to a manager about all of their staff together. */
export type ManagersThing = Extract<ReminderThing, { what: 'digest' | 'weekly' }>

/**
 * For how many working days anything has been overdue at most: by the line manager who is to hear of it, and by PDU. It is
 * filled person by person, so that a whole service can be gone through in pages.
 */
export type LongestOverdue = {
  byManager: Map<StaffCode, number>
  byPdu: Map<string, number>
  /** Line managers for whom nobody can be told today, and people in post with something overdue and no line manager known. */
  untold: Set<StaffCode>
}

export const nothingOverdue = (): LongestOverdue => ({ byManager: new Map(), byPdu: new Map(), untold: new Set() })

/** Adds what is overdue of one person. */
export function addOverdue(longest: LongestOverdue, facts: ReminderFacts, round: ReminderRound): void {
  const { digest, weekly } = round.policy
  const atLeast = Math.min(digest.workingDaysOverdue, weekly.workingDaysOverdue)
  const [worst] = overdueOf(facts, atLeast, round)
  if (worst === undefined) return
  const { person } = facts
  if (person.pduCode !== undefined) raise(longest.byPdu, person.pduCode, worst.workingDays)
  if (worst.workingDays < digest.workingDaysOverdue) return
  const manager = person.managerStaffCode
  const told = manager && round.standingFor(manager)
  if (manager === undefined || told === undefined) longest.untold.add(manager ?? person.staffCode)
  // Nobody who covers is told in their manager's stead what they have not done themselves.
  else if (told !== person.staffCode) raise(longest.byManager, manager, worst.workingDays)
}

function raise<Key>(longest: Map<Key, number>, key: Key, days: number): void {
  longest.set(key, Math.max(days, longest.get(key) ?? 0))
}

/** What managers may have to be told today. */
export function managersThings(
  longest: LongestOverdue,
  people: Iterable<Person>,
  round: ReminderRound,
): ManagersThing[] {
  const { day } = round
  const week = IsoDate.parse(mondayOf(round).toString())
  const digests = [...longest.byManager.keys()].map((manager): ManagersThing => ({ what: 'digest', manager, day }))
  const heads = [...people].filter(({ grade, pduCode }) => grade === 'HoPDU' && longest.byPdu.has(pduCode ?? ''))
  return [...digests, ...heads.map(({ staffCode: head }): ManagersThing => ({ what: 'weekly', head, week }))]
}

/**
 * How things stand with a message to a manager. The digest is one of each working day, the weekly message one of each week,
 * about what had been overdue long enough on its first working day; missed on that day, it is sent on a later one of the week.
 */
export function judgeForManager(thing: ManagersThing, longest: LongestOverdue, round: ReminderRound): Judged {
  const { policy } = round
  const at = round.at(policy.hours.digest)
  if (thing.what === 'digest') {
    if (thing.day !== round.day) return { quiet: 'not-today' }
    const worst = longest.byManager.get(thing.manager)
    if (worst === undefined) return { quiet: 'nothing-overdue' }
    return { step: 'day', at, until: round.at(policy.digest.latest), to: someone(round.standingFor(thing.manager)) }
  }
  const monday = mondayOf(round)
  if (monday.toString() !== thing.week) return { quiet: 'not-today' }
  const first = nextFreeWorkingDay(monday, round.workingDays)?.toString()
  if (first === undefined || round.day < first) return { quiet: 'not-yet' }
  const worst = longest.byPdu.get(round.office.people.get(thing.head)?.pduCode ?? '') ?? 0
  const then = worst - round.workingDaysSince(first)
  if (then < policy.weekly.workingDaysOverdue) return { quiet: 'nothing-overdue' }
  return {
    step: 'week',
    at,
    until: round.endOf(monday.add({ days: 6 }).toString()),
    to: someone(round.standingFor(thing.head)),
  }
}

const mondayOf = ({ today }: ReminderRound) => today.subtract({ days: today.dayOfWeek - 1 })
const someone = (code: StaffCode | undefined) => (code === undefined ? [] : [code])
