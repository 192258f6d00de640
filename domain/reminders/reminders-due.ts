import { Temporal } from 'temporal-polyfill'
import type { Person } from '../staff.ts'
import { type Judged, judge, thingsOf } from './ladder.ts'
import type { Reminder, ReminderThing } from './reminder.ts'
import type { ReminderFacts } from './reminder-facts.ts'
import { stepAfter, wishOf } from './reminder-preferences.ts'
import type { ReminderRound } from './reminder-round.ts'
import { judgeForManager, type LongestOverdue, managersThings } from './to-managers.ts'

/**
 * What anybody is to be reminded of today because of one person: windows that close, sessions of today, what is to be done.
 * None on a day that is no working day, none to somebody away. A step lasts until the next one or until it is true no
 * longer, and has the same key on each of its days: what was missed is made up for, and the outbox leaves alone what is there.
 */
export function remindersDue(facts: ReminderFacts, round: ReminderRound): Reminder[] {
  if (!round.isWorkingDay) return []
  return thingsOf(facts, round).flatMap((thing) => dueOf(thing, judge(thing, facts, round), round))
}

/**
 * What managers are to be told today of all their staff. `longest` was filled with everybody of theirs; `people` are those
 * among whom the heads of PDU are.
 */
export function managersReminders(longest: LongestOverdue, people: Iterable<Person>, round: ReminderRound): Reminder[] {
  if (!round.isWorkingDay) return []
  const things = managersThings(longest, people, round)
  return things.flatMap((thing) => dueOf(thing, judgeForManager(thing, longest, round), round))
}

function dueOf(thing: ReminderThing, judged: Judged, round: ReminderRound): Reminder[] {
  if ('quiet' in judged || isOver(judged.until, round)) return []
  return judged.to.flatMap((to) => {
    if (!round.isThere(to)) return []
    const wished = wishOf(round.preferencesOf(to), thing, round.day, round.policy)
    if (wished.wish !== 'none' && wished.wish !== 'was-snoozed') return []
    // A step that came after the one that was put off is as good as any.
    const again = wished.wish === 'was-snoozed' && wished.step === judged.step ? wished : undefined
    const dueAt = again?.until.startsWith(round.day) ? again.at : judged.at
    const step = again === undefined ? judged.step : stepAfter(judged.step, again.until)
    return isOverAt(dueAt, judged.until) ? [] : { to, thing, step, dueAt }
  })
}

function isOver(until: Temporal.Instant | undefined, { now }: ReminderRound): boolean {
  return isOverAt(now, until)
}

function isOverAt(at: Temporal.Instant, until: Temporal.Instant | undefined): boolean {
  return until !== undefined && Temporal.Instant.compare(at, until) >= 0
}
