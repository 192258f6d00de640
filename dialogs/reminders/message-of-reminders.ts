import { remindersCard } from '../../cards/reminders/reminders-card.ts'
import type { AuditNote } from '../../domain/audit.ts'
import { ReminderName, type ThingId } from '../../domain/ids.ts'
import type { Message } from '../../domain/ports.ts'
import { nameOf, type Reminder } from '../../domain/reminders/reminder.ts'
import type { ReminderFacts } from '../../domain/reminders/reminder-facts.ts'
import type { ReminderRound } from '../../domain/reminders/reminder-round.ts'
import type { Person } from '../../domain/staff.ts'
import type { TellingDesk } from '../telling.ts'
import { digestMessage, weeklyMessage } from './digest-message.ts'
import { type PersonalStep, rowsOfReminders } from './rows-of-reminders.ts'

/** What is to be sent for some reminders to one person. */
export type MessageOfReminders = {
  /** Absent where nothing is left to say. */
  message?: Message
  /** What its card is about, where it is one thing: a press changes every copy of it. */
  shows?: ThingId
  /** Reminders that the message says. */
  says: Reminder[]
  /** There is nothing left to do about these. */
  settled: Reminder[]
  /** The case services did not say whether these still hold: they are for a later time. */
  notAnswered: Reminder[]
  /** What the audit trail keeps once it was sent. */
  notes: AuditNote[]
}

/**
 * The message for reminders that `asMessages` put together: all to `to`, and all digests, the weekly one, or neither. `facts`
 * are fresh and those of everybody whom `factsNeeded` names, and `round` knows the people of them, their managers and
 * whoever covers. Whether each is still to be sent was decided before.
 */
export async function messageOfReminders(
  to: Person,
  reminders: readonly Reminder[],
  facts: readonly ReminderFacts[],
  round: ReminderRound,
  desk: TellingDesk,
): Promise<MessageOfReminders> {
  const nothing = { settled: [], notAnswered: [], notes: [] }
  const toManager = reminders.filter(({ thing: { what } }) => what === 'digest' || what === 'weekly')
  if (toManager.length > 0) {
    const managers = toManager.flatMap(({ thing }) => (thing.what === 'digest' ? [thing.manager] : []))
    const shown = await (managers.length > 0
      ? digestMessage(to, managers, facts, round, 1, desk)
      : weeklyMessage(to, facts, round, desk))
    return shown === undefined
      ? { ...nothing, says: [], settled: [...toManager] }
      : { ...nothing, ...shown, says: [...toManager] }
  }
  const personal = reminders.filter((reminder): reminder is Reminder & PersonalStep => 'person' in reminder.thing)
  const { rows, settled, notAnswered } = await rowsOfReminders(to, personal, facts, round, desk)
  const said = rows.flatMap((row) => row.reminders)
  const [first] = rows
  if (first === undefined) return { says: [], settled, notAnswered, notes: [] }
  return {
    message: remindersCard({ rows, today: round.today, policy: desk.policy, reminders: round.policy }),
    ...(rows.length === 1 ? shows(first.reminders) : {}),
    says: said,
    settled,
    notAnswered,
    notes: [],
  }
}

/** What the card of one row is about. */
export function shows(reminders: readonly PersonalStep[]): { shows?: ThingId } {
  const name = reminders[0] && ReminderName.safeParse(nameOf(reminders[0].thing)).data
  return name === undefined ? {} : { shows: name }
}
