import { answerOf, type Problem, type Said, type SupervisionDraft } from '../domain/draft.ts'
import { Crn, StaffCode } from '../domain/ids.ts'
import { lineCharacters, type Reflection, ReflectiveRating } from '../domain/reflection.ts'
import type { KindQuestion, SupervisionPolicy } from '../domain/supervision-kind.ts'
import { inputReader, isEmpty, Kinds, ShortText, sentFor, WholeNumber, Words } from './read-input.ts'

/**
 * What the inputs of the form say. An input that is absent or empty says nothing, save that an emptied answer takes the
 * answer back. Whatever cannot be read is a problem in a sentence and is left out; limits are `fillDraft`'s to check.
 *
 * `shown` is the draft that the form was made from: where a question showed its cases and still does, nothing was said.
 */
export function readForm(
  data: Record<string, unknown>,
  policy: SupervisionPolicy,
  shown?: Pick<SupervisionDraft, 'answers' | 'crns'>,
): { said: Said; problems: Problem[] } {
  const said: Said = {}
  const problems: Problem[] = []

  const read = inputReader<'other' | 'kinds' | 'heldOn' | 'minutes'>(data, (field, says) =>
    problems.push({ field, says }),
  )
  const other = read('other', StaffCode, 'I could not read who it was with. Please choose the person again.')
  const kinds = read('kinds', Kinds, 'I could not read the kind of session. Please choose it again.')
  const heldOn = read('heldOn', ShortText, 'I could not read the date. Please choose it again.')
  const minutes = read('minutes', WholeNumber, 'I could not read how long it was. Please give the minutes, like 45.')
  if (other !== undefined) said.other = other
  if (kinds !== undefined) said.kinds = kinds
  if (heldOn !== undefined) said.heldOn = heldOn
  if (minutes !== undefined) said.minutes = minutes

  const answers: Record<string, string> = {}
  const crns = new Set<Crn>()
  const gone = new Set<Crn>()
  for (const question of questionsAsked(policy)) {
    const field = `answer.${question.id}` as const
    const value = sentFor(data, field)
    if (value === undefined || value === null) continue
    const parsed = Words.safeParse(value)
    if (!parsed.success) {
      problems.push({ field, says: `I could not read “${question.label}”. Please type it again.` })
      continue
    }
    const before = shown && casesShown(question, shown)
    // What comes back as it was shown is not said anew: it may have been filled in for somebody else.
    if (parsed.data === before || parsed.data === shown?.answers[question.id]) continue
    answers[question.id] = parsed.data
    if (question.takesCases) for (const crn of crnsIn(parsed.data)) crns.add(crn)
    const was = question.answer.type === 'case' ? (before ?? shown?.answers[question.id]) : before
    for (const crn of crnsIn(was ?? '')) if (!crnsIn(parsed.data).includes(crn)) gone.add(crn)
  }
  if (Object.keys(answers).length > 0) said.answers = answers
  if (crns.size > 0) said.crns = [...crns].sort()
  const withoutCrns = [...gone].filter((crn) => !crns.has(crn))
  if (withoutCrns.length > 0) said.withoutCrns = withoutCrns
  return { said, problems }
}

/** The words typed on the card that asks to agree. `most` is the most characters they may have. */
export function readWords(data: Record<string, unknown>, most: number): { words?: string; problems: Problem[] } {
  const value = sentFor(data, 'words')
  if (isEmpty(value)) return { problems: [] }
  const says = (sentence: string): { problems: Problem[] } => ({
    problems: [{ field: 'answer.words', says: sentence }],
  })
  const parsed = Words.safeParse(value)
  if (!parsed.success) return says('I could not read your words. Please type them again.')
  if (parsed.data.length > most) {
    const count = (characters: number) => characters.toLocaleString('en-GB')
    return says(
      `Your words have ${count(parsed.data.length)} characters; the most is ${count(most)}. Please shorten them.`,
    )
  }
  return { words: parsed.data, problems: [] }
}

/** What an input for cases shows when its question has no answer in words, but cases were named: "X320741, X320742". */
function casesShown(question: KindQuestion, draft: Pick<SupervisionDraft, 'answers' | 'crns'>): string | undefined {
  return draft.answers[question.id] === undefined ? answerOf(draft, question) : undefined
}

/** What was chosen and typed where a card asks whether a session was reflective. `typed` is shown again when something is wrong. */
export function readReflection(data: Record<string, unknown>): {
  reflection?: Reflection
  typed: { rating?: string; line?: string }
  problems: Problem[]
} {
  const given = (id: string) => (isEmpty(sentFor(data, id)) ? undefined : data[id])
  const rating = ReflectiveRating.safeParse(given('reflective')).data
  const line = Words.safeParse(given('line')).data
  const typed = { ...(rating && { rating }), ...(line && { line }) }
  const wrong = (says: string) => ({ typed, problems: [{ field: 'answer.reflective' as const, says }] })
  if (rating === undefined) {
    if (given('reflective') !== undefined)
      return wrong('I could not read whether it was reflective. Please choose again.')
    return line === undefined ? { typed, problems: [] } : wrong('Please choose yes, partly or no beside your line.')
  }
  if (line !== undefined && line.length > lineCharacters)
    return wrong(`Your line has ${line.length} characters; the most is ${lineCharacters}. Please shorten it.`)
  return { reflection: line === undefined ? { rating } : { rating, line }, typed, problems: [] }
}

function crnsIn(text: string): Crn[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])[a-z]\d{6}(?![\p{L}\p{N}])/giu)].map(([crn]) => Crn.parse(crn))
}

function questionsAsked(policy: SupervisionPolicy): KindQuestion[] {
  const byId = new Map(policy.kinds.flatMap((kind) => kind.questions).map((question) => [question.id, question]))
  return [...byId.values()]
}
