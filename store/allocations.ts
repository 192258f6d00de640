import { setImmediate } from 'node:timers/promises'
import type { ExpressionBuilder, Kysely } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import type { Allocation, Allocations, SubmissionState } from '../domain/allocation/allocation.ts'
import { AllocationDraftId, type AllocationId, type Crn, type StaffCode } from '../domain/ids.ts'
import type { Notice } from '../domain/ports.ts'
import { decideDraft } from './allocation-drafts.ts'
import { allocationOf, rowOf } from './allocation-rows.ts'
import { writeDown } from './audit-trail.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import { insertNotice, overtakeNotices } from './notices.ts'
import type { Tables } from './tables.ts'

const mostOfOneDecider = 60
const touchPointsAtOnce = 200

/** The least certain first: what is kept gives way only to what is more certain. */
const certainty = [
  'submitting',
  'unknown',
  'not-submitted',
  'refused',
  'submitted',
] as const satisfies SubmissionState[]

const allocationWithId = compiledOnce((db, { id }: { id: AllocationId }) =>
  db.selectFrom('allocation').selectAll().where('id', '=', id),
)
const lastOfCase = compiledOnce((db, { crn }: { crn: Crn }) =>
  db.selectFrom('allocation').selectAll().where('crn', '=', crn).orderBy('number', 'desc').limit(1),
)
const givenTo = compiledOnce((db, { practitioner }: { practitioner: StaffCode }) =>
  db
    .selectFrom('allocation')
    .selectAll()
    .where('to_code', '=', practitioner)
    .orderBy('decided_at', 'desc')
    .orderBy('number', 'desc')
    .orderBy('id'),
)

/**
 * Decisions about who gets a case. Each has its number among those of its case, and the table keeps each number once: of
 * two made at the same moment, the one that comes second has the first in view or is not kept.
 */
