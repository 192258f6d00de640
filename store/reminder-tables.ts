import type { Kysely } from 'kysely'
import type { StaffCode } from '../domain/ids.ts'

export type ReminderTables = {
  reminder_preferences: {
    person: StaffCode
    /** JSON: what they said. */
    body: string
    /** 1 at first; rises by one with each write. */
    version: number
    touched_at: string
  }
}

/** The table of what people said about their own reminders. */
export async function reminderTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('reminder_preferences')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('touched_at', 'text', (column) => column.notNull())
    .execute()
}
