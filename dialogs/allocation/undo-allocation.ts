import { takenBackCard } from '../../cards/allocation/taken-back-card.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { gaveInWords } from './given-lately.ts'
import { goesOnAbout } from './goes-on-about.ts'
import { nowInSight } from './now-in-sight.ts'

const ofAllocation =
  /^(?:(?:please|can you|can i|i want to|i need to)\s+)*(?:undo|withdraw|take back|reverse|revoke|retract|delete|cancel)\b.{0,30}\b(?:allocation|allocating|decision)\b/i
const ofAnything =
  /^(?:please\s+)?(?:undo(?: (?:it|that|this))?|take (?:it|that|this) back|reverse (?:it|that|this))\W*$/i

/** Whether a message asks to take an allocation back. `newest`: it does not say what of. */
export function asksToUndo(words: string): 'allocation' | 'newest' | undefined {
  if (ofAllocation.test(words)) return 'allocation'
  return ofAnything.test(words) ? 'newest' : undefined
}

/**
 * "Undo that", "withdraw the allocation": a decision stays, so it says what can be done about their newest. Where it is not
 * said what to undo, only one of today counts. Undefined where there is none, or something else is asked.
 */
export async function undoAllocation(words: string, turn: Turn, desk: Desk): Promise<Reply | undefined> {
  const asks = asksToUndo(words)
  if (asks === undefined) return undefined
  const [latest] = await desk.allocations.decidedBy(turn.person.staffCode)
  const isOfToday = latest?.decidedAt.toZonedDateTimeISO('Europe/London').toPlainDate().equals(turn.today) ?? false
  if (latest === undefined || (asks === 'newest' && !isOfToday)) {
    return asks === 'newest' ? undefined : { message: { text: 'I cannot find an allocation that you decided.' } }
  }
  const seen = await nowInSight(latest.crn, turn, desk)
  if ('reply' in seen) return seen.reply
  const { crn, submission } = latest
  const gave = await gaveInWords(latest, turn, desk)
  return { message: takenBackCard({ crn, gave, submission }), ...goesOnAbout(crn) }
}
