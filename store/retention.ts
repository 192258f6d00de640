import { sql, type Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { IsoDate } from '../domain/ids.ts'
import { type Limits, type Removable, type RemovedCounts, type Retention, removable } from '../domain/retention.ts'
import { writeDown } from './audit-trail.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { deletePast, forDays, ofLeavers, ofOneConversation, onASession, type Plain, sessions } from './past-its-time.ts'
import { asListing } from './removed-views.ts'
import type { Tables } from './tables.ts'

/** So many rows go in one transaction, which then holds up nobody longer than about 20 ms. */
const pageOf: Record<Removable, number> = {
  answered: 250,
  cards: 250,
  reminders: 250,
  state: 250,
  chats: 250,
  drafts: 250,
  views: 150,
  sessions: 25,
  leavers: 25,
}

const Counts = z.partialRecord(z.enum(removable), z.int())

/** Removes what is past its time. It is the one part of the store that deletes records. */
export function retention(database: Database): Retention {
  /** The counts of a run that goes on; undefined when it has ended. Another instance waits here until this page is done. */
  async function openRun(
    transaction: Transaction<Tables>,
    day: Temporal.PlainDate,
  ): Promise<RemovedCounts | undefined> {
    const row = await transaction
      .selectFrom('retention_run')
      .select(['counts', 'ended'])
      .where('day', '=', isoDay(day))
      .$if(database.locksRows, (query) => query.forUpdate())
      .executeTakeFirst()
    return row === undefined || row.ended === 1 ? undefined : Counts.parse(JSON.parse(row.counts))
  }

  return {
    begin: (day) =>
      database.write(async (transaction) => {
        const open = await transaction
          .selectFrom('retention_run')
          .select('day')
          .where('ended', '=', 0)
          .orderBy('day')
          .limit(1)
          .executeTakeFirst()
        if (open !== undefined) return { day: Temporal.PlainDate.from(open.day) }
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('retention_run')
          .values({ day: isoDay(day), counts: '{}', ended: 0 })
          .onConflict((conflict) => conflict.column('day').doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows !== 1n) return undefined
        // What earlier runs removed stands in the audit trail.
        await transaction.deleteFrom('retention_run').where('ended', '=', 1).where('day', '<', isoDay(day)).execute()
        return { day }
      }),

    removePage: ({ day }, what, limits) =>
      database.write(async (transaction) => {
        const counts = await openRun(transaction, day)
        if (counts === undefined) return { removed: 0, more: false }
        // A hold that is being put waits until this page is done, and counts from the next one on.
        if (database.locksRows) await sql`lock table hold in share mode`.execute(transaction)
        const page =
          what === 'views' ? await removeViews(transaction, limits) : await removePlain(transaction, what, limits)
        if (page.removed > 0) {
          const counted = { ...counts, [what]: (counts[what] ?? 0) + page.removed }
          await transaction
            .updateTable('retention_run')
            .set({ counts: JSON.stringify(counted) })
            .where('day', '=', isoDay(day))
            .execute()
        }
        return page
      }),

    end: ({ day }, noteOf) =>
      database.write(async (transaction) => {
        const counts = await openRun(transaction, day)
        if (counts === undefined) return undefined
        await transaction.updateTable('retention_run').set({ ended: 1 }).where('day', '=', isoDay(day)).execute()
        await writeDown(transaction, database, [noteOf(counts)])
        return counts
      }),
  }

  /** Views go with an audit entry that lists them, so that the chain can still be checked. */
  async function removeViews(transaction: Transaction<Tables>, limits: Limits) {
    const rows = await transaction
      .selectFrom('audit_entry')
      .select('sequence')
      // A word of the statement and not a value of it, or the index of views would not be used.
      .where('event', '=', sql.lit('record.viewed'))
      .where('at', '<', instantText(limits.views))
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('hold')
              .select('person')
              .where(({ eb, or }) =>
                or([eb('person', '=', eb.ref('audit_entry.subject')), eb('person', '=', eb.ref('audit_entry.actor'))]),
              ),
          ),
        ),
      )
      .orderBy('at')
      .orderBy('sequence')
      .limit(pageOf.views)
      .execute()
    const sequences = rows.map(({ sequence }) => sequence).sort((a, b) => a - b)
    if (sequences.length === 0) return { removed: 0, more: false }
    await writeDown(transaction, database, [
      { event: 'retention.views-removed', at: limits.now, detail: asListing(sequences) },
    ])
    await transaction.deleteFrom('audit_entry').where('sequence', 'in', sequences).execute()
    return { removed: sequences.length, more: sequences.length === pageOf.views }
  }
}

async function removePlain(transaction: Transaction<Tables>, what: Plain, limits: Limits) {
  const most = pageOf[what]
  let more = what === 'state' && (await markStateAsSeen(transaction, limits, most)) === most
  let removed = 0
  for (const { hanging, ...past } of listOf(what)) {
    const gone = await deletePast(transaction, past, limits, most, hanging)
    removed += gone
    more ||= gone === most
  }
  return { removed, more }
}

function listOf(what: Plain): typeof ofLeavers {
  if (what === 'leavers') return ofLeavers
  return what === 'sessions' ? [{ ...sessions, hanging: onASession }] : forDays[what]
}

/** Where a conversation stands is written without a clock, so its days are counted from the first night that finds it. */
async function markStateAsSeen(transaction: Transaction<Tables>, { now }: Limits, most: number): Promise<number> {
  const { numUpdatedRows } = await transaction
    .updateTable('state')
    .set({ seen_at: instantText(now) })
    .where('key', 'in', (query) =>
      query.selectFrom('state').select('key').where('seen_at', 'is', null).where(ofOneConversation).limit(most),
    )
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

function isoDay(day: Temporal.PlainDate): IsoDate {
  return IsoDate.parse(day.toString())
}
