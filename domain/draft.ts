import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { Crn, DraftId, IsoDate, SessionId, StaffCode } from './ids.ts'
import { mayLogKind, type SessionPair } from './rights.ts'
import type { Session } from './supervision.ts'
import { KindId, type KindQuestion, kindOf, questionsOf, type SupervisionPolicy } from './supervision-kind.ts'

/**
 * A supervision that is being written down. A sentence, a card and an answer in the chat all fill the same draft, in any
 * order, so it holds what was said and nothing about how.
 */
export const SupervisionDraft = z.object({
  id: DraftId,
  by: StaffCode,
  /** The other person of the session; who of the two was supervised follows from the staff list. */
  other: StaffCode.optional(),
  kinds: z.array(KindId),
  heldOn: IsoDate.optional(),
  minutes: z.int().optional(),
  crns: z.array(Crn),
  answers: z.record(z.string(), z.string()),
  corrects: SessionId.optional(),
})
export type SupervisionDraft = z.infer<typeof SupervisionDraft>

/** What somebody said, in a sentence or on a card. What is absent was not said. */
export type Said = {
  other?: StaffCode
  kinds?: KindId[]
  /** Local day. */
  heldOn?: string
  minutes?: number
  /** Cases named; they are added to the ones already there. */
  crns?: Crn[]
  answers?: Record<string, string>
}

/** A part of a draft that can be asked for, or be wrong. Answers to a kind's own questions go by the question's id. */
export type DraftField = 'other' | 'kinds' | 'heldOn' | 'minutes' | `answer.${string}`

/** Something that stands in the way, with a sentence that says what to do about it. */
export type Problem = { field: DraftField; says: string }

/** A new, empty draft. */
export function emptyDraft(id: DraftId, by: StaffCode): SupervisionDraft {
  return { id, by, kinds: [], crns: [], answers: {} }
}

/**
 * The draft with what was said put in. A value that cannot be right is left out, the draft keeps what it had, and a
 * problem says why; everything else said is still taken. Saying things in another order gives the same draft, and saying
 * one thing again replaces it.
 */
export function fillDraft(
  draft: SupervisionDraft,
  said: Said,
  policy: SupervisionPolicy,
  today: Temporal.PlainDate,
): { draft: SupervisionDraft; problems: Problem[] } {
  const problems: Problem[] = []
  const filled: SupervisionDraft = { ...draft, answers: { ...draft.answers } }

  if (said.other !== undefined) filled.other = said.other
  if (said.kinds !== undefined) filled.kinds = KindId.options.filter((id) => said.kinds?.includes(id))
  if (said.heldOn !== undefined) {
    const problem = problemWithDay(said.heldOn, policy, today)
    if (problem === undefined) filled.heldOn = IsoDate.parse(said.heldOn)
    else problems.push(problem)
  }
  if (said.minutes !== undefined) {
    const { least, most } = policy.minutes
    if (Number.isInteger(said.minutes) && said.minutes >= least && said.minutes <= most) filled.minutes = said.minutes
    else
      problems.push({ field: 'minutes', says: `A session lasts ${least} to ${most} minutes. How many minutes was it?` })
  }
  if (said.crns !== undefined) filled.crns = [...new Set([...draft.crns, ...said.crns])].sort()
  for (const [id, words] of Object.entries(said.answers ?? {})) {
    const text = words.trim()
    if (text === '') delete filled.answers[id]
    else if (text.length > policy.noteCharacters) problems.push(tooLong(id, text.length, policy))
    else filled.answers[id] = text
  }
  return { draft: filled, problems }
}

function tooLong(id: string, length: number, policy: SupervisionPolicy): Problem {
  const label = policy.kinds.flatMap((kind) => kind.questions).find((question) => question.id === id)?.label ?? id
  const count = (characters: number) => characters.toLocaleString('en-GB')
  return {
    field: `answer.${id}`,
    says: `“${label}” has ${count(length)} characters; the most is ${count(policy.noteCharacters)}. Please shorten it.`,
  }
}

function problemWithDay(day: string, policy: SupervisionPolicy, today: Temporal.PlainDate): Problem | undefined {
  const says = (sentence: string): Problem => ({ field: 'heldOn', says: sentence })
  let heldOn: Temporal.PlainDate
  try {
    heldOn = Temporal.PlainDate.from(IsoDate.parse(day))
  } catch {
    return says('I could not read that date. Please give the day it was held, like 20 November 2026.')
  }
  if (Temporal.PlainDate.compare(heldOn, today) > 0) {
    return says('That day is in the future. A session can be logged once it has been held. Which day was it?')
  }
  const earliest = today.subtract({ months: policy.monthsBack })
  if (Temporal.PlainDate.compare(heldOn, earliest) < 0) {
    return says(
      `That is more than ${monthsInWords(policy.monthsBack)} ago, too far back to log here. Which day was it?`,
    )
  }
  return undefined
}

function monthsInWords(months: number): string {
  if (months === 12) return 'a year'
  return months === 1 ? 'a month' : `${months} months`
}

