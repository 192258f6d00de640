import { readWords } from '../../cards/form-input.ts'
import { withdrawCard } from '../../cards/session/withdraw-card.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { RecordedSession } from '../../domain/supervision.ts'
import { mayWithdraw, reasonCharacters } from '../../domain/withdrawal.ts'
import { type Desk, noteOf, type Presses, type Reply, readNotes, refuse, type TakeUp, type Turn } from '../turn.ts'
import { pairOfSession } from '../two-people.ts'
import { sessionShown } from './session-shown.ts'

const notYours = 'Only the person who logged a session can withdraw it. You can ask them for a change.'

/** Asks whether a session shall be withdrawn, and why where that is needed. */
export async function askToWithdraw(
  session: RecordedSession,
  given: { reason?: string; problems?: readonly string[] },
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const may = mayWithdraw(session, turn.person.staffCode, turn.now)
  if (may === 'no') return cannot(session, turn, desk)
  const { practitioner, supervisor } = await pairOfSession(session, desk)
  const other = practitioner.staffCode === turn.person.staffCode ? supervisor : practitioner
  const message = withdrawCard({
    session,
    policy: desk.policy,
    otherName: other.name,
    needsReason: may === 'with-reason',
    ...given,
  })
  const pending = { asks: 'withdraw', session: session.id, ...(given.reason && { reason: given.reason }) } as const
  return { message, shows: session.id, pending, notes: readNotes(turn, session) }
}

/** Withdraws a session, tells the other person, and shows what has become of it. A second time changes nothing. */
async function withdraw(id: SessionId, reason: string | undefined, turn: Turn, desk: Desk): Promise<Reply> {
  const session = await desk.supervisions.byId(id)
  if (session === undefined) return refuse(turn, 'withdraw', 'I cannot find that session.', { thing: id })
  const may = mayWithdraw(session, turn.person.staffCode, turn.now)
  if (may === 'no') return cannot(session, turn, desk)
  if (may === 'with-reason' && reason === undefined) {
    const problems = ['It was not logged today, so please say why it is withdrawn. Nothing was changed.']
    return askToWithdraw(session, { problems }, turn, desk)
  }
  if (reason !== undefined && reason.length > reasonCharacters) {
    const problems = [`The reason has ${reason.length} characters; the most is ${reasonCharacters}. Please shorten it.`]
    return askToWithdraw(session, { reason, problems }, turn, desk)
  }
  const result = await desk.supervisions.withdraw(
    { session: id, by: turn.person.staffCode, at: turn.now, ...(reason === undefined ? {} : { reason }) },
    noteOf(turn, 'session.withdrawn', { subject: session.practitioner, thing: id }),
  )
  if (result.notice !== undefined) await desk.reach(result.notice)
  const message = await sessionShown(result.session, turn.person.staffCode, desk)
  return { message, shows: id, final: true }
}

async function cannot(session: RecordedSession, turn: Turn, desk: Desk): Promise<Reply> {
  if (session.loggedBy !== turn.person.staffCode) return refuse(turn, 'withdraw', notYours, { thing: session.id })
  const message = await sessionShown(session, turn.person.staffCode, desk)
  return { message, shows: session.id, notes: readNotes(turn, session) }
}

const agrees =
  /^(?:yes|yep|yeah|y|ok|okay|sure|confirm|go ahead|do it|please do|(?:yes,? )?(?:withdraw|remove|delete) (?:it|that|this))(?![\p{L}'])[\s,.:;–-]*(?:please[\s,.:;–-]*)?(?:(?:because|as|since|for the reason that|the reason is|reason)\b[\s:]*)?([\s\S]*)$/iu
const keeps = /^(?:no|nope|keep|cancel|never ?mind|leave it|stop|don'?t|do not)(?![\p{L}'])/iu

/** "Yes", "yes, because it was logged twice" and "keep it", after the question whether to withdraw a session. */
export const takeUpWithdraw: TakeUp<{ asks: 'withdraw'; session: SessionId; reason?: string }> = async (
  { session, reason },
  words,
  _reading,
  turn,
  desk,
) => {
  if (keeps.test(words)) {
    const found = await desk.supervisions.byId(session)
    const refreshes = found && { thing: session, card: await sessionShown(found, turn.person.staffCode, desk) }
    return { message: { text: 'It stays as it is. Nothing was changed.' }, ...(refreshes && { refreshes }) }
  }
  const match = agrees.exec(words.replace(/[’‘]/g, "'"))
  return match === null ? undefined : withdraw(session, match[1]?.trim() || reason, turn, desk)
}

/** The reason that was typed before a session was chosen from the list that asked which. */
function reasonSaidFor(session: SessionId, { place: { pending } }: Turn): { reason?: string } {
  const isAsked = pending?.asks === 'withdraw-which' && pending.sessions.includes(session)
  return isAsked && pending.reason !== undefined ? { reason: pending.reason } : {}
}

/** The buttons that withdraw a session. */
export const withdrawPresses: Presses<'session.withdraw' | 'session.withdraw-now' | 'session.keep'> = {
  'session.withdraw': async ({ session }, _data, turn, desk) => {
    const found = await desk.supervisions.byId(session)
    return found === undefined ? gone(turn) : askToWithdraw(found, reasonSaidFor(session, turn), turn, desk)
  },
  'session.withdraw-now': async ({ session }, data, turn, desk) => {
    const { words, problems } = readWords({ words: data.reason }, reasonCharacters)
    const found = await desk.supervisions.byId(session)
    if (found !== undefined && problems.length > 0)
      return askToWithdraw(found, { problems: problems.map(({ says }) => says) }, turn, desk)
    return withdraw(session, words, turn, desk)
  },
  'session.keep': async ({ session }, _data, turn, desk) => {
    const found = await desk.supervisions.byId(session)
    if (found === undefined) return gone(turn)
    if (found.loggedBy !== turn.person.staffCode) return refuse(turn, 'withdraw', notYours, { thing: session })
    const message = await sessionShown(found, turn.person.staffCode, desk)
    return { message, shows: session, notes: readNotes(turn, found) }
  },
}

function gone(turn: Turn): Reply {
  return refuse(turn, 'withdraw', 'I cannot find that session. Nothing was changed.')
}
