import { setImmediate } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import type { AuditNote } from '../domain/audit.ts'
import type { AuditTrail } from '../domain/ports.ts'
import { type AuditEntry, beforeTheFirst, breakAt, hashOf } from './audit-chain.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { removedViews } from './removed-views.ts'
import type { Tables } from './tables.ts'

const pageSize = 500

const readHead = compiledOnce((db) => db.selectFrom('audit_head').select(['sequence', 'hash']))
const lockHead = compiledOnce((db) => db.selectFrom('audit_head').select(['sequence', 'hash']).forUpdate())
const moveHead = compiledOnce((db, { sequence, hash }: Pick<AuditEntry, 'sequence' | 'hash'>) =>
  db.updateTable('audit_head').set({ sequence, hash }),
)
const insertEntry = compiledOnce(
  (db, { sequence, previous, at, event, actor, subject, thing, detail, hash }: AuditEntry) =>
    db.insertInto('audit_entry').values({ sequence, previous, at, event, actor, subject, thing, detail, hash }),
)

/**
 * The audit trail. It is only ever added to, and the tables refuse a change or deletion of an entry; save that the nightly
 * job removes views whose time is over, with an entry that lists them.
 */
export function auditTrail(database: Database): AuditTrail {
  const { kysely } = database

  const head = async () => (await readHead(kysely, {}))[0]

  return {
    async append(notes) {
      if (notes.length === 0) return
      await database.write((transaction) => writeDown(transaction, database, notes))
    },

    // Entries may be added meanwhile by a running service: the head read first says what must be there at least, the
    // head read last what may be there at most. The nightly job may remove views meanwhile, so a gap that is not listed
    // is looked up once more.
    async verify() {
      const least = await head()
      if (least === undefined)
        return { entries: 0, broken: { sequence: 1, reason: 'the end of the chain is not known' } }
      const removed = removedViews(database)
      await removed.readOn()
      let last = { sequence: 0, hash: beforeTheFirst }
      let entries = 0
      for (;;) {
        const page = await kysely
          .selectFrom('audit_entry')
          .selectAll()
          .$if(last.sequence > 0, (query) => query.where('sequence', '>', last.sequence))
          .orderBy('sequence')
          .limit(pageSize)
          .execute()
        for (const entry of page) {
          if (entry.sequence > last.sequence + 1) {
            const isListed = () => removed.hasAll(last.sequence + 1, entry.sequence - 1)
            if (!isListed()) await removed.readOn()
            if (isListed()) last = { sequence: entry.sequence - 1, hash: entry.previous }
          }
          if (removed.has(entry.sequence)) {
            return { entries, broken: { sequence: entry.sequence, reason: 'it was removed, and is there again' } }
          }
          const broken = breakAt(entry, last)
          if (broken !== undefined) return { entries, broken }
          if (entry.sequence === least.sequence && entry.hash !== least.hash) {
            return { entries, broken: { sequence: entry.sequence, reason: 'it is not the one that was written last' } }
          }
          last = { sequence: entry.sequence, hash: entry.hash }
          entries += 1
        }
        if (page.length < pageSize) break
        await setImmediate()
      }
      if (last.sequence < least.sequence)
        return { entries, broken: { sequence: last.sequence + 1, reason: 'it is missing' } }
      const most = (await head())?.sequence ?? 0
      if (last.sequence > most) {
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
  const [end] = await (database.locksRows ? lockHead : readHead)(transaction, {})
  if (end === undefined) throw new Error('The audit trail has lost its end. Run "npm run --silent audit -- verify".')
  const entries: AuditEntry[] = []
  let last = end
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
  const [only, ...more] = entries
  if (only !== undefined && more.length === 0) await insertEntry(transaction, only)
  else await transaction.insertInto('audit_entry').values(entries).execute()
  await moveHead(transaction, last)
}
