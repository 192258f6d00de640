import { AllocationDraft, type AllocationDrafts } from '../domain/allocation/allocation-draft.ts'
import type { AllocationDraftId, StaffCode } from '../domain/ids.ts'
import type { AllocationTables } from './allocation-tables.ts'
import { writeDown } from './audit-trail.ts'
import { cancelDraft, nextTouch } from './cancel-draft.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'

type Row = AllocationTables['allocation_draft']

const draftWithId = compiledOnce((db, { id }: Pick<Row, 'id'>) =>
  db.selectFrom('allocation_draft').select(['body', 'version', 'state']).where('id', '=', id),
)
const openDraftsOf = compiledOnce((db, { person }: { person: StaffCode }) =>
  db
    .selectFrom('allocation_draft')
    .select('body')
    .where('by_code', '=', person)
    .where('state', '=', 'open')
    .orderBy('touched', 'desc')
    .orderBy('touched_at', 'desc')
    .orderBy('id'),
)
const updateDraft = compiledOnce(
  (db, { id, by_code, crn, body, version, next, touched_at }: Omit<Row, 'state' | 'touched'> & { next: number }) =>
    db
      .updateTable('allocation_draft')
      .set({ crn, body, version: next, touched: nextTouch('allocation_draft', by_code), touched_at })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('state', '=', 'open')
      .returning('id'),
)

/** Closes the draft that an allocation came from, inside the transaction that keeps the allocation. */
export const decideDraft = compiledOnce((db, { id, touched_at }: Pick<Row, 'id' | 'touched_at'>) =>
  db.updateTable('allocation_draft').set({ state: 'decided', touched_at }).where('id', '=', id),
)

/** Allocations being decided. A draft's version is 1 when it is opened and rises by one with each write. */
export function allocationDrafts(database: Database): AllocationDrafts {
  const { kysely } = database
  return {
    async open(draft, at, note) {
      await database.write(async (transaction) => {
        await transaction
          .insertInto('allocation_draft')
          .values({
            id: draft.id,
            by_code: draft.by,
            crn: draft.crn,
            body: JSON.stringify(draft),
            version: 1,
            state: 'open',
            touched: nextTouch('allocation_draft', draft.by),
            touched_at: instantText(at),
          })
          .execute()
        await writeDown(transaction, database, [note])
      })
    },

    async write(draft, version, at) {
      const { id, by, crn } = draft
      const row = { id, by_code: by, crn, body: JSON.stringify(draft), version, next: version + 1 }
      const written = await database.writeOne((db) => updateDraft(db, { ...row, touched_at: instantText(at) }))
      return written.length === 1 ? 'written' : 'conflict'
    },

    async read(id: AllocationDraftId) {
      const [row] = await draftWithId(kysely, { id })
      return row && { draft: draftOf(row.body), version: row.version, state: row.state }
    },

    async openOf(person) {
      return (await openDraftsOf(kysely, { person })).map(({ body }) => draftOf(body))
    },

    cancel: (id, at, note) => cancelDraft(database, 'allocation_draft', { id, at, note }),
  }
}

function draftOf(body: string): AllocationDraft {
  return AllocationDraft.parse(JSON.parse(body))
}
