import type { Bookings } from '../domain/booked-sessions.ts'
import { BookingDraft } from '../domain/booking-draft.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'

type Drafting = Pick<Bookings, 'openDraft' | 'readDraft' | 'lastDraft' | 'writeDraft' | 'dropDraft'>

/** Sessions being booked. A draft's version is 1 when it is opened and rises by one with each write. */
export function bookingDrafts({ kysely, writeOne }: Database): Drafting {
  return {
    async openDraft(draft, at) {
      const body = JSON.stringify(draft)
      const row = { id: draft.id, by_code: draft.by, body, version: 1, touched_at: instantText(at) }
      await writeOne((db) =>
        db
          .insertInto('booking_draft')
          .values({ ...row, state: 'open' })
          .execute(),
      )
    },

    async readDraft(id) {
      const row = await kysely.selectFrom('booking_draft').selectAll().where('id', '=', id).executeTakeFirst()
      return row && { draft: BookingDraft.parse(JSON.parse(row.body)), version: row.version, state: row.state }
    },

    async lastDraft(by) {
      const row = await kysely
        .selectFrom('booking_draft')
        .select('body')
        .where('by_code', '=', by)
        .where('state', '=', 'open')
        .orderBy('touched_at', 'desc')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      return row && BookingDraft.parse(JSON.parse(row.body))
    },

    async writeDraft(draft, version, at) {
      const { numUpdatedRows } = await writeOne((db) =>
        db
          .updateTable('booking_draft')
          .set({ body: JSON.stringify(draft), version: version + 1, touched_at: instantText(at) })
          .where('id', '=', draft.id)
          .where('version', '=', version)
          .where('state', '=', 'open')
          .executeTakeFirst(),
      )
      return numUpdatedRows === 1n ? 'written' : 'conflict'
    },

    async dropDraft(id, at) {
      await writeOne((db) =>
        db
          .updateTable('booking_draft')
          .set({ state: 'dropped', touched_at: instantText(at) })
          .where('id', '=', id)
          .where('state', '=', 'open')
          .execute(),
      )
    },
  }
}
