import { Temporal } from 'temporal-polyfill'
import type { Holds } from '../domain/retention.ts'
import { writeDown } from './audit-trail.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'

/** Whose records stay whole until the hold is released. Who put and released it stands in the audit trail. */
export function holds(database: Database): Holds {
  const { kysely } = database
  return {
    put: ({ person, at, by }, note) =>
      database.write(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('hold')
          .values({ person, put_at: instantText(at), put_by: by ?? null })
          .onConflict((conflict) => conflict.column('person').doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows !== 1n) return false
        await writeDown(transaction, database, [note])
        return true
      }),

    release: (person, note) =>
      database.write(async (transaction) => {
        const { numDeletedRows } = await transaction
          .deleteFrom('hold')
          .where('person', '=', person)
          .executeTakeFirstOrThrow()
        if (numDeletedRows !== 1n) return false
        await writeDown(transaction, database, [note])
        return true
      }),

    async of(person) {
      const row = await kysely.selectFrom('hold').selectAll().where('person', '=', person).executeTakeFirst()
      return (
        row && { person, at: Temporal.Instant.from(row.put_at), ...(row.put_by === null ? {} : { by: row.put_by }) }
      )
    },
  }
}
