import { SupervisionDraft } from '../domain/draft.ts'
import type { DraftId, StaffCode } from '../domain/ids.ts'
import type { Drafts } from '../domain/ports.ts'
import { writeDown } from './audit-trail.ts'
import { cancelDraft, nextTouch } from './cancel-draft.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantFrom, instantText } from './instant-text.ts'

const draftWithId = compiledOnce((db, { id }: { id: DraftId }) =>
  db.selectFrom('draft').select(['body', 'version', 'state']).where('id', '=', id),
)

type DraftUpdate = { id: DraftId; by: StaffCode; body: string; version: number; next: number; at: string }
const updateDraft = compiledOnce((db, { id, by, body, version, next, at }: DraftUpdate) =>
  db
    .updateTable('draft')
    .set({ body, version: next, touched: nextTouch('draft', by), touched_at: at })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'open')
    .returning('id'),
)

/** Supervisions being written down. A draft's version is 1 when it is opened and rises by one with each write. */
export function drafts(database: Database): Drafts {
  const { kysely } = database

  return {
    async open(draft, at, note) {
      await database.write(async (transaction) => {
        await transaction
          .insertInto('draft')
          .values({
            id: draft.id,
            by_code: draft.by,
            body: JSON.stringify(draft),
            version: 1,
            state: 'open',
            touched: nextTouch('draft', draft.by),
            touched_at: instantText(at),
          })
          .execute()
        await writeDown(transaction, database, [note])
      })
    },

    async write(draft, version, at) {
      const written = await database.writeOne((db) =>
        updateDraft(db, {
          id: draft.id,
          by: draft.by,
          body: JSON.stringify(draft),
          version,
          next: version + 1,
          at: instantText(at),
        }),
      )
      return written.length === 1 ? 'written' : 'conflict'
    },

    async read(id) {
      const [row] = await draftWithId(kysely, { id })
      return row && { draft: draftOf(row.body), version: row.version, state: row.state }
    },

    async touchedAt(id) {
      const row = await kysely
        .selectFrom('draft')
        .select('touched_at')
        .where('id', '=', id)
        .where('state', '=', 'open')
        .executeTakeFirst()
      return row && instantFrom(row.touched_at)
    },

    async openOf(person) {
      const rows = await kysely
        .selectFrom('draft')
        .select('body')
        .where('by_code', '=', person)
        .where('state', '=', 'open')
        .orderBy('touched', 'desc')
        .orderBy('touched_at', 'desc')
        .orderBy('id')
        .execute()
      return rows.map((row) => draftOf(row.body))
    },

    cancel: (id, at, note) => cancelDraft(database, 'draft', { id, at, note }),
  }
}

function draftOf(body: string): SupervisionDraft {
  return SupervisionDraft.parse(JSON.parse(body))
}
