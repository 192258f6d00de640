import type { InsertQueryBuilder, InsertResult, Transaction } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { type Absence, type Cover, includes } from '../domain/absence.ts'
import type { AbsenceId, CoverId, StaffCode } from '../domain/ids.ts'
import type { Absences, Kept } from '../domain/who-is-away.ts'
import { absenceOf, coverOf } from './absence-rows.ts'
import { writeDown } from './audit-trail.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { insertNotice, overtakeNotices } from './notices.ts'
import type { Tables } from './tables.ts'

const peopleAtOnce = 500
/** How long a version that was read is trusted, in milliseconds: long enough for one turn, too short for anybody to notice. */
const trustedMs = 5

const coverVersion = compiledOnce((db) => db.selectFrom('cover_version').select('version'))

type Known = { version: number; covers: Kept<Cover>[] }

/**
 * Who is away and who stands in. The covers that stand are held in memory and read again when their version has changed:
 * every turn asks for them. `now` is a clock in milliseconds that never goes back.
 */
export function absences(database: Database, now: () => number): Absences {
  const { kysely } = database
  let known: Promise<Known> | undefined
  let checkedAt = Number.NEGATIVE_INFINITY

  async function load(version: number): Promise<Known> {
    const rows = await kysely
      .selectFrom('cover')
      .selectAll()
      .where('ended_at', 'is', null)
      .orderBy('from_day')
      .orderBy('id')
      .execute()
    return { version, covers: rows.map(coverOf) }
  }

  async function standing(): Promise<Kept<Cover>[]> {
    if (known === undefined || now() - checkedAt >= trustedMs) {
      const version = (await coverVersion(kysely, {}))[0]?.version ?? 0
      checkedAt = now()
      if (known === undefined || (await known).version !== version) {
        known = load(version)
        known.catch(() => {
          known = undefined
        })
      }
    }
    return (await known).covers
  }

  return {
    async of(people, from, to) {
      const found: Kept<Absence>[] = []
      for (let start = 0; start < people.length; start += peopleAtOnce) {
        const rows = await kysely
          .selectFrom('absence')
          .selectAll()
          .where('person', 'in', people.slice(start, start + peopleAtOnce))
          .where('ended_at', 'is', null)
          .where('from_day', '<=', to.toString())
          .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', from.toString())]))
          .execute()
        found.push(...rows.map(absenceOf))
      }
      return found.sort(
        (a, b) =>
          Temporal.PlainDate.compare(a.from, b.from) || (a.person < b.person ? -1 : a.person > b.person ? 1 : 0),
      )
    },

    async ofEverybody(from, to, most) {
      const found = kysely
        .selectFrom('absence')
        .where('ended_at', 'is', null)
        .where('from_day', '<=', to.toString())
        .where((eb) => eb.or([eb('to_day', 'is', null), eb('to_day', '>=', from.toString())]))
      const page = found.selectAll().orderBy('from_day').orderBy('person').orderBy('id').limit(most)
      const [rows, { all }] = await Promise.all([
        page.execute(),
        found.select((eb) => eb.fn.countAll().as('all')).executeTakeFirstOrThrow(),
      ])
      return { absences: rows.map(absenceOf), all: Number(all) }
    },

    coversOn: async (day) => (await standing()).filter((cover) => includes(cover, day)),

    coversOf: async (person, from) =>
      (await standing()).filter(
        (cover) => (cover.manager === person || cover.by === person) && Temporal.PlainDate.compare(cover.to, from) >= 0,
      ),

    coversIn: async (from, to) =>
      (await standing()).filter(
        (cover) => Temporal.PlainDate.compare(cover.to, from) >= 0 && Temporal.PlainDate.compare(cover.from, to) <= 0,
      ),

    async byId(id) {
      const row = await kysely.selectFrom('absence').selectAll().where('id', '=', id).executeTakeFirst()
      return row && absenceOf(row)
    },

    async coverById(id) {
      const row = await kysely.selectFrom('cover').selectAll().where('id', '=', id).executeTakeFirst()
      return row && coverOf(row)
    },

    async coverOfAbsence(id) {
      const row = await kysely.selectFrom('cover').selectAll().where('came_with', '=', id).executeTakeFirst()
      return row && coverOf(row)
    },

    async record({ absence, cover }, { by, at, notes, notices, replaces }) {
      const written = { recorded_by: by, recorded_at: instantText(at), ended_by: null, ended_at: null }
      const write = database.write(async (transaction) => {
        if (absence !== undefined) {
          if (await isACover(transaction, absence.id)) throw new NotWritten('taken')
          const row = {
            id: absence.id,
            person: absence.person,
            from_day: absence.from.toString(),
            to_day: absence.to?.toString() ?? null,
            reason: absence.reason,
            replaces: replaces ?? null,
            ...written,
          }
          if (!(await insertOnce(transaction.insertInto('absence').values(row)))) throw new NotWritten('already')
          if (replaces !== undefined) {
            if (!(await endOne(transaction, 'absence', replaces, by, at))) throw new NotWritten('ended-already')
            const went = await transaction.selectFrom('cover').select('id').where('came_with', '=', replaces).execute()
            for (const { id } of went) await endOne(transaction, 'cover', id, by, at)
          }
        }
        if (cover !== undefined) {
          const together = absence !== undefined && String(absence.id) === cover.id
          if (!together && (await isAnAbsence(transaction, cover.id))) throw new NotWritten('taken')
          const row = {
            id: cover.id,
            manager: cover.manager,
            by_code: cover.by,
            from_day: cover.from.toString(),
            to_day: cover.to.toString(),
            came_with: absence?.id ?? null,
            ...written,
          }
          if (!(await insertOnce(transaction.insertInto('cover').values(row)))) throw new NotWritten('already')
          await coversChanged(transaction)
        }
        for (const notice of notices) await insertNotice(transaction, notice, at)
        await writeDown(transaction, database, notes)
      })
      const outcome = await write.then(
        () => 'recorded' as const,
        (error) => {
          if (error instanceof NotWritten) return error.outcome
          throw error
        },
      )
      checkedAt = Number.NEGATIVE_INFINITY
      return outcome
    },

    async end({ absence, cover }, { by, at, notes, notices }) {
      const ended = await database.write(async (transaction) => {
        const wasAbsence = absence !== undefined && (await endOne(transaction, 'absence', absence, by, at))
        const wasCover = cover !== undefined && (await endOne(transaction, 'cover', cover, by, at))
        if (!wasAbsence && !wasCover) return false
        for (const notice of notices) await insertNotice(transaction, notice, at)
        await writeDown(transaction, database, notes)
        return true
      })
      checkedAt = Number.NEGATIVE_INFINITY
      return ended
    },
  }
}

