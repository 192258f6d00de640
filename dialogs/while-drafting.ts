import { Temporal } from 'temporal-polyfill'
import { dayInWords, durationInWords, kindsAsHeading } from '../cards/words.ts'
import { type DraftField, nextQuestion, type Said, type SupervisionDraft } from '../domain/draft.ts'
import { questionsOf } from '../domain/supervision-kind.ts'
import { logSupervision, noSuchDay } from './log-in-a-sentence.ts'
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
import type { Reading } from './understand/understand.ts'
import { dayIn } from './understand/when.ts'
import { narrowed, whichPerson } from './which-person.ts'

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
    case 'skip': {
      const needed = questionOf(nextQuestion(draft, desk.policy), desk.policy)
      return {
        message: {
          text:
            needed === undefined
              ? backToDraft(draft, desk)
              : `That is needed before the session can be saved. ${needed}`,
        },
      }
    }
    case 'change':
      return answer(draft, words.field, words.text, turn, desk, true)
  }
  if (reading.intent === 'log-supervision' && reading.confidence >= 0.9)
    return logSupervision(text, reading, draft, turn, desk)
  if (reading.intent === 'amend-supervision' && reading.confidence < 0.95)
    return mended(text, reading, draft, turn, desk)
  if (reading.intent !== 'none' && reading.confidence >= 0.9) return undefined
  const { answers } = labelledAnswers(text, questionsOf(desk.policy, draft.kinds))
  if (Object.keys(answers).length > 0) return said(draft, { answers, crns: casesIn(text) }, turn, desk)
  const asked = nextQuestion(draft, desk.policy)
  return asked === undefined ? whenComplete(text, draft, turn, desk) : answer(draft, asked, text, turn, desk)
}

/** "Sorry, wrong person, it was Tom" while a draft is open speaks of the draft, not of a session recorded earlier. */
async function mended(text: string, reading: Reading, draft: SupervisionDraft, turn: Turn, desk: Desk): Promise<Reply> {
  const people = narrowed(reading.people, turn)
  const [only] = people
  if (people.length > 1) return whichPerson(draft, people)
  const basics = basicsIn(text, 'minutes', turn, desk).said
  const found = { ...basics, ...(only === undefined ? {} : { other: only.staffCode }) }
  if (Object.keys(found).length > 0) return said(draft, found, turn, desk, true)
  return {
    message: {
      text: 'What should change? For example “change the date to Thursday” or “change the person to” and a name.',
    },
  }
}

/** A short message when nothing is missing any more: a day, a length or a kind in it changes the draft. */
async function whenComplete(text: string, draft: SupervisionDraft, turn: Turn, desk: Desk): Promise<Reply | undefined> {
  if (text.trim().split(/\s+/).length > mostWordsOfAChange) return undefined
  const { said: found, impossible } = basicsIn(text, '', turn, desk)
  if (Object.keys(found).length > 0) return said(draft, found, turn, desk, true)
  if (impossible !== undefined) return { message: { text: impossible } }
  return {
    message: {
      text: 'I could not read a change in that. Say for example “change the minutes to 50” or “change the date to Thursday”, or “save” to record it.',
    },
  }
}

const mostWordsOfAChange = 6

/** An answer to one question, in words. What cannot be read is asked again with an example; nothing is guessed. */
async function answer(
  draft: SupervisionDraft,
  field: DraftField,
  text: string,
  turn: Turn,
  desk: Desk,
  refresh = false,
): Promise<Reply> {
  if (field.startsWith('answer.')) {
    // "50 minutes" by itself is no note: it puts the length right, and the question is asked again.
    const length = text.trim().split(/\s+/).length <= 3 ? minutesIn(text) : undefined
    if (length !== undefined && draft.minutes !== undefined) return said(draft, { minutes: length }, turn, desk, true)
    const id = privateQuestionNamed(text, field.slice('answer.'.length), draft, desk) ?? field.slice('answer.'.length)
    return said(draft, { answers: { [id]: text }, crns: casesIn(text) }, turn, desk, refresh)
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
  const people = narrowed(names.find(text, { closeTo, asked: true }).people, turn)
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

async function said(draft: SupervisionDraft, what: Said, turn: Turn, desk: Desk, refresh = false): Promise<Reply> {
  const changed: OpenDraft | undefined = await changeDraft(draft.id, what, turn, desk)
  return changed === undefined
    ? showDraft(draft.id, turn, desk)
    : nextReply(changed, turn, desk, understood(changed, what, desk), refresh)
}

/** "Wellbeing fine" is no answer to another question that more people can read: it is kept where it is private. */
function privateQuestionNamed(text: string, asked: string, draft: SupervisionDraft, desk: Desk): string | undefined {
  const questions = questionsOf(desk.policy, draft.kinds)
  if (questions.find((question) => question.id === asked)?.private) return undefined
  const start = text.trim().toLowerCase()
  return questions.find((question) => question.private && start.startsWith(question.label.toLowerCase()))?.id
}

/** What was understood of an answer, so that a slip is seen at once: "Friday 20 November 2026, 45 minutes". */
function understood({ draft, other }: OpenDraft, what: Said, desk: Desk): string {
  const parts = [
    what.other !== undefined && other !== undefined ? `With ${other.name}` : '',
    what.kinds !== undefined ? kindsAsHeading(desk.policy, draft.kinds) : '',
    what.heldOn !== undefined && draft.heldOn !== undefined ? dayInWords(Temporal.PlainDate.from(draft.heldOn)) : '',
    what.minutes !== undefined && draft.minutes !== undefined ? durationInWords(draft.minutes) : '',
    ...privateLabels(draft, what, desk),
  ]
  return parts.filter((part) => part !== '').join(', ')
}

/** The labels of private answers just given, so that it is seen that they are private. */
function privateLabels(draft: SupervisionDraft, what: Said, desk: Desk): string[] {
  return questionsOf(desk.policy, draft.kinds)
    .filter((question) => question.private && what.answers?.[question.id] !== undefined)
    .map((question) => `${question.label}, private to the two of you`)
}

/** The line that brings somebody back to a draft after another question. */
export function backToDraft(draft: SupervisionDraft, desk: Pick<Desk, 'policy'>): string {
  const asked = questionOf(nextQuestion(draft, desk.policy), desk.policy)
  return asked === undefined
    ? 'The session you are logging is still open: say “save” to record it, or “cancel”.'
    : `The session you are logging is still open. ${asked}`
}
