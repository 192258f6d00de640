import { DraftId, type StaffCode } from '../domain/ids.ts'
import type { Notice, SupervisionLog } from '../domain/ports.ts'
import { signerOf, stands } from '../domain/supervision.ts'
import { rememberAnswered } from './answered.ts'
import { writeDown } from './audit-trail.ts'
import { holdBookings } from './booking-rows.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { insertNotice, overtakeNotices } from './notices.ts'
import {
  insertReflection,
  insertSessions,
  lockSession,
  recordedSessions,
  selectSessions,
  sessionWith,
  sessionWithId,
} from './recorded-sessions.ts'
import { sessionEndings } from './session-endings.ts'

const sessionsAtOnce = 500

const sessionsOf = compiledOnce(
  (db, { practitioner, from, to }: { practitioner: StaffCode; from: string; to: string }) =>
    selectSessions(db)
      .where('session.practitioner', '=', practitioner)
      .where('session.held_on', '>=', from)
      .where('session.held_on', '<=', to)
      .orderBy('session.held_on', 'desc')
      .orderBy('session.logged_at', 'desc')
      .orderBy('session.id'),
)
const recordDraft = compiledOnce((db, { id, at }: { id: DraftId; at: string }) =>
  db.updateTable('draft').set({ state: 'recorded', touched_at: at }).where('id', '=', id),
)

/**
 * Supervision sessions. What decides between two writers of one session is its row, locked first: two corrections, or a
 * signature and a correction, come one after the other.
 */
export function supervisionLog(database: Database): SupervisionLog {
  const { kysely } = database
  return {
    async record(session, note) {
      return await database.write(async (transaction) => {
        if (session.corrects !== undefined) {
          const old = await lockSession(transaction, database, session.corrects)
          if (old.correctedBy === undefined ? old.withdrawn !== undefined : old.correctedBy !== session.id) {
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
        await recordDraft(transaction, { id: DraftId.parse(session.id), at: instantText(session.loggedAt) })
        await writeDown(transaction, database, [note, ...(await holdBookings(transaction, session))])
        return { outcome: 'recorded', session, notice }
      })
    },

    async sign(signOff, note, activityKey) {
      return await database.write(async (transaction) => {
        const session = await lockSession(transaction, database, signOff.session)
        if (!stands(session)) return { outcome: 'corrected', session }
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
        const { reflection, ...said } = signOff
        if (reflection !== undefined)
          await insertReflection(transaction, session.id, signOff.by, reflection, signOff.signedAt)
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
        return { outcome: 'signed', session: { ...session, signOff: said, ...(reflection && { reflection }) }, notice }
      })
    },

    async byId(id) {
      return recordedSessions(await sessionWithId(kysely, { id }))[0]
    },

    async of(practitioner, from, to) {
      return recordedSessions(await sessionsOf(kysely, { practitioner, from: from.toString(), to: to.toString() }))
    },

    async toSign(person) {
      const rows = await selectSessions(kysely)
        .where('session.signer', '=', person)
        .where('session.origin', '=', 'chat')
        .where('sign_off.session', 'is', null)
        .where('later.old_session', 'is', null)
        .orderBy('session.logged_at')
        .orderBy('session.id')
        .execute()
      return recordedSessions(rows)
    },

    async toCorrect(person) {
      const rows = await selectSessions(kysely)
        .where('session.logged_by', '=', person)
        .where('sign_off.outcome', '=', 'change-asked')
        .where('later.old_session', 'is', null)
        .orderBy('session.logged_at')
        .orderBy('session.id')
        .execute()
      return recordedSessions(rows)
    },

    ...sessionEndings(database),

    async bringIn(sessions, noteOf) {
      return await database.write(async (transaction) => {
        let added = 0
        for (let start = 0; start < sessions.length; start += sessionsAtOnce) {
          const some = sessions.slice(start, start + sessionsAtOnce)
          added += (await insertSessions(transaction, some, 'import')).size
        }
        if (added > 0 && noteOf !== undefined) await writeDown(transaction, database, [noteOf(added)])
        return { added }
      })
    },
  }
}
