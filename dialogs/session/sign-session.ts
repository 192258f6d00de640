import type { Problem } from '../../domain/draft.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Reflection } from '../../domain/reflection.ts'
import { mayReflect, type RecordedSession, type SignOffOutcome, signerOf } from '../../domain/supervision.ts'
import { type Desk, noteOf, type Reply, readNotes, refuse, type Turn } from '../turn.ts'
import type { AnswerWords } from '../understand/answer-words.ts'
import { whatWaits } from '../waiting.ts'
import { problemsWithLine } from './say-reflective.ts'
import { askedOn, sessionShown } from './session-shown.ts'
import { showSession } from './show-record.ts'

/** What somebody says of a session they are asked to sign. */
export type Answer = {
  outcome: SignOffOutcome
  words?: string
  /** Whether they found it reflective, as it was read from the card or the message. */
  reflected?: { reflection?: Reflection; typed: { rating?: string; line?: string } }
  problems?: Problem[]
  /** Said in a message, which speaks of whatever waits: brought again, it must not sign the next one. */
  inWords?: boolean
}

/**
 * Keeps what the signer says of a session and tells the logger. Only the person asked may sign, once: a second answer
 * changes nothing and shows the first. Words typed beside "I agree" are kept as a comment.
 */
export async function signSession(id: SessionId, answer: Answer, turn: Turn, desk: Desk): Promise<Reply> {
  const session = await desk.supervisions.byId(id)
  const me = turn.person.staffCode
  if (session === undefined || signerOf(session) !== me) {
    return refuse(turn, 'sign', 'That session is not waiting for you to sign, so nothing was changed.')
  }
  const card = (signed: typeof session, problems: Problem[] = []) =>
    sessionShown(signed, me, desk, {
      problems,
      typedWords: answer.words,
      ...(answer.reflected && { typedReflection: answer.reflected.typed }),
    })

  const words = answer.words?.trim() || undefined
  const problems = answer.problems?.length
    ? answer.problems
    : problemsWithWords(answer.outcome, words, desk.policy.noteCharacters)
  if (problems.length > 0 && session.signOff === undefined)
    return { message: await card(session, problems), shows: id, notes: readNotes(turn, session) }
  const reflection = mayReflect(session, me) ? answer.reflected?.reflection : undefined
  const outcome = answer.outcome === 'agreed' && words !== undefined ? 'agreed-with-comment' : answer.outcome
  const result = await desk.supervisions.sign(
    { session: id, by: me, outcome, words, signedAt: turn.now, ...(reflection && { reflection }) },
    noteOf(turn, 'session.signed', { subject: session.practitioner, thing: id, detail: outcome }),
    answer.inWords ? turn.activityKey : undefined,
  )
  if (result.notice !== undefined) await desk.reach(result.notice)
  const message = await card(result.session)
  const activityKept = answer.inWords === true && result.outcome === 'signed'
  const notes = result.outcome === 'signed' ? [] : readNotes(turn, session)
  return { message, shows: id, final: true, notes, activityKept, ...askedOn(result.session, me) }
}

function problemsWithWords(outcome: SignOffOutcome, words: string | undefined, most: number): Problem[] {
  const says = problemWithWords(outcome, words, most)
  return says === undefined ? [] : [{ field: 'answer.words', says }]
}

function problemWithWords(outcome: SignOffOutcome, words: string | undefined, most: number): string | undefined {
  if (words !== undefined) {
    if (words.length <= most) return undefined
    return `That is ${words.length.toLocaleString('en-GB')} characters; the most is ${most.toLocaleString('en-GB')}. Please shorten it.`
  }
  if (outcome === 'change-asked')
    return 'Please type in the box what should change and press “Ask for a change” again, or say “ask for a change:” and what it is.'
  if (outcome === 'agreed-with-comment') return 'Please type your comment, or press “I agree” to agree without one.'
  return undefined
}

/** The session with what they wrote in the box, for them to say whether they agree or want it changed. */
async function askWhich(session: RecordedSession, words: string | undefined, turn: Turn, desk: Desk): Promise<Reply> {
  const says =
    'You agree and object in one. Press “Ask for a change”, or “Agree with this comment” to sign it as it is.'
  const message = await sessionShown(session, turn.person.staffCode, desk, {
    problems: [{ field: 'answer.words', says }],
    typedWords: words,
  })
  return { message, shows: session.id, notes: readNotes(turn, session) }
}

/**
 * Signing in words. It is done when exactly one session waits and its card has been in front of the person; nobody signs
 * what they have not been shown. Otherwise it shows what waits, and says back what they wrote so that it is not lost.
 */
export async function signByWords(answer: AnswerWords, turn: Turn, desk: Desk): Promise<Reply> {
  const waiting = await desk.supervisions.toSign(turn.person.staffCode)
  const [only] = waiting
  if (only === undefined) return { message: { text: 'Nothing is waiting for you to agree.' } }
  if (waiting.length > 1) {
    if (answer.words === undefined) return whatWaits(turn, desk)
    const which = `${waiting.length} sessions wait for you, so I have signed none. Say “what is waiting for me?” and open the right one.`
    return { message: { text: `${which} You wrote: ${answer.words}` } }
  }
  const reflection = mayReflect(only, turn.person.staffCode) ? answer.reflection : undefined
  const { outcome, words } = reflection === undefined ? answer : { outcome: 'agreed' as const, words: undefined }
  if (outcome === 'unclear') return askWhich(only, words, turn, desk)
  const said: Answer = {
    outcome,
    words,
    inWords: true,
    ...(reflection && { reflected: { reflection, typed: reflection }, problems: problemsWithLine(reflection) }),
  }
  const shown = await desk.shownCards.of(only.id, turn.person.staffCode)
  return shown.length > 0 ? signSession(only.id, said, turn, desk) : showSession(only.id, turn, desk)
}
