import { plainParagraphs } from '../../cards/plain-paragraphs.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { allocationsBegun } from './allocations-begun.ts'
import { mayBeShown } from './now-in-sight.ts'

/** Whether a message asks for the entry of an allocation. */
export function asksForEntry(words: string): boolean {
  return /\bentry\b/i.test(words)
}

/**
 * The entry of their newest decision, or their newest about a case, as a message that can be copied on a phone too. What is
 * sensitive is not in it. Without a number, while another is not decided yet, it asks which.
 */
export async function entryAsText(crn: Crn | undefined, turn: Turn, desk: Desk): Promise<Reply> {
  const [begun] = crn === undefined ? await allocationsBegun(turn, desk) : []
  if (begun !== undefined) {
    const which = begun.crn === undefined ? 'an allocation' : begun.crn
    const text = `Which one? ${which} for ${begun.toName} is not decided yet: its entry stands on the form, and “allocate it” decides it. For one that is decided, say “the entry for” and the case number, or “my allocations”.`
    return { message: { text }, ...(turn.place.pending === undefined ? {} : { pending: turn.place.pending }) }
  }
  const decided = (await desk.allocations.decidedBy(turn.person.staffCode)).find(
    (one) => crn === undefined || one.crn === crn,
  )
  if (decided === undefined) return { message: { text: 'I cannot find an allocation that you decided.' } }
  const seen = await mayBeShown(decided.crn, turn, desk)
  if (seen !== true) return seen.reply
  return { message: { text: plainParagraphs(decided.entry) } }
}
