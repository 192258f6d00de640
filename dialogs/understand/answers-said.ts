import { readAnswer } from '../../domain/read-answer.ts'
import { choicesOf, type KindId, type KindQuestion, type SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { casesIn } from './cases-in.ts'
import { lengthsFound } from './how-long.ts'
import { kindsFound, kindsIn } from './kinds-in.ts'
import { anyOf, everyQuestion, labelledAnswers, labelsOf, questionsFor, tidy } from './labelled-answers.ts'
import { charactersRead, plainText } from './plain-text.ts'

/**
 * The answers in a message, by question id: with labels, as in "learned: ask earlier", and ratings without a colon, as in
 * "planning good". `rest` is what stands outside them. Labels are those of the kinds given, or else of the kinds that the
 * message names, so that a word of an answer never ends it because some other kind asks for it; where no kind is named,
 * they are those of questions that are answered in words.
 */
export function answersSaid(
  text: string,
  policy: SupervisionPolicy,
  kinds: readonly KindId[] = [],
): { answers: Record<string, string>; rest: string } {
  const worded = wordedQuestions(policy)
  if (kinds.length === 0 && !/[:=]/.test(text) && !choiceWords(policy).test(text))
    return { answers: {}, rest: text.trim() }
  const named = kinds.length > 0 ? kinds : kindsIn(labelledAnswers(text, worded).rest.slice(0, charactersRead), policy)
  if (named.length === 0) return labelledAnswers(text, worded)
  const questions = questionsFor(policy, named)
  const { answers, rest } = labelledAnswers(text, questions)
  const led = ledByLabels(rest, questions, policy)
  const outside = ratings(led.rest, questions, policy)
  const within: Record<string, string> = {}
  for (const [id, words] of Object.entries(answers)) {
    const question = questions.find((candidate) => candidate.id === id)
    const parts = question === undefined ? { words, rated: {} } : withoutRatings(question, words, questions, policy)
    if (parts.words !== '') within[id] = parts.words
    Object.assign(within, parts.rated)
  }
  return { answers: { ...led.answers, ...within, ...outside.answers }, rest: outside.rest }
}

/**
 * Short answers without colons after what names the session: "saqua with Tom: one to one yes, panel Ann and Ben". Only
 * where each part, lengths and cases aside, begins with the label of a question, so that prose is never cut up.
 */
function ledByLabels(
  text: string,
  questions: readonly KindQuestion[],
  policy: SupervisionPolicy,
): { answers: Record<string, string>; rest: string } {
  const none = { answers: {}, rest: text }
  const [head = '', ...parts] = text.split(/[,;\n]|:\s/).map((part) => part.trim())
  if (text.length > 300 || parts.length < 2 || kindsFound(plainText(head), policy).length === 0) return none
  const open = questions.filter(({ answer }) => answer.type !== 'choice')
  const ids = labelsOf(open)
  const label = new RegExp(`^(${anyOf(ids.keys())})\\s+(?:(?:is|was|were)\\s+)?(\\S.*)$`, 'iu')
  const answers: Record<string, string> = {}
  const rest = [head]
  for (const part of parts.filter((one) => one !== '')) {
    const [, name = '', words = ''] = label.exec(part) ?? []
    const id = ids.get(name.toLowerCase().replace(/\s+/g, ' '))
    const [, shared, nothing] = /^(\p{L}{4,})\s+(none|nil)$/iu.exec(part) ?? []
    // "Adjustments none" says it of those asked for and of those made.
    const both =
      shared === undefined ? [] : open.filter(({ label }) => label.toLowerCase().startsWith(shared.toLowerCase()))
    if (id !== undefined) answers[id] = tidy(words)
    else if (both.length > 0 && nothing !== undefined) for (const one of both) answers[one.id] = nothing
    else if (lengthsFound(part).length > 0 || casesIn(part).length > 0) rest.push(part)
    else return none
  }
  return Object.keys(answers).length < 2 ? none : { answers, rest: rest.join(', ') }
}

/** The ratings at the end of or instead of an answer: "clear the backlog, partly met", "objective 1: met", "X320741. planning good". */
function withoutRatings(
  question: KindQuestion,
  words: string,
  questions: readonly KindQuestion[],
  policy: SupervisionPolicy,
): { words: string; rated: Record<string, string> } {
  const own = questions.find(({ of, answer }) => of === question.id && answer.type === 'choice')
  if (question.answer.type === 'text' && own === undefined) return { words, rated: {} }
  const { answers, rest } = ratings(words, questions, policy)
  if (own === undefined) return { words: tidy(rest), rated: answers }
  if (isChoice(own, rest, policy)) return { words: '', rated: { ...answers, [own.id]: rest } }
  const end = rest.slice(-mostOfAnEnd)
  const last = /(?:[,;(]|\s[–-])\s?([^,;()]{2,40}?)[).\s]{0,5}$/.exec(end)
  if (last?.[1] === undefined || !isChoice(own, last[1], policy)) return { words: tidy(rest), rated: answers }
  const before = rest.slice(0, rest.length - end.length + last.index)
  return { words: tidy(before), rated: { ...answers, [own.id]: last[1] } }
}

/** In so many characters at the end of an answer its rating is looked for. */
const mostOfAnEnd = 60

function isChoice(question: KindQuestion, words: string, policy: SupervisionPolicy): boolean {
  return 'answer' in readAnswer(question, words, policy) && words.trim() !== ''
}

/**
 * Ratings that stand beside what they rate, with or without a word between: "assessment good, planning was inadequate".
 */
function ratings(
  text: string,
  questions: readonly KindQuestion[],
  policy: SupervisionPolicy,
): { answers: Record<string, string>; rest: string } {
  const { pattern, ids } = ratingReader(questions, policy)
  const answers: Record<string, string> = {}
  if (pattern === undefined) return { answers, rest: text }
  const rest = text.replace(pattern, (whole: string, label: string, chosen: string) => {
    const question = ids.get(label.toLowerCase().replace(/\s+/g, ' '))
    if (question === undefined || !isChoice(question, chosen, policy)) return whole
    answers[question.id] = chosen
    return ' '
  })
  return { answers, rest: Object.keys(answers).length === 0 ? text : tidy(rest.replace(/[,;](?:\s*[,;])+/g, ',')) }
}

type RatingReader = { pattern: RegExp | undefined; ids: ReadonlyMap<string, KindQuestion> }

const ratingReaders = new WeakMap<readonly KindQuestion[], RatingReader>()

function ratingReader(questions: readonly KindQuestion[], policy: SupervisionPolicy): RatingReader {
  const known = ratingReaders.get(questions)
  if (known !== undefined) return known
  const rated = questions.filter(({ answer }) => answer.type === 'choice')
  const ids = new Map<string, KindQuestion>()
  for (const [label, id] of labelsOf(rated)) {
    const question = rated.find((candidate) => candidate.id === id)
    if (question !== undefined) ids.set(label, question)
  }
  for (const question of rated) {
    const parent = questions.find(({ id }) => id === question.of)
    if (parent !== undefined) for (const label of [parent.label, parent.id]) ids.set(label.toLowerCase(), question)
  }
  const words = rated.flatMap((question) =>
    choicesOf(policy, question).flatMap(({ id, name, also }) => [id, name, ...also]),
  )
  const pattern =
    rated.length === 0
      ? undefined
      : new RegExp(
          `(?<![\\p{L}\\p{N}-])(${anyOf(ids.keys())})(?:\\s*[:=–-]\\s*|\\s+(?:(?:is|was|are|were|rated|as|at)\\s+)?)(${anyOf(words)})(?![\\p{L}\\p{N}])`,
          'giu',
        )
  const reader = { pattern, ids }
  ratingReaders.set(questions, reader)
  return reader
}

/**
 * Ratings said one after the other without a word of what they are of, for these questions in their order: "good, good,
 * inadequate". Undefined unless every part is one of the choices.
 */
export function ratingsInOrder(
  text: string,
  questions: readonly KindQuestion[],
  policy: SupervisionPolicy,
): Record<string, string> | undefined {
  const parts = text
    .split(/[,;\n]|\s+and\s+/)
    .map((part) => part.replace(/^\s*and\s+/i, '').trim())
    .filter((part) => part !== '')
  if (parts.length === 0 || parts.length > questions.length) return undefined
  const pairs = parts.flatMap((part, index) => {
    const question = questions[index]
    return question !== undefined && isChoice(question, part, policy) ? [[question.id, part] as const] : []
  })
  return pairs.length === parts.length ? Object.fromEntries(pairs) : undefined
}

const worded = new WeakMap<SupervisionPolicy, readonly KindQuestion[]>()

/** Questions answered in words whose label is no name of a kind: "one-to-one: Tom on Friday" names the session, not an answer. */
function wordedQuestions(policy: SupervisionPolicy): readonly KindQuestion[] {
  const known = worded.get(policy)
  if (known !== undefined) return known
  const questions = everyQuestion(policy).filter(
    ({ answer, of, oneOf, label }) =>
      answer.type === 'text' &&
      of === undefined &&
      oneOf === undefined &&
      kindsFound(plainText(label), policy).length === 0,
  )
  worded.set(policy, questions)
  return questions
}

const choicePatterns = new WeakMap<SupervisionPolicy, RegExp>()

/** Without any of these in it, a text rates nothing. */
function choiceWords(policy: SupervisionPolicy): RegExp {
  const known = choicePatterns.get(policy)
  if (known !== undefined) return known
  const words = policy.scales.flatMap(({ choices }) => choices.flatMap(({ id, name, also }) => [id, name, ...also]))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${anyOf(words)})(?![\\p{L}\\p{N}])`, 'iu')
  choicePatterns.set(policy, pattern)
  return pattern
}
