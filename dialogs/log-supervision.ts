import { isDeepStrictEqual } from 'node:util'
import { plainCard } from '../cards/plain-card.ts'
import { sessionCard } from '../cards/session-card.ts'
import { supervisionFormCard } from '../cards/supervision-form-card.ts'
import { supervisionReviewCard } from '../cards/supervision-review-card.ts'
import {
  draftCorrecting,
  emptyDraft,
  fillDraft,
  missing,
  nextQuestion,
  type Problem,
  problemsWith,
  type Said,
  type SupervisionDraft,
  sessionFrom,
} from '../domain/draft.ts'
import { DraftId, SessionId } from '../domain/ids.ts'
import type { Message } from '../domain/ports.ts'
import type { SessionPair } from '../domain/rights.ts'
import type { Person } from '../domain/staff.ts'
import type { RecordedSession, Session } from '../domain/supervision.ts'
import { questionOf, questionsStillNeeded } from './questions.ts'
import { type Desk, noteOf, type Reply, readNotes, refuse, type Turn } from './turn.ts'
import { mayLogWith, onlyOther, pairOfDraft, pairOfSession } from './two-people.ts'

/** A draft as it stands, with what makes it a session of two people, and what is wrong with it. */
export type OpenDraft = { draft: SupervisionDraft; other?: Person; pair?: SessionPair; problems: Problem[] }

const notYours = 'I cannot find that one among the sessions you are writing down.'

/** Begins a draft with what was said. It is kept at once, so that nothing is lost if the conversation breaks off here. */
export async function beginDraft(said: Said, turn: Turn, desk: Desk): Promise<OpenDraft> {
  const empty = emptyDraft(DraftId.parse(desk.mint()), turn.person.staffCode)
  const { draft, problems } = fillDraft({ ...empty, other: await onlyOther(turn, desk) }, said, desk.policy, turn.today)
  await desk.drafts.open(draft, turn.now, noteOf(turn, 'draft.opened', { thing: draft.id }))
  return withPair(draft, problems, turn, desk)
}

/** Puts what was said into an open draft of this person; undefined when there is none of this id. */
export async function changeDraft(id: DraftId, said: Said, turn: Turn, desk: Desk): Promise<OpenDraft | undefined> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const found = await desk.drafts.read(id)
    if (found === undefined || found.state !== 'open' || found.draft.by !== turn.person.staffCode) return undefined
    const { draft, problems } = fillDraft(found.draft, said, desk.policy, turn.today)
    if (isDeepStrictEqual(draft, found.draft)) return withPair(draft, problems, turn, desk)
    if ((await desk.drafts.write(draft, found.version, turn.now)) === 'written')
      return withPair(draft, problems, turn, desk)
  }
  throw new Error('A draft was changed by somebody else five times in a row.')
}

/** The form, filled with what is known; it says what to ask next, and what has to be put right. */
export async function formReply(open: OpenDraft, turn: Turn, desk: Desk): Promise<Reply> {
  const { id } = open.draft
  return { message: await formOf(open, turn, desk), shows: id, place: { draft: id } }
}

async function formOf(open: OpenDraft, turn: Turn, desk: Desk): Promise<Message> {
  const { draft, problems } = open
  // A problem says what to do next by itself.
  const ask = problems.length > 0 ? undefined : questionOf(nextQuestion(draft, desk.policy), desk.policy)
  const people = await mayLogWith(open, turn, desk)
  return supervisionFormCard({ draft, people, policy: desk.policy, today: turn.today, problems, ask })
}

/** What to answer after something was said: the next question, or everything on one card to confirm. */
export async function nextReply(
  open: OpenDraft,
  turn: Turn,
  desk: Desk,
  understood = '',
  refresh = false,
): Promise<Reply> {
  const { draft, other, problems } = open
  if (problems.length > 0)
    return { message: { text: problems.map((problem) => problem.says).join(' ') }, place: { draft: draft.id } }
  const asked = questionOf(nextQuestion(draft, desk.policy), desk.policy)
  if (asked !== undefined) {
    // The form in front of them is changed only when it shows what no longer holds: changing it takes away what was typed into it.
    const refreshes = refresh ? { thing: draft.id, card: await formOf(open, turn, desk) } : undefined
    return {
      message: { text: `${understood === '' ? 'Thanks.' : `${understood}.`} ${asked}` },
      place: { draft: draft.id },
      refreshes,
    }
  }
  if (other === undefined) return formReply(open, turn, desk)
  const message = supervisionReviewCard({ draft, otherName: other.name, policy: desk.policy })
  return { message, shows: draft.id, place: { draft: draft.id } }
}

/** The form of a draft that was left, or of one under review. */
export async function showDraft(id: DraftId, turn: Turn, desk: Desk): Promise<Reply> {
  const open = await changeDraft(id, {}, turn, desk)
  return open === undefined ? closedReply(id, turn, desk) : formReply(open, turn, desk)
}

/**
 * Records a draft as a session, with what the form added, and asks the other person to agree. When something is missing
 * or wrong, all that is right is kept and the form says what to do. The same draft again changes nothing.
 */
