import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Kept, Outbox } from '../domain/reminders/outbox.ts'
import type { Database } from './database.ts'
import { instantFrom, instantText } from './instant-text.ts'
import { entryOf, outboxClaims } from './outbox-claims.ts'
import { cancelOutbox, insertOutbox } from './outbox-entries.ts'
import type { Tables } from './tables.ts'

/** So many in one transaction, which then holds up nobody longer than a few milliseconds. */
const addedAtOnce = 100

/** What is to reach people. Its unique key decides what was there first, and its lease whose it is. */
export function outbox(database: Database): Outbox {
  const { kysely } = database
  return {
    ...outboxClaims(database),

    async enqueue(entries, at) {
      let added = 0
      for (let from = 0; from < entries.length; from += addedAtOnce) {
        const page = entries.slice(from, from + addedAtOnce)
        added += await database.write((transaction) => insertOutbox(transaction, page, at))
        if (from + addedAtOnce < entries.length) await setImmediate()
      }
      return added
    },

    cancel: (to, keyBegins, at) => database.write((transaction) => cancelOutbox(transaction, to, keyBegins, at)),

    async returned(to, at) {
      const unreachable = sql.lit('unreachable' as const)
      const waits = kysely.selectFrom('outbox').select('key').where('to_code', '=', to).where('state', '=', unreachable)
      // Nearly everybody who writes was never out of reach, and a look costs no commit.
      if ((await waits.limit(1).execute()).length === 0) return 0
      const { numUpdatedRows } = await database.writeOne((db) =>
        db
          .updateTable('outbox')
          .set({ state: 'waiting', lease_until: null, touched_at: instantText(at) })
          .where('to_code', '=', to)
          .where('state', '=', unreachable)
          .executeTakeFirstOrThrow(),
      )
      return Number(numUpdatedRows)
    },

    async ofPerson(to, most) {
      const rows = await kysely
        .selectFrom('outbox')
        .selectAll()
        .where('to_code', '=', to)
        .orderBy('touched_at', 'desc')
        .orderBy('key')
        .limit(most)
        .execute()
      return rows.map(kept)
    },

    async report(since, most, after) {
      const rows = await kysely
        .selectFrom('outbox')
        .select(['to_code', 'state', 'outcome'])
        .select(({ fn }) => [fn.countAll<number | string>().as('count'), fn.max('touched_at').as('last_at')])
        .where('outcome', 'is not', null)
        .where('touched_at', '>=', instantText(since))
        .$if(after !== undefined, (query) =>
          query.where(sql<boolean>`(to_code, state, outcome) > (${after?.to}, ${after?.state}, ${after?.outcome})`),
        )
        .groupBy(['to_code', 'state', 'outcome'])
        .orderBy('to_code')
        .orderBy('state')
        .orderBy('outcome')
        .limit(most)
        .execute()
      return rows.flatMap(({ to_code, state, outcome, count, last_at }) =>
        outcome === null ? [] : [{ to: to_code, state, outcome, count: Number(count), lastAt: instantFrom(last_at) }],
      )
    },
  }
}

function kept(row: Tables['outbox']): Kept {
  const { service_url: serviceUrl, conversation_id: conversationId, message_id: messageId } = row
  return {
    ...entryOf(row),
    state: row.state,
    touchedAt: instantFrom(row.touched_at),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
    ...(row.why === null ? {} : { why: row.why }),
    ...(serviceUrl === null || conversationId === null || messageId === null
      ? {}
      : { place: { serviceUrl, conversationId, messageId } }),
  }
}
