import { Temporal } from 'temporal-polyfill'
import { choosePersonCard } from '../cards/choose-person-card.ts'
import { dayInWords, durationInWords, kindsAsHeading } from '../cards/words.ts'
import { type DraftField, missing, nextQuestion, type Said, type SupervisionDraft } from '../domain/draft.ts'
import { type DraftId, StaffCode } from '../domain/ids.ts'
import { pairFor } from '../domain/rights.ts'
import type { Person } from '../domain/staff.ts'
import { questionsOf } from '../domain/supervision-kind.ts'
import {
  beginDraft,
  cancelDraft,
  changeDraft,
  formReply,
  nextReply,
  type OpenDraft,
  saveDraft,
  showDraft,
} from './log-supervision.ts'
import { questionOf } from './questions.ts'
import type { Desk, Reply, Turn } from './turn.ts'
import { mayLogWithAnybody } from './two-people.ts'
import { casesIn } from './understand/cases-in.ts'
import { draftWords } from './understand/draft-words.ts'
import { bareMinutes, minutesIn } from './understand/how-long.ts'
import { kindsIn } from './understand/kinds-in.ts'
import { labelledAnswers } from './understand/labelled-answers.ts'
import { charactersRead } from './understand/plain-text.ts'
import type { Reading } from './understand/understand.ts'
import { dayIn } from './understand/when.ts'

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
  const { answers, unread } = answersIn(text, reading, desk)
  const { said, choose, problem } = saidIn({ ...reading, answers }, turn)
  const day = dayIn(text, turn.today, 'past')
  const goesOn = open !== undefined && !speaksOfAnother(open, said) && choose.length === 0
  const changed = goesOn ? await changeDraft(open.id, said, turn, desk) : undefined
  const draft = changed ?? (await beginDraft(said, turn, desk))
  if (choose.length > 0) return whichPerson(draft.draft, choose)
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
function answersIn(text: string, reading: Reading, desk: Desk): { answers: Reading['answers']; unread?: string } {
  if (text.length <= charactersRead) return { answers: reading.answers }
  const every = desk.policy.kinds.map((kind) => kind.id)
  const { answers, rest } = labelledAnswers(text, questionsOf(desk.policy, every))
  if (rest.length <= charactersRead) return { answers }
  const most = charactersRead.toLocaleString('en-GB')
  return {
    answers,
    unread: `Your message was long, so I read its first ${most} characters. Please check that nothing is missing.`,
  }
}

/** What is said while a draft is open; undefined when it has nothing to do with the draft. `command` is what else it could be. */
export async function whileDrafting(
  text: string,
  reading: Reading,
  draft: SupervisionDraft,
  turn: Turn,
  desk: Desk,
): Promise<Reply | undefined> {
  const words = draftWords(text, desk.policy, turn.today)
  switch (words?.kind) {
    case 'save':
      return saveDraft(draft.id, {}, [], turn, desk)
    case 'cancel': {
      const { message, ...rest } = await cancelDraft(draft.id, turn, desk)
      const refreshes = { thing: draft.id, card: message }
      return { ...rest, message: { text: 'Cancelled. Nothing was recorded.' }, shows: undefined, refreshes }
    }
    case 'start-again': {
      const { message } = await cancelDraft(draft.id, turn, desk)
      const afresh = await formReply(await beginDraft({}, turn, desk), turn, desk)
      return { ...afresh, refreshes: { thing: draft.id, card: message } }
    }
    case 'show-form':
      return showDraft(draft.id, turn, desk)
    case 'change':
      return answer(draft, words.field, words.text, turn, desk)
  }
  if (reading.intent === 'log-supervision' && reading.confidence >= 0.9)
    return logSupervision(text, reading, draft, turn, desk)
  if (reading.intent !== 'none' && reading.confidence >= 0.9) return undefined
  const { answers } = labelledAnswers(text, questionsOf(desk.policy, draft.kinds))
  if (Object.keys(answers).length > 0) return said(draft, { answers, crns: casesIn(text) }, turn, desk)
  const asked = nextQuestion(draft, desk.policy)
  return asked === undefined ? undefined : answer(draft, asked, text, turn, desk)
}

/** An answer to one question, in words. What cannot be read is asked again with an example; nothing is guessed. */
async function answer(
  draft: SupervisionDraft,
  field: DraftField,
  text: string,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  if (field.startsWith('answer.')) {
    return said(draft, { answers: { [field.slice('answer.'.length)]: text }, crns: casesIn(text) }, turn, desk)
  }
  if (field === 'other') return answerWithPerson(draft, text, turn, desk)
  const read = basicsIn(text, field, turn, desk)
  const hint = read.impossible ?? hints[field]
  return Object.keys(read.said).length > 0
    ? said(draft, read.said, turn, desk)
    : { message: { text: hint ?? '' }, place: { draft: draft.id } }
}

const hints: Partial<Record<string, string>> = {
  kinds: 'I could not read a kind in that. Was it monthly, reflective, or both?',
  heldOn: 'I could not read a day in that. Which day was it? For example “Friday” or “20 November”.',
  minutes: 'I could not read a length in that. How many minutes was it? For example “45”.',
}

