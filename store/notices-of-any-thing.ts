import { type Kysely, sql } from 'kysely'

/** Notices may be about anything, no longer about a session only. The table is made anew, because SQLite cannot drop a reference. */
export async function noticesOfAnyThing(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema.dropIndex('notice_by_person').execute()
  await schema.dropIndex('notice_by_session').execute()
  await schema.alterTable('notice').renameTo('notice_of_session').execute()
  await schema
    .createTable('notice')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('to_code', 'text', (column) => column.notNull())
    .addColumn('about', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('last_outcome', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .execute()
  await sql`insert into notice (id, to_code, about, what, state, attempts, last_outcome, created_at, settled_at)
    select id, to_code, about, what, state, attempts, last_outcome, created_at, settled_at from notice_of_session`.execute(
    db,
  )
  await schema.dropTable('notice_of_session').execute()
  await schema.createIndex('notice_by_person').on('notice').columns(['state', 'to_code', 'created_at']).execute()
  await schema.createIndex('notice_by_thing').on('notice').column('about').execute()
}
