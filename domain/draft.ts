import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { Crn, DraftId, IsoDate, SessionId, StaffCode } from './ids.ts'
import { readAnswer } from './read-answer.ts'
import { KindId, type KindQuestion, questionsOf, type SupervisionPolicy } from './supervision-kind.ts'

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
  /** Cases that were there and are no longer meant. */
  withoutCrns?: Crn[]
  /** Answers by the question's id, as they were said; an empty one takes the answer back. */
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
  const crns = new Set([...draft.crns, ...(said.crns ?? [])])
  for (const crn of said.withoutCrns ?? []) crns.delete(crn)
  const every = policy.kinds.flatMap((kind) => kind.questions)
  for (const [id, words] of Object.entries(said.answers ?? {})) {
    const question = every.find((candidate) => candidate.id === id)
    const read = readAnswer(question, words, policy)
    if ('says' in read) problems.push({ field: `answer.${id}`, says: read.says })
    else if (read.answer === '') delete filled.answers[id]
    else filled.answers[id] = read.answer
    if (question?.answer.type === 'case' && 'answer' in read && read.answer !== '') crns.add(Crn.parse(read.answer))
  }
  filled.crns = [...crns].sort()
  return { draft: filled, problems }
}

/** What is wrong with a day on which a session was held, if anything. */
export function problemWithDay(day: string, policy: SupervisionPolicy, today: Temporal.PlainDate): Problem | undefined {
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
  const questions = questionsOf(policy, draft.kinds)
  for (const question of questionsAsked(draft, policy)) {
    const { oneOf } = question
    const among = oneOf === undefined ? [question] : questions.filter((other) => other.oneOf === oneOf)
    const isNeeded = oneOf === undefined ? question.required : question === among[0]
    if (isNeeded && among.every((one) => answerOf(draft, one) === undefined)) fields.push(`answer.${question.id}`)
  }
  return fields
}

/** The questions of a draft's kinds, without those that belong to a question that has no answer. */
export function questionsAsked(draft: SupervisionDraft, policy: SupervisionPolicy): KindQuestion[] {
  const questions = questionsOf(policy, draft.kinds)
  return questions.filter(({ of }) => {
    const parent = questions.find(({ id }) => id === of)
    return of === undefined || (parent !== undefined && answerOf(draft, parent) !== undefined)
  })
}

/**
 * What a draft answers to a question. Cases that were named answer a question that takes them; where only one was named,
 * it is also the one that a question for a case means.
 */
export function answerOf(
  draft: Pick<SupervisionDraft, 'answers' | 'crns'>,
  { id, answer, takesCases }: KindQuestion,
): string | undefined {
  const said = draft.answers[id]
  if (said !== undefined) return said
  const [first, ...more] = draft.crns
  if (first === undefined || (answer.type === 'case' ? more.length > 0 : !takesCases)) return undefined
  return draft.crns.join(', ')
}
