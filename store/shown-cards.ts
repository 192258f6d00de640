import { type Kysely, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { SessionId, StaffCode } from '../domain/ids.ts'
import type { ShownCard, ShownCards } from '../domain/ports.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import type { Tables } from './tables.ts'

/** Where the cards about a draft or session stand. A card remembered again counts as the newest. */
export function shownCards({ kysely }: Database): ShownCards {
  const placesOf = compiledOnce(kysely, 2, (thing, to) =>
    kysely
      .selectFrom('shown_card')
      .select(['service_url as serviceUrl', 'conversation_id as conversationId', 'message_id as messageId'])
      .where('thing', '=', thing as SessionId)
      .where('to_code', '=', to as StaffCode)
      .orderBy('shown', 'desc')
      .orderBy('shown_at', 'desc')
      .orderBy('message_id'),
  )

  return {
    remember: (thing, to, place, at) => rememberCard(kysely, { thing, to, place }, at),
    of: (thing, to) => placesOf(thing, to),
  }
}

/** Remembers a card, also inside the transaction of what showed it. */
export async function rememberCard(
  kysely: Kysely<Tables>,
  { thing, to, place }: ShownCard,
  at: Temporal.Instant,
): Promise<void> {
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
}
