import { overdueOf } from '../../domain/reminders/overdue.ts'
import type { Reminder } from '../../domain/reminders/reminder.ts'
import type { ReminderFacts } from '../../domain/reminders/reminder-facts.ts'
import type { ReminderRound } from '../../domain/reminders/reminder-round.ts'
import { isInPost } from '../../domain/staff.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import type { Habit } from './reminder-year-script.ts'

/** How many days into a window somebody who is ahead of it meets. */
const usual: Record<KindId, number> = {
  monthly: 6,
  reflective: 20,
  performance: 20,
  observation: 45,
  competency: 160,
  rcat: 33,
  saqua: 200,
}

/** The kinds somebody books a session for on a day. */
export function kindsToBook(
  habit: Habit,
  facts: ReminderFacts,
  reminded: readonly Reminder[],
  round: ReminderRound,
): KindId[] {
  const { person } = facts
  if (!isInPost(person, round.day)) return []
  if (habit === 'first' || habit === 'last') {
    const step = habit === 'first' ? '14' : '3'
    const late = overdueOf(facts, 7, round).flatMap((row) =>
      row.what === 'supervision' && row.bookedOn === undefined ? [row.kind] : [],
    )
    const early = reminded.flatMap(({ to, thing, step: was }) =>
      to === person.staffCode && thing.what === 'window-closing' && thing.person === to && was.startsWith(step)
        ? [thing.kind]
        : [],
    )
    return [...new Set([...late, ...early])]
  }
  const standings = round.standingsOf(facts)
  if (habit === 'ahead') {
    return standings.flatMap(({ kind, open }) => {
      const into = round.calendar.placeOf(round.day) - open.window.first
      return (open.state === 'due' || open.state === 'due-soon') && into >= usual[kind] ? [kind] : []
    })
  }
  const patience = habit === 'chased' ? 5 : 14
  return overdueOf(facts, patience, round).flatMap((row) => {
    if (row.what !== 'supervision' || row.bookedOn !== undefined) return []
    return habit === 'chased' || row.kind === 'monthly' ? [row.kind] : []
  })
}
