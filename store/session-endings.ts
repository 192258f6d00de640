import { setImmediate } from 'node:timers/promises'
import { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../domain/ids.ts'
import type { Notice, SupervisionLog } from '../domain/ports.ts'
import type { SaidOfSession } from '../domain/reflective-pattern.ts'
import { signerOf, stands } from '../domain/supervision.ts'
import { writeDown } from './audit-trail.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { insertNotice, overtakeNotices } from './notices.ts'
import { insertReflection, lockSession, recordedSessions, selectSessions } from './recorded-sessions.ts'
import { isCounted, standingSessions } from './standing-sessions.ts'

const peopleAtOnce = 40
const mostLogged = 60

/** What may come after a session besides a signature and a correction: its withdrawal, and what the practitioner says of it. */
export function sessionEndings(
  database: Database,
): Pick<SupervisionLog, 'withdraw' | 'reflect' | 'reflections' | 'loggedBy'> {
  const { kysely } = database
  return {
    async withdraw({ session: id, by, at, reason }, note) {
      return await database.write(async (transaction) => {
        const session = await lockSession(transaction, database, id)
        if (!stands(session)) return { outcome: 'already', session }
        await transaction
          .insertInto('amendment')
          .values({
            old_session: id,
            new_session: null,
            kind: 'withdrawal',
            by_code: by,
            at: instantText(at),
            reason: reason ?? null,
          })
          .execute()
        await overtakeNotices(transaction, id, at)
        const notice: Notice = { id: `was-withdrawn:${id}`, to: signerOf(session), about: id, what: 'was-withdrawn' }
        await insertNotice(transaction, notice, at)
        await writeDown(transaction, database, [note])
        const withdrawn = { by, at, ...(reason === undefined ? {} : { reason }) }
        return { outcome: 'withdrawn', session: { ...session, withdrawn }, notice }
      })
    },

    async reflect(session, { by, reflection, at }, note) {
      return await database.write(async (transaction) => {
        if (!(await insertReflection(transaction, session, by, reflection, at))) return 'already'
        await writeDown(transaction, database, [note])
        return 'said'
      })
    },

    async reflections(practitioners, from, to) {
      const found: SaidOfSession[] = []
      for (let start = 0; start < practitioners.length; start += peopleAtOnce) {
        if (start > 0) await setImmediate()
        const some = practitioners.slice(start, start + peopleAtOnce)
        const rows = await standingSessions(kysely, some, from, to)
          .leftJoin('reflection', 'reflection.session', 'session.id')
          .select(['reflection.rating', 'reflection.line', 'reflection.at'])
          .where('session_kind.kind', '=', 'reflective')
          .execute()
        for (const row of rows.filter(isCounted)) {
          const { id, practitioner, held_on, rating, line, at } = row
          const reflection = rating === null ? {} : { reflection: { rating, ...(line === null ? {} : { line }) } }
          const said = at === null ? {} : { saidAt: Temporal.Instant.from(at) }
          found.push({ session: id, practitioner, heldOn: Temporal.PlainDate.from(held_on), ...reflection, ...said })
        }
      }
      return found.sort((a, b) => Temporal.PlainDate.compare(a.heldOn, b.heldOn) || (a.session < b.session ? -1 : 1))
    },

    async loggedBy(person: StaffCode) {
      const newest = await kysely
        .selectFrom('session')
        .leftJoin('amendment', 'amendment.old_session', 'session.id')
        .select('session.id')
        .where('session.logged_by', '=', person)
        .where('session.origin', '=', 'chat')
        .where('amendment.old_session', 'is', null)
        .orderBy('session.logged_at', 'desc')
        .orderBy('session.id')
        .limit(mostLogged)
        .execute()
      if (newest.length === 0) return []
      const ids = newest.map(({ id }) => id)
      const found = recordedSessions(await selectSessions(kysely).where('session.id', 'in', ids).execute())
      return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    },
  }
}
