import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import type { ActionState, StepName } from '../domain/action.ts'
import type { ActionId, SessionId, StaffCode } from '../domain/ids.ts'

export type ActionTables = {
  /** An action as it was asked for, with where it stands now in columns that questions are asked of. */
  action: {
    id: ActionId
    asked_by: StaffCode
    asked_at: string
    first_owner: StaffCode
    first_due: string | null
    text: string
    from_session: SessionId | null
    owner: StaffCode
    due: string | null
    state: ActionState
    /** How many steps there are. */
    steps: number
  }
  /** What happened to an action, in order: where it stands follows from these. */
  action_step: {
    action: ActionId
    position: number
    by_code: StaffCode
    at: string
    does: StepName
    /** The day asked for or agreed. */
    due: string | null
    reason: string | null
    from_code: StaffCode | null
    to_code: StaffCode | null
  }
}

const always = (column: ColumnDefinitionBuilder) => column.notNull()

/** The tables of actions. */
export async function actionTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('action')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('asked_by', 'text', always)
    .addColumn('asked_at', 'text', always)
    .addColumn('first_owner', 'text', always)
    .addColumn('first_due', 'text')
    .addColumn('text', 'text', always)
    .addColumn('from_session', 'text')
    .addColumn('owner', 'text', always)
    .addColumn('due', 'text')
    .addColumn('state', 'text', always)
    .addColumn('steps', 'integer', always)
    .execute()
  await schema.createIndex('action_by_owner').on('action').columns(['owner', 'state']).execute()
  await schema.createIndex('action_by_asker').on('action').columns(['asked_by', 'state']).execute()
  await schema
    .createTable('action_step')
    .addColumn('action', 'text', (column) => column.notNull().references('action.id'))
    .addColumn('position', 'integer', always)
    .addColumn('by_code', 'text', always)
    .addColumn('at', 'text', always)
    .addColumn('does', 'text', always)
    .addColumn('due', 'text')
    .addColumn('reason', 'text')
    .addColumn('from_code', 'text')
    .addColumn('to_code', 'text')
    .addPrimaryKeyConstraint('action_step_key', ['action', 'position'])
    .execute()
  await schema.createIndex('action_step_by_giver').on('action_step').column('from_code').execute()
}
