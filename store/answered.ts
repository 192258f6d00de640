import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Answered } from '../domain/ports.ts'
import { writeDown } from './audit-trail.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { rememberCard } from './shown-cards.ts'
import type { Tables } from './tables.ts'

const answersUnder = (db: Kysely<Tables>, keys: readonly string[]) =>
  db
    .selectFrom('answered as asked')
    .leftJoin('answered as first', 'first.key', 'asked.same_as')
    .select((eb) => eb.fn.coalesce('asked.answer', 'first.answer').as('answer'))
    .where('asked.key', 'in', keys)
    .orderBy('asked.at')
    .limit(1)
const findOne = compiledOnce((db, { one }: { one: string }) => answersUnder(db, [one]))
const findEither = compiledOnce((db, { one, other }: { one: string; other: string }) => answersUnder(db, [one, other]))

/** Gives the key back when nothing was kept under it before. */
const keepUnder = compiledOnce((db, { key, same_as, answer, at }: Tables['answered']) =>
  db
    .insertInto('answered')
    .values({ key, same_as, answer, at })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key'),
)

/** The first answer to each thing that came in. The database's own unique keys decide who was first. */
export function answered(database: Database): Answered {
  const { kysely } = database
  return {
    async find(keys) {
      const [one, other, ...more] = keys
      if (one === undefined) return undefined
      const [row] = await (more.length > 0
        ? answersUnder(kysely, keys).execute()
        : other === undefined
          ? findOne(kysely, { one })
          : findEither(kysely, { one, other }))
      if (row === undefined || row.answer === null) return undefined
      const answer: unknown = JSON.parse(row.answer)
      return answer
    },

    async keep(keys, answer, at, notes, shown) {
      // Sorted, so that two instances that keep the same keys never wait for each other in a ring.
      const distinct = [...new Set(keys)].sort()
      const rows = distinct.map((key, index) => ({
        key,
        same_as: index === 0 ? null : (distinct[0] ?? null),
        answer: index === 0 ? JSON.stringify(answer) : null,
        at: instantText(at),
      }))
      const [only, ...more] = rows
      if (only !== undefined && more.length === 0 && notes.length === 0 && shown === undefined) {
        return (await database.writeOne((db) => keepUnder(db, only))).length === 0 ? 'already' : 'kept'
      }
      return await database.write(async (transaction) => {
        const kept: string[] = []
        for (const row of rows) {
          if ((await keepUnder(transaction, row)).length > 0) kept.push(row.key)
          else {
            if (kept.length > 0) await transaction.deleteFrom('answered').where('key', 'in', kept).execute()
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
  await keepUnder(transaction, { key, same_as: null, answer: JSON.stringify(answer), at: instantText(at) })
}
