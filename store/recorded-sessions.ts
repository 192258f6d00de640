import type { InferResult, Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { Crn, type SessionId } from '../domain/ids.ts'
import { type RecordedSession, type Session, signerOf } from '../domain/supervision.ts'
import type { KindId } from '../domain/supervision-kind.ts'
import { instantText } from './instant-text.ts'
import type { Tables } from './tables.ts'

const Crns = z.array(Crn)
const Answers = z.record(z.string(), z.string())

/** Most sessions have no private answers, and many have none at all. */
function answersIn(text: string): Record<string, string> {
  return text === '{}' ? {} : Answers.parse(JSON.parse(text))
}

/** Sessions with what has become of them, one row for each of a session's kinds. The caller says which, and in what order. */
export function selectSessions(kysely: Kysely<Tables>) {
  return kysely
    .selectFrom('session')
    .leftJoin('session_kind', 'session_kind.session', 'session.id')
    .leftJoin('sign_off', 'sign_off.session', 'session.id')
    .leftJoin('amendment as made', 'made.new_session', 'session.id')
    .leftJoin('amendment as later', 'later.old_session', 'session.id')
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
    ])
}

type SessionRow = InferResult<ReturnType<typeof selectSessions>>[number]

/** The sessions of rows that `selectSessions` gave, in the order in which they first come. */
export function recordedSessions(rows: readonly SessionRow[]): RecordedSession[] {
  const bySession = Map.groupBy(rows, (row) => row.id)
  return [...bySession.values()].flatMap((ofOne) => {
    const [row] = ofOne
    if (row === undefined) return []
    const inPlace = ofOne.toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
    return [
      recordedSession(
        row,
        inPlace.flatMap(({ kind }) => (kind === null ? [] : [kind])),
      ),
    ]
  })
}

function recordedSession(row: SessionRow, kinds: KindId[]): RecordedSession {
  const session: RecordedSession = {
    id: row.id,
    practitioner: row.practitioner,
    supervisor: row.supervisor,
    loggedBy: row.logged_by,
    kinds,
    heldOn: Temporal.PlainDate.from(row.held_on),
    minutes: row.minutes,
    crns: row.crns === '[]' ? [] : Crns.parse(JSON.parse(row.crns)),
    answers: answersIn(row.answers),
    privateAnswers: answersIn(row.private_answers),
    loggedAt: Temporal.Instant.from(row.logged_at),
  }
  if (row.origin === 'import') session.imported = true
  if (row.corrects !== null) session.corrects = row.corrects
  if (row.corrected_by !== null) session.correctedBy = row.corrected_by
  if (row.signed_by !== null && row.outcome !== null && row.signed_at !== null) {
    session.signOff = {
      session: row.id,
      by: row.signed_by,
      outcome: row.outcome,
      ...(row.words === null ? {} : { words: row.words }),
      signedAt: Temporal.Instant.from(row.signed_at),
    }
  }
  return session
}

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
  const inserted = await transaction
    .insertInto('session')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  const ids = new Set(inserted.map((row) => row.id))
  const fresh = once.filter((session) => ids.has(session.id))
  const kinds = fresh.flatMap(({ id, kinds }) => kinds.map((kind, position) => ({ session: id, position, kind })))
  if (kinds.length > 0) await transaction.insertInto('session_kind').values(kinds).execute()
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
          },
        ],
  )
  if (amendments.length > 0) await transaction.insertInto('amendment').values(amendments).execute()
  return ids
}
