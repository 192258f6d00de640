import { setImmediate } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import type { AuditNote } from '../domain/audit.ts'
import type { AuditTrail } from '../domain/ports.ts'
import { type AuditEntry, beforeTheFirst, breakAt, hashOf } from './audit-chain.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import type { Tables } from './tables.ts'

const pageSize = 500

/** The audit trail. It is only ever added to; the tables refuse a change or deletion of an entry. */
export function auditTrail(database: Database): AuditTrail {
  const { kysely } = database

  const head = () => kysely.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirst()

  return {
    async append(notes) {
      if (notes.length === 0) return
      await kysely.transaction().execute((transaction) => writeDown(transaction, database, notes))
    },

    // Entries may be added meanwhile by a running service: the head read first says what must be there at least, the
    // head read last what may be there at most.
    async verify() {
      const least = await head()
      if (least === undefined)
        return { entries: 0, broken: { sequence: 1, reason: 'the end of the chain is not known' } }
      let last = { sequence: 0, hash: beforeTheFirst }
      for (;;) {
        const page = await kysely
          .selectFrom('audit_entry')
          .selectAll()
          .$if(last.sequence > 0, (query) => query.where('sequence', '>', last.sequence))
          .orderBy('sequence')
          .limit(pageSize)
          .execute()
        for (const entry of page) {
          const broken = breakAt(entry, last)
          if (broken !== undefined) return { entries: last.sequence, broken }
          if (entry.sequence === least.sequence && entry.hash !== least.hash) {
            return {
              entries: last.sequence,
              broken: { sequence: entry.sequence, reason: 'it is not the one that was written last' },
            }
          }
          last = { sequence: entry.sequence, hash: entry.hash }
        }
        if (page.length < pageSize) break
        await setImmediate()
      }
      const entries = last.sequence
      if (entries < least.sequence) return { entries, broken: { sequence: entries + 1, reason: 'it is missing' } }
      const most = (await head())?.sequence ?? 0
      if (entries > most) {
        return { entries, broken: { sequence: most + 1, reason: 'it was added without belonging to the chain' } }
      }
      return { entries }
    },
  }
}

/**
 * Adds notes to the chain, as the last thing a transaction does: on PostgreSQL every writer waits here for the one before
 * it, and should wait as briefly as possible.
 */
export async function writeDown(
  transaction: Transaction<Tables>,
  database: Database,
  notes: readonly AuditNote[],
): Promise<void> {
  if (notes.length === 0) return
  let last = await transaction
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .$if(database.locksRows, (query) => query.forUpdate())
    .executeTakeFirstOrThrow(
      () => new Error('The audit trail has lost its end. Run "npm run --silent audit -- verify".'),
    )
  const entries: AuditEntry[] = []
  for (const note of notes) {
    const content = {
      sequence: last.sequence + 1,
      previous: last.hash,
      at: instantText(note.at),
      event: note.event,
      actor: note.actor ?? null,
      subject: note.subject ?? null,
      thing: note.thing ?? null,
      detail: note.detail ?? null,
    }
    const entry = { ...content, hash: hashOf(content) }
    entries.push(entry)
    last = entry
  }
  await transaction.insertInto('audit_entry').values(entries).execute()
  await transaction.updateTable('audit_head').set({ sequence: last.sequence, hash: last.hash }).execute()
}
