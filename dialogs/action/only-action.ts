import type { Action } from '../../domain/action.ts'
import type { Reply, Turn } from '../turn.ts'

/**
 * Where one action alone was shown that is this person's to do: “done” and “yes” in the next message speak of it. While a
 * session is being written down, they speak of that.
 */
export function onlyShown(mine: readonly Action[], { place }: Pick<Turn, 'place'>): Pick<Reply, 'pending'> {
  const [only, ...more] = mine
  if (only === undefined || more.length > 0 || place.draft !== undefined) return {}
  return { pending: { asks: 'action-shown', action: only.id } }
}

const done =
  /^\W*(?:yes[\s,]+)?(?:(?:i am|i'm|it is|it's|that is|that's|this is|all|now|already)\s+)*(?:done|finished|completed?|sorted)(?:\s+(?:it|that|this|now|already|thanks|thank you))*\W*$/i

/** Whether a message says that something is done, and not what: "done", "all finished now". */
export function saysDone(words: string): boolean {
  return done.test(words.replace(/[’‘]/g, "'"))
}
