import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { absenceTables } from './absence-tables.ts'
import { actionTables } from './action-tables.ts'
import { allocationTables, rulesOfAnswers } from './allocation-tables.ts'
import { amendmentTables } from './amendment-tables.ts'
import { bookingTables } from './booking-tables.ts'
import { caseDrawTables } from './case-draw-tables.ts'
import type { Database } from './database.ts'
import { firstTables } from './first-tables.ts'
import { heldSessionsIndexes } from './held-sessions.ts'
import { noticesOfAnyThing } from './notices-of-any-thing.ts'
import { outboxTables } from './outbox-tables.ts'
import { reminderTables } from './reminder-tables.ts'
import { retentionTables } from './retention-tables.ts'
import { reviewTables } from './review-tables.ts'
import { shownFiguresTable } from './shown-figures-table.ts'
import { teamActionTables } from './team-action-tables.ts'

/**
 * Brings the tables up to date: every migration that has not run yet, in the order of the names, in one transaction.
 * Another instance or command that starts at the same time waits.
 * @throws {Error} when the tables are newer than this program, or a migration fails; the tables are then as before.
 */
export async function migrate({ kysely, locksRows }: Database): Promise<void> {
  const migrator = new Migrator({
    db: kysely,
    provider: {
      getMigrations: async () => ({
        '0001-first-tables': { up: (db) => firstTables(db, locksRows ? 'postgres' : 'embedded') },
        '0002-notices-of-any-thing': { up: noticesOfAnyThing },
        '0003-absences-and-covers': { up: absenceTables },
        '0004-actions': { up: actionTables },
        '0005-bookings': { up: bookingTables },
        '0006-withdrawals-and-reflections': { up: amendmentTables },
        '0007-case-draws': { up: caseDrawTables },
        '0008-held-sessions': { up: heldSessionsIndexes },
        '0009-retention': { up: (db) => retentionTables(db, locksRows ? 'postgres' : 'embedded') },
        '0010-shown-figures': { up: shownFiguresTable },
        '0011-allocations': { up: allocationTables },
        '0012-team-actions': { up: teamActionTables },
        '0013-outbox': { up: outboxTables },
        '0014-reviews': { up: reviewTables },
        '0015-reminder-preferences': { up: reminderTables },
        '0016-rules-of-answers': { up: rulesOfAnswers },
      }),
    },
    // Without it the migrator takes a table of the same name in any other schema for its own.
    ...(locksRows ? { migrationTableSchema: await currentSchema(kysely) } : {}),
  })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) {
    throw new Error(
      'The tables of the records could not be brought up to date. Is an older program started on newer records?',
      {
        cause: error,
      },
    )
  }
}

async function currentSchema(kysely: Database['kysely']): Promise<string> {
  const { rows } = await sql<{ name: string | null }>`select current_schema() as name`
    .execute(kysely)
    .catch((error) => {
      throw new Error('The database could not be reached. Check DATABASE_URL, and that PostgreSQL answers there.', {
        cause: error,
      })
    })
  const name = rows[0]?.name
  if (name === undefined || name === null) {
    throw new Error('The database has no schema to put tables in. Create the schema that DATABASE_URL names.')
  }
  return name
}
