import { allocationFormCard } from '../../cards/allocation/allocation-form-card.ts'
import type { AllocationSaid } from '../../cards/allocation/allocation-input.ts'
import { verdictCard } from '../../cards/allocation/verdict-card.ts'
import type { AllocationDraft, EntrySection } from '../../domain/allocation/allocation-draft.ts'
import { draftedSections } from '../../domain/allocation/oversight-entry.ts'
import { mayBeDecided, needsAgreement } from '../../domain/allocation/problems-with-decision.ts'
import { AllocationDraftId, type Crn } from '../../domain/ids.ts'
import { isInPost, type Person } from '../../domain/staff.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { myTeamsToAllocateFor } from './case-in-sight.ts'
import { givenLately } from './given-lately.ts'
import { goesOnAbout } from './goes-on-about.ts'
import { notInSightReply } from './not-in-sight.ts'
import { nowInSight } from './now-in-sight.ts'
import { type CaseWeighed, weighCase } from './weigh-case.ts'
import { mayNotWeigh, whyNot } from './who-and-which.ts'

/**
 * Begins to decide that a person gets a case: weighs them anew, and shows the form with the entry drafted from the facts. What
 * the manager wrote for the same person and case before is still there.
 */
export async function beginAllocation(person: Person, crn: Crn, turn: Turn, desk: Desk): Promise<Reply> {
  const refused = mayNotWeigh(turn) ?? whyNot(person, turn)
  if (refused !== undefined) return refused
  const begun = (await desk.allocationDrafts.openOf(turn.person.staffCode)).find(
    (draft) => draft.crn === crn && draft.to === person.staffCode,
  )
  const weighed = await weighToDecide(person, crn, turn, desk)
  if ('reply' in weighed) return weighed.reply
  const { drafted } = weighed
  if (begun === undefined) {
    const draft: AllocationDraft = {
      ...drafted,
      id: AllocationDraftId.parse(desk.mint()),
      by: turn.person.staffCode,
      sections: {},
      ...(needsAgreement(weighed.outcome) && turn.person.grade === 'HoPDU' ? { agreedBy: turn.person.staffCode } : {}),
    }
    const note = noteOf(turn, 'allocation.drafted', { subject: person.staffCode, thing: draft.id })
    await desk.allocationDrafts.open(draft, turn.now, note)
    return showAllocationForm(draft.id, { problems: await givenLately(crn, turn, desk) }, turn, desk)
  }
  await changeAllocation(begun.id, (draft) => ({ ...draft, ...drafted }), turn, desk)
  return showAllocationForm(begun.id, { problems: await givenLately(crn, turn, desk) }, turn, desk)
}

/** What of a draft follows from a weighing. */
export type FromWeighing = Pick<
  AllocationDraft,
  'crn' | 'to' | 'answer' | 'previous' | 'limitedAccess' | 'eventNumber' | 'teamCode' | 'mentor' | 'drafted'
>

/** Weighs a person to decide about them; the answer to give instead where it cannot be decided. */
export async function weighToDecide(
  person: Person,
  crn: Crn,
  turn: Turn,
  desk: Desk,
): Promise<{ drafted: FromWeighing; outcome: ReturnType<typeof outcomeOf> } | { reply: Reply }> {
  const weighed = await weighCase(crn, [person], 'one', await myTeamsToAllocateFor(turn, desk), turn, desk)
  if (weighed.sight !== 'open') return { reply: notInSightReply(weighed, turn, desk) }
  const outcome = outcomeOf(weighed)
  const [weighing] = weighed.answer.about
  if (weighing === undefined) throw new Error('Nobody was weighed.')
  if (!mayBeDecided(outcome)) {
    const message = verdictCard({
      answer: weighed.answer,
      weighing,
      person,
      caseName: weighed.facts.name,
      policy: desk.allocationPolicy,
      told: 'now',
      mayDecide: true,
    })
    return { reply: { message, ...goesOnAbout(crn, weighed.answer.id, person.staffCode) } }
  }
  return { drafted: await draftedFrom(weighed, person, turn, desk), outcome }
}

function outcomeOf({ answer }: Extract<CaseWeighed, { sight: 'open' }>) {
  const [weighing] = answer.about
  if (weighing === undefined) throw new Error('Nobody was weighed.')
  return weighing.outcome
}

async function draftedFrom(
  { answer, facts }: Extract<CaseWeighed, { sight: 'open' }>,
  person: Person,
  turn: Turn,
  desk: Desk,
): Promise<FromWeighing> {
  const [weighing] = answer.about
  if (weighing === undefined) throw new Error('Nobody was weighed.')
  const holder = facts.holder.known && facts.holder.value !== 'nobody' ? facts.holder.value : undefined
  const [previous, mentor] = await Promise.all([
    holder && desk.staff.byStaffCode(holder.staffCode),
    person.mentorStaffCode && desk.staff.byStaffCode(person.mentorStaffCode),
  ])
  const held = holder && { name: previous?.name ?? holder.name ?? holder.staffCode }
  return {
    crn: answer.crn,
    to: person.staffCode,
    answer: answer.id,
    limitedAccess: facts.limitedAccess,
    previous: holder?.staffCode,
    eventNumber: facts.eventNumber,
    teamCode: person.teamCode,
    mentor: mentor?.staffCode,
    drafted: draftedSections(
      {
        by: turn.person,
        to: person,
        previous: held,
        weighing,
        requirements: facts.requirements,
        mentor,
        today: turn.today,
        touchPointOn: touchPointOf(turn, desk),
      },
      desk.allocationPolicy,
    ),
  }
}

/** The day by which a case that is given today is first discussed. */
export function touchPointOf({ today }: Pick<Turn, 'today'>, { allocationPolicy }: Pick<Desk, 'allocationPolicy'>) {
  return today.add({ days: allocationPolicy.touchPointDays })
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

/** The form of an allocation that is being decided, with what is still wrong. */
export async function showAllocationForm(
  id: AllocationDraftId,
  { problems = [] }: { problems?: readonly string[] },
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
  const seen = await nowInSight(draft.crn, turn, desk)
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
