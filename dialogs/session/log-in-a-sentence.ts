import { missing, type Said, type SupervisionDraft } from '../../domain/draft.ts'
import type { Person } from '../../domain/staff.ts'
import { peopleLike } from '../people-like.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { answersSaid } from '../understand/answers-said.ts'
import { casesIn } from '../understand/cases-in.ts'
import { charactersRead } from '../understand/plain-text.ts'
import type { Reading } from '../understand/understand.ts'
import { dayIn } from '../understand/when.ts'
import { narrowed, whichPerson } from '../which-person.ts'
import { beginDraft, changeDraft, formReply, nextReply } from './log-supervision.ts'

/**
 * A request to log a session, in a sentence. It goes on with the open draft when it adds to it, and begins another one
 * when it speaks of another person, another kind or another day.
 */
export async function logSupervision(
  text: string,
  reading: Reading,
  open: SupervisionDraft | undefined,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const { answers, unread } = answersIn(text, reading, open, desk)
  const { said, choose, problem } = saidIn({ ...reading, answers }, turn)
  const day = dayIn(text, turn.today, 'past')
  const goesOn = open !== undefined && !speaksOfAnother(open, said) && choose.length === 0
  const changed = goesOn ? await changeDraft(open.id, said, turn, desk) : undefined
  const draft = changed ?? (await beginDraft(said, turn, desk))
  if (choose.length > 0) return whichPerson(draft.draft, choose, { together: reading.together === true })
  const like = problem === undefined ? [] : await peopleLike(reading.unknownName ?? '', turn, desk)
  if (like.length > 0) return whichPerson(draft.draft, like, { unknown: reading.unknownName ?? '' })
  const problems = [...draft.problems]
  if (problem !== undefined) problems.push({ field: 'other', says: problem })
  if (unread !== undefined) problems.push({ field: 'other', says: unread })
  if (day !== undefined && 'impossible' in day) problems.push({ field: 'heldOn', says: noSuchDay(day.impossible) })
  const shown = { ...draft, problems }
  const complete = problems.length === 0 && missing(draft.draft, desk.policy).length === 0
  return complete ? nextReply(shown, turn, desk) : formReply(shown, turn, desk)
}

/**
 * The answers with labels in a message. A note may be longer than what is read of a message: it is taken whole, and has a
 * limit of its own that is said. Whatever else stands beyond what is read is not passed over in silence.
 */
function answersIn(
  text: string,
  reading: Reading,
  open: SupervisionDraft | undefined,
  desk: Desk,
): { answers: Reading['answers']; unread?: string } {
  const kinds = reading.entities.kinds ?? open?.kinds ?? []
  if (text.length <= charactersRead && kinds.length === 0) return { answers: reading.answers }
  const { answers, rest } = answersSaid(text, desk.policy, kinds)
  if (rest.length <= charactersRead) return { answers }
  const most = charactersRead.toLocaleString('en-GB')
  return {
    answers,
    unread: `Your message was long, so I read its first ${most} characters. Please check that nothing is missing.`,
  }
}

/** What a sentence said of the session, with the people it may have meant where that is not sure. */
function saidIn(reading: Reading, turn: Turn): { said: Said; choose: Person[]; problem?: string } {
  const { entities } = reading
  const found: Said = {}
  if (entities.kinds !== undefined && entities.kinds.length > 0) found.kinds = entities.kinds
  if (entities.date !== undefined) found.heldOn = entities.date
  if (entities.minutes !== undefined) found.minutes = entities.minutes
  // A case named inside an answer, as in "theme: X320741", is a case discussed too.
  const crns = [
    ...(entities.crns ?? []),
    ...(entities.crn === undefined ? [] : [entities.crn]),
    ...casesIn(Object.values(reading.answers).join(' ')),
  ]
  if (crns.length > 0) found.crns = crns
  if (Object.keys(reading.answers).length > 0) found.answers = reading.answers
  const permitted = narrowed(reading.people, turn)
  const people = reading.together && permitted.length < 2 ? reading.people : permitted
  const [only] = people
  if (people.length > 1) return { said: found, choose: people }
  if (only !== undefined) return { said: { ...found, other: only.staffCode }, choose: [] }
  if (entities.practitioner === 'me' && turn.person.managerStaffCode !== undefined) {
    return { said: { ...found, other: turn.person.managerStaffCode }, choose: [] }
  }
  if (reading.unknownName === undefined) return { said: found, choose: [] }
  return {
    said: found,
    choose: [],
    problem: `I do not know “${reading.unknownName.slice(0, 60)}” on the staff list. Please choose the person below.`,
  }
}

function speaksOfAnother(open: SupervisionDraft, what: Said): boolean {
  const otherPerson = what.other !== undefined && open.other !== undefined && what.other !== open.other
  const otherKinds = what.kinds !== undefined && open.kinds.length > 0 && what.kinds.join() !== open.kinds.join()
  const otherDay = what.heldOn !== undefined && open.heldOn !== undefined && what.heldOn !== open.heldOn
  return otherPerson || otherKinds || otherDay
}

export function noSuchDay(text: string): string {
  return `There is no such day as “${text}”. Which day was it?`
}
