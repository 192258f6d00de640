import { isDeepStrictEqual } from 'node:util'
import { plainCard } from '../cards/plain-card.ts'
import { teamActionForAll } from '../dialogs/team-action/team-action-shown.ts'
import { movedOn } from '../dialogs/telling.ts'
import type { Desk, Reply } from '../dialogs/turn.ts'
import type { TeamActionId } from '../domain/ids.ts'
import type { MessagePlace, Messenger, ShownCards } from '../domain/ports.ts'
import type { TeamAction } from '../domain/team-action.ts'
import type { TeamActions } from '../domain/team-action-list.ts'
import type { Background } from './background.ts'

type Parts = {
  teamActions: TeamActions
  shownCards: ShownCards
  desk: Pick<Desk, 'staff'>
  messenger: Pick<Messenger, 'update'>
  background: Background
  /** Calls back once, later, and must not keep the process alive. */
  later: (milliseconds: number, task: () => void) => void
}

/** How long to wait before the one other try, where the channel does not say; and the longest that is waited. In milliseconds. */
const usualWait = 5_000
const longestWait = 120_000

const overForOne = plainCard(
  '■ Team action closed',
  'This was closed. Say “our team actions” to see what is still open.',
)

/**
 * Keeps the card of a team action that everybody has in front of them as the action stands. Of each at most one edit is
 * under way; what happens meanwhile is in the next, which shows the last state. An edit that the channel had no time for is
 * tried once more, later.
 */
export function teamCards({ teamActions, shownCards, desk, messenger, background, later }: Parts) {
  const underWay = new Map<TeamActionId, 'showing' | 'show again'>()

  function changed(id: TeamActionId, mayWait = true): void {
    if (underWay.has(id)) {
      underWay.set(id, 'show again')
      return
    }
    background.run('team card', async () => {
      try {
        do {
          underWay.set(id, 'showing')
          await show(id, mayWait)
        } while (underWay.get(id) === 'show again')
      } finally {
        underWay.delete(id)
      }
    })
  }

  async function show(id: TeamActionId, mayWait: boolean): Promise<void> {
    const [action, place] = await Promise.all([teamActions.byId(id), teamActions.placeOf(id)])
    if (action === undefined) return
    if (place !== undefined) {
      const delivery = await messenger.update(place, await teamActionForAll(action, desk))
      if (delivery.outcome === 'throttled' && mayWait) {
        const wait = Math.min((delivery.retryAfterSeconds ?? 0) * 1000 || usualWait, longestWait)
        later(wait, () => changed(id, false))
      }
    }
    if (action.closed !== undefined) await endOwnCopies(action)
  }

  /** The copies in personal chats, save that of whoever closed it, which shows the record. */
  async function endOwnCopies({ id, askedBy, people, closed }: TeamAction): Promise<void> {
    const readers = new Set([askedBy, ...people.map(({ person }) => person)])
    for (const reader of readers) {
      const [place] = reader === closed?.by ? [] : await shownCards.of(id, reader)
      if (place !== undefined) await messenger.update(place, overForOne)
    }
  }

  return {
    changed,
    /** After an answer was given: what it posted is the card for everybody from now on, and what it changed is shown. */
    async after({ posts, changes, message }: Reply, place: MessagePlace | undefined): Promise<void> {
      if (changes !== undefined) changed(changes)
      if (posts === undefined || place === undefined) return
      const before = await teamActions.placed(posts, place)
      if (before !== undefined && !isDeepStrictEqual(before, place)) {
        background.run('team card', () => messenger.update(before, movedOn))
      }
      // Somebody may have confirmed elsewhere while it was on its way.
      const now = await teamActions.byId(posts)
      if (now !== undefined && !isDeepStrictEqual(await teamActionForAll(now, desk), message)) changed(posts)
      else if (now?.closed !== undefined) background.run('team card', () => endOwnCopies(now))
    },
  }
}

export type TeamCards = ReturnType<typeof teamCards>
