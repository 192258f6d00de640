import { type Expression, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { AuditNote } from '../domain/audit.ts'
import type { StaffCode } from '../domain/ids.ts'
import { writeDown } from './audit-trail.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'

/** The tables of what is being written down or decided. */
type DraftTable = 'draft' | 'allocation_draft'

/** Closes an open draft without anything coming of it, with its audit note; false when it was not open. */
export async function cancelDraft(
  database: Database,
  table: DraftTable,
  { id, at, note }: { id: string; at: Temporal.Instant; note: AuditNote },
): Promise<boolean> {
  return await database.write(async (transaction) => {
    const { numAffectedRows } = await sql`update ${sql.table(table)}
      set state = 'cancelled', touched_at = ${instantText(at)} where id = ${id} and state = 'open'`.execute(transaction)
    if (numAffectedRows !== 1n) return false
    await writeDown(transaction, database, [note])
    return true
  })
}

/** The number of the next touch among all drafts of a person in a table. */
export function nextTouch(table: DraftTable, person: StaffCode): Expression<number> {
  return sql<number>`(select coalesce(max(touched), 0) + 1 from ${sql.table(table)} where by_code = ${person})`
}
