import type { Message } from '../domain/ports.ts'
import { remark } from './lines.ts'

/** A card with one more line of ours at its end, set apart. A message without a card's body stays as it is. */
export function withRemark(message: Extract<Message, { card: object }>, says: string): Message {
  const { card } = message
  if (!('body' in card) || !Array.isArray(card.body)) return message
  return {
    ...message,
    card: { ...card, body: [...card.body, { ...remark(says), separator: true, spacing: 'Medium' }] },
  }
}
