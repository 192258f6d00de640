import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely'
import type { IsoDate, StaffCode } from '../domain/ids.ts'

export type RetentionTables = {
  /** Whose records stay whole until the hold is released. */
  hold: { person: StaffCode; put_at: string; put_by: StaffCode | null }
  /** A night's run, so that one that was cut short is taken up again and one that ended is not repeated. */
  retention_run: {
    day: IsoDate
    /** JSON: kind of record to how many were removed so far. */
    counts: string
    ended: 0 | 1
  }
}

const always = (column: ColumnDefinitionBuilder) => column.notNull()

/** Holds, the nightly runs, ways to find what is past its time, and the one way in which an audit entry may go. */
export async function retentionTables(db: Kysely<unknown>, engine: 'embedded' | 'postgres'): Promise<void> {
  const { schema } = db
  await schema
    .createTable('hold')
    .addColumn('person', 'text', (column) => column.primaryKey())
    .addColumn('put_at', 'text', always)
    .addColumn('put_by', 'text')
    .execute()
  await schema
    .createTable('retention_run')
    .addColumn('day', 'text', (column) => column.primaryKey())
    .addColumn('counts', 'text', always)
    .addColumn('ended', 'integer', always)
    .execute()
  await schema.alterTable('state').addColumn('seen_at', 'text').execute()
  for (const [table, column] of byTime) {
    await schema.createIndex(`${table}_by_time`).on(table).column(column).execute()
  }
  await schema.createIndex('audit_by_subject').on('audit_entry').columns(['subject', 'sequence']).execute()
  await schema.createIndex('audit_by_actor').on('audit_entry').columns(['actor', 'sequence']).execute()
  await sql`create index view_by_time on audit_entry (at, sequence) where event = 'record.viewed'`.execute(db)
  await sql`create index removal_in_order on audit_entry (sequence) where event = 'retention.views-removed'`.execute(db)
  await letListedViewsGo(db, engine)
}

const byTime = [
  ['answered', 'at'],
  ['shown_card', 'shown_at'],
  ['state', 'seen_at'],
  ['draft', 'touched_at'],
] as const

/**
 * Still nobody may change or delete an audit entry, save one: that somebody viewed a record may be deleted while the last
 * entry of the trail is one that lists it as removed, which is so only within the transaction that does both.
 */
async function letListedViewsGo(db: Kysely<unknown>, engine: 'embedded' | 'postgres'): Promise<void> {
  const listed = (position: string) =>
    sql.raw(`old.event = 'record.viewed' and exists (
      select 1 from audit_entry as listing join audit_head on audit_head.sequence = listing.sequence
      where listing.event = 'retention.views-removed' and ${position} > 0)`)
  if (engine === 'postgres') {
    await sql`drop trigger audit_no_delete on audit_entry`.execute(db)
    await sql`create function audit_keeps_all_but_listed_views() returns trigger language plpgsql as
      $$ begin
        if ${listed(`position(',' || old.sequence || ',' in listing.detail)`)} then return old; end if;
        raise exception 'The audit trail is append-only.';
      end $$`.execute(db)
    await sql`create trigger audit_no_delete before delete on audit_entry
      for each row execute function audit_keeps_all_but_listed_views()`.execute(db)
    return
  }
  await sql`drop trigger audit_no_delete`.execute(db)
  await sql`create trigger audit_no_delete before delete on audit_entry
    when not (${listed(`instr(listing.detail, ',' || old.sequence || ',')`)})
    begin select raise(abort, 'The audit trail is append-only.'); end`.execute(db)
}
