import { decidedCard } from '../../cards/allocation/decided-card.ts'
import type { Allocation } from '../../domain/allocation/allocation.ts'
import type { AllocationDraft } from '../../domain/allocation/allocation-draft.ts'
import type { Outcome } from '../../domain/allocation/check.ts'
import { oversightEntry } from '../../domain/allocation/oversight-entry.ts'
import { needsAgreement, problemsWithDecision } from '../../domain/allocation/problems-with-decision.ts'
import { type AllocationDraftId, AllocationId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { type Desk, noteOf, type Reply, type Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'
import {
  changeAllocation,
  headsOfPdu,
  noLongerOpen,
  openAllocation,
  sectionsOf,
  showAllocationForm,
  touchPointOf,
  weighToDecide,
} from './allocation-draft.ts'
import { gaveInWords } from './given-lately.ts'
import { handIn } from './hand-in.ts'
import { nowInSight } from './now-in-sight.ts'
import { whyNot } from './who-and-which.ts'

/** How long what was weighed holds good for a decision, in minutes. After that it is weighed anew first. */
const weighingHolds = 60

/**
 * Decides an allocation that was written down: checks again who may, what is still missing, and that nobody has taken the case
 * meanwhile; keeps the decision with its entry; hands it in where that is switched on; and tells whoever gets the case.
 */
export async function decideAllocation(id: AllocationDraftId, turn: Turn, desk: Desk): Promise<Reply> {
  const found = await openAllocation(id, turn, desk)
  if ('reply' in found) return found.reply
  if (found.state === 'decided') return showDecided(AllocationId.parse(id), turn, desk)
  if (found.state !== 'open') return noLongerOpen(found.state)
  const person = await desk.staff.byStaffCode(found.draft.to)
  if (person === undefined)
    return { message: { text: 'That person is no longer on the staff list. Nothing was decided.' } }
  const refused = whyNot(person, turn)
  if (refused !== undefined) return refused
  const seen = await nowInSight(found.draft.crn, turn, desk)
  if ('reply' in seen) return seen.reply

  const fresh = await freshlyWeighed(found.draft, person, turn, desk)
  if ('reply' in fresh) return fresh.reply
  const { draft, outcome, askedAt, policyVersion } = fresh
  const problems = await problemsWith(draft, outcome, turn, desk)
  if (problems.length > 0) return showAllocationForm(id, { problems }, turn, desk)
  const taken = await takenMeanwhile(draft, person, turn, desk)
  if (taken !== undefined) return taken

  const allocation = await allocationFrom(draft, outcome, policyVersion, turn, desk)
  const note = noteOf(turn, 'allocation.decided', { subject: draft.to, thing: id, detail: outcome })
  const kept = await desk.allocations.decide(allocation, askedAt, [note])
  if (kept.outcome === 'taken') return takenBy(kept.allocation, turn, desk)
  const [settled, told] = await Promise.all([
    kept.outcome === 'decided' ? handIn(kept.allocation, turn, desk) : kept.allocation,
    kept.notice === undefined ? undefined : desk.reach(kept.notice),
  ])
  return {
    message: decidedCard({ allocation: settled, to: person, ...seen, told }),
    shows: allocation.id,
    notes: [],
    final: true,
  }
}

type Fresh = { draft: AllocationDraft; outcome: Outcome; askedAt: Allocation['decidedAt']; policyVersion: string }

/** The draft on a weighing that still holds. Where a new one comes to something else, the manager reads it first. */
async function freshlyWeighed(
  draft: AllocationDraft,
  person: Person,
  turn: Turn,
  desk: Desk,
): Promise<Fresh | { reply: Reply }> {
  const answer = await desk.allocationAnswers.byId(draft.answer)
  const before = answer?.about.find((one) => one.practitioner === draft.to)?.outcome
  if (
    answer !== undefined &&
    before !== undefined &&
    answer.askedAt.until(turn.now).total('minutes') <= weighingHolds
  ) {
    return { draft, outcome: before, askedAt: answer.askedAt, policyVersion: answer.policyVersion }
  }
  const weighed = await weighToDecide(person, draft.crn, turn, desk)
  if ('reply' in weighed) return weighed
  const changed = await changeAllocation(draft.id, (now) => ({ ...now, ...weighed.drafted }), turn, desk)
  if (changed === undefined) return { reply: noLongerOpen('cancelled') }
  if (weighed.outcome !== before) {
    const says =
      'It was weighed a while ago, so I weighed it again, and it came to something else. Please read it again.'
    return { reply: await showAllocationForm(draft.id, { problems: [says] }, turn, desk) }
  }
  return { draft: changed, outcome: weighed.outcome, askedAt: turn.now, policyVersion: desk.policyVersion }
}

async function problemsWith(draft: AllocationDraft, outcome: Outcome, turn: Turn, desk: Desk): Promise<string[]> {
  const drafted = Object.values(draft.drafted ?? {}).join('\n')
  const problems = problemsWithDecision(draft, outcome, drafted, desk.allocationPolicy).map(({ says }) => says)
  if (needsAgreement(outcome) && draft.agreedBy !== undefined) {
    const heads = await headsOfPdu(turn, desk)
    const isHead = heads.some(({ staffCode }) => staffCode === draft.agreedBy)
    if (!isHead)
      problems.push('Whoever is named as having agreed is not a head of your PDU in post. Please choose again.')
  }
  return problems
}

/**
 * Says by whom the case was taken since it was weighed. Of a change that was not decided here, the case services say only who
 * holds it now: it is weighed again for that.
 */
async function takenMeanwhile(
  draft: AllocationDraft,
  person: Person,
  turn: Turn,
  desk: Desk,
): Promise<Reply | undefined> {
  const [latest] = await desk.allocations.ofCase(draft.crn)
  const answer = await desk.allocationAnswers.byId(draft.answer)
  if (
    latest !== undefined &&
    answer !== undefined &&
    latest.decidedAt.epochNanoseconds >= answer.askedAt.epochNanoseconds
  )
    return latest.id === (draft.id as string) ? undefined : takenBy(latest, turn, desk)
  const holder = await desk.cases.holderOf(draft.crn, viewerOf(turn))
  if (!holder.known) return undefined
  const code = holder.value === 'nobody' ? undefined : holder.value.staffCode
  if (code === draft.previous) return undefined
  const name = code === undefined ? undefined : ((await desk.staff.byStaffCode(code))?.name ?? code)
  const weighed = await weighToDecide(person, draft.crn, turn, desk)
  if ('reply' in weighed) return weighed.reply
  await changeAllocation(draft.id, (now) => ({ ...now, ...weighed.drafted }), turn, desk)
  const says = `Nothing was decided: the case services now say that ${name ?? 'nobody'} holds the case. I weighed it again. Please read it again before you decide.`
  return showAllocationForm(draft.id, { problems: [says] }, turn, desk)
}

async function takenBy(other: Allocation, turn: Turn, desk: Desk): Promise<Reply> {
  const gave = await gaveInWords(other, turn, desk)
  const text = `${gave} Nothing was decided now. To give it to somebody else all the same, weigh it again first.`
  return { message: { text } }
}

async function allocationFrom(
  draft: AllocationDraft,
  outcome: Outcome,
  policyVersion: string,
  turn: Turn,
  desk: Desk,
): Promise<Allocation> {
  const { reasoning = '', sensitive = '', addsSensitive = false, agreedBy } = draft
  const head = needsAgreement(outcome) && agreedBy !== undefined ? await desk.staff.byStaffCode(agreedBy) : undefined
  const { eventNumber, previous, teamCode } = draft
  return {
    id: AllocationId.parse(draft.id),
    crn: draft.crn,
    ...(eventNumber === undefined ? {} : { eventNumber }),
    to: draft.to,
    ...(teamCode === undefined ? {} : { teamCode }),
    ...(previous === undefined ? {} : { previous }),
    decidedBy: turn.person.staffCode,
    decidedAt: turn.now,
    outcome,
    answer: draft.answer,
    policyVersion,
    ...(reasoning.trim() === '' ? {} : { reasoning: reasoning.trim() }),
    entry: oversightEntry(sectionsOf(draft), { reasoning, agreedBy: head }),
    ...(addsSensitive && sensitive.trim() !== '' ? { sensitive: sensitive.trim() } : {}),
    ...(head === undefined ? {} : { agreedBy: head.staffCode }),
    override: outcome !== 'suitable',
    touchPointOn: touchPointOf(turn, desk),
    submission: desk.submitAllocations ? 'submitting' : 'for-pasting',
    limitedAccess: draft.limitedAccess,
  }
}

/** A decision of theirs as it stands now. */
export async function showDecided(id: AllocationId, turn: Turn, desk: Desk): Promise<Reply> {
  const allocation = await desk.allocations.byId(id)
  const to = allocation && (await desk.staff.byStaffCode(allocation.to))
  if (allocation?.decidedBy !== turn.person.staffCode || to === undefined) {
    return { message: { text: 'I cannot find that allocation among those you decided.' } }
  }
  const seen = await nowInSight(allocation.crn, turn, desk)
  if ('reply' in seen) return seen.reply
  return { message: decidedCard({ allocation, to, ...seen }), shows: allocation.id }
}
