import type { ColumnDefinitionBuilder, Kysely } from 'kysely'

/** The figures of a quarter that were shown; the ratings are all there or none is. */
export type ShownFiguresTable = {
  shown_figures: {
    pdu: string
    from_day: string
    answers: number
    yes: number | null
    partly: number | null
    no: number | null
    shown_at: string
  }
}

const always = (column: ColumnDefinitionBuilder) => column.notNull()

/** The table of figures that were shown. Its key decides who showed a quarter first. */
export async function shownFiguresTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('shown_figures')
    .addColumn('pdu', 'text', always)
    .addColumn('from_day', 'text', always)
    .addColumn('answers', 'integer', always)
    .addColumn('yes', 'integer')
    .addColumn('partly', 'integer')
    .addColumn('no', 'integer')
    .addColumn('shown_at', 'text', always)
    .addPrimaryKeyConstraint('shown_figures_key', ['pdu', 'from_day'])
    .execute()
}
