import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely'
import { beforeTheFirst } from './audit-chain.ts'

const always = (column: ColumnDefinitionBuilder) => column.notNull()

/** The first tables, with the rows that exist once. What each column holds is said in `tables.ts`. */
export async function firstTables(db: Kysely<unknown>, engine: 'embedded' | 'postgres'): Promise<void> {
  const { schema } = db

  await schema
    .createTable('staff')
    .addColumn('staff_code', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', always)
    .addColumn('email', 'text')
    .addColumn('username', 'text')
    .addColumn('entra_object_id', 'text', (column) => column.unique())
    .addColumn('grade', 'text', always)
    .addColumn('team_code', 'text')
    .addColumn('pdu_code', 'text')
    .addColumn('manager_staff_code', 'text')
    .addColumn('started_on', 'text')
    .addColumn('ended_on', 'text')
    .addColumn('qualified_on', 'text')
    .addColumn('fte', 'double precision')
    .addColumn('mentor_staff_code', 'text')
    .addColumn('training', 'text', always)
    .execute()
  await schema.createIndex('staff_by_manager').on('staff').column('manager_staff_code').execute()
  await schema
    .createTable('staff_version')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('version', 'integer', always)
    .execute()
  await sql`insert into staff_version (id, version) values (1, 1)`.execute(db)

  await schema
    .createTable('draft')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('by_code', 'text', always)
    .addColumn('body', 'text', always)
    .addColumn('version', 'integer', always)
    .addColumn('state', 'text', always)
    .addColumn('touched', 'integer', always)
    .addColumn('touched_at', 'text', always)
    .execute()
  await schema.createIndex('draft_by_person').on('draft').columns(['by_code', 'touched']).execute()

  await schema
    .createTable('session')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('practitioner', 'text', always)
    .addColumn('supervisor', 'text', always)
    .addColumn('logged_by', 'text', always)
    .addColumn('signer', 'text', always)
    .addColumn('held_on', 'text', always)
    .addColumn('minutes', 'integer', always)
    .addColumn('crns', 'text', always)
    .addColumn('answers', 'text', always)
    .addColumn('private_answers', 'text', always)
    .addColumn('logged_at', 'text', always)
    .addColumn('origin', 'text', always)
    .execute()
  await schema.createIndex('session_by_practitioner').on('session').columns(['practitioner', 'held_on']).execute()
  await schema.createIndex('session_by_signer').on('session').columns(['signer', 'logged_at']).execute()
  await schema.createIndex('session_by_logger').on('session').columns(['logged_by', 'logged_at']).execute()
  await schema
    .createTable('session_kind')
    .addColumn('session', 'text', (column) => column.notNull().references('session.id'))
    .addColumn('position', 'integer', always)
    .addColumn('kind', 'text', always)
    .addPrimaryKeyConstraint('session_kind_key', ['session', 'position'])
    .execute()
  await schema
    .createTable('sign_off')
    .addColumn('session', 'text', (column) => column.primaryKey().references('session.id'))
    .addColumn('by_code', 'text', always)
    .addColumn('outcome', 'text', always)
    .addColumn('words', 'text')
    .addColumn('signed_at', 'text', always)
    .execute()
  await schema
    .createTable('amendment')
    .addColumn('old_session', 'text', (column) => column.primaryKey().references('session.id'))
    .addColumn('new_session', 'text', (column) => column.notNull().unique().references('session.id'))
    .addColumn('kind', 'text', always)
    .addColumn('by_code', 'text', always)
    .addColumn('at', 'text', always)
    .execute()
  await schema
    .createTable('notice')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('to_code', 'text', always)
    .addColumn('about', 'text', (column) => column.notNull().references('session.id'))
    .addColumn('what', 'text', always)
    .addColumn('state', 'text', always)
    .addColumn('attempts', 'integer', always)
    .addColumn('last_outcome', 'text')
    .addColumn('created_at', 'text', always)
    .addColumn('settled_at', 'text')
    .execute()
  await schema.createIndex('notice_by_person').on('notice').columns(['state', 'to_code', 'created_at']).execute()
  await schema.createIndex('notice_by_session').on('notice').column('about').execute()

  await schema
    .createTable('shown_card')
    .addColumn('thing', 'text', always)
    .addColumn('to_code', 'text', always)
    .addColumn('service_url', 'text', always)
    .addColumn('conversation_id', 'text', always)
    .addColumn('message_id', 'text', always)
    .addColumn('shown', 'integer', always)
    .addColumn('shown_at', 'text', always)
    .addPrimaryKeyConstraint('shown_card_key', ['thing', 'to_code', 'conversation_id', 'message_id'])
    .execute()
  await schema
    .createTable('conversation')
    .addColumn('tenant_id', 'text', always)
    .addColumn('entra_object_id', 'text', always)
    .addColumn('service_url', 'text', always)
    .addColumn('conversation_id', 'text', always)
    .addColumn('user_id', 'text', always)
    .addColumn('bot_id', 'text', always)
    .addColumn('channel_id', 'text', always)
    .addColumn('used_at', 'text', always)
    .addPrimaryKeyConstraint('conversation_key', ['tenant_id', 'entra_object_id'])
    .execute()
  await schema
    .createIndex('conversation_by_person')
    .on('conversation')
    .columns(['entra_object_id', 'used_at'])
    .execute()
  await schema.createIndex('conversation_by_tenant').on('conversation').columns(['tenant_id', 'used_at']).execute()
  await schema.createIndex('conversation_by_use').on('conversation').column('used_at').execute()
  await schema
    .createTable('welcome')
    .addColumn('tenant_id', 'text', always)
    .addColumn('entra_object_id', 'text', always)
    .addColumn('claimed_at', 'text', always)
    .addPrimaryKeyConstraint('welcome_key', ['tenant_id', 'entra_object_id'])
    .execute()

  await schema
    .createTable('answered')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('same_as', 'text')
    .addColumn('answer', 'text')
    .addColumn('at', 'text', always)
    .execute()
  await schema
    .createTable('state')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('body', 'text', always)
    .addColumn('etag', 'text', always)
    .execute()

  await schema
    .createTable('audit_entry')
    .addColumn('sequence', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', always)
    .addColumn('event', 'text', always)
    .addColumn('actor', 'text')
    .addColumn('subject', 'text')
    .addColumn('thing', 'text')
    .addColumn('detail', 'text')
    .addColumn('previous', 'text', always)
    .addColumn('hash', 'text', always)
    .execute()
  await schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('sequence', 'integer', always)
    .addColumn('hash', 'text', always)
    .execute()
  await sql`insert into audit_head (id, sequence, hash) values (1, 0, ${sql.lit(beforeTheFirst)})`.execute(db)
  await refuseChanges(db, engine)
}

/** Makes the tables themselves refuse what nothing here does: changing or deleting an audit entry. */
async function refuseChanges(db: Kysely<unknown>, engine: 'embedded' | 'postgres'): Promise<void> {
  if (engine === 'postgres') {
    await sql`create function audit_is_append_only() returns trigger language plpgsql as
      $$ begin raise exception 'The audit trail is append-only.'; end $$`.execute(db)
  }
  for (const change of ['update', 'delete']) {
    const when = sql`create trigger ${sql.raw(`audit_no_${change}`)} before ${sql.raw(change)} on audit_entry`
    if (engine === 'postgres') {
      await sql`${when} for each statement execute function audit_is_append_only()`.execute(db)
    } else {
      await sql`${when} begin select raise(abort, 'The audit trail is append-only.'); end`.execute(db)
    }
  }
}
