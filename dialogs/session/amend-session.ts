import { Temporal } from 'temporal-polyfill'
import { chooseSessionCard } from '../../cards/session/choose-session-card.ts'
import type { Said } from '../../domain/draft.ts'
import type { SessionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { type RecordedSession, stands } from '../../domain/supervision.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import { supervisionYearOf } from '../../domain/supervision-year.ts'
import { changeCharacters, type Pending } from '../pending.ts'
import { type Desk, type Reply, readNotes, type TakeUp, type Turn } from '../turn.ts'
import { pairOfSession } from '../two-people.ts'
import { answersSaid } from '../understand/answers-said.ts'
import { casesIn } from '../understand/cases-in.ts'
import { minutesIn } from '../understand/how-long.ts'
import { kindsIn } from '../understand/kinds-in.ts'
import type { Reading } from '../understand/understand.ts'
import { dayIn } from '../understand/when.ts'
import { whichOne } from '../understand/which-one.ts'
import { withdrawalReason } from '../understand/withdrawal-reason.ts'
import { correctSession } from './log-supervision.ts'
import { askToWithdraw } from './withdraw-session.ts'

const withdraws =
  /\b(?:delete|withdraw(?:n|ing)?|remove|undo|retract|cancel|scrap|bin|take (?:it|that|this|.{1,40}) (?:back|off)|by mistake|in error)\b/i
const justLogged = /\b(?:it|that|this|that one|the last one|my last|just logged|by mistake)\b/i

/**
 * Correcting or withdrawing one of the asker's own entries, found by the other person, the day and the kind. What a
 * sentence says that it should have been, as in "correct the session with Tom, it was 30 minutes", is put in.
 */
export async function amendByWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const isWithdrawal = withdraws.test(text) && !/^\W*(?:please )?(?:correct|change|amend|fix|update)\b/i.test(text)
  const reason = isWithdrawal ? withdrawalReason(text, turn.today, await desk.names(), desk.policy) : undefined
  const { which, should } = isWithdrawal ? { which: reason?.before ?? text, should: undefined } : parts(text)
  const fits = await sessionsMeant(which, reading, turn, desk)
  const found = likeliest(fits, turn)
  if (reading.unknownName !== undefined && reading.people.length === 0) {
    return { message: { text: 'I do not know that name on the staff list. Please give the first name and surname.' } }
  }
  const [only, ...more] = found
  if (only === undefined) {
    const says =
      'I found no session like that among the ones you logged. Say “my supervisions”, or “what has” and a name, to see them.'
    return { message: { text: says } }
  }
  if (more.length > 0) {
    return chooseOne(
      found,
      isWithdrawal ? { to: 'withdraw', said: reason?.reason } : { to: 'correct', said: should },
      turn,
      desk,
    )
  }
  if (!isWithdrawal) return correctSession(only, turn, desk, saidIn(should, only.kinds, turn, desk))
  return askToWithdraw(only, reason === undefined ? {} : { reason: reason.reason }, turn, desk)
}

const itWas =
  /[,;:.–-]?\s+(?:(?:it|that|which|this)\s+(?:(?:was|were|lasted|took)(?:\s+(?:actually|really|only))?|should(?:\s+(?:have\s+been|be|say|read))?)|should(?:\s+have\s+been|\s+be)|to(?=\s+(?:\d|an?\s|be\s|monthly|reflective)))\s+([\s\S]+)$/i

/** What says which session is meant, and what says how it should be. */
function parts(text: string): { which: string; should: string | undefined } {
  const match = itWas.exec(text)
  return match === null ? { which: text, should: undefined } : { which: text.slice(0, match.index), should: match[1] }
}

function saidIn(text: string | undefined, kinds: readonly KindId[], turn: Turn, desk: Desk): Said {
  if (text === undefined) return {}
  const { answers, rest } = answersSaid(text, desk.policy, kinds)
  const found: Said = {}
  const minutes = minutesIn(rest)
  if (minutes !== undefined) found.minutes = minutes
  const day = dayIn(rest, turn.today, 'past')
  if (day !== undefined && 'day' in day) found.heldOn = day.day
  const newKinds = kindsIn(rest, desk.policy)
  if (newKinds.length > 0) found.kinds = newKinds
  const crns = casesIn(text)
  if (crns.length > 0) found.crns = crns
  if (Object.keys(answers).length > 0) found.answers = answers
  return found
}

/** The entries of this person that a sentence can mean, newest first. Without a name, a day or a kind it is the one logged last. */
async function sessionsMeant(which: string, reading: Reading, turn: Turn, desk: Desk): Promise<RecordedSession[]> {
  const me = turn.person
  const [subject] = reading.people
  const day = dayIn(which, turn.today, 'past')
  const heldOn = day !== undefined && 'day' in day ? day.day : undefined
  const kinds = kindsIn(which, desk.policy)
  const logged = await loggedWith(subject, turn, desk)
  const fits = logged.filter(
    (session) =>
      session.loggedBy === me.staffCode &&
      stands(session) &&
      (heldOn === undefined || session.heldOn.toString() === heldOn) &&
      kinds.every((kind) => session.kinds.includes(kind)),
  )
  const namesNothing = subject === undefined && heldOn === undefined && kinds.length === 0
  return namesNothing && justLogged.test(which) ? fits.slice(0, 1) : fits
}

