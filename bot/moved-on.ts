import { plainCard } from '../cards/plain-card.ts'

/** What a card turns into when a newer card about the same thing has come. */
export const movedOn = plainCard('Moved on', 'The newest card about this is further down.')