export async function saveDraft(
  id: DraftId,
  said: Said,
  formProblems: Problem[],
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const open = await changeDraft(id, said, turn, desk)
  if (open === undefined) return closedReply(id, turn, desk)
  const { draft, pair } = open
  const problems = [
    ...formProblems,
    ...open.problems,
    ...questionsStillNeeded(missing(draft, desk.policy), desk.policy),
  ]
  if (problems.length > 0 || pair === undefined) return formReply({ ...open, problems }, turn, desk)

  const session = sessionFrom(draft, pair, desk.policy, turn.now)
  const standing = await standsAlready(session, desk)
  if (standing !== undefined) return formReply({ ...open, problems: [standing] }, turn, desk)
  const event = session.corrects === undefined ? 'session.recorded' : 'session.corrected'
  const result = await desk.supervisions.record(
    session,
    noteOf(turn, event, { subject: session.practitioner, thing: session.id }),
  )
  if (result.outcome === 'corrected-already') {
    return {
      message: {
        text: 'That session has been corrected already, so nothing was recorded. Say “my supervisions” to see it.',
      },
      place: {},
    }
  }
  const reached = result.notice === undefined ? undefined : await desk.reach(result.notice)
  return receipt(result.session, pair, reached === 'not reached yet' ? 'waiting-unreachable' : 'asked', turn, desk)
}

/** A session that would only say again what is recorded: a correction that changes nothing, or the same once more. */
async function standsAlready(session: Session, desk: Desk): Promise<Problem | undefined> {
  const onThatDay = await desk.supervisions.of(session.practitioner, session.heldOn, session.heldOn)
  const said = ({ supervisor, kinds, minutes, crns, answers, privateAnswers }: Session) => [
    supervisor,
    kinds,
    minutes,
    crns,
    answers,
    privateAnswers,
  ]
  const same = onThatDay.find(
    (other) =>
      other.id !== session.id && other.correctedBy === undefined && isDeepStrictEqual(said(other), said(session)),
  )
  if (same === undefined) return undefined
  const says =
    same.id === session.corrects
      ? 'Nothing has been changed yet. Change what is wrong, then save.'
      : 'This session is recorded already, word for word. To put it right, say “correct the session with” and the name.'
  return { field: 'heldOn', says }
}

/** Leaves a draft without recording anything. */
export async function cancelDraft(id: DraftId, turn: Turn, desk: Desk): Promise<Reply> {
  const found = await desk.drafts.read(id)
  if (found === undefined || found.draft.by !== turn.person.staffCode) return refuse(turn, 'draft', notYours)
  if (found.state === 'recorded') return closedReply(id, turn, desk)
  await desk.drafts.cancel(id, turn.now, noteOf(turn, 'draft.cancelled', { thing: id }))
  const message = plainCard('Cancelled', 'Nothing was recorded. To begin again, say “log a supervision”.')
  return { message, shows: id, place: {}, final: true }
}

/** Opens a draft that says what a recorded session says, for its logger to put right. */
export async function correctSession(session: RecordedSession, turn: Turn, desk: Desk): Promise<Reply> {
  if (session.loggedBy !== turn.person.staffCode) {
    return refuse(
      turn,
      'correct',
      'Only the person who logged a session can correct it. You can ask them for a change.',
    )
  }
  if (session.correctedBy !== undefined)
    return { message: { text: 'That session has been corrected already. The newer entry is the one that counts.' } }
  const waiting = (await desk.drafts.openOf(turn.person.staffCode)).find((draft) => draft.corrects === session.id)
  if (waiting !== undefined) return showDraft(waiting.id, turn, desk)
  const draft = draftCorrecting(session, DraftId.parse(desk.mint()))
  await desk.drafts.open(draft, turn.now, noteOf(turn, 'draft.opened', { thing: draft.id }))
  return formReply(await withPair(draft, [], turn, desk), turn, desk)
}

/** The answer about a draft that is no longer open: what became of it. */
async function closedReply(id: DraftId, turn: Turn, desk: Desk): Promise<Reply> {
  const found = await desk.drafts.read(id)
  if (found === undefined || found.draft.by !== turn.person.staffCode) return refuse(turn, 'draft', notYours)
  const session = found.state === 'recorded' ? await desk.supervisions.byId(SessionId.parse(found.draft.id)) : undefined
  if (session === undefined) {
    return {
      message: plainCard(
        'Cancelled',
        'This one was cancelled, so nothing was recorded. To begin again, say “log a supervision”.',
      ),
    }
  }
  const pair = await pairOfSession(session, desk)
  return { ...receipt(session, pair, undefined, turn, desk), notes: readNotes(turn, session) }
}

function receipt(
  session: RecordedSession,
  pair: Awaited<ReturnType<typeof pairOfSession>>,
  reached: 'asked' | 'waiting-unreachable' | undefined,
  turn: Turn,
  desk: Desk,
): Reply {
  const { practitioner, supervisor } = pair
  const message = sessionCard({
    session,
    practitioner,
    supervisor,
    viewer: turn.person.staffCode,
    sight: 'full',
    policy: desk.policy,
    reached,
  })
  return { message, shows: session.id, place: {}, final: true }
}

async function withPair(draft: SupervisionDraft, said: Problem[], turn: Turn, desk: Desk): Promise<OpenDraft> {
  const other = draft.other === undefined ? undefined : await desk.staff.byStaffCode(draft.other)
  const pair = await pairOfDraft(draft, other, turn, desk)
  const whole = problemsWith(draft, pair, desk.policy, turn.today)
  const self = draft.other === turn.person.staffCode
  const problems = self
    ? whole.map((problem) =>
        problem.field === 'other' ? { ...problem, says: 'A session has two people. Who was it with?' } : problem,
      )
    : whole
  return { draft, other, pair, problems: [...said, ...problems] }
}
