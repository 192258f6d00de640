import type { Activity } from 'botbuilder'
import type { Message } from '../domain/ports.ts'

export const cardContentType = 'application/vnd.microsoft.card.adaptive'

/**
 * A message as the channel takes it. Text is marked as plain, so that nothing a person typed is read as markdown or a
 * link; a card goes alone, because Teams splits text beside a card into two messages and gives no id back.
 */
export function messageActivity(message: Message): Partial<Activity> {
  if ('text' in message) return { type: 'message', text: message.text, textFormat: 'plain' }
  return {
    type: 'message',
    summary: message.summary,
    attachments: [{ contentType: cardContentType, ...message.file, content: message.card }],
  }
}
