import type { CardMessage } from './card.ts'
import { cardWith } from './card-with.ts'
import { heading, sentence } from './lines.ts'

/** A card that only says something: what a card in front of somebody turns into when there is nothing left to do on it. Both texts are ours. */
export function plainCard(title: string, says: string): CardMessage {
  return { summary: title, card: cardWith([heading(title), sentence(says)]) }
}
