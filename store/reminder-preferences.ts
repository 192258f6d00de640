import type { StaffCode } from '../domain/ids.ts'
import type { PreferencesKept } from '../domain/reminders/preferences-kept.ts'
import { noPreferences, ReminderPreferences } from '../domain/reminders/reminder-preferences.ts'
import { writeDown } from './audit-trail.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { insertNotice } from './notices.ts'
import { insertOutbox } from './outbox-entries.ts'

/** So many people are asked about in one query. */
const atOnce = 500

/** What people said about their own reminders: one row for each who said anything. */
export function reminderPreferences(database: Database): PreferencesKept {
  const { kysely } = database
  return {
    async of(person) {
      const row = await kysely
        .selectFrom('reminder_preferences')
        .select(['body', 'version'])
        .where('person', '=', person)
        .executeTakeFirst()
      return row === undefined
        ? { preferences: noPreferences, version: 0 }
        : { preferences: read(row.body), version: row.version }
    },

    async ofThese(people) {
      const codes = [...new Set(people)]
      const found = new Map<StaffCode, ReminderPreferences>()
      for (let from = 0; from < codes.length; from += atOnce) {
        const rows = await kysely
          .selectFrom('reminder_preferences')
          .select(['person', 'body'])
          .where('person', 'in', codes.slice(from, from + atOnce))
          .execute()
        for (const { person, body } of rows) found.set(person, read(body))
      }
      return found
    },

    keep: (person, preferences, version, { at, note, notices = [], entries = [] }) =>
      database.write(async (transaction) => {
        const kept = { body: JSON.stringify(preferences), version: version + 1, touched_at: instantText(at) }
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('reminder_preferences')
          .values({ person, ...kept })
          .onConflict((conflict) =>
            conflict
              .column('person')
              .doUpdateSet(kept)
              .where('reminder_preferences.version', '=', version === 0 ? -1 : version),
          )
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows !== 1n) return 'conflict'
        for (const notice of notices) await insertNotice(transaction, notice, at)
        await insertOutbox(transaction, entries, at)
        await writeDown(transaction, database, [note])
        return 'kept'
      }),
  }
}

const read = (body: string): ReminderPreferences => ReminderPreferences.parse(JSON.parse(body))
