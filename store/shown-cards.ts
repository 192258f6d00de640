import { sql } from 'kysely'
import type { ShownCards } from '../domain/ports.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'

/** Where the cards about a draft or session stand. A card remembered again counts as the newest. */
export function shownCards({ kysely }: Database): ShownCards {
  return {
    async remember(thing, to, place, at) {
      await kysely
        .insertInto('shown_card')
        .values({
          thing,
          to_code: to,
          service_url: place.serviceUrl,
          conversation_id: place.conversationId,
          message_id: place.messageId,
          shown: sql<number>`(select coalesce(max(shown), 0) + 1 from shown_card where thing = ${thing} and to_code = ${to})`,
          shown_at: instantText(at),
        })
        .onConflict((conflict) =>
          conflict.columns(['thing', 'to_code', 'conversation_id', 'message_id']).doUpdateSet((eb) => ({
            service_url: eb.ref('excluded.service_url'),
            shown: eb.ref('excluded.shown'),
            shown_at: eb.ref('excluded.shown_at'),
          })),
        )
        .execute()
    },

    async of(thing, to) {
      return await kysely
        .selectFrom('shown_card')
        .select(['service_url as serviceUrl', 'conversation_id as conversationId', 'message_id as messageId'])
        .where('thing', '=', thing)
        .where('to_code', '=', to)
        .orderBy('shown', 'desc')
        .orderBy('shown_at', 'desc')
        .orderBy('message_id')
        .execute()
    },
  }
}
