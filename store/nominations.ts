import { Temporal } from 'temporal-polyfill'
import type { Nominations } from '../domain/nomination.ts'
import { writeDown } from './audit-trail.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'

/** Cases put forward. A nomination has its number among those of its practitioner, and the table keeps each number once. */
export function nominations(database: Database): Nominations {
  const { kysely } = database
  return {
    async of(practitioner) {
      const rows = await kysely
        .selectFrom('nomination')
        .select(['crn', 'nominated_at'])
        .where('practitioner', '=', practitioner)
        .orderBy('number', 'desc')
        .execute()
      return rows.map(({ crn, nominated_at }) => ({
        practitioner,
        crn,
        nominatedAt: Temporal.Instant.from(nominated_at),
      }))
    },

    async keep({ practitioner, crn, nominatedAt }, known, note) {
      return await database.write(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('nomination')
          .values({ practitioner, number: known + 1, crn, nominated_at: instantText(nominatedAt) })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows !== 1n) return 'conflict'
        await writeDown(transaction, database, [note])
        return 'kept'
      })
    },
  }
}