function basicsIn(text: string, asked: string, turn: Turn, desk: Desk): { said: Said; impossible?: string } {
  const found: Said = {}
  const kinds = kindsIn(text, desk.policy)
  if (kinds.length > 0) found.kinds = kinds
  const minutes = asked === 'minutes' ? (bareMinutes(text) ?? minutesIn(text)) : minutesIn(text)
  if (minutes !== undefined) found.minutes = minutes
  const day = asked === 'minutes' ? undefined : dayIn(text, turn.today, 'past')
  if (day !== undefined && 'day' in day) found.heldOn = day.day
  const crns = casesIn(text)
  if (crns.length > 0) found.crns = crns
  const impossible = day !== undefined && 'impossible' in day ? noSuchDay(day.impossible) : undefined
  return { said: found, impossible }
}

async function answerWithPerson(draft: SupervisionDraft, text: string, turn: Turn, desk: Desk): Promise<Reply> {
  const names = await desk.names()
  const closeTo = (await mayLogWithAnybody(turn, desk)).map((person) => person.staffCode)
  const byCode = codesIn(text).flatMap((code) => names.byCode(code) ?? [])
  const people = byCode.length > 0 ? byCode : narrowed(names.find(text, { closeTo, asked: true }).people, turn)
  const [only] = people
  if (people.length > 1) return whichPerson(draft, people)
  if (only === undefined) {
    return {
      message: {
        text: 'I do not know anybody of that name on the staff list. Who was it with? First name and surname will do.',
      },
      place: { draft: draft.id },
    }
  }
  return said(draft, { other: only.staffCode, ...basicsIn(text, 'other', turn, desk).said }, turn, desk)
}

/** Staff codes typed, which tell apart people of one name. */
function codesIn(text: string): StaffCode[] {
  const words = text.slice(0, charactersRead).split(/[^\p{L}\p{N}]+/u)
  return words.filter((word) => /\d/.test(word)).flatMap((word) => StaffCode.safeParse(word).data ?? [])
}

async function said(draft: SupervisionDraft, what: Said, turn: Turn, desk: Desk): Promise<Reply> {
  const changed: OpenDraft | undefined = await changeDraft(draft.id, what, turn, desk)
  return changed === undefined
    ? showDraft(draft.id, turn, desk)
    : nextReply(changed, turn, desk, understood(changed, what, desk))
}

/** What was understood of an answer, so that a slip is seen at once: "Friday 20 November 2026, 45 minutes". */
function understood({ draft, other }: OpenDraft, what: Said, desk: Desk): string {
  const parts = [
    what.other !== undefined && other !== undefined ? `With ${other.name}` : '',
    what.kinds !== undefined ? kindsAsHeading(desk.policy, draft.kinds) : '',
    what.heldOn !== undefined && draft.heldOn !== undefined ? dayInWords(Temporal.PlainDate.from(draft.heldOn)) : '',
    what.minutes !== undefined && draft.minutes !== undefined ? durationInWords(draft.minutes) : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** Which of several people of one name was meant, as buttons. */
function whichPerson(draft: SupervisionDraft, people: Person[]): Reply {
  return { message: choosePersonCard({ draft: draft.id, people }), shows: draft.id, place: { draft: draft.id } }
}

/** The one that was pressed, put into the draft. */
export async function choosePerson(id: DraftId, person: Person, turn: Turn, desk: Desk): Promise<Reply> {
  const changed = await changeDraft(id, { other: person.staffCode }, turn, desk)
  return changed === undefined ? showDraft(id, turn, desk) : formReply(changed, turn, desk)
}

/** Of several people of one name, those this person may log with, if there are any. */
function narrowed(people: readonly Person[], turn: Turn): Person[] {
  const permitted = people.filter((person) => pairFor(turn.person, person, turn.today.toString()) !== undefined)
  return permitted.length > 0 ? permitted : [...people]
}

/** What a sentence said of the session, with the people it may have meant where that is not sure. */
function saidIn(reading: Reading, turn: Turn): { said: Said; choose: Person[]; problem?: string } {
  const { entities } = reading
  const found: Said = {}
  if (entities.kinds !== undefined && entities.kinds.length > 0) found.kinds = entities.kinds
  if (entities.date !== undefined) found.heldOn = entities.date
  if (entities.minutes !== undefined) found.minutes = entities.minutes
  const crns = entities.crns ?? (entities.crn === undefined ? [] : [entities.crn])
  if (crns.length > 0) found.crns = crns
  if (Object.keys(reading.answers).length > 0) found.answers = reading.answers
  const people = narrowed(reading.people, turn)
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
    problem: 'I do not know that name on the staff list. Please choose the person below.',
  }
}

function speaksOfAnother(open: SupervisionDraft, what: Said): boolean {
  const otherPerson = what.other !== undefined && open.other !== undefined && what.other !== open.other
  const otherKinds = what.kinds !== undefined && open.kinds.length > 0 && what.kinds.join() !== open.kinds.join()
  const otherDay = what.heldOn !== undefined && open.heldOn !== undefined && what.heldOn !== open.heldOn
  return otherPerson || otherKinds || otherDay
}

function noSuchDay(text: string): string {
  return `There is no such day as “${text}”. Which day was it?`
}

/** The line that brings somebody back to a draft after another question. */
export function backToDraft(draft: SupervisionDraft, desk: Pick<Desk, 'policy'>): string {
  const asked = questionOf(nextQuestion(draft, desk.policy), desk.policy)
  return asked === undefined
    ? 'The session you are logging is still open: say “save” to record it, or “cancel”.'
    : `The session you are logging is still open. ${asked}`
}
