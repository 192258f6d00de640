import { movedOn } from '../dialogs/tell.ts'
import type { Reply } from '../dialogs/turn.ts'
import type { Message, MessagePlace } from '../domain/ports.ts'
import type { Person } from '../domain/staff.ts'
import type { BotParts } from './bot-parts.ts'

/**
 * The answer to a press as a card where the pressed one stood. The stored message is changed too, or the client would show
 * the old card again later; a copy that was current elsewhere changes with it.
 */
export async function cardInPlace(
  parts: BotParts,
  person: Person,
  { shows, message }: Reply,
  place: MessagePlace | undefined,
) {
  if (shows === undefined || place === undefined || !('card' in message)) return undefined
  const [current] = await parts.store.shownCards.of(shows, person.staffCode)
  const elsewhere = current !== undefined && current.messageId !== place.messageId
  return {
    becomesCurrent: elsewhere || current === undefined ? { thing: shows, to: person.staffCode, place } : undefined,
    change(): void {
      for (const where of elsewhere ? [place, current] : [place]) {
        parts.background.run('update', () => parts.messenger.update(where, message))
      }
    },
  }
}

/**
 * Keeps one current card about each thing in front of a person: when an answer came as a new message, the card that was
 * current says that it moved on, and an answer in words changes the current card to what holds now.
 */
export async function afterwards(
  parts: BotParts,
  person: Person,
  reply: Reply,
  place: MessagePlace | undefined,
): Promise<void> {
  const { shownCards } = parts.store
  const update = (where: MessagePlace, message: Message) =>
    parts.background.run('update', () => parts.messenger.update(where, message))
  const { shows, refreshes, message } = reply
  if (refreshes !== undefined) {
    const [current] = await shownCards.of(refreshes.thing, person.staffCode)
    if (current !== undefined) update(current, refreshes.card)
  }
  if (shows === undefined || !('card' in message)) return
  const [current] = await shownCards.of(shows, person.staffCode)
  if (current !== undefined && current.messageId !== place?.messageId) update(current, movedOn)
  if (place !== undefined) await shownCards.remember(shows, person.staffCode, place, parts.clock.now())
}
