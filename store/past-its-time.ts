import { sql, type Transaction } from 'kysely'
import type { Limits, Removable } from '../domain/retention.ts'
import { pastAllocations } from './past-allocations.ts'
import { pastReviews } from './past-reviews.ts'
import {
  all,
  before,
  chatOfNobody,
  column,
  type Hanging,
  leftLongAgo,
  nobodyHeld,
  nobodyHeldIn,
  nobodyHeldOn,
  noHeldPartOf,
  noticesAbout,
  type PastIts,
  pointedAtByNone,
} from './row-that-may-go.ts'
import type { Tables } from './tables.ts'

/** What the service keeps of itself, such as its address, has no slash in its key and stays. */
export const ofOneConversation = sql<boolean>`key like '%/%'`

/** What is kept for days after it was last used, by the kind it is counted as. */
export const forDays: Record<'answered' | 'cards' | 'reminders' | 'state' | 'chats' | 'drafts', readonly PastIts[]> = {
  answered: [
    {
      table: 'answered',
      key: ['key'],
      when: (limits) => all(before('at', limits.handled), noHeldPartOf('answered.key')),
    },
  ],
  cards: [
    {
      table: 'shown_card',
      key: ['thing', 'to_code', 'conversation_id', 'message_id'],
      when: (limits) => all(before('shown_at', limits.handled), nobodyHeld('to_code')),
    },
  ],
  reminders: [
    {
      table: 'outbox',
      key: ['key'],
      // What still waits is not past its time, and neither is that somebody is out of reach.
      when: (limits) => all(sql`state = 'ended'`, before('touched_at', limits.handled), nobodyHeld('to_code')),
    },
  ],
  state: [
    {
      table: 'state',
      key: ['key'],
      when: (limits) => all(ofOneConversation, before('seen_at', limits.handled), noHeldPartOf('state.key')),
    },
  ],
  chats: [
    {
      table: 'conversation',
      key: ['tenant_id', 'entra_object_id'],
      when: (limits) => all(before('used_at', limits.handled), chatOfNobody('conversation.entra_object_id', limits)),
    },
    {
      table: 'welcome',
      key: ['tenant_id', 'entra_object_id'],
      when: (limits) => all(before('claimed_at', limits.handled), chatOfNobody('welcome.entra_object_id', limits)),
    },
  ],
  drafts: (['draft', 'booking_draft', 'allocation_draft'] as const).map((table) => ({
    table,
    key: ['id'],
    when: (limits) => all(before('touched_at', limits.drafts), nobodyHeld('by_code'), nobodyHeldIn(`${table}.body`)),
  })),
}

/** A person's sessions, kept for years after they left, and what hangs on a session. */
export const sessions: PastIts = {
  table: 'session',
  key: ['id'],
  when: (limits) =>
    all(leftLongAgo('practitioner', limits), nobodyHeld('practitioner', 'supervisor', 'logged_by', 'signer')),
}
export const onASession: readonly Hanging[] = [
  { table: 'session_kind', column: 'session', people: [] },
  { table: 'sign_off', column: 'session', people: ['by_code'] },
  { table: 'reflection', column: 'session', people: ['by_code'] },
  { table: 'amendment', column: 'old_session', people: ['by_code'] },
  { table: 'amendment', column: 'new_session', people: ['by_code'] },
  noticesAbout,
  { table: 'shown_card', column: 'thing', people: ['to_code'] },
]

