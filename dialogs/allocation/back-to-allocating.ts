import type { Desk, Reply, Turn } from '../turn.ts'
import { askWhoOrWhich } from './ask-who-or-which.ts'

const nothingDone = 'I did not understand that, so I have done nothing.'

/**
 * The answer to what was not understood while an allocation is open, or while it was asked who gets a case: what can be said
 * of it, and it stays open. Undefined where nothing of the kind is.
 */
export async function backToAllocating(turn: Turn, desk: Desk): Promise<Reply | undefined> {
  const { pending } = turn.place
  if (pending?.asks === 'allocation') {
    const asked = await askWhoOrWhich(pending.does, pending, turn, desk)
    return 'text' in asked.message ? { ...asked, message: { text: `${nothingDone} ${asked.message.text}` } } : asked
  }
  if (pending?.asks !== 'allocating') return undefined
  const found = await desk.allocationDrafts.read(pending.allocation)
  if (found?.state !== 'open' || found.draft.by !== turn.person.staffCode) return undefined
  const name = (await desk.staff.byStaffCode(found.draft.to))?.name ?? found.draft.to
  const text = `${nothingDone} The allocation to ${name} is still open: say “reasoning:” and why, then “allocate it”. For somebody else, say “to” and a name. “Start again” empties it, and “cancel” drops it.`
  return { message: { text }, pending }
}
