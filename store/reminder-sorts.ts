import type { RecordSort } from '../domain/kept-about.ts'
import { any, type Sort } from './record-sort.ts'

/** Where everything about a person is that has to do with reminders. */
export const reminderSorts: Record<Extract<RecordSort, 'reminders' | 'reminder-preferences'>, Sort> = {
  reminders: {
    table: 'outbox',
    columns: ['what', 'about', 'due_at', 'state', 'outcome', 'why', 'touched_at'],
    mine: (whom) => any(whom, 'to_code'),
    order: ['due_at', 'key'],
  },
  'reminder-preferences': {
    table: 'reminder_preferences',
    columns: ['body', 'touched_at'],
    mine: (whom) => any(whom, 'person'),
    order: ['touched_at'],
  },
}
