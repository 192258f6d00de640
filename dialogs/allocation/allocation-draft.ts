import { allocationFormCard } from '../../cards/allocation/allocation-form-card.ts'
import type { AllocationSaid } from '../../cards/allocation/allocation-input.ts'
import type { AllocationDraft, EntrySection } from '../../domain/allocation/allocation-draft.ts'
import { needsAgreement } from '../../domain/allocation/problems-with-decision.ts'
import { AllocationDraftId, type Crn } from '../../domain/ids.ts'
import { isInPost, type Person } from '../../domain/staff.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { givenLately } from './given-lately.ts'
import { nowInSight } from './now-in-sight.ts'
import { weighToDecide } from './weigh-to-decide.ts'
import { mayNotWeigh, whyNot } from './who-and-which.ts'

/**
 * Begins to decide that a person gets a case: weighs them anew, and shows the form with the entry drafted from the facts. What
 * the manager wrote for the same person and case before is still there; what they began to decide about the same case and
 * somebody else is cancelled, and nothing of it is carried over.
 */
export async function beginAllocation(person: Person, crn: Crn, turn: Turn, desk: Desk): Promise<Reply> {
  const refused = mayNotWeigh(turn) ?? whyNot(person, turn)
  if (refused !== undefined) return refused
  const ofCase = (await desk.allocationDrafts.openOf(turn.person.staffCode)).filter((draft) => draft.crn === crn)
  const begun = ofCase.find(({ to }) => to === person.staffCode)
  for (const { id } of ofCase.filter((draft) => draft !== begun)) await cancelAllocation(id, turn, desk)
  const weighed = await weighToDecide(person, crn, {}, turn, desk)
  if ('reply' in weighed) return weighed.reply
  const { drafted, weighing, seen } = weighed
  if (begun !== undefined) {
    await changeAllocation(begun.id, (draft) => ({ ...draft, ...drafted }), turn, desk)
    return showAllocationForm(begun.id, { seen }, turn, desk)
  }
  const draft: AllocationDraft = {
    ...drafted,
    id: AllocationDraftId.parse(desk.mint()),
    by: turn.person.staffCode,
    sections: {},
    ...(needsAgreement(weighing.outcome) && turn.person.grade === 'HoPDU' ? { agreedBy: turn.person.staffCode } : {}),
  }
  const note = noteOf(turn, 'allocation.drafted', { subject: person.staffCode, thing: draft.id })
  await desk.allocationDrafts.open(draft, turn.now, note)
  return showAllocationForm(draft.id, { seen }, turn, desk)
}

/** Closes a draft of theirs without deciding anything; false when it was not open. */
export function cancelAllocation(
  id: AllocationDraftId,
  turn: Turn,
  desk: Pick<Desk, 'allocationDrafts'>,
): Promise<boolean> {
  return desk.allocationDrafts.cancel(id, turn.now, noteOf(turn, 'allocation.cancelled', { thing: id }))
}

/** A draft of theirs that is open; the answer to give instead where it is not. */
export async function openAllocation(id: AllocationDraftId, turn: Turn, desk: Desk) {
  const refused = mayNotWeigh(turn)
  if (refused !== undefined) return { reply: refused }
  const found = await desk.allocationDrafts.read(id)
  if (found === undefined || found.draft.by !== turn.person.staffCode) {
    const says = 'I cannot find that allocation among those you began. Nothing was changed.'
    return { reply: refuse(turn, 'allocation', says, { thing: id }) }
  }
  return found
}

/** Changes an open draft, also when somebody else's press came between. */
export async function changeAllocation(
  id: AllocationDraftId,
  change: (draft: AllocationDraft) => AllocationDraft,
  turn: Turn,
  desk: Pick<Desk, 'allocationDrafts'>,
): Promise<AllocationDraft | undefined> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const found = await desk.allocationDrafts.read(id)
    if (found?.state !== 'open') return undefined
    const changed = change(found.draft)
    if ((await desk.allocationDrafts.write(changed, found.version, turn.now)) === 'written') return changed
  }
  throw new Error('An allocation was changed by others five times in a row.')
}

const sections = ['support', 'discrimination'] as const

/** A draft with what was said filled in. */
export function withSaid(draft: AllocationDraft, said: AllocationSaid): AllocationDraft {
  const { support: _support, discrimination: _discrimination, ...rest } = said
  const written = sections.flatMap((section) =>
    said[section] === undefined ? [] : [[section, said[section]] as const],
  )
  return { ...draft, ...rest, sections: { ...draft.sections, ...Object.fromEntries(written) } }
}

/** What stands in each section of the entry: the manager's words where there are any. */
export function sectionsOf({ drafted = {}, sections: written }: AllocationDraft): Record<EntrySection, string> {
  const empty: Record<EntrySection, string> = {
    decision: '',
    complexity: '',
    capability: '',
    capacity: '',
    enquiries: '',
    discrimination: '',
    support: '',
    'touch-point': '',
  }
  return { ...empty, ...drafted, ...written }
}

/**
 * The form of an allocation that is being decided, with what is still wrong, and what else is to be heeded. `seen`: as they
 * have just been found to see the case.
 */
export async function showAllocationForm(
  id: AllocationDraftId,
  {
    problems = [],
    remarks = [],
    seen: just,
  }: { problems?: readonly string[]; remarks?: readonly string[]; seen?: { caseName?: string } },
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const found = await openAllocation(id, turn, desk)
  if ('reply' in found) return found.reply
  const { draft, state } = found
  if (state !== 'open') return noLongerOpen(state)
  const to = await desk.staff.byStaffCode(draft.to)
  const weighing = (await desk.allocationAnswers.byId(draft.answer))?.about.find((one) => one.practitioner === draft.to)
  if (to === undefined || weighing === undefined) return noLongerOpen('cancelled')
  const refused = whyNot(to, turn)
  if (refused !== undefined) return refused
  const seen = just ?? (await nowInSight(draft.crn, turn, desk))
  if ('reply' in seen) return seen.reply
  return {
    message: allocationFormCard({
      draft,
      to,
      ...seen,
      weighing,
      heads: needsAgreement(weighing.outcome) ? await headsOfPdu(turn, desk) : [],
      leastReasoning: desk.allocationPolicy.reasoningCharacters,
      submits: desk.submitAllocations,
      problems,
      remarks: [...(await givenLately(draft.crn, turn, desk)), ...remarks],
    }),
    shows: id,
    pending: { asks: 'allocating', allocation: id },
  }
}

/** Heads of the PDU of whoever decides, and their own line manager if that is one, who are in post. */
export async function headsOfPdu(turn: Turn, desk: Pick<Desk, 'staff'>): Promise<Person[]> {
  const { pduCode, managerStaffCode } = turn.person
  const [pdu, manager] = await Promise.all([
    pduCode === undefined ? [] : desk.staff.ofPdu(pduCode),
    managerStaffCode === undefined ? undefined : desk.staff.byStaffCode(managerStaffCode),
  ])
  const heads = [...pdu, ...(manager === undefined ? [] : [manager])].filter(
    (person) => person.grade === 'HoPDU' && isInPost(person, turn.today.toString()),
  )
  return [...new Map(heads.map((person) => [person.staffCode, person])).values()]
}

/** What is said of a draft that is no longer open. */
export function noLongerOpen(state: 'open' | 'decided' | 'cancelled'): Reply {
  const text =
    state === 'decided'
      ? 'That allocation is decided already. Say “the entry as text” for its entry.'
      : 'That allocation was cancelled. Nothing was changed. To begin again, say “give”, the case number, “to” and a name.'
  return { message: { text } }
}
