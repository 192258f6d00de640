import type { InferResult, Kysely, Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { Crn, type SessionId, type StaffCode } from '../domain/ids.ts'
import type { Reflection } from '../domain/reflection.ts'
import { type RecordedSession, type Session, signerOf } from '../domain/supervision.ts'
import type { KindId } from '../domain/supervision-kind.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { dayFrom, instantFrom, instantText } from './instant-text.ts'
import type { Tables } from './tables.ts'

const Crns = z.array(Crn)
const Answers = z.record(z.string(), z.string())

/** Most sessions have no private answers, and many have none at all. */
function answersIn(text: string): Record<string, string> {
  if (text === '{}') return {}
  const answers: unknown = JSON.parse(text)
  return isTexts(answers) ? answers : Answers.parse(answers)
}

/** What `Answers` checks, at a tenth of its cost: a year of a team has hundreds of these. */
function isTexts(value: unknown): value is Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((text) => typeof text === 'string')
}

/** Sessions with what has become of them, one row for each of a session's kinds. The caller says which, and in what order. */
export function selectSessions(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom('session')
    .leftJoin('session_kind', 'session_kind.session', 'session.id')
    .leftJoin('sign_off', 'sign_off.session', 'session.id')
    .leftJoin('amendment as made', 'made.new_session', 'session.id')
    .leftJoin('amendment as later', 'later.old_session', 'session.id')
    .leftJoin('reflection', 'reflection.session', 'session.id')
    .selectAll('session')
    .select([
      'session_kind.position',
      'session_kind.kind',
      'sign_off.by_code as signed_by',
      'sign_off.outcome',
      'sign_off.words',
      'sign_off.signed_at',
      'made.old_session as corrects',
      'later.new_session as corrected_by',
      'later.kind as ended_how',
      'later.by_code as ended_by',
      'later.at as ended_at',
      'later.reason as ended_why',
      'reflection.rating',
      'reflection.line',
    ])
}

type SessionRow = InferResult<ReturnType<typeof selectSessions>>[number]

/** The sessions of rows that `selectSessions` gave, in the order in which they first come. */
export function recordedSessions(rows: readonly SessionRow[]): RecordedSession[] {
  const sessions: RecordedSession[] = []
  const kindsOf = new Map<SessionId, KindId[]>()
  for (const row of rows) {
    let kinds = kindsOf.get(row.id)
    if (kinds === undefined) {
      kinds = []
      kindsOf.set(row.id, kinds)
      sessions.push(recordedSession(row, kinds))
    }
    if (row.position !== null && row.kind !== null) kinds[row.position] = row.kind
  }
  return sessions
}

function recordedSession(row: SessionRow, kinds: KindId[]): RecordedSession {
  const session: RecordedSession = {
    id: row.id,
    practitioner: row.practitioner,
    supervisor: row.supervisor,
    loggedBy: row.logged_by,
    kinds,
    heldOn: dayFrom(row.held_on),
    minutes: row.minutes,
    crns: row.crns === '[]' ? [] : Crns.parse(JSON.parse(row.crns)),
    answers: answersIn(row.answers),
    privateAnswers: answersIn(row.private_answers),
    loggedAt: instantFrom(row.logged_at),
  }
  if (row.origin === 'import') session.imported = true
  if (row.corrects !== null) session.corrects = row.corrects
  if (row.corrected_by !== null) session.correctedBy = row.corrected_by
  if (row.ended_how === 'withdrawal' && row.ended_by !== null && row.ended_at !== null) {
    session.withdrawn = {
      by: row.ended_by,
      at: instantFrom(row.ended_at),
      ...(row.ended_why === null ? {} : { reason: row.ended_why }),
    }
  }
  if (row.rating !== null) {
    session.reflection = { rating: row.rating, ...(row.line === null ? {} : { line: row.line }) }
  }
  if (row.signed_by !== null && row.outcome !== null && row.signed_at !== null) {
    session.signOff = {
      session: row.id,
      by: row.signed_by,
      outcome: row.outcome,
      ...(row.words === null ? {} : { words: row.words }),
      signedAt: instantFrom(row.signed_at),
    }
  }
  return session
}

