import type { Notice } from '../../domain/ports.ts'
import type { OutboxEntry } from '../../domain/reminders/outbox.ts'
import type { Changed, ReminderPreferences } from '../../domain/reminders/reminder-preferences.ts'
import { stillKept } from '../../domain/reminders/reminder-preferences.ts'
import { type Desk, noteOf, type Turn } from '../turn.ts'

/** A wish about one's own reminders, with what is to be sent or told because of it. `detail` is a fixed word. */
export type Wish = {
  detail: string
  change: (preferences: ReminderPreferences) => Changed
  then?: (preferences: ReminderPreferences, version: number) => { notices?: Notice[]; entries?: OutboxEntry[] }
}

/**
 * Keeps what somebody wishes for their own reminders. Nothing is written where nothing changes. Gives what is kept then, with the
 * notices it caused, or why it cannot be.
 */
export async function keepWish(
  { detail, change, then }: Wish,
  turn: Turn,
  desk: Pick<Desk, 'reminderPreferences'>,
): Promise<{ preferences: ReminderPreferences; notices: Notice[] } | { problem: string }> {
  const me = turn.person.staffCode
  for (let attempt = 0; attempt < 5; attempt++) {
    const { preferences: before, version } = await desk.reminderPreferences.of(me)
    const changed = change(before)
    if ('problem' in changed) return changed
    if (JSON.stringify(changed.preferences) === JSON.stringify(before)) return { preferences: before, notices: [] }
    const preferences = stillKept(changed.preferences, turn.today)
    const { notices = [], entries = [] } = then?.(preferences, version + 1) ?? {}
    const note = noteOf(turn, 'reminders.changed', { detail })
    const write = { at: turn.now, note, notices, entries }
    if ((await desk.reminderPreferences.keep(me, preferences, version, write)) === 'kept') {
      return { preferences, notices }
    }
  }
  throw new Error('What somebody said about reminders was changed five times in a row meanwhile.')
}
