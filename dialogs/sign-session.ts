import { sessionCard } from '../cards/session-card.ts'
import type { Problem } from '../domain/draft.ts'
import type { SessionId } from '../domain/ids.ts'
import { type SignOffOutcome, signerOf } from '../domain/supervision.ts'
import { showSession } from './show-record.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from './turn.ts'
import { pairOfSession } from './two-people.ts'
import { whatWaits } from './waiting.ts'

/** What somebody says of a session they are asked to sign. */
export type Answer = { outcome: SignOffOutcome; words?: string; problems?: Problem[] }

const mostWords = 4000

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
  const pair = await pairOfSession(session, desk)
  const card = (signed: typeof session, problems: Problem[] = []) =>
    sessionCard({
      session: signed,
      ...pair,
      viewer: me,
      sight: 'full',
      policy: desk.policy,
      problems,
      typedWords: answer.words,
    })

  const words = answer.words?.trim() || undefined
  const problems = answer.problems?.length ? answer.problems : problemsWithWords(answer.outcome, words)
  if (problems.length > 0 && session.signOff === undefined) return { message: card(session, problems), shows: id }
  const outcome = answer.outcome === 'agreed' && words !== undefined ? 'agreed-with-comment' : answer.outcome
  const result = await desk.supervisions.sign(
    { session: id, by: me, outcome, words, signedAt: turn.now },
    noteOf(turn, 'session.signed', { subject: session.practitioner, thing: id, detail: outcome }),
  )
  if (result.notice !== undefined) await desk.reach(result.notice)
  const message = card(result.session)
  return { message, shows: id, final: true }
}

function problemsWithWords(outcome: SignOffOutcome, words: string | undefined): Problem[] {
  const says = problemWithWords(outcome, words)
  return says === undefined ? [] : [{ field: 'answer.words', says }]
}

function problemWithWords(outcome: SignOffOutcome, words: string | undefined): string | undefined {
  if (words !== undefined) {
    if (words.length <= mostWords) return undefined
    return `That is ${words.length.toLocaleString('en-GB')} characters; the most is 4,000. Please shorten it.`
  }
  if (outcome === 'change-asked') return 'Please say what should change, then press “Ask for a change” again.'
  if (outcome === 'agreed-with-comment') return 'Please type your comment, or press “I agree” to agree without one.'
  return undefined
}

/**
 * Signing in words. It is done when exactly one session waits and its card has been in front of the person; nobody signs
 * what they have not been shown. Otherwise it shows what waits, and says back what they wrote so that it is not lost.
 */
export async function signByWords(answer: Answer, turn: Turn, desk: Desk): Promise<Reply> {
  const waiting = await desk.supervisions.toSign(turn.person.staffCode)
  const [only] = waiting
  if (only === undefined) return { message: { text: 'Nothing is waiting for you to agree.' } }
  if (waiting.length > 1) {
    if (answer.words === undefined) return whatWaits(turn, desk)
    const which = `${waiting.length} sessions wait for you, so I have signed none. Say “what is waiting for me?” and open the right one.`
    return { message: { text: `${which} You wrote: ${answer.words}` } }
  }
  const shown = await desk.shownCards.of(only.id, turn.person.staffCode)
  return shown.length > 0 ? signSession(only.id, answer, turn, desk) : showSession(only.id, turn, desk)
}
