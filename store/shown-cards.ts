import { type Kysely, sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { StaffCode, ThingId } from '../domain/ids.ts'
import type { ShownCard, ShownCards } from '../domain/ports.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import type { Tables } from './tables.ts'

/** Where the cards about a draft or session stand. A card remembered again counts as the newest. */
export function shownCards(database: Database): ShownCards {
  return {
    remember: (thing, to, place, at) => database.writeOne((db) => rememberCard(db, { thing, to, place }, at)),
    of: (thing, to) => placesOf(database.kysely, { thing, to }),
  }
}

const placesOf = compiledOnce((db, { thing, to }: { thing: ThingId; to: StaffCode }) =>
  db
    .selectFrom('shown_card')
    .select(['service_url as serviceUrl', 'conversation_id as conversationId', 'message_id as messageId'])
    .where('thing', '=', thing)
    .where('to_code', '=', to)
    .orderBy('shown', 'desc')
    .orderBy('shown_at', 'desc')
    .orderBy('message_id'),
)

const insertCard = compiledOnce((db, card: Omit<Tables['shown_card'], 'shown'>) =>
  db
    .insertInto('shown_card')
    .values({
      thing: card.thing,
      to_code: card.to_code,
      service_url: card.service_url,
      conversation_id: card.conversation_id,
      message_id: card.message_id,
      shown: sql<number>`(select coalesce(max(shown), 0) + 1 from shown_card where thing = ${card.thing} and to_code = ${card.to_code})`,
      shown_at: card.shown_at,
    })
    .onConflict((conflict) =>
      conflict.columns(['thing', 'to_code', 'conversation_id', 'message_id']).doUpdateSet((eb) => ({
        service_url: eb.ref('excluded.service_url'),
        shown: eb.ref('excluded.shown'),
        shown_at: eb.ref('excluded.shown_at'),
      })),
    ),
)

/** Remembers a card, also inside the transaction of what showed it. */
export async function rememberCard(
  kysely: Kysely<Tables>,
  { thing, to, place }: ShownCard,
  at: Temporal.Instant,
): Promise<void> {
  await insertCard(kysely, {
    thing,
    to_code: to,
    service_url: place.serviceUrl,
    conversation_id: place.conversationId,
    message_id: place.messageId,
    shown_at: instantText(at),
  })
}
