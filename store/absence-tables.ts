import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely'
import type { AbsenceReason } from '../domain/absence.ts'
import type { AbsenceId, CoverId, StaffCode } from '../domain/ids.ts'

/** What both tables keep beside the days: who wrote the row down, and who ended it when it no longer stands. */
type Written = {
  recorded_by: StaffCode
  recorded_at: string
  ended_by: StaffCode | null
  ended_at: string | null
}

export type AbsenceTables = {
  absence: Written & {
    id: AbsenceId
    person: StaffCode
    from_day: string
    /** The last day away; nothing while nobody knows it. */
    to_day: string | null
    reason: AbsenceReason
    /** The absence it took the place of. */
    replaces: AbsenceId | null
  }
  cover: Written & {
    id: CoverId
    manager: StaffCode
    by_code: StaffCode
    from_day: string
    to_day: string
    /** The absence it was written down together with, and ends with. */
    came_with: AbsenceId | null
  }
  /** One row; it rises with every change of a cover. */
  cover_version: { id: number; version: number }
}

const always = (column: ColumnDefinitionBuilder) => column.notNull()

/** The tables of who is away and who stands in. */
export async function absenceTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('absence')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('person', 'text', always)
    .addColumn('from_day', 'text', always)
    .addColumn('to_day', 'text')
    .addColumn('reason', 'text', always)
    .addColumn('replaces', 'text', (column) => column.references('absence.id'))
    .addColumn('recorded_by', 'text', always)
    .addColumn('recorded_at', 'text', always)
    .addColumn('ended_by', 'text')
    .addColumn('ended_at', 'text')
    .execute()
  await schema.createIndex('absence_by_person').on('absence').columns(['person', 'from_day']).execute()
  await schema
    .createTable('cover')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('manager', 'text', always)
    .addColumn('by_code', 'text', always)
    .addColumn('from_day', 'text', always)
    .addColumn('to_day', 'text', always)
    .addColumn('came_with', 'text')
    .addColumn('recorded_by', 'text', always)
    .addColumn('recorded_at', 'text', always)
    .addColumn('ended_by', 'text')
    .addColumn('ended_at', 'text')
    .execute()
  await schema.createIndex('cover_by_absence').on('cover').column('came_with').execute()
  await schema.createIndex('cover_by_last_day').on('cover').column('to_day').execute()
  await schema
    .createTable('cover_version')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('version', 'integer', always)
    .execute()
  await sql`insert into cover_version (id, version) values (1, 1)`.execute(db)
}