/** Whatever else is kept of somebody, for as long as their sessions. */
export const ofLeavers: readonly (PastIts & { hanging?: readonly Hanging[] })[] = [
  {
    table: 'booking',
    key: ['id'],
    when: (limits) =>
      all(leftLongAgo('practitioner', limits), nobodyHeld('practitioner', 'supervisor', 'booked_by', 'closed_by')),
    hanging: [noticesAbout],
  },
  {
    table: 'action',
    key: ['id'],
    when: (limits) => all(leftLongAgo('owner', limits), nobodyHeld('owner', 'asked_by', 'first_owner')),
    hanging: [{ table: 'action_step', column: 'action', people: ['by_code', 'from_code', 'to_code'] }, noticesAbout],
  },
  {
    table: 'team_action',
    key: ['id'],
    when: (limits) => all(leftLongAgo('asked_by', limits), nobodyHeld('asked_by', 'closed_by')),
    hanging: [{ table: 'team_action_person', column: 'team_action', people: ['person'] }, noticesAbout],
  },
  {
    table: 'team_action_person',
    key: ['team_action', 'person'],
    when: (limits) =>
      all(
        leftLongAgo('person', limits),
        nobodyHeld('person'),
        sql`not exists (select 1 from team_action join hold on hold.person = team_action.asked_by
          where team_action.id = team_action_person.team_action)`,
      ),
  },
  {
    table: 'absence',
    key: ['id'],
    when: (limits) =>
      all(
        leftLongAgo('person', limits),
        nobodyHeld('person', 'recorded_by', 'ended_by'),
        pointedAtByNone('absence', 'replaces'),
      ),
    hanging: [noticesAbout],
  },
  {
    table: 'cover',
    key: ['id'],
    when: (limits) => all(leftLongAgo('manager', limits), nobodyHeld('manager', 'by_code', 'recorded_by', 'ended_by')),
    hanging: [noticesAbout],
  },
  {
    table: 'case_draw',
    key: ['id'],
    when: (limits) =>
      all(
        leftLongAgo('practitioner', limits),
        nobodyHeld('practitioner', 'drawn_by'),
        pointedAtByNone('case_draw', 'instead_of'),
      ),
    hanging: [noticesAbout],
  },
  {
    table: 'nomination',
    key: ['practitioner', 'number'],
    when: (limits) => all(leftLongAgo('practitioner', limits), nobodyHeld('practitioner')),
  },
  ...pastAllocations,
  ...pastReviews,
  {
    table: 'outbox',
    key: ['key'],
    when: (limits) => all(leftLongAgo('to_code', limits), nobodyHeld('to_code')),
  },
  {
    table: 'reminder_preferences',
    key: ['person'],
    when: (limits) => all(leftLongAgo('person', limits), nobodyHeld('person')),
  },
  {
    table: 'notice',
    key: ['id'],
    when: (limits) => all(leftLongAgo('to_code', limits), nobodyHeld('to_code')),
  },
]

/** Deletes at most so many rows that are past their time, with what hangs on them, and gives how many went. */
export async function deletePast(
  transaction: Transaction<Tables>,
  { table, key, when }: PastIts,
  limits: Limits,
  most: number,
  hanging: readonly Hanging[] = [],
): Promise<number> {
  const columns = sql.join(key.map(column))
  const held = hanging.filter(({ people }) => people.length > 0)
  const may = all(when(limits), ...held.map((child) => nobodyHeldOn(table, key[0] ?? '', child)))
  const due = sql`select ${columns} from ${sql.table(table)} where ${may} limit ${most}`
  if (hanging.length === 0) {
    const matched = key.length === 1 ? columns : sql`(${columns})`
    const { numAffectedRows } = await sql`delete from ${sql.table(table)} where ${matched} in (${due})`.execute(
      transaction,
    )
    return Number(numAffectedRows ?? 0)
  }
  const { rows } = await sql<Record<string, unknown>>`${due}`.execute(transaction)
  const ids = rows.map((row) => row[key[0] ?? ''])
  if (ids.length === 0) return 0
  for (const child of hanging) {
    await sql`delete from ${sql.table(child.table)} where ${column(child.column)} in (${sql.join(ids)})`.execute(
      transaction,
    )
  }
  await sql`delete from ${sql.table(table)} where ${column(key[0] ?? '')} in (${sql.join(ids)})`.execute(transaction)
  return ids.length
}

/** What `removable` names beyond views, which go by another way. */
export type Plain = Exclude<Removable, 'views'>
