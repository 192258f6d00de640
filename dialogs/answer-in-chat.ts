import { Temporal } from 'temporal-polyfill'
import { dayInWords, durationInWords, kindsAsHeading } from '../cards/words.ts'
import { type DraftField, nextQuestion, type Said, type SupervisionDraft } from '../domain/draft.ts'
import { questionsOf } from '../domain/supervision-kind.ts'
import { peopleLike } from './people-like.ts'
import { noSuchDay } from './session/log-in-a-sentence.ts'
import { changeDraft, nextReply, type OpenDraft, showDraft } from './session/log-supervision.ts'
import { questionFor } from './session/questions.ts'
import type { Desk, Reply, Turn } from './turn.ts'
import { mayLogWithAnybody } from './two-people.ts'
import { casesIn } from './understand/cases-in.ts'
import { bareMinutes, minutesIn } from './understand/how-long.ts'
import { kindsIn } from './understand/kinds-in.ts'
import { dayIn } from './understand/when.ts'
import { narrowed, whichPerson } from './which-person.ts'

/** An answer to one question, in words. What cannot be read is asked again with an example; nothing is guessed. */
export async function answer(
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
    const led = withLength(text)
    const id = privateQuestionNamed(text, field.slice('answer.'.length), draft, desk) ?? field.slice('answer.'.length)
    const words = led?.words ?? text
    const minutes = led === undefined ? {} : { minutes: led.minutes }
    return said(
      draft,
      { answers: { [id]: words }, ...casesOf(field, words, draft, desk), ...minutes },
      turn,
      desk,
      refresh,
    )
  }
  if (field === 'other') return answerWithPerson(draft, text, turn, desk)
  const led = field === 'minutes' ? withLength(text) : undefined
  const next = led === undefined ? undefined : nextQuestion({ ...draft, minutes: led.minutes }, desk.policy)
  const asks = next === undefined ? undefined : questionFor(next, desk.policy)
  if (led !== undefined && asks?.answer.type === 'text')
    return said(
      draft,
      { minutes: led.minutes, answers: { [asks.id]: led.words }, crns: casesIn(led.words) },
      turn,
      desk,
    )
  const read = basicsIn(text, field, turn, desk)
  const hint = field === 'kinds' ? kindHint(desk) : hints[field]
  return Object.keys(read.said).length > 0
    ? said(draft, read.said, turn, desk)
    : { message: { text: read.impossible ?? hint ?? '' }, place: { draft: draft.id } }
}

export const hints: Partial<Record<string, string>> = {
  heldOn: 'I could not read a day in that. Which day was it? For example “Friday” or “20 November”.',
  minutes: 'I could not read a length in that. How many minutes was it? For example “45”.',
}

export function kindHint({ policy }: Pick<Desk, 'policy'>): string {
  const names = policy.kinds.map(({ name }) => (name === name.toUpperCase() ? name : name.toLowerCase()))
  return `I could not read a kind in that. I know ${new Intl.ListFormat('en-GB').format(names)}. Which was it?`
}

/** "45 mins: we discussed boundaries": a length and then the words of an answer. */
function withLength(text: string): { minutes: number; words: string } | undefined {
  const match = /^([^:;,.–]{2,25}?)\s*[:;,.–-]\s*(\S[\s\S]{2,})$/.exec(text.trim())
  const minutes = match === null ? undefined : minutesIn(match[1] ?? '')
  return minutes === undefined || match?.[2] === undefined ? undefined : { minutes, words: match[2] }
}

/** The cases that an answer names; one that takes the place of the case asked for takes it out of those named before. */
function casesOf(field: DraftField, words: string, draft: SupervisionDraft, desk: Desk): Said {
  const crns = casesIn(words)
  if (questionFor(field, desk.policy)?.answer.type !== 'case' || crns.length !== 1) return { crns }
  const before = draft.answers[field.slice('answer.'.length)] ?? (draft.crns.length === 1 ? draft.crns[0] : undefined)
  return { crns, withoutCrns: draft.crns.filter((crn) => crn === before && !crns.includes(crn)) }
}

/** What a text says of the day, the length, the kinds and the cases. `asked` is the part that was asked for. */
export function basicsIn(text: string, asked: string, turn: Turn, desk: Desk): { said: Said; impossible?: string } {
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
    const like = await peopleLike(text, turn, desk)
    if (like.length > 0) return whichPerson(draft, like, { unknown: text })
    return {
      message: {
        text: 'I do not know anybody of that name on the staff list. Who was it with? First name and surname will do.',
      },
      place: { draft: draft.id },
    }
  }
  // The form in front of them may be filled with what the records had for somebody else.
  const refresh = draft.other !== undefined && draft.other !== only.staffCode
  return said(draft, { other: only.staffCode, ...basicsIn(text, 'other', turn, desk).said }, turn, desk, refresh)
}

/** Puts what was said into the draft and answers with what comes next, and with what was understood. */
export async function said(
  draft: SupervisionDraft,
  what: Said,
  turn: Turn,
  desk: Desk,
  refresh = false,
): Promise<Reply> {
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
export function understood({ draft, other }: OpenDraft, what: Said, desk: Desk): string {
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
