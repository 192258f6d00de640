import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import type { DrawKind } from '../domain/case-draw.ts'
import type { Crn, DrawId, StaffCode } from '../domain/ids.ts'

export type CaseDrawTables = {
  case_draw: {
    id: DrawId
    practitioner: StaffCode
    /** Rises by one with each draw for the practitioner, so that of two made at once only one is kept. */
    number: number
    kind: DrawKind
    drawn_by: StaffCode
    drawn_at: string
    crn: Crn
    seed: string
    /** JSON: list of CRNs. */
    eligible: string
    /** JSON: reason to how many cases. */
    left_out: string
    /** 1 where access to some cases could not be checked, else 0. */
    access_unchecked: number
    instead_of: DrawId | null
    /** Why another was drawn, as it was typed. */
    because: string | null
  }
  nomination: { practitioner: StaffCode; number: number; crn: Crn; nominated_at: string }
}

const always = (column: ColumnDefinitionBuilder) => column.notNull()

/** The tables of cases drawn at random, and of cases put forward. */
export async function caseDrawTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('case_draw')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('practitioner', 'text', always)
    .addColumn('number', 'integer', always)
    .addColumn('kind', 'text', always)
    .addColumn('drawn_by', 'text', always)
    .addColumn('drawn_at', 'text', always)
    .addColumn('crn', 'text', always)
    .addColumn('seed', 'text', always)
    .addColumn('eligible', 'text', always)
    .addColumn('left_out', 'text', always)
    .addColumn('access_unchecked', 'integer', always)
    .addColumn('instead_of', 'text', (column) => column.unique().references('case_draw.id'))
    .addColumn('because', 'text')
    .addUniqueConstraint('case_draw_number', ['practitioner', 'number'])
    .execute()
  await schema.createIndex('case_draw_by_maker').on('case_draw').columns(['drawn_by', 'drawn_at']).execute()
  await schema
    .createTable('nomination')
    .addColumn('practitioner', 'text', always)
    .addColumn('number', 'integer', always)
    .addColumn('crn', 'text', always)
    .addColumn('nominated_at', 'text', always)
    .addPrimaryKeyConstraint('nomination_key', ['practitioner', 'number'])
    .execute()
}
