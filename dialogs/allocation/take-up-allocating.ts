import type { AllocationSaid } from '../../cards/allocation/allocation-input.ts'
import type { AllocationDraft } from '../../domain/allocation/allocation-draft.ts'
import { namesAnotherCase } from '../../domain/allocation/names-another-case.ts'
import { anotherCase, decisionCharacters, needsAgreement } from '../../domain/allocation/problems-with-decision.ts'
import type { AllocationDraftId } from '../../domain/ids.ts'
import type { Pending } from '../pending.ts'
import type { Desk, Reply, TakeUp, Turn } from '../turn.ts'
import { casesIn } from '../understand/cases-in.ts'
import { startsAgain } from '../understand/other-person.ts'
import {
  beginAllocation,
  cancelAllocation,
  changeAllocation,
  headsOfPdu,
  noLongerOpen,
  openAllocation,
  showAllocationForm,
  withSaid,
} from './allocation-draft.ts'
import { allocationsBegun } from './allocations-begun.ts'
import { decideAllocation } from './decide-allocation.ts'
import { giveInstead } from './give-instead.ts'
import { endOfAllocation, saidOfAllocation } from './said-of-allocation.ts'

/** The fewest characters of a message without a label that is taken for the reasoning. */
const leastWhy = 30

/** A sentence that asks for something, or begins like one. What is asked for is not why somebody gets a case. */
const asksFor =
  /\?|\bplease\b|^\W*(?:no|yes|ok|okay|sorry|oops|actually|wait|stop|undo|withdraw|start|begin|can|could|would|will|should|shall|do|don['’]?t|let|give|allocate|reallocate|assign|show|tell|find|compare|change|swap|switch|make|move|send|add|remove|delete|i (?:want|need|meant|mean|would like)|i['’]d like|who|whom|what|which|when|where|how|why)\b/i

/** What is typed while an allocation is being decided: texts by label, who agreed, another person, "allocate it" or "cancel". */
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
  const { draft, state } = found
  if (state === 'open' && startsAgain(words)) return beginAnew(draft, turn, desk)
  const labelled = saidOfAllocation(words) !== undefined
  const instead = labelled || state !== 'open' ? undefined : await giveInstead(draft, words, turn, desk)
  if (instead !== undefined) return instead
  // A few sentences that ask for nothing are why, when that is still missing. They decide nothing by themselves.
  const isWhy =
    intent === 'none' &&
    words.length >= leastWhy &&
    (draft.reasoning ?? '') === '' &&
    !asksFor.test(words) &&
    casesIn(words).length === 0
  return saysOf(draft, words, isWhy ? { reasoning: words } : undefined, turn, desk)
}

/** "Reasoning: …", when something else was asked in between: means the one allocation that is open; of several it asks which. */
export async function allocateWhatWasLeft(words: string, turn: Turn, desk: Desk): Promise<Reply | undefined> {
  const saves = /^save(?: it)?\W*$/i.test(words)
  if (!saves && saidOfAllocation(words) === undefined) return undefined
  const begun = await allocationsBegun(turn, desk)
  const [latest, ...more] = await desk.allocationDrafts.openOf(turn.person.staffCode)
  if (latest === undefined) return undefined
  if (more.length > 0) {
    const list = begun.map(({ crn, toName }) => `${crn === undefined ? 'a case' : crn} for ${toName}`)
    const which = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(list)
    return {
      message: {
        text: `Several allocations are open, so I have kept nothing of that. Which do you mean: ${which}? Say “give”, the case number, “to” and the name to go on with one.`,
      },
    }
  }
  return saves ? showAllocationForm(latest.id, {}, turn, desk) : saysOf(latest, words, undefined, turn, desk)
}

/** The same case and person with an empty form. */
async function beginAnew({ id, to, crn }: AllocationDraft, turn: Turn, desk: Desk): Promise<Reply> {
  await cancelAllocation(id, turn, desk)
  const person = await desk.staff.byStaffCode(to)
  return person === undefined ? noLongerOpen('cancelled') : beginAllocation(person, crn, turn, desk)
}

const texts = ['reasoning', 'support', 'discrimination', 'sensitive'] as const
const textNames = {
  reasoning: 'Your reasoning',
  support: 'What you wrote about support',
  discrimination: 'What you wrote about hate crime and discrimination',
  sensitive: 'The sensitive part',
}

async function saysOf(
  draft: AllocationDraft,
  words: string,
  otherwise: AllocationSaid | undefined,
  turn: Turn,
  desk: Desk,
): Promise<Reply | undefined> {
  const { id } = draft
  const { said = otherwise, head } = saidOfAllocation(words) ?? {}
  if (said === undefined) return undefined
  const problems: string[] = []
  const remarks: string[] = []
  for (const field of texts) {
    const text = said[field]
    if (text === undefined) continue
    const before = field === 'reasoning' || field === 'sensitive' ? draft[field] : draft.sections[field]
    said[field] = withMore(before, text)
    const most = decisionCharacters.toLocaleString('en-GB')
    const problem = namesAnotherCase(text, draft.crn)
      ? `${textNames[field]} ${anotherCase} I kept nothing of it.`
      : said[field].length > decisionCharacters
        ? `That text is too long, so I kept what was there before: at most ${most} characters, please.`
        : undefined
    if (problem === undefined) continue
    delete said[field]
    problems.push(problem)
  }
  if (head !== undefined) {
    const weighing = (await desk.allocationAnswers.byId(draft.answer))?.about.find(
      ({ practitioner }) => practitioner === draft.to,
    )
    const agreedBy = await headMeant(head, turn, desk)
    if (weighing !== undefined && !needsAgreement(weighing.outcome)) remarks.push(agreesNobody)
    else if (agreedBy === undefined) problems.push(await notAHead(turn, desk))
    else said.agreedBy = agreedBy
  }
  const changed = await changeAllocation(id, (now) => withSaid(now, said), turn, desk)
  if (changed !== undefined) return showAllocationForm(id, { problems, remarks }, turn, desk)
  const found = await openAllocation(id, turn, desk)
  return 'reply' in found ? found.reply : noLongerOpen(found.state)
}

const agreesNobody =
  'Nobody else has to agree to this one, so I noted nobody as having agreed. Say it in your reasoning if it matters.'

/** What is said twice of the same thing stands one after the other; the same again stands once. */
function withMore(before: string | undefined, text: string): string {
  if (before === undefined || before.trim() === '') return text
  if (before.includes(text)) return before
  const sofar = before.trimEnd()
  return `${sofar}${/[.!?;:]$/.test(sofar) ? '' : '.'} ${text}`
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
  const cancelled = await cancelAllocation(id, turn, desk)
  if (!cancelled) return noLongerOpen(found.state)
  return { message: { text: 'Cancelled. No case was allocated.' }, final: true }
}