export function allocations(database: Database): Allocations {
  const { kysely } = database
  return {
    async decide(allocation, since, notes) {
      const { id, crn, decidedAt, submission } = allocation
      return await database.write(async (transaction) => {
        const [last] = await lastOfCase(transaction, { crn })
        // After the last of the case is read, so that the same press on another instance is not taken for somebody else's.
        const known = first(await allocationWithId(transaction, { id }))
        if (known !== undefined) return { outcome: 'already', allocation: known }
        const before = first(last === undefined ? [] : [last])
        if (before !== undefined && Temporal.Instant.compare(before.decidedAt, since) >= 0) {
          return { outcome: 'taken', allocation: before }
        }
        const { numInsertedOrUpdatedRows } = await transaction
          .insertInto('allocation')
          .values(rowOf(allocation, (last?.number ?? 0) + 1))
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow()
        if (numInsertedOrUpdatedRows !== 1n) {
          // Another instance was quicker: with the same press, or with another decision about the case.
          const same = first(await allocationWithId(transaction, { id }))
          if (same !== undefined) return { outcome: 'already', allocation: same }
          const other = first(await lastOfCase(transaction, { crn }))
          if (other === undefined) throw new Error('The allocation that stood in the way is not there.')
          return { outcome: 'taken', allocation: other }
        }
        if (before !== undefined) await overtakeNotices(transaction, before.id, decidedAt)
        const told = submission === 'for-pasting' ? await tellWhoGot(transaction, allocation, decidedAt) : {}
        await decideDraft(transaction, { id: AllocationDraftId.parse(id), touched_at: instantText(decidedAt) })
        await writeDown(transaction, database, notes)
        return { outcome: 'decided', allocation, ...told }
      })
    },

    async settle(id, submission, note, toDecider) {
      return await database.write(async (transaction) => {
        const weaker = certainty.slice(0, certainty.indexOf(submission))
        const { numUpdatedRows } = await transaction
          .updateTable('allocation')
          .set({ submission })
          .where('id', '=', id)
          .where('submission', 'in', weaker)
          .executeTakeFirst()
        const allocation = first(await allocationWithId(transaction, { id }))
        if (allocation === undefined) throw new Error(`No allocation has the id ${id}.`)
        if (numUpdatedRows !== 1n) return { outcome: 'already', allocation }
        if (toDecider !== undefined) await insertNotice(transaction, toDecider, note.at)
        const isTold = submission === 'submitted' && (await isStanding(transaction, id))
        const told = isTold ? await tellWhoGot(transaction, allocation, note.at) : {}
        await writeDown(transaction, database, [note])
        return { outcome: 'settled', allocation, ...told }
      })
    },

    async byId(id) {
      return first(await allocationWithId(kysely, { id }))
    },

    async ofCase(crn) {
      const rows = await kysely
        .selectFrom('allocation')
        .selectAll()
        .where('crn', '=', crn)
        .orderBy('number', 'desc')
        .execute()
      return rows.map(allocationOf)
    },

    async to(practitioner) {
      return (await givenTo(kysely, { practitioner })).map(allocationOf)
    },

    async givenSince(practitioners, since) {
      if (practitioners.length === 0) return []
      const rows = await kysely
        .selectFrom('allocation')
        .select(['to_code', 'crn', 'decided_at'])
        .where('to_code', 'in', practitioners)
        .where('decided_at', '>=', instantText(since))
        .where('submission', 'not in', ['refused', 'not-submitted'])
        .where(isTheLast)
        .execute()
      return rows.map(({ to_code, crn, decided_at }) => ({
        to: to_code,
        crn,
        decidedAt: Temporal.Instant.from(decided_at),
      }))
    },

    async decidedBy(person) {
      const rows = await kysely
        .selectFrom('allocation')
        .selectAll()
        .where('decided_by', '=', person)
        .orderBy('decided_at', 'desc')
        .orderBy('number', 'desc')
        .orderBy('id')
        .limit(mostOfOneDecider)
        .execute()
      return rows.map(allocationOf)
    },

    async unsettled() {
      const rows = await kysely
        .selectFrom('allocation')
        .selectAll()
        .where('submission', 'in', ['submitting', 'unknown'])
        .orderBy('decided_at')
        .orderBy('id')
        .execute()
      return rows.map(allocationOf)
    },

    async touchPointsDue(from, to) {
      const found: Allocation[] = []
      for (let last: Allocation | undefined; ; last = found.at(-1)) {
        const page = await touchPointsAfter(last, from, to)
        found.push(...page)
        if (page.length < touchPointsAtOnce) return found
        await setImmediate()
      }
    },
  }

  async function touchPointsAfter(
    last: Allocation | undefined,
    from: Temporal.PlainDate,
    to: Temporal.PlainDate,
  ): Promise<Allocation[]> {
    const day = (last?.touchPointOn ?? from).toString()
    const rows = await kysely
      .selectFrom('allocation')
      .selectAll()
      .where('touch_point_on', '>=', day)
      .where('touch_point_on', '<=', to.toString())
      .$if(last !== undefined, (query) =>
        query.where((eb) => eb.or([eb('touch_point_on', '>', day), eb('id', '>', last?.id ?? ('' as AllocationId))])),
      )
      .where(isTheLast)
      .orderBy('touch_point_on')
      .orderBy('id')
      .limit(touchPointsAtOnce)
      .execute()
    return rows.map(allocationOf)
  }
}

/** That a case was not given to somebody again since, unless the case services did not take that. */
function isTheLast({ not, exists, selectFrom }: ExpressionBuilder<Tables, 'allocation'>) {
  return not(
    exists(
      selectFrom('allocation as later')
        .select('later.id')
        .whereRef('later.crn', '=', 'allocation.crn')
        .whereRef('later.number', '>', 'allocation.number')
        .where('later.submission', 'not in', ['refused', 'not-submitted']),
    ),
  )
}

/** Whether the case was not given to anybody again since. */
async function isStanding(transaction: Kysely<Tables>, id: AllocationId): Promise<boolean> {
  const standing = await transaction
    .selectFrom('allocation')
    .select('id')
    .where('id', '=', id)
    .where(isTheLast)
    .execute()
  return standing.length === 1
}

/** Makes the notice to whoever got a case, unless they decided it themself. */
async function tellWhoGot(
  transaction: Kysely<Tables>,
  { id, to, decidedBy }: Allocation,
  at: Temporal.Instant,
): Promise<{ notice?: Notice }> {
  if (to === decidedBy) return {}
  const notice: Notice = { id: `was-given-case:${id}`, to, about: id, what: 'was-given-case' }
  await insertNotice(transaction, notice, at)
  return { notice }
}

function first(rows: readonly Parameters<typeof allocationOf>[0][]): Allocation | undefined {
  const [row] = rows
  return row && allocationOf(row)
}
