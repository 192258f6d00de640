import { readReflection } from '../../cards/form-input.ts'
import type { Problem } from '../../domain/draft.ts'
import type { SessionId } from '../../domain/ids.ts'
import { lineCharacters, type Reflection } from '../../domain/reflection.ts'
import { mayReflect, type RecordedSession } from '../../domain/supervision.ts'
import { type Desk, noteOf, type Presses, type Reply, refuse, type TakeUp, type Turn } from '../turn.ts'
import { reflectionWords } from '../understand/reflection-words.ts'
import { howReflective } from './how-reflective.ts'
import { sessionShown } from './session-shown.ts'

/** What is wrong with the line that somebody gave beside their answer. */
export function problemsWithLine({ line = '' }: Reflection): Problem[] {
  if (line.length <= lineCharacters) return []
  const says = `Your line has ${line.length} characters; the most is ${lineCharacters}. Please shorten it.`
  return [{ field: 'answer.reflective', says }]
}

/** Keeps what the person supervised says of a session, apart from signing it. Said once, it stays. */
async function say(
  id: SessionId,
  { reflection, typed, problems }: ReturnType<typeof readReflection>,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const me = turn.person.staffCode
  const session = await desk.supervisions.byId(id)
  if (session === undefined || session.practitioner !== me) {
    return refuse(turn, 'reflect', 'Only the person supervised says whether a session was reflective.', { thing: id })
  }
  const card = (shown: RecordedSession, wrong: Problem[] = []) =>
    sessionShown(shown, me, desk, { problems: wrong, typedReflection: typed })
  if (!mayReflect(session, me)) return { message: await card(session), shows: id }
  if (reflection === undefined || problems.length > 0) {
    const missing: Problem = { field: 'answer.reflective', says: 'Please choose yes, partly or no.' }
    return { message: await card(session, problems.length > 0 ? problems : [missing]), shows: id }
  }
  const note = noteOf(turn, 'session.reflected', { subject: me, thing: id })
  await desk.supervisions.reflect(id, { by: me, reflection, at: turn.now }, note)
  const said = await desk.supervisions.byId(id)
  return { message: await card(said ?? { ...session, reflection }), shows: id, final: true }
}

/** "Partly, mostly about targets", after the question whether a session was reflective. */
export const takeUpReflection: TakeUp<{ asks: 'was-reflective'; session: SessionId }> = async (
  { session },
  words,
  _reading,
  turn,
  desk,
) => {
  const reflection = reflectionWords(words, true)
  if (reflection === undefined) return undefined
  return say(session, { reflection, typed: reflection, problems: problemsWithLine(reflection) }, turn, desk)
}

/** The buttons about whether sessions are reflective. */
export const reflectivePresses: Presses<'session.reflect' | 'reflective.show'> = {
  'session.reflect': ({ session }, data, turn, desk) => say(session, readReflection(data), turn, desk),
  'reflective.show': (_action, _data, turn, desk) => howReflective(turn, desk),
}
