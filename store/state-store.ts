import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { StateStore } from '../domain/ports.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

const Body = z.record(z.string(), z.unknown())

const itemsWith = (db: Kysely<Tables>, keys: readonly string[]) =>
  db.selectFrom('state').selectAll().where('key', 'in', keys)
const itemWith = compiledOnce((db, { key }: { key: string }) => itemsWith(db, [key]))
const lockItem = compiledOnce((db, { key }: { key: string }) => itemsWith(db, [key]).forUpdate())

const putItem = compiledOnce((db, { key, body, etag }: { key: string; body: string; etag: string }) =>
  db
    .insertInto('state')
    .values({ key, body, etag })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet((eb) => ({ body: eb.ref('excluded.body'), etag: eb.ref('excluded.etag'), seen_at: null })),
    ),
)

/** A write that was refused because somebody else has written or deleted the item since it was read. */
export class StateConflict extends Error {
  override readonly name = 'StateConflict'
}

/**
 * Where conversations stand. An item gets a new eTag with each write. Written without an eTag or with `*` it is kept
 * whatever is there; with any other, only over the item that has this eTag. A write keeps all its items or none.
 * The methods throw `StateConflict` where an eTag does not hold.
 */
export function stateStore({ kysely, locksRows, write, writeOne }: Database): StateStore {
  return {
    async read(keys) {
      if (keys.length === 0) return {}
      const [key = '', ...more] = keys
      const rows = await (more.length > 0 ? itemsWith(kysely, keys).execute() : itemWith(kysely, { key }))
      return Object.fromEntries(
        rows.map(({ key, body, etag }) => [key, { ...Body.parse(JSON.parse(body)), eTag: etag }]),
      )
    },

    async write(changes) {
      const items = Object.entries(changes)
        .map(([key, { eTag, ...content }]) => ({ key, eTag, body: JSON.stringify(content), etag: randomUUID() }))
        .sort((a, b) => (a.key < b.key ? -1 : 1))
      if (items.length === 0) return
      const bound = items.filter(({ eTag }) => eTag !== undefined && eTag !== null && eTag !== '*')
      await write(async (transaction) => {
        // In the order of the keys, so that two instances that write the same items never wait for each other in a ring.
        for (const { key, eTag } of bound) {
          const [stored] = await (locksRows ? lockItem : itemWith)(transaction, { key })
          if (stored?.etag !== eTag)
            throw new StateConflict('An eTag conflict: this was written by somebody else since it was read.')
        }
        for (const { key, body, etag } of items) await putItem(transaction, { key, body, etag })
      })
    },

    async keepFirst(key, item) {
      await writeOne((db) =>
        db
          .insertInto('state')
          .values({ key, body: JSON.stringify(item), etag: randomUUID() })
          .onConflict((conflict) => conflict.column('key').doNothing())
          .execute(),
      )
      const [kept] = await itemWith(kysely, { key })
      return Body.parse(JSON.parse(kept?.body ?? '{}'))
    },

    async delete(keys) {
      if (keys.length > 0) await writeOne((db) => db.deleteFrom('state').where('key', 'in', keys).execute())
    },
  }
}
