import type { Kysely } from 'kysely'
import type { EntraObjectId } from '../domain/ids.ts'
import type { Conversations } from '../domain/ports.ts'
import { compiledOnce } from './compiled-once.ts'
import type { Database } from './database.ts'
import { instantText } from './instant-text.ts'
import type { Tables } from './tables.ts'

const lastUsed = (db: Kysely<Tables>) =>
  db
    .selectFrom('conversation')
    .select([
      'tenant_id as tenantId',
      'entra_object_id as entraObjectId',
      'service_url as serviceUrl',
      'conversation_id as conversationId',
      'user_id as userId',
      'bot_id as botId',
      'channel_id as channelId',
    ])
    .orderBy('used_at', 'desc')
    .limit(1)
const lastUsedBy = compiledOnce((db, { entraObjectId }: { entraObjectId: EntraObjectId }) =>
  lastUsed(db).where('entra_object_id', '=', entraObjectId),
)

/** How to reach people. The reference of somebody who uninstalled is forgotten, and with it that they were welcomed. */
export function conversations(database: Database): Conversations {
  const { kysely } = database
  return {
    async remember(reference, at) {
      await database.writeOne((db) =>
        db
          .insertInto('conversation')
          .values({
            tenant_id: reference.tenantId,
            entra_object_id: reference.entraObjectId,
            service_url: reference.serviceUrl,
            conversation_id: reference.conversationId,
            user_id: reference.userId,
            bot_id: reference.botId,
            channel_id: reference.channelId,
            used_at: instantText(at),
          })
          .onConflict((conflict) =>
            conflict.columns(['tenant_id', 'entra_object_id']).doUpdateSet((eb) => ({
              service_url: eb.ref('excluded.service_url'),
              conversation_id: eb.ref('excluded.conversation_id'),
              user_id: eb.ref('excluded.user_id'),
              bot_id: eb.ref('excluded.bot_id'),
              channel_id: eb.ref('excluded.channel_id'),
              used_at: eb.ref('excluded.used_at'),
            })),
          )
          .execute(),
      )
    },

    find: async (entraObjectId) => (await lastUsedBy(kysely, { entraObjectId }))[0],
    latest: () => lastUsed(kysely).executeTakeFirst(),

    async forget(tenantId, entraObjectId) {
      await database.write(async (transaction) => {
        for (const table of ['conversation', 'welcome'] as const) {
          await transaction
            .deleteFrom(table)
            .where('tenant_id', '=', tenantId)
            .where('entra_object_id', '=', entraObjectId)
            .execute()
        }
      })
    },

    async claimWelcome(tenantId, entraObjectId, at) {
      const { numInsertedOrUpdatedRows } = await database.writeOne((db) =>
        db
          .insertInto('welcome')
          .values({ tenant_id: tenantId, entra_object_id: entraObjectId, claimed_at: instantText(at) })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'entra_object_id']).doNothing())
          .executeTakeFirstOrThrow(),
      )
      return numInsertedOrUpdatedRows === 1n
    },
  }
}