type Row = Tables['session']

const insertInto = (db: Kysely<Tables>, rows: readonly Row[]) =>
  db
    .insertInto('session')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
const insertOne = compiledOnce((db, row: Row) =>
  insertInto(db, [
    {
      id: row.id,
      practitioner: row.practitioner,
      supervisor: row.supervisor,
      logged_by: row.logged_by,
      signer: row.signer,
      held_on: row.held_on,
      minutes: row.minutes,
      crns: row.crns,
      answers: row.answers,
      private_answers: row.private_answers,
      logged_at: row.logged_at,
      origin: row.origin,
    },
  ]),
)
const insertKind = compiledOnce((db, { session, position, kind }: Tables['session_kind']) =>
  db.insertInto('session_kind').values({ session, position, kind }),
)

/**
 * Inserts sessions with their kinds and what they correct, leaving alone those that are there. Gives the ids of the ones
 * that were inserted.
 */
export async function insertSessions(
  transaction: Kysely<Tables>,
  sessions: readonly Session[],
  origin: Tables['session']['origin'],
): Promise<Set<SessionId>> {
  const once = [...new Map(sessions.map((session) => [session.id, session])).values()]
  const rows = once.map((session) => ({
    id: session.id,
    practitioner: session.practitioner,
    supervisor: session.supervisor,
    logged_by: session.loggedBy,
    signer: signerOf(session),
    held_on: session.heldOn.toString(),
    minutes: session.minutes,
    crns: JSON.stringify(session.crns),
    answers: JSON.stringify(session.answers),
    private_answers: JSON.stringify(session.privateAnswers),
    logged_at: instantText(session.loggedAt),
    origin,
  }))
  const [only, ...more] = rows
  const inserted =
    only !== undefined && more.length === 0
      ? await insertOne(transaction, only)
      : await insertInto(transaction, rows).execute()
  const ids = new Set(inserted.map((row) => row.id))
  const fresh = once.filter((session) => ids.has(session.id))
  const kinds = fresh.flatMap(({ id, kinds }) => kinds.map((kind, position) => ({ session: id, position, kind })))
  if (more.length > 0 && kinds.length > 0) await transaction.insertInto('session_kind').values(kinds).execute()
  else for (const kind of kinds) await insertKind(transaction, kind)
  const amendments = fresh.flatMap(({ id, corrects, loggedBy, loggedAt }) =>
    corrects === undefined
      ? []
      : [
          {
            old_session: corrects,
            new_session: id,
            kind: 'correction' as const,
            by_code: loggedBy,
            at: instantText(loggedAt),
            reason: null,
          },
        ],
  )
  if (amendments.length > 0) await transaction.insertInto('amendment').values(amendments).execute()
  for (const { id, practitioner, reflection, loggedAt } of fresh) {
    if (reflection !== undefined) await insertReflection(transaction, id, practitioner, reflection, loggedAt)
  }
  return ids
}

/** Keeps what the practitioner said of a reflective session; false when they had said something before. */
export async function insertReflection(
  transaction: Kysely<Tables>,
  session: SessionId,
  by: StaffCode,
  { rating, line }: Reflection,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('reflection')
    .values({ session, by_code: by, rating, line: line ?? null, at: instantText(at) })
    .onConflict((conflict) => conflict.column('session').doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

export const sessionWithId = compiledOnce((db, { id }: { id: SessionId }) =>
  selectSessions(db).where('session.id', '=', id),
)

/** A session that nobody else may sign, correct or withdraw until this transaction ends. */
export async function lockSession(
  transaction: Transaction<Tables>,
  database: Database,
  id: SessionId,
): Promise<RecordedSession> {
  if (database.locksRows) {
    await transaction.selectFrom('session').select('id').where('id', '=', id).forUpdate().execute()
  }
  return await sessionWith(transaction, id)
}

/** @throws {Error} when there is none of this id. */
export async function sessionWith(transaction: Transaction<Tables>, id: SessionId): Promise<RecordedSession> {
  const [session] = recordedSessions(await sessionWithId(transaction, { id }))
  if (session === undefined) throw new Error(`No session has the id ${id}.`)
  return session
}
