import { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../ids.ts'
import { keyOf, nameOf, type Reminder } from './reminder.ts'
import type { ReminderFacts } from './reminder-facts.ts'
import { type Office, type ReminderRules, reminderRound } from './reminder-round.ts'
import { managersReminders, remindersDue } from './reminders-due.ts'
import { nextMoment } from './send-time.ts'
import { addOverdue, nothingOverdue } from './to-managers.ts'

/** What is looked at to say what a person will be reminded of. */
export type AskedOfReminders = {
  person: StaffCode
  now: Temporal.Instant
  office: Office
  /** Of the person, of everybody they manage or cover for, and of a head's PDU. */
  facts: readonly ReminderFacts[]
  /** Keys of what they were sent before. */
  sent: ReadonlySet<string>
  /** How many days are looked at, today included, and how many reminders are wanted at most. */
  days: number
  most: number
}

/**
 * What somebody will be reminded of if nothing changes, the soonest first: each thing once, at its next step. It asks the
 * rules of the sweep about each day to come, as the people, absences, covers and wishes are known now.
 */
export function saidOfReminders(asked: AskedOfReminders, rules: ReminderRules): Reminder[] {
  const found: Reminder[] = []
  const named = new Set<string>()
  const first = reminderRound(asked.now, asked.office, rules)
  for (let ahead = 0; ahead < asked.days && found.length < asked.most; ahead++) {
    const at = ahead === 0 ? asked.now : first.endOf(first.today.add({ days: ahead - 1 }).toString())
    for (const reminder of dueOn(at, asked, rules)) {
      // The digest of each day is the same thing to whoever asks.
      const { thing } = reminder
      const name = thing.what === 'digest' ? `digest ${thing.manager}` : nameOf(thing)
      if (asked.sent.has(keyOf(reminder)) || named.has(name)) continue
      named.add(name)
      found.push(reminder)
    }
  }
  return found.slice(0, asked.most)
}

/** What they are reminded of on the day of a moment, with the moment each goes out. */
function dueOn(at: Temporal.Instant, { person, office, facts }: AskedOfReminders, rules: ReminderRules): Reminder[] {
  const round = reminderRound(at, office, rules)
  if (!round.isThere(person)) return []
  const longest = nothingOverdue()
  for (const one of facts) addOverdue(longest, one, round)
  const all = [
    ...managersReminders(longest, office.people.values(), round),
    ...facts.flatMap((one) => remindersDue(one, round)),
  ]
  return all
    .filter(({ to }) => to === person)
    .map((reminder) => {
      const from = Temporal.Instant.compare(at, reminder.dueAt) < 0 ? reminder.dueAt : at
      return { ...reminder, dueAt: nextMoment(from, rules.policy.hours.reminders, rules) ?? from }
    })
    .sort(
      (one, other) =>
        Temporal.Instant.compare(one.dueAt, other.dueAt) || (nameOf(one.thing) < nameOf(other.thing) ? -1 : 1),
    )
}
