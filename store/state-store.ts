import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { StateStore } from '../domain/ports.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'

const Body = z.record(z.string(), z.unknown())

/** A write that was refused because somebody else has written or deleted the item since it was read. */
export class StateConflict extends Error {
  override readonly name = 'StateConflict'
}

/**
 * Where conversations stand. An item gets a new eTag with each write. Written without an eTag or with `*` it is kept
 * whatever is there; with any other, only over the item that has this eTag. A write keeps all its items or none.
 * The methods throw `StateConflict` where an eTag does not hold.
 */
export function stateStore({ kysely, locksRows }: Database): StateStore {
  const query = (keys: readonly string[]) => kysely.selectFrom('state').selectAll().where('key', 'in', keys)
  const readOne = compiledOnce(kysely, 1, (key) => query([key]))

  return {
    async read(keys) {
      if (keys.length === 0) return {}
      const [key, ...more] = keys
      const rows = await (more.length > 0 ? query(keys).execute() : readOne(key))
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
      await kysely.transaction().execute(async (transaction) => {
        if (bound.length > 0) {
          const rows = await transaction
            .selectFrom('state')
            .select(['key', 'etag'])
            .where(
              'key',
              'in',
              bound.map(({ key }) => key),
            )
            .orderBy('key')
            .$if(locksRows, (query) => query.forUpdate())
            .execute()
          const stored = new Map(rows.map(({ key, etag }) => [key, etag]))
          if (bound.some(({ key, eTag }) => stored.get(key) !== eTag)) {
            throw new StateConflict('An eTag conflict: this was written by somebody else since it was read.')
          }
        }
        await transaction
          .insertInto('state')
          .values(items.map(({ key, body, etag }) => ({ key, body, etag })))
          .onConflict((conflict) =>
            conflict
              .column('key')
              .doUpdateSet((eb) => ({ body: eb.ref('excluded.body'), etag: eb.ref('excluded.etag') })),
          )
          .execute()
      })
    },

    async delete(keys) {
      if (keys.length > 0) await kysely.deleteFrom('state').where('key', 'in', keys).execute()
    },
  }
}
