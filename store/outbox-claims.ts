import { type Kysely, sql, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { StaffCode, ThingId } from '../domain/ids.ts'
import type { ClaimAsked, Claimed, Outbox, Settled } from '../domain/reminders/outbox.ts'
import type { Database } from './database.ts'
import { instantFrom, instantText } from './instant-text.ts'
import { rememberCard } from './shown-cards.ts'
import type { Tables } from './tables.ts'

type Row = Tables['outbox']

/** Words of the statement and not values of it, or the indexes of what waits would not be used. */
const waiting = sql.lit('waiting' as const)

/** Taking entries in hand, saying that they are being sent, and keeping what became of them. */
export function outboxClaims(database: Database): Pick<Outbox, 'claim' | 'begin' | 'settle'> {
  return {
    async claim(asked) {
      // Nearly always nothing is due, and a look costs no commit.
      if ((await due(database.kysely, { ...asked, most: 1 }).execute()).length === 0) return []
      return await database.write((transaction) => claimIn(transaction, asked, database.locksRows))
    },

    async begin(keys, owner, now, leaseSeconds) {
      const outcome = await database
        .write(async (transaction) => {
          const begun = await transaction
            .updateTable('outbox')
            .set((eb) => ({
              sending: 1,
              attempts: eb('attempts', '+', 1),
              lease_until: instantText(now.add({ seconds: leaseSeconds })),
            }))
            .where('key', 'in', keys)
            .where('state', '=', waiting)
            .where('lease_owner', '=', owner)
            .where('lease_until', '>', instantText(now))
            .returning('key')
            .execute()
          if (begun.length !== keys.length) throw new NotTheOwners()
          return true
        })
        .catch((error: unknown) => {
          if (error instanceof NotTheOwners) return false
          throw error
        })
      return outcome
    },

    settle: (keys, owner, settled, at, shows) =>
      database.write(async (transaction) => {
        const people = await transaction
          .updateTable('outbox')
          .set((eb) => ({
            ...rowAfter(settled),
            // It was counted when it was begun, and what never was is counted now.
            attempts: isAttempt(settled) ? sql<number>`attempts + 1 - sending` : eb('attempts', '-', eb.ref('sending')),
            ...(settled.outcome === 'unknown' ? { unknowns: eb('unknowns', '+', 1) } : {}),
            sending: 0,
            lease_owner: null,
            lease_until: instantText(at),
            touched_at: instantText(at),
          }))
          .where('key', 'in', keys)
          .where('state', '=', waiting)
          .where('lease_owner', '=', owner)
          .returning('to_code')
          .execute()
        const to = people[0]?.to_code
        if (to !== undefined) await withTheRest(transaction, to, settled, at, shows)
        return people.length === keys.length
      }),
  }
}

/** Undoes a beginning of which one part is somebody else's by now. */
class NotTheOwners extends Error {}

/** Entries that are due and whose people nobody is busy with, the first due first. */
function due(kysely: Kysely<Tables>, { now, most, pauseSeconds }: ClaimAsked) {
  return kysely
    .selectFrom('outbox')
    .select(['key', 'to_code'])
    .where('state', '=', waiting)
    .where('due_at', '<=', instantText(now))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('outbox as busy')
            .select('busy.key')
            .whereRef('busy.to_code', '=', 'outbox.to_code')
            .where('busy.lease_until', '>', instantText(now.subtract({ seconds: pauseSeconds }))),
        ),
      ),
    )
    .orderBy('due_at')
    .orderBy('key')
    .limit(most)
}

async function claimIn(transaction: Transaction<Tables>, asked: ClaimAsked, locks: boolean): Promise<Claimed[]> {
  // Rows are passed over while somebody settles them; whole people are divided by one claim waiting for the other, or two
  // instances could each take one of the reminders that belong on one message.
  if (locks) {
    await sql`select pg_advisory_xact_lock(hashtext(current_schema() || '.outbox'))`.execute(transaction)
  }
  const first = due(transaction, asked)
  const found = await (locks ? first.forUpdate().skipLocked() : first).execute()
  if (found.length === 0) return []
  const people = [...new Set(found.map(({ to_code }) => to_code))]
  const theirs = transaction
    .selectFrom('outbox')
    .select('key')
    .where('state', '=', waiting)
    .where('to_code', 'in', people)
    .where('due_at', '<=', instantText(asked.now.add({ minutes: asked.togetherMinutes })))
  const all = await (locks ? theirs.forUpdate().skipLocked() : theirs).execute()
  const rows = await transaction
    .updateTable('outbox')
    .set((eb) => ({
      lease_owner: asked.owner,
      lease_until: instantText(asked.now.add({ seconds: asked.leaseSeconds })),
      // Whoever had it ended while sending, so it may have arrived.
      unknowns: eb('unknowns', '+', eb.ref('sending')),
      sending: 0,
    }))
    .where(
      'key',
      'in',
      all.map(({ key }) => key),
    )
    .returning(['key', 'to_code', 'what', 'about', 'due_at', 'attempts', 'unknowns'])
    .execute()
  return rows
    .sort((a, b) => (a.due_at === b.due_at ? compare(a.key, b.key) : compare(a.due_at, b.due_at)))
    .map((row) => ({ ...entryOf(row), attempts: row.attempts + 1 }))
}

const compare = (a: string, b: string) => (a < b ? -1 : 1)

/** An entry as a row has it, with the attempts that were made. */
export function entryOf(
  row: Pick<Row, 'key' | 'to_code' | 'what' | 'about' | 'due_at' | 'attempts' | 'unknowns'>,
): Claimed {
  return {
    key: row.key,
    to: row.to_code,
    what: row.what,
    about: JSON.parse(row.about),
    dueAt: instantFrom(row.due_at),
    attempts: row.attempts,
    unknowns: row.unknowns,
  }
}

function rowAfter(settled: Settled): Partial<Row> {
  const { outcome } = settled
  switch (outcome) {
    case 'delivered': {
      const { serviceUrl, conversationId, messageId } = settled.place ?? {}
      const place = { service_url: serviceUrl, conversation_id: conversationId, message_id: messageId }
      return { state: 'ended', outcome, why: null, ...place }
    }
    case 'dropped':
      return { state: 'ended', outcome, why: settled.why }
    case 'later':
      return { outcome, why: settled.why, due_at: instantText(settled.at) }
    case 'not-installed':
    case 'blocked':
      return { state: 'unreachable', outcome, why: null }
    default:
      return settled.again === undefined
        ? { state: 'ended', outcome, why: null }
        : { outcome, why: null, due_at: instantText(settled.again) }
  }
}

/** What was no attempt to reach the person may not bring an entry nearer to being given up. */
function isAttempt({ outcome }: Settled): boolean {
  return outcome !== 'later' && outcome !== 'throttled' && outcome !== 'dropped'
}

/** What goes with an outcome: the card is remembered; everything else for somebody out of reach waits with it. */
async function withTheRest(
  transaction: Transaction<Tables>,
  to: StaffCode,
  settled: Settled,
  at: Temporal.Instant,
  shows: ThingId | undefined,
): Promise<void> {
  if (settled.outcome === 'delivered' && settled.place !== undefined && shows !== undefined) {
    await rememberCard(transaction, { thing: shows, to, place: settled.place }, at)
  }
  if (settled.outcome !== 'not-installed' && settled.outcome !== 'blocked') return
  await transaction
    .updateTable('outbox')
    .set({ state: 'unreachable', lease_owner: null })
    .where('to_code', '=', to)
    .where('state', '=', waiting)
    .where('sending', '=', 0)
    .execute()
}
