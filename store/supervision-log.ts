import type { Transaction } from 'kysely'
import { DraftId, type SessionId, type StaffCode } from '../domain/ids.ts'
import type { Notice, SupervisionLog } from '../domain/ports.ts'
import { type RecordedSession, signerOf } from '../domain/supervision.ts'
import { rememberAnswered } from './answered.ts'
import { writeDown } from './audit-trail.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { insertNotice, overtakeNotices } from './notices.ts'
import { insertSessions, recordedSessions, selectSessions } from './recorded-sessions.ts'
import type { Tables } from './tables.ts'

const sessionsAtOnce = 500

/**
 * Supervision sessions. What decides between two writers of one session is its row, locked first: two corrections, or a
 * signature and a correction, come one after the other.
 */
export function supervisionLog(database: Database): SupervisionLog {
  const { kysely } = database
  const sessionWithId = compiledOnce(kysely, 1, (id) =>
    selectSessions(kysely).where('session.id', '=', id as SessionId),
  )
  const sessionsOf = compiledOnce(kysely, 3, (practitioner, from, to) =>
    selectSessions(kysely)
      .where('session.practitioner', '=', practitioner as StaffCode)
      .where('session.held_on', '>=', from)
      .where('session.held_on', '<=', to)
      .orderBy('session.held_on', 'desc')
      .orderBy('session.logged_at', 'desc')
      .orderBy('session.id'),
  )

  return {
    async record(session, note) {
      return await kysely.transaction().execute(async (transaction) => {
        if (session.corrects !== undefined) {
          const old = await lockSession(transaction, database, session.corrects)
          if (old.correctedBy !== undefined && old.correctedBy !== session.id) {
            return { outcome: 'corrected-already', session: old }
          }
        }
        const inserted = await insertSessions(transaction, [session], 'chat')
        if (!inserted.has(session.id))
          return { outcome: 'already', session: await sessionWith(transaction, session.id) }
        if (session.corrects !== undefined) await overtakeNotices(transaction, session.corrects, session.loggedAt)
        const notice: Notice = {
          id: `please-sign:${session.id}`,
          to: signerOf(session),
          about: session.id,
          what: 'please-sign',
        }
        await insertNotice(transaction, notice, session.loggedAt)
        await transaction
          .updateTable('draft')
          .set({ state: 'recorded', touched_at: instantText(session.loggedAt) })
          .where('id', '=', DraftId.parse(session.id))
          .execute()
        await writeDown(transaction, database, [note])
        return { outcome: 'recorded', session, notice }
      })
    },

    async sign(signOff, note, activityKey) {
      return await kysely.transaction().execute(async (transaction) => {
        const session = await lockSession(transaction, database, signOff.session)
        if (session.correctedBy !== undefined) return { outcome: 'corrected', session }
        if (session.signOff !== undefined) return { outcome: 'already', session }
        await transaction
          .insertInto('sign_off')
          .values({
            session: signOff.session,
            by_code: signOff.by,
            outcome: signOff.outcome,
            words: signOff.words ?? null,
            signed_at: instantText(signOff.signedAt),
          })
          .execute()
        await overtakeNotices(transaction, session.id, signOff.signedAt)
        const notice: Notice = {
          id: `was-signed:${session.id}`,
          to: session.loggedBy,
          about: session.id,
          what: 'was-signed',
        }
        await insertNotice(transaction, notice, signOff.signedAt)
        if (activityKey !== undefined) await rememberAnswered(transaction, activityKey, 'sent', signOff.signedAt)
        await writeDown(transaction, database, [note])
        return { outcome: 'signed', session: { ...session, signOff }, notice }
      })
    },

    async byId(id) {
      return recordedSessions(await sessionWithId(id))[0]
    },

    async of(practitioner, from, to) {
      return recordedSessions(await sessionsOf(practitioner, from.toString(), to.toString()))
    },

    async toSign(person) {
      const rows = await selectSessions(kysely)
        .where('session.signer', '=', person)
        .where('session.origin', '=', 'chat')
        .where('sign_off.session', 'is', null)
        .where('later.new_session', 'is', null)
        .orderBy('session.logged_at')
        .orderBy('session.id')
        .execute()
      return recordedSessions(rows)
    },

    async toCorrect(person) {
      const rows = await selectSessions(kysely)
        .where('session.logged_by', '=', person)
        .where('sign_off.outcome', '=', 'change-asked')
        .where('later.new_session', 'is', null)
        .orderBy('session.logged_at')
        .orderBy('session.id')
        .execute()
      return recordedSessions(rows)
    },

    async bringIn(sessions) {
      return await kysely.transaction().execute(async (transaction) => {
        let added = 0
        for (let start = 0; start < sessions.length; start += sessionsAtOnce) {
          const some = sessions.slice(start, start + sessionsAtOnce)
          added += (await insertSessions(transaction, some, 'import')).size
        }
        return { added }
      })
    },
  }
}

/** A session that nobody else may sign or correct until this transaction ends. */
async function lockSession(
  transaction: Transaction<Tables>,
  database: Database,
  id: SessionId,
): Promise<RecordedSession> {
  if (database.locksRows) {
    await transaction.selectFrom('session').select('id').where('id', '=', id).forUpdate().execute()
  }
  return await sessionWith(transaction, id)
}

async function sessionWith(transaction: Transaction<Tables>, id: SessionId): Promise<RecordedSession> {
  const [session] = recordedSessions(await selectSessions(transaction).where('session.id', '=', id).execute())
  if (session === undefined) throw new Error(`No session has the id ${id}.`)
  return session
}
