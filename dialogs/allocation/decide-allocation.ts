import { Temporal } from 'temporal-polyfill'
import { decidedCard } from '../../cards/allocation/decided-card.ts'
import type { Allocation } from '../../domain/allocation/allocation.ts'
import type { Weighing } from '../../domain/allocation/allocation-answers.ts'
import type { AllocationDraft } from '../../domain/allocation/allocation-draft.ts'
import type { Outcome } from '../../domain/allocation/check.ts'
import { oversightEntry } from '../../domain/allocation/oversight-entry.ts'
import {
  isAccessNotKnown,
  needsAgreement,
  problemsWithDecision,
} from '../../domain/allocation/problems-with-decision.ts'
import { type AllocationDraftId, AllocationId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { type Desk, noteOf, type Reply, type Turn } from '../turn.ts'
import {
  changeAllocation,
  headsOfPdu,
  noLongerOpen,
  openAllocation,
  sectionsOf,
  showAllocationForm,
} from './allocation-draft.ts'
import { gaveInWords } from './given-lately.ts'
import { handIn } from './hand-in.ts'
import { nowInSight } from './now-in-sight.ts'
import { touchPointOf, weighToDecide } from './weigh-to-decide.ts'
import { whatChanged } from './what-changed.ts'
import { whyNot } from './who-and-which.ts'

/**
 * Decides an allocation that was written down. What the manager read may be hours old, so the person is weighed once more right
 * before: where anything is otherwise, they read that first, and nothing is decided. Then it keeps the decision with its entry,
 * hands it in where that is switched on, and tells whoever gets the case once it is known that they do.
 */
export async function decideAllocation(id: AllocationDraftId, turn: Turn, desk: Desk): Promise<Reply> {
  const found = await openAllocation(id, turn, desk)
  if ('reply' in found) return found.reply
  if (found.state === 'decided') return showDecided(AllocationId.parse(id), turn, desk)
  if (found.state !== 'open') return noLongerOpen(found.state)
  const { draft } = found
  const person = await desk.staff.byStaffCode(draft.to)
  if (person === undefined)
    return { message: { text: 'That person is no longer on the staff list. Nothing was decided.' } }
  const refused = whyNot(person, turn)
  if (refused !== undefined) return refused
  const read = await asRead(draft, desk)
  if (read === undefined) return noLongerOpen('cancelled')
  const problems = await problemsWith(draft, read.weighing.outcome, turn, desk)
  if (problems.length > 0) return showAllocationForm(id, { problems }, turn, desk)

  const weighed = await weighToDecide(person, draft.crn, { inHalfTheTime: true }, turn, desk)
  if ('reply' in weighed && weighed.sight !== 'open') return weighed.reply
  const { seen } = weighed
  const [latest] = await desk.allocations.ofCase(draft.crn)
  // The same press may have been quicker on another instance: then the case is theirs by now.
  if (latest?.id === (id as string)) return decidedReply(latest, person, seen)
  if (latest !== undefined && Temporal.Instant.compare(latest.decidedAt, read.askedAt) >= 0)
    return takenBy(latest, turn, desk)
  if ('reply' in weighed) return weighed.reply
  if (isAccessNotKnown(weighed.weighing.checks)) {
    return showAllocationForm(id, { problems: [accessNotKnown], seen }, turn, desk)
  }
  const changed = await whatChanged(draft, read.weighing.checks, weighed, desk)
  if (changed.length > 0) {
    await changeAllocation(id, (now) => ({ ...now, ...weighed.drafted }), turn, desk)
    return showAllocationForm(id, { problems: [readAgain, ...changed], seen }, turn, desk)
  }

  const allocation = await allocationFrom({ ...draft, ...weighed.drafted }, weighed.weighing.outcome, seen, turn, desk)
  const note = noteOf(turn, 'allocation.decided', { subject: draft.to, thing: id, detail: allocation.outcome })
  const kept = await desk.allocations.decide(allocation, read.askedAt, [note])
  if (kept.outcome === 'taken') return takenBy(kept.allocation, turn, desk)
  if (kept.outcome === 'already') return decidedReply(kept.allocation, person, seen)
  if (kept.allocation.submission !== 'submitting') {
    const told = kept.notice === undefined ? undefined : await desk.reach(kept.notice)
    return decidedReply(kept.allocation, person, seen, told)
  }
  const { allocation: settled, notice } = await handIn(kept.allocation, turn, desk)
  if (notice === undefined) return decidedReply(settled, person, seen)
  // Two services have been waited for by now, so the practitioner hears of it while the manager reads on.
  void desk.reach(notice)
  return decidedReply(settled, person, seen, 'on its way')
}

const readAgain =
  'Nothing was decided: something is different from what you read. Please read it again before you decide.'
const accessNotKnown =
  'Nothing was decided: it could not be found out whether this person may see the case. Please try again in a few minutes.'

/** The weighing that the manager read before deciding, with when it was made. */
async function asRead(
  draft: AllocationDraft,
  desk: Desk,
): Promise<{ weighing: Weighing; askedAt: Temporal.Instant } | undefined> {
  const answer = await desk.allocationAnswers.byId(draft.answer)
  const weighing = answer?.about.find((one) => one.practitioner === draft.to)
  return answer && weighing && { weighing, askedAt: answer.askedAt }
}

function decidedReply(
  allocation: Allocation,
  to: Person,
  seen: { caseName?: string },
  told?: 'reached' | 'not reached yet' | 'on its way',
): Reply {
  return { message: decidedCard({ allocation, to, ...seen, told }), shows: allocation.id, notes: [], final: true }
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

async function takenBy(other: Allocation, turn: Turn, desk: Desk): Promise<Reply> {
  const gave = await gaveInWords(other, turn, desk)
  const text = `${gave} Nothing was decided now. To give it to somebody else all the same, weigh it again first.`
  return { message: { text } }
}

async function allocationFrom(
  draft: AllocationDraft,
  outcome: Outcome,
  { caseName }: { caseName?: string },
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
    policyVersion: desk.policyVersion,
    ...(reasoning.trim() === '' ? {} : { reasoning: reasoning.trim() }),
    entry: oversightEntry({ ...draft, caseName }, sectionsOf(draft), { reasoning, agreedBy: head }),
    ...(addsSensitive && sensitive.trim() !== '' ? { sensitive: sensitive.trim() } : {}),
    ...(head === undefined ? {} : { agreedBy: head.staffCode }),
    override: outcome !== 'suitable',
    touchPointOn: touchPointOf(turn, desk),
    submission: desk.submitAllocations ? 'submitting' : 'for-pasting',
    limitedAccess: draft.limitedAccess,
  }
}

/** A decision of theirs as it stands now. */
async function showDecided(id: AllocationId, turn: Turn, desk: Desk): Promise<Reply> {
  const allocation = await desk.allocations.byId(id)
  const to = allocation && (await desk.staff.byStaffCode(allocation.to))
  if (allocation?.decidedBy !== turn.person.staffCode || to === undefined) {
    return { message: { text: 'I cannot find that allocation among those you decided.' } }
  }
  const seen = await nowInSight(allocation.crn, turn, desk)
  if ('reply' in seen) return seen.reply
  return { message: decidedCard({ allocation, to, ...seen }), shows: allocation.id }
}
