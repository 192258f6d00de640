import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely'
import type { SessionId, StaffCode } from '../domain/ids.ts'
import type { ReflectiveRating } from '../domain/reflection.ts'

export type AmendmentTables = {
  /** What ended a session: a correction, which points at the new session, or a withdrawal, which may have a reason. */
  amendment: {
    old_session: SessionId
    new_session: SessionId | null
    kind: 'correction' | 'withdrawal'
    by_code: StaffCode
    at: string
    reason: string | null
  }
  /** Whether the person supervised found a session reflective. */
  reflection: { session: SessionId; by_code: StaffCode; rating: ReflectiveRating; line: string | null; at: string }
}

const always = (column: ColumnDefinitionBuilder) => column.notNull()

/** Room for withdrawals among the amendments, and the table of what practitioners said of reflective sessions. */
export async function amendmentTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  // SQLite cannot let a column be empty that was not, so the table is made again. Nothing points at it.
  await schema
    .createTable('amendment_with_withdrawals')
    .addColumn('old_session', 'text', (column) => column.primaryKey().references('session.id'))
    .addColumn('new_session', 'text', (column) => column.unique().references('session.id'))
    .addColumn('kind', 'text', always)
    .addColumn('by_code', 'text', always)
    .addColumn('at', 'text', always)
    .addColumn('reason', 'text')
    .execute()
  await sql`insert into amendment_with_withdrawals (old_session, new_session, kind, by_code, at)
    select old_session, new_session, kind, by_code, at from amendment`.execute(db)
  await schema.dropTable('amendment').execute()
  await schema.alterTable('amendment_with_withdrawals').renameTo('amendment').execute()
  await schema
    .createTable('reflection')
    .addColumn('session', 'text', (column) => column.primaryKey().references('session.id'))
    .addColumn('by_code', 'text', always)
    .addColumn('rating', 'text', always)
    .addColumn('line', 'text')
    .addColumn('at', 'text', always)
    .execute()
}
