import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { amendmentTables } from '../../store/amendment-tables.ts'
import { openEmbeddedDatabase } from '../../store/embedded-database.ts'
import { firstTables } from '../../store/first-tables.ts'
import { aSession, at, manager, sessionId } from '../support/records.ts'

describe('The table of corrections, made again with room for withdrawals', () => {
  it('keeps every correction that was there, and takes a withdrawal, once for each session', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'amendments-'))
    const { kysely } = openEmbeddedDatabase(folder)
    try {
      await firstTables(kysely as never, 'embedded')
      for (const number of [1, 2, 3]) {
        const { id, practitioner, supervisor } = aSession(number)
        const rest = { held_on: '2026-11-18', minutes: 45, crns: '[]', answers: '{}', private_answers: '{}' }
        const who = { practitioner, supervisor, logged_by: manager, signer: practitioner }
        await kysely
          .insertInto('session')
          .values({ id, ...who, ...rest, logged_at: at(number).toString(), origin: 'chat' })
          .execute()
      }
      const correction = {
        old_session: sessionId(1),
        new_session: sessionId(2),
        kind: 'correction' as const,
        by_code: manager,
        at: at(5).toString(),
      }
      await kysely
        .insertInto('amendment')
        .values(correction as never)
        .execute()
      await amendmentTables(kysely as never)
      const withdrawal = {
        ...correction,
        old_session: sessionId(3),
        new_session: null,
        kind: 'withdrawal' as const,
        reason: 'Twice',
      }
      await kysely.insertInto('amendment').values(withdrawal).execute()
      assert.deepEqual(await kysely.selectFrom('amendment').selectAll().orderBy('old_session').execute(), [
        { ...correction, reason: null },
        withdrawal,
      ])
      await assert.rejects(
        kysely
          .insertInto('amendment')
          .values({ ...withdrawal, old_session: sessionId(1) })
          .execute(),
      )
      const ofNothing = { ...withdrawal, old_session: sessionId(9) }
      await assert.rejects(kysely.insertInto('amendment').values(ofNothing).execute(), /FOREIGN KEY/)
    } finally {
      await kysely.destroy()
      await rm(folder, { recursive: true })
    }
  })
})
