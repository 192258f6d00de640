import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import type { SubmissionState } from '../domain/allocation/allocation.ts'
import type { AllocationQuestionKind } from '../domain/allocation/allocation-answers.ts'
import type { Outcome } from '../domain/allocation/check.ts'
import type { AllocationAnswerId, AllocationDraftId, AllocationId, Crn, StaffCode } from '../domain/ids.ts'

export type AllocationTables = {
  allocation_answer: {
    id: AllocationAnswerId
    asked_by: StaffCode
    asked_at: string
    /** Rises with every answer this person gets, so that their order never hangs on two clock readings being different. */
    number: number
    question: AllocationQuestionKind
    crn: Crn
    /** 1 where some people may not see the case, else 0. */
    limited_access: number
    policy_version: string
    /** JSON: the rules as they were then; null in answers of before that was kept. */
    rules: string | null
  }
  allocation_weighing: {
    answer: AllocationAnswerId
    position: number
    practitioner: StaffCode
    outcome: Outcome
    /** 1 or 0; null where it was not known. */
    has_managed: number | null
    /** Percent of capacity with the case. */
    potential: number | null
    /** JSON: list of checks. */
    checks: string
  }
  allocation_draft: {
    id: AllocationDraftId
    by_code: StaffCode
    crn: Crn
    /** JSON: the draft. */
    body: string
    version: number
    state: 'open' | 'decided' | 'cancelled'
    /** Rises with every touch of a person's drafts, so that their order never hangs on two clock readings being different. */
    touched: number
    touched_at: string
  }
  allocation: {
    id: AllocationId
    crn: Crn
    /** Rises by one with each allocation of the case, so that of two decided at once only one is kept. */
    number: number
    event_number: number | null
    to_code: StaffCode
    team_code: string | null
    previous: StaffCode | null
    decided_by: StaffCode
    decided_at: string
    outcome: Outcome
    answer: AllocationAnswerId
    policy_version: string
    reasoning: string | null
    entry: string
    sensitive: string | null
    agreed_by: StaffCode | null
    /** 1 where the weighing did not come to `suitable`, else 0. */
    override: number
    touch_point_on: string
    submission: SubmissionState
    /** 1 where some people may not see the case, else 0. */
    limited_access: number
  }
}

const always = (column: ColumnDefinitionBuilder) => column.notNull()
const answerOf = (column: ColumnDefinitionBuilder) => column.notNull().references('allocation_answer.id')

/** The tables of answers that weighed somebody for a case, and of what was decided. */
export async function allocationTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('allocation_answer')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('asked_by', 'text', always)
    .addColumn('asked_at', 'text', always)
    .addColumn('number', 'integer', always)
    .addColumn('question', 'text', always)
    .addColumn('crn', 'text', always)
    .addColumn('limited_access', 'integer', always)
    .addColumn('policy_version', 'text', always)
    .execute()
  await schema
    .createTable('allocation_weighing')
    .addColumn('answer', 'text', answerOf)
    .addColumn('position', 'integer', always)
    .addColumn('practitioner', 'text', always)
    .addColumn('outcome', 'text', always)
    .addColumn('has_managed', 'integer')
    .addColumn('potential', 'double precision')
    .addColumn('checks', 'text', always)
    .addPrimaryKeyConstraint('allocation_weighing_key', ['answer', 'practitioner'])
    .execute()
  await schema
    .createTable('allocation_draft')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('by_code', 'text', always)
    .addColumn('crn', 'text', always)
    .addColumn('body', 'text', always)
    .addColumn('version', 'integer', always)
    .addColumn('state', 'text', always)
    .addColumn('touched', 'integer', always)
    .addColumn('touched_at', 'text', always)
    .execute()
  await schema
    .createTable('allocation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('crn', 'text', always)
    .addColumn('number', 'integer', always)
    .addColumn('event_number', 'integer')
    .addColumn('to_code', 'text', always)
    .addColumn('team_code', 'text')
    .addColumn('previous', 'text')
    .addColumn('decided_by', 'text', always)
    .addColumn('decided_at', 'text', always)
    .addColumn('outcome', 'text', always)
    .addColumn('answer', 'text', answerOf)
    .addColumn('policy_version', 'text', always)
    .addColumn('reasoning', 'text')
    .addColumn('entry', 'text', always)
    .addColumn('sensitive', 'text')
    .addColumn('agreed_by', 'text')
    .addColumn('override', 'integer', always)
    .addColumn('touch_point_on', 'text', always)
    .addColumn('submission', 'text', always)
    .addColumn('limited_access', 'integer', always)
    .addUniqueConstraint('allocation_of_case', ['crn', 'number'])
    .execute()
  for (const [table, name, ...columns] of [
    ['allocation_answer', 'by_asker', 'asked_by', 'number'],
    ['allocation_answer', 'by_case', 'crn', 'asked_at'],
    ['allocation_weighing', 'by_practitioner', 'practitioner'],
    ['allocation_draft', 'by_person', 'by_code', 'touched'],
    ['allocation_draft', 'by_time', 'touched_at'],
    ['allocation', 'by_practitioner', 'to_code', 'decided_at'],
    ['allocation', 'by_decider', 'decided_by', 'decided_at'],
    ['allocation', 'by_previous', 'previous'],
    ['allocation', 'by_agreer', 'agreed_by'],
    ['allocation', 'by_answer', 'answer'],
    ['allocation', 'by_submission', 'submission', 'decided_at'],
    ['allocation', 'by_touch_point', 'touch_point_on', 'id'],
  ] as const) {
    await schema
      .createIndex(`${table}_${name}`)
      .on(table)
      .columns([...columns])
      .execute()
  }
}

/** What the rules said, and who said so, is kept with each answer, because both change with the policy. */
export async function rulesOfAnswers(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('allocation_answer').addColumn('rules', 'text').execute()
}
