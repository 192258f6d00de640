import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { ThingId } from '../domain/ids.ts'
import type { Delivery, Notice, Notices } from '../domain/ports.ts'
import { outboxKey } from '../domain/reminders/outbox.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { insertOutbox } from './outbox-entries.ts'
import { rememberCard } from './shown-cards.ts'
import type { Tables } from './tables.ts'

/** Notices on their way. One that has nothing left to say, because its session was signed or corrected, is not among them. */
export function notices(database: Database): Notices {
  const { kysely } = database
  return {
    async undelivered(to) {
      const rows = await kysely
        .selectFrom('notice')
        .select(['id', 'to_code', 'about', 'what'])
        .where('state', '=', 'waiting')
        .$if(to !== undefined, (query) => query.where('to_code', '=', to ?? null))
        .orderBy('created_at')
        .orderBy('id')
        .execute()
      return rows.map(({ id, to_code, about, what }) => ({ id, to: to_code, about, what }))
    },

    async settle(ids, outcome, at, shown, again) {
      const settled = {
        state: outcome === 'delivered' ? ('delivered' as const) : ('waiting' as const),
        last_outcome: outcome,
        settled_at: instantText(at),
      }
      await database.write(async (transaction) => {
        for (const id of ids) await settleOne(transaction, { id, ...settled })
        if (again !== undefined) await comeAgain(transaction, ids, outcome, at, again)
        if (shown !== undefined) await rememberCard(transaction, shown, at)
      })
    },
  }
}

type Row = Tables['notice']

/** Puts notices that still wait into the outbox, as tried once. */
async function comeAgain(
  transaction: Kysely<Tables>,
  ids: readonly string[],
  outcome: Delivery['outcome'],
  at: Temporal.Instant,
  dueAt: Temporal.Instant,
): Promise<void> {
  const waiting = await transaction
    .selectFrom('notice')
    .select(['id', 'to_code as to'])
    .where('id', 'in', ids)
    .where('state', '=', 'waiting')
    .execute()
  const entries = waiting.map(({ id, to }) => ({
    key: outboxKey(to, 'notice', id, 'again'),
    to,
    what: 'notice' as const,
    about: { notice: id },
    dueAt,
    attempts: 1,
    unknowns: outcome === 'unknown' ? 1 : 0,
  }))
  await insertOutbox(transaction, entries, at)
}

const settleOne = compiledOnce(
  (db, { id, state, last_outcome, settled_at }: Pick<Row, 'id' | 'state' | 'last_outcome' | 'settled_at'>) =>
    db
      .updateTable('notice')
      .set((eb) => ({ state, attempts: eb('attempts', '+', 1), last_outcome, settled_at }))
      .where('id', '=', id)
      .where('state', '=', 'waiting'),
)

const addOne = compiledOnce(
  (db, { id, to_code, about, what, created_at }: Omit<Row, 'state' | 'attempts' | 'last_outcome' | 'settled_at'>) =>
    db.insertInto('notice').values({ id, to_code, about, what, state: 'waiting', attempts: 0, created_at }),
)

/** Adds a notice that waits to be delivered, inside the transaction of what it is about. */
export async function insertNotice(transaction: Kysely<Tables>, notice: Notice, at: Temporal.Instant): Promise<void> {
  const { id, to, about, what } = notice
  await addOne(transaction, { id, to_code: to, about, what, created_at: instantText(at) })
}

/** Ends the notices about a thing that still wait: something has happened to it that makes them pointless. */
export async function overtakeNotices(
  transaction: Kysely<Tables>,
  about: ThingId,
  at: Temporal.Instant,
): Promise<void> {
  await transaction
    .updateTable('notice')
    .set({ state: 'overtaken', settled_at: instantText(at) })
    .where('about', '=', about)
    .where('state', '=', 'waiting')
    .execute()
}
