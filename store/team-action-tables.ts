import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import type { StaffCode, TeamActionId } from '../domain/ids.ts'
import type { TeamActionWay } from '../domain/team-action.ts'

export type TeamActionTables = {
  /** What was asked of several people, and where its card for everybody stands. */
  team_action: {
    id: TeamActionId
    way: TeamActionWay
    text: string
    due: string | null
    asked_by: StaffCode
    asked_at: string
    asked_by_user: string | null
    chat: string
    closed_by: StaffCode | null
    closed_at: string | null
    service_url: string | null
    conversation_id: string | null
    message_id: string | null
  }
  /** Whom it was asked of, in order, and when each confirmed. */
  team_action_person: {
    team_action: TeamActionId
    position: number
    person: StaffCode
    /** 1: a member of the chat when it was asked. */
    in_chat: number
    user_id: string | null
    confirmed_at: string | null
  }
}

const always = (column: ColumnDefinitionBuilder) => column.notNull()

/** The tables of team actions. */
export async function teamActionTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('team_action')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('way', 'text', always)
    .addColumn('text', 'text', always)
    .addColumn('due', 'text')
    .addColumn('asked_by', 'text', always)
    .addColumn('asked_at', 'text', always)
    .addColumn('asked_by_user', 'text')
    .addColumn('chat', 'text', always)
    .addColumn('closed_by', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('service_url', 'text')
    .addColumn('conversation_id', 'text')
    .addColumn('message_id', 'text')
    .execute()
  await schema.createIndex('team_action_by_chat').on('team_action').columns(['chat', 'closed_at']).execute()
  await schema.createIndex('team_action_by_asker').on('team_action').column('asked_by').execute()
  await schema.createIndex('team_action_by_due').on('team_action').columns(['due', 'closed_at']).execute()
  await schema
    .createTable('team_action_person')
    .addColumn('team_action', 'text', (column) => column.notNull().references('team_action.id'))
    .addColumn('position', 'integer', always)
    .addColumn('person', 'text', always)
    .addColumn('in_chat', 'integer', always)
    .addColumn('user_id', 'text')
    .addColumn('confirmed_at', 'text')
    .addPrimaryKeyConstraint('team_action_person_key', ['team_action', 'person'])
    .execute()
  await schema.createIndex('team_action_by_person').on('team_action_person').column('person').execute()
}