/**
 * What to ask next, or undefined when nothing is missing: with whom, what kind, which day, how long, then what each kind
 * needs. It looks only at the draft, so a conversation can be left and taken up again anywhere.
 */
export function nextQuestion(draft: SupervisionDraft, policy: SupervisionPolicy): DraftField | undefined {
  return missing(draft, policy)[0]
}

/** Everything that is still needed, in the order in which it is asked. */
export function missing(draft: SupervisionDraft, policy: SupervisionPolicy): DraftField[] {
  const fields: DraftField[] = []
  if (draft.other === undefined) fields.push('other')
  if (draft.kinds.length === 0) fields.push('kinds')
  if (draft.heldOn === undefined) fields.push('heldOn')
  if (draft.minutes === undefined) fields.push('minutes')
  for (const question of questionsOf(policy, draft.kinds)) {
    if (question.required && !isAnswered(draft, question)) fields.push(`answer.${question.id}`)
  }
  return fields
}

function isAnswered(draft: SupervisionDraft, question: KindQuestion): boolean {
  return draft.answers[question.id] !== undefined || (question.takesCases && draft.crns.length > 0)
}

/**
 * What is wrong with a draft as a whole: two people who may not have a session together, kinds that this pair may not
 * log or that do not go together, a day that has become too long ago. `pair` is undefined when the staff list gives none.
 */
export function problemsWith(
  draft: SupervisionDraft,
  pair: SessionPair | undefined,
  policy: SupervisionPolicy,
  today: Temporal.PlainDate,
): Problem[] {
  const problems: Problem[] = []
  if (draft.other !== undefined && pair === undefined) {
    problems.push({
      field: 'other',
      says: 'You can log a session with somebody you manage, or your own with your line manager. Who was it with?',
    })
  }
  if (pair !== undefined) {
    for (const id of draft.kinds) {
      const kind = kindOf(policy, id)
      if (!kind.canBeLogged) {
        problems.push({ field: 'kinds', says: `I cannot log ${kind.inWords} yet. ${loggable(pair, policy)}` })
      } else if (!mayLogKind(policy, pair, id)) {
        problems.push({
          field: 'kinds',
          says: `You cannot log ${kind.inWords} with this person. ${loggable(pair, policy)}`,
        })
      }
    }
  }
  const [first, ...rest] = draft.kinds
  const apart = first && rest.find((id) => !kindOf(policy, first).combinesWith.includes(id))
  if (first !== undefined && apart !== undefined) {
    const names = `${kindOf(policy, first).inWords} and ${kindOf(policy, apart).inWords}`
    problems.push({ field: 'kinds', says: `One session cannot be ${names} at once. Please log them separately.` })
  }
  if (draft.heldOn !== undefined) {
    const problem = problemWithDay(draft.heldOn, policy, today)
    if (problem !== undefined) problems.push(problem)
  }
  return problems
}

function loggable(pair: SessionPair, policy: SupervisionPolicy): string {
  const kinds = policy.kinds.filter((kind) => mayLogKind(policy, pair, kind.id)).map((kind) => kind.inWords)
  if (kinds.length === 0) return 'There is nothing you can log with them here.'
  return `With them you can log ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(kinds)}.`
}

/**
 * The session a complete draft describes; it takes the draft's own id, so that one draft can become one session only.
 * Only answers to questions of its kinds are recorded.
 * @throws {Error} when something is missing: ask `missing` first.
 */
export function sessionFrom(
  draft: SupervisionDraft,
  pair: SessionPair,
  policy: SupervisionPolicy,
  loggedAt: Temporal.Instant,
): Session {
  const { heldOn, minutes } = draft
  if (heldOn === undefined || minutes === undefined || missing(draft, policy).length > 0) {
    throw new Error('A draft with something missing cannot become a session.')
  }
  const answers: Record<string, string> = {}
  const privateAnswers: Record<string, string> = {}
  for (const question of questionsOf(policy, draft.kinds)) {
    const words = draft.answers[question.id]
    if (words !== undefined) (question.private ? privateAnswers : answers)[question.id] = words
  }
  return {
    id: SessionId.parse(draft.id),
    practitioner: pair.practitioner.staffCode,
    supervisor: pair.supervisor.staffCode,
    loggedBy: draft.by,
    kinds: draft.kinds,
    heldOn: Temporal.PlainDate.from(heldOn),
    minutes,
    crns: draft.crns,
    answers,
    privateAnswers,
    loggedAt,
    ...(draft.corrects === undefined ? {} : { corrects: draft.corrects }),
  }
}

/** A draft that says what a recorded session says, to be corrected. The day and notes may then be changed. */
export function draftCorrecting(session: Session, id: DraftId): SupervisionDraft {
  return {
    id,
    by: session.loggedBy,
    other: session.loggedBy === session.practitioner ? session.supervisor : session.practitioner,
    kinds: [...session.kinds],
    heldOn: IsoDate.parse(session.heldOn.toString()),
    minutes: session.minutes,
    crns: [...session.crns],
    answers: { ...session.answers, ...session.privateAnswers },
    corrects: session.id,
  }
}
