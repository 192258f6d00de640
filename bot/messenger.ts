import type { Activity, ConversationParameters } from 'botbuilder'
import { type BotFrameworkAuthentication, ClaimsIdentity, type ConnectorClient } from 'botframework-connector'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type {
  BeforeRequest,
  ConversationReference,
  Conversations,
  Delivery,
  Message,
  MessagePlace,
  Messenger,
} from '../domain/ports.ts'
import type { Person } from '../domain/staff.ts'
import { chatMembers } from './chat-members.ts'
import { NotTaken } from './connector.ts'
import { messageActivity } from './message-activity.ts'

type Parts = {
  authentication: BotFrameworkAuthentication
  conversations: Conversations
  clock: () => Temporal.Instant
  isServiceUrlServed: (serviceUrl: string) => boolean
  isTenantServed: (tenantId: string) => boolean
  /** Called with every outcome, for the metrics. */
  onOutcome: (outcome: Delivery['outcome']) => void
  /** Called when the channel asks for silence in a tenant. */
  onThrottled: (tenantId: string, seconds: number) => void
  /** How long one call to the channel may take, in milliseconds. */
  deadlineMs: number
}

const OpenedChat = z.object({ id: z.string().min(1) })
const SentMessage = z.object({ id: z.string().min(1) })

/** Reaches people through the Bot Framework connector. What became of a message is the answer; nothing here throws. */
export function teamsMessenger(parts: Parts): Messenger {
  const { conversations } = parts
  const connectorFactory = parts.authentication.createConnectorFactory(new ClaimsIdentity([]))

  /** The client for a service URL, which is checked each time: a stored one may have been served once and not now. */
  async function connector(serviceUrl: string): Promise<ConnectorClient> {
    if (!parts.isServiceUrlServed(serviceUrl)) throw new NotServed()
    return connectorFactory.create(serviceUrl, parts.authentication.getOriginatingAudience())
  }
  const inTime = { timeout: parts.deadlineMs }

  async function post(
    reference: ConversationReference,
    message: Message,
    before: BeforeRequest | undefined,
  ): Promise<Delivery> {
    const { tenantId, serviceUrl, conversationId } = reference
    const activity = {
      ...messageActivity(message),
      from: { id: reference.botId },
      conversation: { id: conversationId },
    }
    const client = await connector(serviceUrl)
    if ((await before?.('send', { tenantId, conversationId })) === false) return { outcome: 'failed' }
    const sent = await client.conversations.sendToConversation(conversationId, activity as Activity, inTime)
    const messageId = SentMessage.safeParse(sent).data?.id ?? ''
    return { outcome: 'delivered', place: { serviceUrl, conversationId, messageId } }
  }

  /** Opens the personal chat with somebody who has not written yet, in the tenant and by the service somebody wrote from last. */
  async function openPersonalChat(
    entraObjectId: NonNullable<Person['entraObjectId']>,
    { serviceUrl, tenantId, botId, channelId }: ConversationReference,
  ): Promise<ConversationReference> {
    const chat: Partial<ConversationParameters> = {
      isGroup: false,
      bot: { id: botId, name: '' },
      members: [{ id: entraObjectId, name: '' }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    }
    const client = await connector(serviceUrl)
    const opened = await client.conversations.createConversation(chat as ConversationParameters, inTime)
    const reference = {
      tenantId,
      entraObjectId,
      serviceUrl,
      conversationId: OpenedChat.parse(opened).id,
      userId: entraObjectId,
      botId,
      channelId,
    }
    await conversations.remember(reference, parts.clock())
    return reference
  }

  async function outcomeOf(attempt: () => Promise<Delivery>): Promise<Delivery> {
    const delivery = await attempt().catch(deliveryFromError)
    parts.onOutcome(delivery.outcome)
    return delivery
  }

  /** What became of a message, once whoever keeps the limits has heard of it. */
  async function heard(tenantId: string, attempt: Promise<Delivery>): Promise<Delivery> {
    const delivery = await attempt.catch(deliveryFromError)
    if (delivery.outcome === 'throttled' && delivery.retryAfterSeconds !== undefined) {
      parts.onThrottled(tenantId, delivery.retryAfterSeconds)
    }
    return delivery
  }

  return {
    sendTo: (person, message, before) =>
      outcomeOf(async () => {
        if (person.entraObjectId === undefined) return { outcome: 'not-installed' }
        const known = await conversations.find(person.entraObjectId)
        if (known !== undefined && !parts.isTenantServed(known.tenantId)) return { outcome: 'failed' }
        if (known !== undefined) {
          const delivery = await heard(known.tenantId, post(known, message, before))
          // The chat is gone, for example after the assistant was removed: the next message opens a new one.
          if (delivery.outcome === 'not-installed') await conversations.forget(known.tenantId, known.entraObjectId)
          return delivery
        }
        const neighbour = await conversations.latest()
        if (neighbour === undefined) return { outcome: 'not-installed' }
        const { tenantId } = neighbour
        if ((await before?.('open chat', { tenantId })) === false) return { outcome: 'failed' }
        const opened = openPersonalChat(person.entraObjectId, neighbour)
        return heard(
          tenantId,
          opened.then((chat) => post(chat, message, before)),
        )
      }),
    update: (place, message) =>
      outcomeOf(async () => {
        const client = await connector(place.serviceUrl)
        const activity = {
          ...messageActivity(message),
          id: place.messageId,
          conversation: { id: place.conversationId },
        }
        await client.conversations.updateActivity(place.conversationId, place.messageId, activity as Activity, inTime)
        return { outcome: 'delivered', place }
      }),
    async membersOf({ serviceUrl, conversationId }) {
      try {
        const { conversations } = await connector(serviceUrl)
        return await chatMembers((page) =>
          conversations.getConversationPagedMembers(conversationId, { ...page, ...inTime }),
        )
      } catch {
        return undefined
      }
    },
  }
}

class NotServed extends Error {}

/**
 * What an error of the connector means for the person who was to be reached. Where the channel may have delivered all the
 * same (no answer in time, 502, 504) it is `unknown`, never `failed`.
 */
export function deliveryFromError(error: unknown): Delivery {
  if (error instanceof NotServed) return { outcome: 'failed' }
  if (!(error instanceof NotTaken)) {
    const refused = z.object({ code: z.enum(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']) }).safeParse(error).success
    return { outcome: refused ? 'failed' : 'unknown' }
  }
  switch (error.statusCode) {
    case 403:
      return { outcome: /Blocked|DisabledByAdmin/i.test(error.body) ? 'blocked' : 'not-installed' }
    case 404:
      return { outcome: 'not-installed' }
    case 413:
      return { outcome: 'too-big' }
    case 429:
      return { outcome: 'throttled', retryAfterSeconds: secondsIn(error.retryAfter) }
    case 502:
    case 504:
      return { outcome: 'unknown' }
    default:
      return { outcome: 'failed' }
  }
}

function secondsIn(retryAfter: string | undefined): number | undefined {
  const seconds = Number(retryAfter)
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined
}

/** The place of a message that was delivered, where the channel gave its id. */
export function placeOf(delivery: Delivery): MessagePlace | undefined {
  return delivery.outcome === 'delivered' && delivery.place.messageId !== '' ? delivery.place : undefined
}
