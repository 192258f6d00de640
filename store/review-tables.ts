import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import type { Crn, ReviewAnswerId, StaffCode } from '../domain/ids.ts'
import type { ReviewId } from '../domain/reviews/review.ts'
import type { ReviewSaid } from '../domain/reviews/review-answer.ts'

export type ReviewTables = {
  review_answer: {
    id: ReviewAnswerId
    crn: Crn
    review: ReviewId
    due_on: string
    practitioner: StaffCode
    by_code: StaffCode
    at: string
    /** Rises with every answer about the case, so that their order never hangs on two clock readings being different. */
    number: number
    said: ReviewSaid
    on_day: string | null
    reason: string | null
  }
  /** What falls due, as it was read from the case services at night. */
  review_due: { practitioner: StaffCode; crn: Crn; review: ReviewId; due_on: string; read_at: string }
  /** Whose cases were read, also where nothing falls due. */
  review_read: { practitioner: StaffCode; read_at: string }
  /** One row: which instance reads now, and until when it has the reading. */
  review_reading: { id: number; owner: string; until: string }
}

const always = (column: ColumnDefinitionBuilder) => column.notNull()

/** The tables of what falls due of cases, and of what was said of it. */
export async function reviewTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('review_answer')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('crn', 'text', always)
    .addColumn('review', 'text', always)
    .addColumn('due_on', 'text', always)
    .addColumn('practitioner', 'text', always)
    .addColumn('by_code', 'text', always)
    .addColumn('at', 'text', always)
    .addColumn('number', 'integer', always)
    .addColumn('said', 'text', always)
    .addColumn('on_day', 'text')
    .addColumn('reason', 'text')
    .execute()
  await schema
    .createTable('review_due')
    .addColumn('practitioner', 'text', always)
    .addColumn('crn', 'text', always)
    .addColumn('review', 'text', always)
    .addColumn('due_on', 'text', always)
    .addColumn('read_at', 'text', always)
    .addPrimaryKeyConstraint('review_due_key', ['practitioner', 'crn', 'review', 'due_on'])
    .execute()
  await schema
    .createTable('review_read')
    .addColumn('practitioner', 'text', (column) => column.primaryKey())
    .addColumn('read_at', 'text', always)
    .execute()
  await schema
    .createTable('review_reading')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('owner', 'text', always)
    .addColumn('until', 'text', always)
    .execute()
  for (const [name, ...columns] of [
    ['review_answer_by_case', 'crn', 'number'],
    ['review_answer_by_practitioner', 'practitioner', 'at'],
    ['review_answer_by_person', 'by_code', 'at'],
  ] as const) {
    await schema
      .createIndex(name)
      .on('review_answer')
      .columns([...columns])
      .execute()
  }
}
