import type { Pending } from './pending.ts'
import type { Desk, Reply, TakeUp, Turn } from './turn.ts'
import type { Reading } from './understand/understand.ts'

const takeUp: { [Asks in Pending['asks']]: TakeUp<Extract<Pending, { asks: Asks }>> } = {
  nothing: async () => undefined,
}

/** The answer to a message that answers what the last answer asked; undefined when nothing was asked, or it says something else. */
export async function takeUpPending(
  words: string,
  reading: Reading,
  turn: Turn,
  desk: Desk,
): Promise<Reply | undefined> {
  const { pending } = turn.place
  return pending === undefined ? undefined : takeUp[pending.asks](pending as never, words, reading, turn, desk)
}
