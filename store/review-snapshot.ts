import type { StaffCode } from '../domain/ids.ts'
import type { ReviewSnapshot } from '../domain/reviews/review-snapshot.ts'
import type { Database } from './database.ts'
import { dayFrom, instantFrom, instantText } from './instant-text.ts'

/** So many rows are written, and so many people asked about, in one statement. */
const atOnce = 400
const theReading = 1

/** What falls due of everybody's cases, as it was read last. */
export function reviewSnapshot(database: Database): ReviewSnapshot {
  const { kysely } = database
  return {
    async claim(owner, now, until) {
      const taken = { owner, until: instantText(until) }
      const { numInsertedOrUpdatedRows } = await database.writeOne((db) =>
        db
          .insertInto('review_reading')
          .values({ id: theReading, ...taken })
          .onConflict((conflict) =>
            conflict
              .column('id')
              .doUpdateSet(taken)
              .where((eb) =>
                eb.or([eb('review_reading.owner', '=', owner), eb('review_reading.until', '<=', instantText(now))]),
              ),
          )
          .executeTakeFirstOrThrow(),
      )
      return numInsertedOrUpdatedRows === 1n
    },

    async put(practitioner, due, readAt) {
      const read_at = instantText(readAt)
      const rows = due.map(({ crn, review, dueOn }) => ({
        practitioner,
        crn,
        review,
        due_on: dueOn.toString(),
        read_at,
      }))
      await database.write(async (transaction) => {
        await transaction.deleteFrom('review_due').where('practitioner', '=', practitioner).execute()
        for (let from = 0; from < rows.length; from += atOnce) {
          await transaction
            .insertInto('review_due')
            .values(rows.slice(from, from + atOnce))
            .onConflict((conflict) => conflict.doNothing())
            .execute()
        }
        await transaction
          .insertInto('review_read')
          .values({ practitioner, read_at })
          .onConflict((conflict) => conflict.column('practitioner').doUpdateSet({ read_at }))
          .execute()
      })
    },

    async of(practitioners) {
      const due = []
      const readAt = new Map()
      for (const some of inParts(practitioners)) {
        const [rows, read] = await Promise.all([
          kysely
            .selectFrom('review_due')
            .selectAll()
            .where('practitioner', 'in', some)
            .orderBy('due_on')
            .orderBy('crn')
            .orderBy('review')
            .execute(),
          kysely.selectFrom('review_read').selectAll().where('practitioner', 'in', some).execute(),
        ])
        due.push(
          ...rows.map(({ practitioner, crn, review, due_on }) => ({
            practitioner,
            crn,
            review,
            dueOn: dayFrom(due_on),
          })),
        )
        for (const { practitioner, read_at } of read) readAt.set(practitioner, instantFrom(read_at))
      }
      return { due, readAt }
    },

    async readings() {
      const rows = await kysely.selectFrom('review_read').selectAll().execute()
      return new Map(rows.map(({ practitioner, read_at }) => [practitioner, instantFrom(read_at)]))
    },

    async keepOnly(practitioners) {
      const kept = new Set(practitioners)
      const read = await kysely.selectFrom('review_read').select('practitioner').execute()
      const gone = read.map(({ practitioner }) => practitioner).filter((code) => !kept.has(code))
      for (const some of inParts(gone)) {
        await database.write(async (transaction) => {
          await transaction.deleteFrom('review_due').where('practitioner', 'in', some).execute()
          await transaction.deleteFrom('review_read').where('practitioner', 'in', some).execute()
        })
      }
    },
  }
}

function inParts(codes: readonly StaffCode[]): StaffCode[][] {
  const once = [...new Set(codes)]
  return Array.from({ length: Math.ceil(once.length / atOnce) }, (_, at) => once.slice(at * atOnce, (at + 1) * atOnce))
}