async function loggedWith(subject: Person | undefined, turn: Turn, desk: Desk): Promise<RecordedSession[]> {
  const me = turn.person
  if (subject === undefined) return desk.supervisions.loggedBy(me.staffCode)
  const from = supervisionYearOf(turn.today).from.subtract({ years: 1 })
  const [theirs, mine] = await Promise.all([
    desk.supervisions.of(subject.staffCode, from, turn.today),
    desk.supervisions.of(me.staffCode, from, turn.today),
  ])
  return [...theirs, ...mine.filter((session) => session.supervisor === subject.staffCode)]
}

const daysFresh = 14

/**
 * Of several sessions that fit, the one that is most likely meant: the newest of those written down here where that was
 * today, or the only one of the last days. Otherwise all of them, those that were brought in last.
 */
function likeliest(fits: readonly RecordedSession[], turn: Turn): readonly RecordedSession[] {
  const here = fits
    .filter((session) => session.imported !== true)
    .sort((a, b) => Temporal.Instant.compare(b.loggedAt, a.loggedAt))
  const age = ({ loggedAt }: RecordedSession) =>
    turn.today.since(loggedAt.toZonedDateTimeISO('Europe/London').toPlainDate()).days
  const [newest, next] = here
  if (newest === undefined) return fits
  const isOnlyFresh = age(newest) <= daysFresh && (next === undefined || age(next) > daysFresh)
  if (age(newest) === 0 || isOnlyFresh) return [newest]
  return [...fits.filter((session) => session.imported !== true), ...fits.filter((session) => session.imported)]
}

const mostToChoose = 6

async function chooseOne(
  found: readonly RecordedSession[],
  { to, said }: { to: 'correct' | 'withdraw'; said?: string | undefined },
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const sessions = await Promise.all(
    found.slice(0, mostToChoose).map(async (session) => {
      const { practitioner, supervisor } = await pairOfSession(session, desk)
      const other = practitioner.staffCode === turn.person.staffCode ? supervisor : practitioner
      return { session, otherName: other.name }
    }),
  )
  const words = said?.slice(0, changeCharacters)
  const ids = sessions.map(({ session }) => session.id)
  const message = chooseSessionCard({
    sessions,
    to,
    more: found.length - sessions.length,
    carries: words !== undefined,
    policy: desk.policy,
  })
  return {
    message,
    notes: sessions.flatMap(({ session }) => readNotes(turn, session)),
    pending:
      to === 'withdraw'
        ? { asks: 'withdraw-which', sessions: ids, reason: words }
        : { asks: 'correct-which', sessions: ids, words },
  }
}

/** What was said before a session was chosen from the list that asked which: how that session should be. */
export function changeSaidFor(session: RecordedSession, turn: Turn, desk: Desk): Said {
  const { pending } = turn.place
  if (pending?.asks !== 'correct-which' || !pending.sessions.includes(session.id)) return {}
  return saidIn(pending.words, session.kinds, turn, desk)
}

/** The day of one of the sessions that were offered, or its place among them, as the answer to which is to be corrected. */
export const answerWhichSession: TakeUp<Extract<Pending, { asks: 'correct-which' }>> = async (
  { sessions },
  words,
  reading,
  turn,
  desk,
) => {
  const chosen = await chosenOf(sessions, words, reading, turn, desk)
  return chosen && correctSession(chosen, turn, desk, changeSaidFor(chosen, turn, desk))
}

/** The same, as the answer to which is to be withdrawn. */
export const answerWhichToWithdraw: TakeUp<Extract<Pending, { asks: 'withdraw-which' }>> = async (
  { sessions, reason },
  words,
  reading,
  turn,
  desk,
) => {
  const chosen = await chosenOf(sessions, words, reading, turn, desk)
  return chosen && askToWithdraw(chosen, reason === undefined ? {} : { reason }, turn, desk)
}

async function chosenOf(
  sessions: readonly SessionId[],
  words: string,
  reading: Reading,
  turn: Turn,
  desk: Desk,
): Promise<RecordedSession | undefined> {
  const isOther = reading.intent !== 'none' && reading.intent !== 'amend-supervision' && reading.confidence >= 0.9
  if (isOther) return undefined
  const place = whichOne(words, sessions.length)
  const named = place === undefined ? undefined : sessions[place]
  if (named !== undefined) return desk.supervisions.byId(named)
  const day = dayIn(words, turn.today, 'past')
  if (day === undefined || !('day' in day)) return undefined
  const offered = await Promise.all(sessions.map((id) => desk.supervisions.byId(id)))
  const [only, ...more] = offered.filter((session) => session?.heldOn.toString() === day.day)
  return more.length > 0 ? undefined : only
}
