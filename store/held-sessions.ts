import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { HeldSession, HeldSessions } from '../domain/held-sessions.ts'
import type { SessionId, StaffCode } from '../domain/ids.ts'
import type { KindId } from '../domain/supervision-kind.ts'
import type { Database } from './database.ts'
import { isCounted, standingSessions } from './standing-sessions.ts'

/** A year of sessions of so many people is read within a few ms, in which nothing else happens on the embedded engine. */
const peopleAtOnce = 25

/** What was held, read from an index that has all of it: the wide rows with the notes are never touched. */
export function heldSessions({ kysely }: Database): HeldSessions {
  return {
    async of(practitioners, from, to) {
      const codes = [...new Set(practitioners)]
      const found: (HeldSession & { practitioner: StaffCode })[] = []
      for (let start = 0; start < codes.length; start += peopleAtOnce) {
        if (start > 0) await setImmediate()
        const rows = await standingSessions(kysely, codes.slice(start, start + peopleAtOnce), from, to).execute()
        const bySession = new Map<SessionId, HeldSession & { kinds: KindId[]; practitioner: StaffCode }>()
        for (const row of rows) {
          const { id, practitioner, held_on, logged_by, kind, outcome } = row
          const known = bySession.get(id)
          if (known !== undefined) known.kinds.push(kind)
          else if (outcome !== 'change-asked' || logged_by !== practitioner) {
            bySession.set(id, { practitioner, kinds: [kind], heldOn: held_on, counts: isCounted(row) })
          }
        }
        found.push(...bySession.values())
      }
      return found
    },
  }
}

/** The indexes that the states are read from. The first begins like the one it takes the place of, and serves the same questions. */
export async function heldSessionsIndexes(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema.dropIndex('session_by_practitioner').execute()
  await schema
    .createIndex('session_by_practitioner')
    .on('session')
    .columns(['practitioner', 'held_on', 'id', 'logged_by', 'origin'])
    .execute()
  await schema.createIndex('session_kind_in_full').on('session_kind').columns(['session', 'kind']).execute()
}
