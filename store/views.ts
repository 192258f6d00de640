import { Temporal } from 'temporal-polyfill'
import type { Views } from '../domain/views.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'

/** Who looked at whose record, from the audit trail. */
export function views({ kysely }: Database): Views {
  return {
    async of(person, from, to, most) {
      const rows = await kysely
        .selectFrom('audit_entry')
        .select(['at', 'actor', 'detail'])
        .where('subject', '=', person)
        .where('event', '=', 'record.viewed')
        .where('at', '>=', instantText(from))
        .where('at', '<=', instantText(to))
        .where('actor', 'is not', null)
        .where('actor', '!=', person)
        .orderBy('sequence', 'desc')
        .limit(most + 1)
        .execute()
      const views = rows.slice(0, most).flatMap(({ at, actor, detail }) => {
        if (actor === null) return []
        return [{ by: actor, at: Temporal.Instant.from(at), ...(detail === null ? {} : { what: detail }) }]
      })
      return { views, more: rows.length > most }
    },
  }
}
