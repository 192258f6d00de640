import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Answered } from '../domain/ports.ts'
import { writeDown } from './audit-trail.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { rememberCard } from './shown-cards.ts'
import type { Tables } from './tables.ts'

/** The first answer to each thing that came in. The database's own unique keys decide who was first. */
export function answered(database: Database): Answered {
  const { kysely } = database
  const query = (keys: readonly string[]) =>
    kysely
      .selectFrom('answered as asked')
      .leftJoin('answered as first', 'first.key', 'asked.same_as')
      .select((eb) => eb.fn.coalesce('asked.answer', 'first.answer').as('answer'))
      .where('asked.key', 'in', keys)
      .orderBy('asked.at')
      .limit(1)
  const findOne = compiledOnce(kysely, 1, (key) => query([key]))
  const keepOne = compiledOnce(kysely, 3, (key, answer, at) =>
    kysely
      .insertInto('answered')
      .values({ key, same_as: null, answer, at })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('key'),
  )
  const findEither = compiledOnce(kysely, 2, (one, other) => query([one, other]))

  return {
    async find(keys) {
      if (keys.length === 0) return undefined
      const [one, other, ...more] = keys
      const [row] = await (more.length > 0
        ? query(keys).execute()
        : other === undefined
          ? findOne(one)
          : findEither(one, other))
      if (row === undefined || row.answer === null) return undefined
      const answer: unknown = JSON.parse(row.answer)
      return answer
    },

    async keep(keys, answer, at, notes, shown) {
      // Sorted, so that two instances that keep the same keys never wait for each other in a ring.
      const distinct = [...new Set(keys)].sort()
      const [first] = distinct
      if (distinct.length === 1 && notes.length === 0 && shown === undefined) {
        // One row is its own transaction.
        return (await keepOne(first, JSON.stringify(answer), instantText(at))).length === 0 ? 'already' : 'kept'
      }
      return await kysely.transaction().execute(async (transaction) => {
        if (first !== undefined) {
          const kept = await transaction
            .insertInto('answered')
            .values(
              distinct.map((key) => ({
                key,
                same_as: key === first ? null : first,
                answer: key === first ? JSON.stringify(answer) : null,
                at: instantText(at),
              })),
            )
            .onConflict((conflict) => conflict.column('key').doNothing())
            .returning('key')
            .execute()
          if (kept.length < distinct.length) {
            const mine = kept.map((row) => row.key)
            if (mine.length > 0) await transaction.deleteFrom('answered').where('key', 'in', mine).execute()
            return 'already'
          }
        }
        await writeDown(transaction, database, notes)
        if (shown !== undefined) await rememberCard(transaction, shown, at)
        return 'kept'
      })
    },
  }
}

/** Remembers an activity as answered inside the transaction of what it caused. */
export async function rememberAnswered(
  transaction: Kysely<Tables>,
  key: string,
  answer: unknown,
  at: Temporal.Instant,
): Promise<void> {
  await transaction
    .insertInto('answered')
    .values({ key, same_as: null, answer: JSON.stringify(answer), at: instantText(at) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}
