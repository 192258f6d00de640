import type { TurnContext } from 'botbuilder'
import { welcomeCard } from '../cards/welcome-card.ts'
import { exampleNameFor } from '../dialogs/menu.ts'
import { EntraObjectId } from '../domain/ids.ts'
import type { ConversationReference } from '../domain/ports.ts'
import { isInPost, type Person } from '../domain/staff.ts'
import type { BotParts, Outcome } from './bot-parts.ts'
import { send } from './give-answer.ts'
import type { Origin } from './incoming.ts'

export async function whoSpeaks(parts: BotParts, origin: Origin): Promise<Person | undefined> {
  const sender = EntraObjectId.safeParse(origin.entraObjectId)
  if (!sender.success) return undefined
  const sent = await parts.store.staff.byEntraId(sender.data)
  const known = sent !== undefined && isInPost(sent, parts.clock.today().toString()) ? sent : undefined
  if (known !== undefined && origin.chat === 'personal') await rememberChat(parts, known, sender.data, origin)
  return known && ((await parts.actingAs?.personFor(origin)) ?? known)
}

/** Keeps how to reach somebody, and brings them what has been waiting for them when that is news. */
async function rememberChat(
  parts: BotParts,
  person: Person,
  entraObjectId: EntraObjectId,
  origin: Origin,
): Promise<void> {
  const { conversations, notices, outbox } = parts.store
  const { tenantId, serviceUrl, conversationId, userId } = origin
  const address = `${tenantId} ${serviceUrl} ${conversationId} ${userId}`
  if (parts.lastSeen.was(entraObjectId, address)) return
  await conversations.remember(referenceFrom(origin, entraObjectId), parts.clock.now())
  parts.lastSeen.note(entraObjectId, address)
  parts.background.run('waiting notices', async () => {
    await outbox.returned(person.staffCode, parts.clock.now())
    for (const notice of await notices.undelivered(person.staffCode)) await parts.reach(notice)
  })
}

function referenceFrom(origin: Origin, entraObjectId: EntraObjectId): ConversationReference {
  const { tenantId, serviceUrl, conversationId, userId, botId, channelId } = origin
  return { tenantId, entraObjectId, serviceUrl, conversationId, userId, botId, channelId }
}

/** Welcomes somebody who installed the assistant, once, in their personal chat. */
export async function installed(parts: BotParts, context: TurnContext, origin: Origin): Promise<Outcome> {
  if (origin.chat !== 'personal') return 'answered'
  const person = await whoSpeaks(parts, origin)
  const sender = EntraObjectId.safeParse(origin.entraObjectId)
  if (person === undefined || !sender.success) return 'refused'
  if (!(await parts.store.conversations.claimWelcome(origin.tenantId, sender.data, parts.clock.now())))
    return 'repeated'
  const exampleName = await exampleNameFor(person, parts.clock.today().toString(), parts.desk)
  try {
    await send(parts, context, welcomeCard({ person, exampleName }))
  } catch (error) {
    // They were not welcomed, so the next sign that they installed it welcomes them.
    await parts.store.conversations.forget(origin.tenantId, sender.data)
    await parts.store.conversations.remember(referenceFrom(origin, sender.data), parts.clock.now())
    throw error
  }
  return 'answered'
}

export async function uninstalled(parts: BotParts, origin: Origin): Promise<void> {
  const sender = EntraObjectId.safeParse(origin.entraObjectId)
  parts.lastSeen.forget()
  if (sender.success && origin.chat === 'personal') await parts.store.conversations.forget(origin.tenantId, sender.data)
}
