import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely'
import type { StaffCode } from '../domain/ids.ts'
import type { Kept, OutboxState, OutboxWhat } from '../domain/reminders/outbox.ts'

export type OutboxTables = {
  outbox: {
    key: string
    to_code: StaffCode
    what: OutboxWhat
    /** JSON: name to id. */
    about: string
    due_at: string
    state: OutboxState
    attempts: number
    unknowns: number
    /** 1 from the moment before it is sent until it is known what became of it, else 0. */
    sending: number
    lease_owner: string | null
    /** The end of the lease, or the moment it was settled: until then, and for a pause, its person is not taken by anybody else. */
    lease_until: string | null
    outcome: NonNullable<Kept['outcome']> | null
    why: string | null
    touched_at: string
    service_url: string | null
    conversation_id: string | null
    message_id: string | null
  }
  send_limit: {
    tenant_id: string
    /** The first slot that nobody has. */
    next_at: string
    held_until: string | null
  }
}

const always = (column: ColumnDefinitionBuilder) => column.notNull()

/** What is to reach people, and how fast it may. */
export async function outboxTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('outbox')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('to_code', 'text', always)
    .addColumn('what', 'text', always)
    .addColumn('about', 'text', always)
    .addColumn('due_at', 'text', always)
    .addColumn('state', 'text', always)
    .addColumn('attempts', 'integer', always)
    .addColumn('unknowns', 'integer', always)
    .addColumn('sending', 'integer', always)
    .addColumn('lease_owner', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('outcome', 'text')
    .addColumn('why', 'text')
    .addColumn('touched_at', 'text', always)
    .addColumn('service_url', 'text')
    .addColumn('conversation_id', 'text')
    .addColumn('message_id', 'text')
    .execute()
  await sql`create index outbox_waiting on outbox (due_at, key) where state = 'waiting'`.execute(db)
  await sql`create index outbox_unreachable on outbox (to_code) where state = 'unreachable'`.execute(db)
  await schema.createIndex('outbox_busy').on('outbox').columns(['to_code', 'lease_until']).execute()
  await schema
    .createIndex('outbox_by_outcome')
    .on('outbox')
    .columns(['to_code', 'state', 'outcome', 'touched_at'])
    .execute()
  await schema.createIndex('outbox_by_time').on('outbox').column('touched_at').execute()
  await schema
    .createTable('send_limit')
    .addColumn('tenant_id', 'text', (column) => column.primaryKey())
    .addColumn('next_at', 'text', always)
    .addColumn('held_until', 'text')
    .execute()
}
