import type { AllocationSaid } from '../../cards/allocation/allocation-input.ts'
import { decisionCharacters } from '../../domain/allocation/problems-with-decision.ts'
import type { AllocationDraftId } from '../../domain/ids.ts'
import type { Pending } from '../pending.ts'
import { type Desk, noteOf, type Reply, type TakeUp, type Turn } from '../turn.ts'
import {
  changeAllocation,
  headsOfPdu,
  noLongerOpen,
  openAllocation,
  showAllocationForm,
  withSaid,
} from './allocation-draft.ts'
import { decideAllocation } from './decide-allocation.ts'
import { endOfAllocation, saidOfAllocation } from './said-of-allocation.ts'

/** The fewest characters of a message without a label that is taken for the reasoning. */
const leastWhy = 30

/** What is typed while an allocation is being decided: texts by label, who agreed, "allocate it" or "cancel". */
export const takeUpAllocating: TakeUp<Extract<Pending, { asks: 'allocating' }>> = async (
  { allocation: id },
  words,
  { intent },
  turn,
  desk,
) => {
  const end = endOfAllocation(words)
  if (end === 'drop') return dropAllocation(id, turn, desk)
  if (end === 'decide') return decideAllocation(id, turn, desk)
  const found = await openAllocation(id, turn, desk)
  if ('reply' in found) return found.reply
  // A few sentences that ask for nothing are why, when that is still missing. They decide nothing by themselves.
  const isWhy = intent === 'none' && words.length >= leastWhy && (found.draft.reasoning ?? '') === ''
  return saysOf(id, words, isWhy ? { reasoning: words } : undefined, turn, desk)
}

/** "Reasoning: …", when something else was asked in between: means the allocation that was begun last. */
export async function allocateWhatWasLeft(words: string, turn: Turn, desk: Desk): Promise<Reply | undefined> {
  if (saidOfAllocation(words) === undefined) return undefined
  const [latest] = await desk.allocationDrafts.openOf(turn.person.staffCode)
  return latest && saysOf(latest.id, words, undefined, turn, desk)
}

async function saysOf(
  id: AllocationDraftId,
  words: string,
  otherwise: AllocationSaid | undefined,
  turn: Turn,
  desk: Desk,
): Promise<Reply | undefined> {
  const { said = otherwise, head } = saidOfAllocation(words) ?? {}
  if (said === undefined) return undefined
  const problems: string[] = []
  for (const field of ['reasoning', 'support', 'discrimination', 'sensitive'] as const) {
    if ((said[field]?.length ?? 0) <= decisionCharacters) continue
    delete said[field]
    const most = decisionCharacters.toLocaleString('en-GB')
    problems.push(`That text is too long, so I kept what was there before: at most ${most} characters, please.`)
  }
  if (head !== undefined) {
    const agreedBy = await headMeant(head, turn, desk)
    if (agreedBy === undefined) problems.push(await notAHead(turn, desk))
    else said.agreedBy = agreedBy
  }
  const changed = await changeAllocation(id, (draft) => withSaid(draft, said), turn, desk)
  if (changed !== undefined) return showAllocationForm(id, { problems }, turn, desk)
  const found = await openAllocation(id, turn, desk)
  return 'reply' in found ? found.reply : noLongerOpen(found.state)
}

async function headMeant(words: string, turn: Turn, desk: Desk) {
  const heads = await headsOfPdu(turn, desk)
  const closeTo = heads.map(({ staffCode }) => staffCode)
  const { people } = (await desk.names()).find(words, { closeTo, asked: true })
  return people.find(({ staffCode }) => closeTo.includes(staffCode))?.staffCode
}

async function notAHead(turn: Turn, desk: Desk): Promise<string> {
  const heads = (await headsOfPdu(turn, desk)).map(({ name }) => name)
  if (heads.length === 0)
    return 'The staff list has no head of your PDU in post, so nobody can be named as having agreed.'
  const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(heads)
  return `Whoever agreed has to be a head of your PDU in post: ${names}.`
}

/** Decides nothing after all. */
export async function dropAllocation(id: AllocationDraftId, turn: Turn, desk: Desk): Promise<Reply> {
  const found = await openAllocation(id, turn, desk)
  if ('reply' in found) return found.reply
  const note = noteOf(turn, 'allocation.cancelled', { thing: id })
  const cancelled = await desk.allocationDrafts.cancel(id, turn.now, note)
  if (!cancelled) return noLongerOpen(found.state)
  return { message: { text: 'Cancelled. No case was allocated.' }, final: true }
}
