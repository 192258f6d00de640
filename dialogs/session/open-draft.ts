import { isDeepStrictEqual } from 'node:util'
import type { AuditNote } from '../../domain/audit.ts'
import { emptyDraft, fillDraft, type Problem, type Said, type SupervisionDraft } from '../../domain/draft.ts'
import { problemsWith } from '../../domain/draft-problems.ts'
import { DraftId } from '../../domain/ids.ts'
import type { SessionPair } from '../../domain/rights.ts'
import type { Person } from '../../domain/staff.ts'
import { type Desk, noteOf, type Turn } from '../turn.ts'
import { onlyOther, pairOfDraft } from '../two-people.ts'
import { knownBefore, notChosen } from './known-before.ts'

/**
 * A draft as it stands, with what makes it a session of two people, and what is wrong with it. `notes` say whose record was
 * looked into to fill it.
 */
export type OpenDraft = {
  draft: SupervisionDraft
  other?: Person
  pair?: SessionPair
  problems: Problem[]
  /** What may be right all the same, as sentences. */
  warnings?: string[]
  notes?: AuditNote[]
}

/** Begins a draft with what was said. It is kept at once, so that nothing is lost if the conversation breaks off here. */
export async function beginDraft(said: Said, turn: Turn, desk: Desk): Promise<OpenDraft> {
  const empty = { ...emptyDraft(DraftId.parse(desk.mint()), turn.person.staffCode), other: await onlyOther(turn, desk) }
  const open = await filled(undefined, empty, said, turn, desk)
  await desk.drafts.open(open.draft, turn.now, noteOf(turn, 'draft.opened', { thing: open.draft.id }))
  return open
}

/** Puts what was said into an open draft of this person; undefined when there is none of this id. */
export async function changeDraft(id: DraftId, said: Said, turn: Turn, desk: Desk): Promise<OpenDraft | undefined> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const found = await desk.drafts.read(id)
    if (found === undefined || found.state !== 'open' || found.draft.by !== turn.person.staffCode) return undefined
    const open = await filled(found.draft, found.draft, said, turn, desk)
    if (isDeepStrictEqual(open.draft, found.draft)) return open
    if ((await desk.drafts.write(open.draft, found.version, turn.now)) === 'written') return open
  }
  throw new Error('A draft was changed by somebody else five times in a row.')
}

/** The draft with what was said, and with what the records have for a person or a kind that has just become known. */
async function filled(
  before: SupervisionDraft | undefined,
  draft: SupervisionDraft,
  said: Said,
  turn: Turn,
  desk: Desk,
): Promise<OpenDraft> {
  const spoken = fillDraft(draft, said, desk.policy, turn.today)
  const open = await withPair(spoken.draft, spoken.problems, turn, desk)
  const known = await knownBefore(before, open, said, turn, desk)
  const whole =
    known === undefined
      ? open
      : { ...open, draft: fillDraft(spoken.draft, known.said, desk.policy, turn.today).draft, notes: known.notes }
  const warnings = await notChosen(whole, turn, desk)
  if (warnings.length === 0) return whole
  const notes = [...(whole.notes ?? []), ...lookedFor(before, whole, turn)]
  return { ...whole, warnings, notes }
}

/** That somebody was told how a case was not chosen, once for each case and person. */
function lookedFor(
  before: SupervisionDraft | undefined,
  { draft, pair, notes = [] }: OpenDraft,
  turn: Turn,
): AuditNote[] {
  const about = ({ other, kinds, crns, answers }: SupervisionDraft) => [other, kinds, crns, Object.values(answers)]
  const isSame = before !== undefined && isDeepStrictEqual(about(before), about(draft))
  if (isSame || notes.length > 0 || pair === undefined) return []
  return [noteOf(turn, 'record.viewed', { subject: pair.practitioner.staffCode, thing: draft.id, detail: 'form' })]
}

/** A draft with its two people and what is wrong with it as a whole, after what was wrong with something said. */
export async function withPair(draft: SupervisionDraft, said: Problem[], turn: Turn, desk: Desk): Promise<OpenDraft> {
  const other = draft.other === undefined ? undefined : await desk.staff.byStaffCode(draft.other)
  const pair = await pairOfDraft(draft, other, turn, desk)
  const problems = problemsWith(draft, pair, desk.policy, turn.today).map((problem) =>
    problem.field === 'other' ? { ...problem, says: whyNotWith(draft, turn) ?? problem.says } : problem,
  )
  return { draft, other, pair, problems: [...said, ...problems] }
}

function whyNotWith(draft: SupervisionDraft, turn: Turn): string | undefined {
  if (draft.other === turn.person.staffCode) return 'A session has two people. Who was it with?'
  if (turn.person.grade !== 'QDO') return undefined
  return 'As quality officer you can log a session with somebody of your PDU. Who was it with?'
}
