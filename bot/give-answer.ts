import type { TurnContext } from 'botbuilder'
import { z } from 'zod'
import type { Message, MessagePlace } from '../domain/ports.ts'
import type { BotParts } from './bot-parts.ts'
import { cardContentType, messageActivity } from './message-activity.ts'
import { deliveryFromError } from './messenger.ts'

/** Sends an answer into the conversation it belongs to. A channel that does not answer in time does not hold up the turn. */
export async function send(
  parts: BotParts,
  context: TurnContext,
  message: Message,
  deadlineMs = parts.deadlines.send,
): Promise<MessagePlace | undefined> {
  const { serviceUrl, conversation } = context.activity
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new NotSent('late')), deadlineMs)
  const sent = await Promise.race([context.sendActivity(messageActivity(message)), late.promise])
    .catch((error: unknown) => {
      if (error instanceof NotSent) throw error
      throw new NotSent(deliveryFromError(error).outcome === 'too-big' ? 'too-big' : 'refused', error)
    })
    .finally(() => clearTimeout(timer))
  parts.metrics.sends.inc({ outcome: 'delivered' })
  return sent?.id ? { serviceUrl, conversationId: conversation.id, messageId: sent.id } : undefined
}

const ChannelError = z.object({
  statusCode: z.number().optional().catch(undefined),
  code: z
    .string()
    .regex(/^E[A-Z_]+$/)
    .optional()
    .catch(undefined),
})

/** An answer did not get out: the channel did not say in time whether it took it, found it too big, or refused it. */
export class NotSent extends Error {
  readonly why: 'late' | 'too-big' | 'refused'
  /** For the log: the channel's HTTP status, or the code of a connection that failed. */
  readonly code?: string

  constructor(why: NotSent['why'], cause?: unknown) {
    super(why, { cause })
    this.name = 'NotSent'
    this.why = why
    const { statusCode, code } = ChannelError.safeParse(cause).data ?? {}
    this.code = statusCode === undefined ? code : `HTTP ${statusCode}`
  }
}

/** Set in a turn from where something may have been saved by it. */
export const mayHaveSaved = Symbol('may have saved')

/** What an invoke is answered with; the channel wants it never empty, and 200 also for a refusal. */
type InvokeAnswer = { statusCode: 200; type: string; value: unknown }

const Given = z.object({ type: z.string(), value: z.unknown() })

/** Answers a press the way it was made: by invoke, or by message where the client pressed with one. */
export async function answerInvoke(context: TurnContext, body: unknown): Promise<void> {
  if (context.activity.type === 'invoke') {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })
    return
  }
  const { data } = Given.safeParse(body)
  if (typeof data?.value === 'string') await context.sendActivity(messageActivity({ text: data.value }))
  else if (typeof data?.value === 'object' && data.value !== null) {
    await context.sendActivity(messageActivity({ card: data.value, summary: 'An answer to a button' }))
  }
}

/** The answer to a press that says only a sentence. */
export function says(sentence: string): InvokeAnswer {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: sentence }
}

export function asInvokeAnswer(message: Message): InvokeAnswer {
  return 'text' in message ? says(message.text) : { statusCode: 200, type: cardContentType, value: message.card }
}