/** Why a transaction was undone: what it would have written stands already, or it came too late. */
class NotWritten extends Error {
  readonly outcome: 'already' | 'ended-already' | 'taken'

  constructor(outcome: NotWritten['outcome']) {
    super(outcome)
    this.outcome = outcome
  }
}

/** Whether an id is that of a cover, other than the one written down together with the absence of this id. */
async function isACover(transaction: Transaction<Tables>, id: AbsenceId): Promise<boolean> {
  const covers = transaction
    .selectFrom('cover')
    .select('came_with')
    .where('id', '=', id as never)
  return (await covers.execute()).some(({ came_with }) => came_with !== id)
}

async function isAnAbsence(transaction: Transaction<Tables>, id: CoverId): Promise<boolean> {
  const absences = transaction
    .selectFrom('absence')
    .select('id')
    .where('id', '=', id as never)
  return (await absences.execute()).length > 0
}

/** Whether a row was new. */
async function insertOnce<Table extends 'absence' | 'cover'>(
  insert: InsertQueryBuilder<Tables, Table, InsertResult>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await insert
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Marks a row that stands as ended, and ends the notices about it; false when it did not stand. */
async function endOne(
  transaction: Transaction<Tables>,
  table: 'absence' | 'cover',
  id: AbsenceId | CoverId,
  by: StaffCode,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable(table)
    .set({ ended_by: by, ended_at: instantText(at) })
    .where('id', '=', id as never)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows !== 1n) return false
  await overtakeNotices(transaction, id, at)
  if (table === 'cover') await coversChanged(transaction)
  return true
}

async function coversChanged(transaction: Transaction<Tables>): Promise<void> {
  await transaction
    .updateTable('cover_version')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .execute()
}
