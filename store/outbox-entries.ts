import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../domain/ids.ts'
import type { OutboxEntry, Tries } from '../domain/reminders/outbox.ts'
import { instantText } from './instant-text.ts'
import type { Tables } from './tables.ts'

/** An entry that may have been tried before it was put in. */
export type TriedEntry = OutboxEntry & Partial<Tries>

/**
 * Adds entries inside the transaction of their cause, so that neither is there without the other, and gives how many were
 * added. A key that is there already is left alone. Those of somebody out of reach wait for their return. A hundred at once
 * are no more than one statement should take.
 */
export async function insertOutbox(
  transaction: Kysely<Tables>,
  entries: readonly TriedEntry[],
  at: Temporal.Instant,
): Promise<number> {
  if (entries.length === 0) return 0
  const unreachable = await transaction
    .selectFrom('outbox')
    .select('to_code')
    .distinct()
    // A word of the statement and not a value of it, or the index of those out of reach would not be used.
    .where('state', '=', sql.lit('unreachable' as const))
    .where('to_code', 'in', [...new Set(entries.map(({ to }) => to))])
    .execute()
  const away = new Set(unreachable.map(({ to_code }) => to_code))
  const touchedAt = instantText(at)
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('outbox')
    .values(
      entries.map(({ key, to, what, about, dueAt, attempts = 0, unknowns = 0 }) => ({
        key,
        to_code: to,
        what,
        about: JSON.stringify(about),
        due_at: instantText(dueAt),
        state: away.has(to) ? ('unreachable' as const) : ('waiting' as const),
        attempts,
        unknowns,
        sending: 0,
        touched_at: touchedAt,
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

/**
 * Ends what has not been begun of a person, by the beginning of its key, inside the transaction of what makes it pointless,
 * and gives how many. What is being sent at this moment goes its way.
 */
export async function cancelOutbox(
  transaction: Kysely<Tables>,
  to: StaffCode,
  keyBegins: string,
  at: Temporal.Instant,
): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable('outbox')
    .set({ state: 'ended', outcome: 'cancelled', touched_at: instantText(at) })
    .where('to_code', '=', to)
    .where('state', '<>', 'ended')
    .where('sending', '=', 0)
    // Compared as it stands: what LIKE makes of capitals and of signs in a key differs between the engines.
    .where(sql<string>`substr(key, 1, ${sql.lit(keyBegins.length)})`, '=', keyBegins)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
