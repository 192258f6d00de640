import { isDeepStrictEqual } from 'node:util'
import { plainCard } from '../../cards/plain-card.ts'
import { supervisionFormCard } from '../../cards/session/supervision-form-card.ts'
import { supervisionReviewCard } from '../../cards/session/supervision-review-card.ts'
import { missing, type Problem, type Said } from '../../domain/draft.ts'
import { DraftId, SessionId } from '../../domain/ids.ts'
import type { Message } from '../../domain/ports.ts'
import { draftCorrecting, sessionFrom } from '../../domain/session-from-draft.ts'
import { type RecordedSession, type Session, stands } from '../../domain/supervision.ts'
import { type Desk, noteOf, type Reply, readNotes, refuse, type Turn } from '../turn.ts'
import { kindsOffered, mayLogWith } from '../two-people.ts'
import { draftShown, type ShownDraft } from './draft-shown.ts'
import { changeDraft, type OpenDraft, withPair } from './open-draft.ts'
import { askFirst, askNext, howToAnswerAtOnce, questionsStillNeeded } from './questions.ts'
import { askedOn, hiddenFrom, sessionShown } from './session-shown.ts'

export { beginDraft, changeDraft, type OpenDraft } from './open-draft.ts'

const notYours = 'I cannot find that one among the sessions you are writing down.'

/** The form, filled with what is known; it says what to ask next, and what has to be put right. */
export async function formReply(open: OpenDraft, turn: Turn, desk: Desk): Promise<Reply> {
  const { id } = open.draft
  const shown = await draftShown(open.draft, turn, desk)
  if (shown === 'not to correct') return cannotCorrect
  return { message: await formOf(open, shown, turn, desk), shows: id, place: { draft: id }, notes: open.notes }
}

async function formOf(open: OpenDraft, shown: ShownDraft, turn: Turn, desk: Desk): Promise<Message> {
  const { draft, problems, pair, warnings } = open
  // A problem says what to do next by itself.
  const ask = problems.length > 0 ? undefined : askFirst(draft, desk.policy, pair)
  const inWords = problems.length > 0 ? undefined : howToAnswerAtOnce(draft, desk.policy, pair)
  const people = await mayLogWith(open, turn, desk)
  const kinds = kindsOffered(pair, people, turn, desk)
  const part = pair?.part
  const { policy } = desk
  const { today } = turn
  return supervisionFormCard({ ...shown, people, kinds, part, policy, today, problems, warnings, ask, inWords })
}

/** What to answer after something was said: the next question, or everything on one card to confirm. */
export async function nextReply(
  open: OpenDraft,
  turn: Turn,
  desk: Desk,
  understood = '',
  refresh = false,
): Promise<Reply> {
  const { draft, other, pair, problems, warnings, notes } = open
  const shown = await draftShown(draft, turn, desk)
  if (shown === 'not to correct') return cannotCorrect
  if (problems.length > 0)
    return { message: { text: problems.map((problem) => problem.says).join(' ') }, place: { draft: draft.id }, notes }
  const asked = askNext(draft, desk.policy, pair)
  if (asked !== undefined) {
    // The form in front of them is changed only when it shows what no longer holds: changing it takes away what was typed into it.
    const refreshes = refresh ? { thing: draft.id, card: await formOf(open, shown, turn, desk) } : undefined
    return {
      message: { text: `${understood === '' ? 'Thanks.' : `${understood}.`} ${asked}` },
      place: { draft: draft.id },
      refreshes,
      notes,
    }
  }
  if (other === undefined) return formReply(open, turn, desk)
  const { policy } = desk
  const message = supervisionReviewCard({
    draft: shown.draft,
    otherName: other.name,
    part: pair?.part,
    warnings,
    policy,
  })
  return { message, shows: draft.id, place: { draft: draft.id }, notes }
}

/** The form of a draft that was left, or of one under review. */
export async function showDraft(id: DraftId, turn: Turn, desk: Desk): Promise<Reply> {
  const open = await changeDraft(id, {}, turn, desk)
  if (open === undefined) return closedReply(id, turn, desk)
  return formReply(open, turn, desk)
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
  // Only a correction can be refused by what its writer may see: any other draft was read as they see it already.
  if (draft.corrects !== undefined && (await draftShown(draft, turn, desk)) === 'not to correct') return cannotCorrect
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
        text: `That session has been ${result.session.withdrawn === undefined ? 'corrected' : 'withdrawn'} already, so nothing was recorded. Say “my supervisions” to see it.`,
      },
      place: {},
    }
  }
  const reached = result.notice === undefined ? undefined : await desk.reach(result.notice)
  return receipt(result.session, reached === 'not reached yet' ? 'waiting-unreachable' : 'asked', turn, desk)
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
    (other) => other.id !== session.id && stands(other) && isDeepStrictEqual(said(other), said(session)),
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

/** A form without what is hidden would take it out of the record when it is saved. */
const cannotCorrect: Reply = {
  message: {
    text: 'That session names a case to which your access is restricted, so you cannot correct it. Nothing was changed. You can withdraw it and log it afresh.',
  },
}

/** Opens a draft that says what a recorded session says, for its logger to put right, with what should change put in. */
export async function correctSession(
  session: RecordedSession,
  turn: Turn,
  desk: Desk,
  said: Said = {},
): Promise<Reply> {
  if (session.loggedBy !== turn.person.staffCode) {
    return refuse(
      turn,
      'correct',
      'Only the person who logged a session can correct it. You can ask them for a change.',
    )
  }
  if (session.withdrawn !== undefined)
    return { message: { text: 'That session was withdrawn, so it cannot be corrected. You can log it afresh.' } }
  if (session.correctedBy !== undefined)
    return { message: { text: 'That session has been corrected already. The newer entry is the one that counts.' } }
  if ((await hiddenFrom(session, turn.person.staffCode, desk)).length > 0) return cannotCorrect
  const waiting = (await desk.drafts.openOf(turn.person.staffCode)).find((draft) => draft.corrects === session.id)
  const hasValues = Object.keys(said).length > 0
  if (waiting !== undefined && !hasValues) return showDraft(waiting.id, turn, desk)
  const draft = waiting ?? draftCorrecting(session, DraftId.parse(desk.mint()))
  if (waiting === undefined) await desk.drafts.open(draft, turn.now, noteOf(turn, 'draft.opened', { thing: draft.id }))
  const open = hasValues ? await changeDraft(draft.id, said, turn, desk) : await withPair(draft, [], turn, desk)
  if (open === undefined) return closedReply(draft.id, turn, desk)
  return open.problems.length > 0 || !hasValues ? formReply(open, turn, desk) : nextReply(open, turn, desk)
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
  return { ...(await receipt(session, undefined, turn, desk)), notes: readNotes(turn, session) }
}

async function receipt(
  session: RecordedSession,
  reached: 'asked' | 'waiting-unreachable' | undefined,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const message = await sessionShown(session, turn.person.staffCode, desk, { reached })
  return { message, shows: session.id, place: {}, final: true, ...askedOn(session, turn.person.staffCode) }
}
