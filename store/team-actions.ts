import type { Kysely, Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { TeamActionId } from '../domain/ids.ts'
import type { MessagePlace } from '../domain/ports.ts'
import { afterClose, afterConfirm, cannotConfirm, leftToConfirm, type TeamAction } from '../domain/team-action.ts'
import type { TeamActions } from '../domain/team-action-list.ts'
import { writeDown } from './audit-trail.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { insertNotice, overtakeNotices } from './notices.ts'
import type { Tables } from './tables.ts'

const atOnce = 500

/**
 * Team actions. Whoever writes takes the row of the action first, so that of several who confirm at the same moment each
 * sees what the one before did, and the rule of the domain decides.
 */
export function teamActions(database: Database): TeamActions {
  const { kysely } = database
  const open = () => kysely.selectFrom('team_action').selectAll().where('closed_at', 'is', null)

  /** The action as it stands now, and as nobody else can change it until this transaction ends. */
  async function held(transaction: Transaction<Tables>, id: TeamActionId): Promise<TeamAction | undefined> {
    const row = await transaction
      .selectFrom('team_action')
      .selectAll()
      .where('id', '=', id)
      .$if(database.locksRows, (query) => query.forUpdate())
      .executeTakeFirst()
    return row && (await withPeople(transaction, [row]))[0]
  }

  const byId = async (id: TeamActionId) =>
    (await withPeople(kysely, await kysely.selectFrom('team_action').selectAll().where('id', '=', id).execute()))[0]

  return {
    async ask(action, note, notices) {
      const added = await database.write(async (transaction) => {
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('team_action')
          .values(rowOf(action))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows !== 1n) return false
        await transaction.insertInto('team_action_person').values(peopleRowsOf(action)).execute()
        for (const notice of notices) await insertNotice(transaction, notice, action.askedAt)
        await writeDown(transaction, database, [note])
        return true
      })
      return added ? { outcome: 'asked', action } : { outcome: 'already', action: (await byId(action.id)) ?? action }
    },

    confirm: (id, person, at, note) =>
      database.write(async (transaction) => {
        const action = await held(transaction, id)
        if (action === undefined) return undefined
        const cannot = cannotConfirm(action, person)
        if (cannot !== undefined) return { outcome: cannot, action }
        await transaction
          .updateTable('team_action_person')
          .set({ confirmed_at: instantText(at) })
          .where('team_action', '=', id)
          .where('person', '=', person)
          .execute()
        await writeDown(transaction, database, [note])
        return { outcome: 'confirmed', action: afterConfirm(action, person, at) }
      }),

    close: (id, by, at, note) =>
      database.write(async (transaction) => {
        const action = await held(transaction, id)
        if (action === undefined) return undefined
        if (action.closed !== undefined) return { outcome: 'already', action }
        await transaction
          .updateTable('team_action')
          .set({ closed_by: by, closed_at: instantText(at) })
          .where('id', '=', id)
          .execute()
        await overtakeNotices(transaction, id, at)
        await writeDown(transaction, database, [note])
        return { outcome: 'closed', action: afterClose(action, by, at) }
      }),

    byId,

    openIn: async (chat) =>
      withPeople(kysely, await open().where('chat', '=', chat).orderBy('asked_at').orderBy('id').execute()),

    openOf: async (person) =>
      withPeople(
        kysely,
        await open()
          .where((eb) =>
            eb.or([
              eb('asked_by', '=', person),
              eb('id', 'in', eb.selectFrom('team_action_person').select('team_action').where('person', '=', person)),
            ]),
          )
          .orderBy('asked_at')
          .orderBy('id')
          .execute(),
      ),

    async lastClosedIn(chat) {
      const rows = await kysely
        .selectFrom('team_action')
        .selectAll()
        .where('chat', '=', chat)
        .where('closed_at', 'is not', null)
        .orderBy('closed_at', 'desc')
        .orderBy('id')
        .limit(1)
        .execute()
      return (await withPeople(kysely, rows))[0]
    },

    async dueOpen(from, to) {
      const rows = await open()
        .where('due', '>=', from.toString())
        .where('due', '<=', to.toString())
        .orderBy('due')
        .orderBy('id')
        .execute()
      return (await withPeople(kysely, rows)).filter((action) => leftToConfirm(action).length > 0)
    },

    placed: (id, { serviceUrl, conversationId, messageId }) =>
      database.write(async (transaction) => {
        const before = await placeIn(transaction, id)
        await transaction
          .updateTable('team_action')
          .set({ service_url: serviceUrl, conversation_id: conversationId, message_id: messageId })
          .where('id', '=', id)
          .execute()
        return before
      }),

    placeOf: (id) => placeIn(kysely, id),
  }
}

async function placeIn(db: Kysely<Tables>, id: TeamActionId): Promise<MessagePlace | undefined> {
  const row = await db
    .selectFrom('team_action')
    .select(['service_url', 'conversation_id', 'message_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.service_url || !row.conversation_id || !row.message_id) return undefined
  return { serviceUrl: row.service_url, conversationId: row.conversation_id, messageId: row.message_id }
}

/** The actions of these rows with everybody in them, in the order of the rows. */
async function withPeople(db: Kysely<Tables>, rows: readonly Tables['team_action'][]): Promise<TeamAction[]> {
  const people: Tables['team_action_person'][] = []
  for (let start = 0; start < rows.length; start += atOnce) {
    const ids = rows.slice(start, start + atOnce).map(({ id }) => id)
    people.push(
      ...(await db
        .selectFrom('team_action_person')
        .selectAll()
        .where('team_action', 'in', ids)
        .orderBy('position')
        .execute()),
    )
  }
  const byAction = Map.groupBy(people, (row) => row.team_action)
  return rows.map((row) => actionOf(row, byAction.get(row.id) ?? []))
}

function actionOf(row: Tables['team_action'], people: readonly Tables['team_action_person'][]): TeamAction {
  return {
    id: row.id,
    way: row.way,
    text: row.text,
    ...(row.due === null ? {} : { due: Temporal.PlainDate.from(row.due) }),
    askedBy: row.asked_by,
    askedAt: Temporal.Instant.from(row.asked_at),
    ...(row.asked_by_user === null ? {} : { askedByUserId: row.asked_by_user }),
    chat: row.chat,
    people: people.map(({ person, in_chat, user_id, confirmed_at }) => ({
      person,
      inChat: in_chat === 1,
      ...(user_id === null ? {} : { userId: user_id }),
      ...(confirmed_at === null ? {} : { confirmedAt: Temporal.Instant.from(confirmed_at) }),
    })),
    ...(row.closed_by === null || row.closed_at === null
      ? {}
      : { closed: { by: row.closed_by, at: Temporal.Instant.from(row.closed_at) } }),
  }
}

function rowOf(action: TeamAction): Tables['team_action'] {
  const { id, way, text, due, askedBy, askedAt, askedByUserId, chat } = action
  return {
    id,
    way,
    text,
    due: due?.toString() ?? null,
    asked_by: askedBy,
    asked_at: instantText(askedAt),
    asked_by_user: askedByUserId ?? null,
    chat,
    closed_by: null,
    closed_at: null,
    service_url: null,
    conversation_id: null,
    message_id: null,
  }
}

function peopleRowsOf({ id, people }: TeamAction): Tables['team_action_person'][] {
  return people.map(({ person, inChat, userId }, index) => ({
    team_action: id,
    position: index + 1,
    person,
    in_chat: inChat ? 1 : 0,
    user_id: userId ?? null,
    confirmed_at: null,
  }))
}
