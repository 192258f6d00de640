import { Temporal } from 'temporal-polyfill'
import { type Action, type ActionStep, afterStep, begun, mostPressingFirst } from '../domain/action.ts'
import type { Actions } from '../domain/action-list.ts'
import type { ActionId } from '../domain/ids.ts'
import { rememberAnswered } from './answered.ts'
import { writeDown } from './audit-trail.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { insertNotice, overtakeNotices } from './notices.ts'
import type { Tables } from './tables.ts'

const atOnce = 500
const open = ['asked', 'confirmed'] as const

/**
 * Actions. Where one stands is worked out from its steps each time it is read; the columns beside it are for finding it.
 * Of two who take a step at the same time, the number of steps they read decides who was first.
 */
export function actions(database: Database): Actions {
  const { kysely } = database

  /** The actions of these rows, with all their steps, in the order of the rows. */
  async function withSteps(rows: readonly Tables['action'][]): Promise<Action[]> {
    const steps: Tables['action_step'][] = []
    const ids = rows.filter((row) => row.steps > 0).map((row) => row.id)
    for (let start = 0; start < ids.length; start += atOnce) {
      const some = ids.slice(start, start + atOnce)
      steps.push(
        ...(await kysely
          .selectFrom('action_step')
          .selectAll()
          .where('action', 'in', some)
          .orderBy('position')
          .execute()),
      )
    }
    const byAction = Map.groupBy(steps, (step) => step.action)
    return rows.map((row) => (byAction.get(row.id) ?? []).map(stepOf).reduce(afterStep, firstOf(row)))
  }

  const byId = async (id: ActionId) =>
    (await withSteps(await kysely.selectFrom('action').selectAll().where('id', '=', id).execute()))[0]

  return {
    async add(asked) {
      const added = await database.write(async (transaction) => {
        const inserted = new Set<ActionId>()
        for (const { action, notices } of asked) {
          const { numInsertedOrUpdatedRows } = await transaction
            .insertInto('action')
            .values(rowOf(action))
            .onConflict((conflict) => conflict.column('id').doNothing())
            .executeTakeFirstOrThrow()
          if (numInsertedOrUpdatedRows !== 1n) continue
          inserted.add(action.id)
          for (const notice of notices) await insertNotice(transaction, notice, action.askedAt)
        }
        const notes = asked.flatMap(({ action, note }) => (inserted.has(action.id) ? [note] : []))
        await writeDown(transaction, database, notes)
        return inserted
      })
      return Promise.all(
        asked.map(async ({ action }) =>
          added.has(action.id)
            ? { outcome: 'added' as const, action }
            : { outcome: 'already' as const, action: (await byId(action.id)) ?? action },
        ),
      )
    },

    async step(action, { notes, notices, activityKey }) {
      const step = action.steps.at(-1)
      if (step === undefined) throw new Error('An action without a step has no step to keep.')
      const position = action.steps.length
      return await database.write(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('action')
          .set({ owner: action.owner, due: action.due?.toString() ?? null, state: action.state, steps: position })
          .where('id', '=', action.id)
          .where('steps', '=', position - 1)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows !== 1n) return 'conflict'
        await transaction
          .insertInto('action_step')
          .values(stepRowOf(action.id, position, step))
          .execute()
        await overtakeNotices(transaction, action.id, step.at)
        for (const notice of notices) await insertNotice(transaction, notice, step.at)
        if (activityKey !== undefined) await rememberAnswered(transaction, activityKey, 'sent', step.at)
        await writeDown(transaction, database, notes)
        return 'kept'
      })
    },

    byId,

    async openOf(owners) {
      const rows: Tables['action'][] = []
      for (let start = 0; start < owners.length; start += atOnce) {
        rows.push(
          ...(await kysely
            .selectFrom('action')
            .selectAll()
            .where('owner', 'in', owners.slice(start, start + atOnce))
            .where('state', 'in', open)
            .execute()),
        )
      }
      return mostPressingFirst(await withSteps(rows))
    },

    async openAskedBy(person) {
      const rows = await kysely
        .selectFrom('action')
        .selectAll()
        .where('asked_by', '=', person)
        .where('owner', '!=', person)
        .where('state', 'in', open)
        .execute()
      return mostPressingFirst(await withSteps(rows))
    },

    async concerning(person) {
      const rows = await kysely
        .selectFrom('action')
        .selectAll()
        .where((eb) =>
          eb.or([
            eb('owner', '=', person),
            eb('asked_by', '=', person),
            eb('id', 'in', eb.selectFrom('action_step').select('action').where('from_code', '=', person)),
          ]),
        )
        .orderBy('asked_at', 'desc')
        .orderBy('id')
        .execute()
      return await withSteps(rows)
    },
  }
}

function firstOf(row: Tables['action']): Action {
  return begun({
    id: row.id,
    owner: row.first_owner,
    askedBy: row.asked_by,
    askedAt: Temporal.Instant.from(row.asked_at),
    text: row.text,
    ...(row.first_due === null ? {} : { due: Temporal.PlainDate.from(row.first_due) }),
    ...(row.from_session === null ? {} : { from: row.from_session }),
  })
}

function rowOf(action: Action): Tables['action'] {
  const due = action.due?.toString() ?? null
  return {
    id: action.id,
    asked_by: action.askedBy,
    asked_at: instantText(action.askedAt),
    first_owner: action.owner,
    first_due: due,
    text: action.text,
    from_session: action.from ?? null,
    owner: action.owner,
    due,
    state: action.state,
    steps: 0,
  }
}

function stepRowOf(action: ActionId, position: number, step: ActionStep): Tables['action_step'] {
  return {
    action,
    position,
    by_code: step.by,
    at: instantText(step.at),
    does: step.does,
    due: 'due' in step ? step.due.toString() : null,
    reason: 'reason' in step ? step.reason : null,
    from_code: 'from' in step ? step.from : null,
    to_code: 'to' in step ? step.to : null,
  }
}

function stepOf(row: Tables['action_step']): ActionStep {
  const who = { by: row.by_code, at: Temporal.Instant.from(row.at) }
  const due = () => Temporal.PlainDate.from(row.due ?? '')
  switch (row.does) {
    case 'confirm':
    case 'finish':
    case 'refuse-more-time':
    case 'withdraw':
      return { ...who, does: row.does }
    case 'ask-more-time':
      return { ...who, does: row.does, due: due(), reason: row.reason ?? '' }
    case 'agree-more-time':
      return { ...who, does: row.does, due: due() }
    case 'hand-on':
      return { ...who, does: row.does, from: row.from_code ?? row.by_code, to: row.to_code ?? row.by_code }
  }
}
