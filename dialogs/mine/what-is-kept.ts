import { keptCard } from '../../cards/mine/kept-card.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { wholeCopy } from './whole-copy.ts'

/** What is kept about whoever asks: how many of each sort, for how long, and who can see it. */
export async function whatIsKept(turn: Turn, desk: Desk): Promise<Reply> {
  const { parts } = await wholeCopy(turn.person, turn.now, desk)
  const hold = await desk.holds.of(turn.person.staffCode)
  return {
    message: keptCard({
      sorts: parts.map(({ part, records }) => ({
        title: part.title,
        count: records.length,
        kept: part.kept(desk.periods),
        seenBy: part.seenBy,
      })),
      heldSince: hold?.at,
    }),
  }
}
