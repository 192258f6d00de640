import { listInWords } from '../../cards/words.ts'
import { type AskedAtOnce, askedAtOnce } from '../../domain/asked-at-once.ts'
import { type DraftField, missing, type Problem, type SupervisionDraft } from '../../domain/draft.ts'
import { mayLogKind, type SessionPair } from '../../domain/rights.ts'
import { choicesOf, type KindQuestion, type SupervisionPolicy } from '../../domain/supervision-kind.ts'

/**
 * What to ask for a draft, as a message in the chat: the one thing that is missing, or everything at once in a list with
 * numbers. Undefined when nothing is to be asked.
 */
export function askNext(draft: SupervisionDraft, policy: SupervisionPolicy, pair?: SessionPair): string | undefined {
  const asked = listed(draft, policy, pair)
  if (asked.length === 0) return askFirst(draft, policy, pair)
  const scales = new Set<string>()
  const lines = asked.map(({ field, optional }, index) => {
    const question = questionFor(field, policy)
    const scale = question?.answer.type === 'choice' ? question.answer.scale : undefined
    // The choices of ratings that follow each other are said once.
    const ask = scale !== undefined && scales.has(scale) ? question?.ask : askField(field, policy, pair)
    if (scale !== undefined) scales.add(scale)
    return `${index + 1}. ${ask}${optional ? ' (optional)' : ''}`
  })
  const leaves = asked.some(({ optional }) => optional) ? ' A dash leaves out an optional one.' : ''
  return `Please answer in one message, a line each in this order, or with the numbers.${leaves}\n${lines.join('\n')}`
}

/** The first thing that is missing of a draft, as a question; undefined when nothing is. */
export function askFirst(draft: SupervisionDraft, policy: SupervisionPolicy, pair?: SessionPair): string | undefined {
  const [field] = missing(draft, policy)
  return field === undefined ? undefined : (askTogether(draft, policy) ?? askField(field, policy, pair))
}

/** How to answer everything that a form asks in one message; undefined when one thing alone is missing, or nothing. */
export function howToAnswerAtOnce(
  draft: SupervisionDraft,
  policy: SupervisionPolicy,
  pair?: SessionPair,
): string | undefined {
  const asked = listed(draft, policy, pair)
  if (asked.length === 0) return undefined
  const words = asked.map(({ field, optional }, index) => {
    const label = shortLabels[field] ?? questionFor(field, policy)?.label.toLowerCase() ?? field
    return `${index + 1} ${label}${optional ? ' (optional)' : ''}`
  })
  return `In words, all in one message, a line each or with the numbers: ${words.join(', ')}.`
}

/** What is asked with numbers: everything, where more than one thing is needed and ratings are not all of it. */
function listed(draft: SupervisionDraft, policy: SupervisionPolicy, pair: SessionPair | undefined): AskedAtOnce[] {
  const asked = askedAtOnce(draft, policy, pair?.part)
  const needed = asked.filter(({ optional }) => !optional).length
  return needed < 2 || askedTogether(draft, policy).length === needed ? [] : asked
}

const shortLabels: Partial<Record<DraftField, string>> = {
  other: 'name',
  kinds: 'kind',
  heldOn: 'day',
  minutes: 'minutes',
}

function askField(field: DraftField, policy: SupervisionPolicy, pair: SessionPair | undefined): string | undefined {
  switch (field) {
    case 'other':
      return 'Who was it with?'
    case 'kinds':
      return `What kind of session was it: ${kindNames(policy, pair)}? It can be more than one.`
    case 'heldOn':
      return 'Which day was it?'
    case 'minutes':
      return 'How many minutes was it?'
    default:
      return askOne(questionFor(field, policy), policy)
  }
}

/**
 * The questions that one message can answer together because they have the same choices: the first that is missing and
 * those after it.
 */
export function askedTogether(draft: SupervisionDraft, policy: SupervisionPolicy): KindQuestion[] {
  const fields = missing(draft, policy)
  if (!fields[0]?.startsWith('answer.')) return []
  const questions = fields.flatMap((field) => questionFor(field, policy) ?? [])
  const first = questions[0]?.answer
  if (first?.type !== 'choice') return []
  return questions.filter(({ answer }) => answer.type === 'choice' && answer.scale === first.scale)
}

function askTogether(draft: SupervisionDraft, policy: SupervisionPolicy): string | undefined {
  const questions = askedTogether(draft, policy)
  const [first] = questions
  if (first === undefined || questions.length < 2 || first.answer.type !== 'choice') return undefined
  const choices = choicesOf(policy, first).map(({ name }) => name.toLowerCase())
  const what = questions.map((question) => ratedLabel(question, policy))
  return `How do you rate ${listInWords(what)}: ${orInWords(choices)}? Just the ratings in that order will do.`
}

/** A question with its choices where it does not name them itself. */
function askOne(question: KindQuestion | undefined, policy: SupervisionPolicy): string | undefined {
  if (question === undefined) return undefined
  const names = choicesOf(policy, question).map(({ name }) => name.toLowerCase())
  const last = names.at(-1)
  if (last === undefined || question.ask.toLowerCase().includes(last)) return question.ask
  return `${question.ask.replace(/\?$/, '')}: ${orInWords(names)}?`
}

function ratedLabel({ label, of }: KindQuestion, policy: SupervisionPolicy): string {
  const parent = policy.kinds.flatMap((kind) => kind.questions).find(({ id }) => id === of)
  return (parent?.label ?? label).toLowerCase()
}

function orInWords(words: readonly string[]): string {
  return listInWords(words).replace(/ and ([^,]*)$/, ' or $1')
}

/** What is still needed, as one thing to put right on the form. */
export function questionsStillNeeded(fields: readonly DraftField[], policy: SupervisionPolicy): Problem[] {
  const [first] = fields
  if (first === undefined) return []
  const labels = fields.map((field) => labelOf(field, policy))
  return [{ field: first, says: `Still needed: ${new Intl.ListFormat('en-GB').format(labels)}.` }]
}

function labelOf(field: DraftField, policy: SupervisionPolicy): string {
  const basics = { other: 'who it was with', kinds: 'the kind of session', heldOn: 'the day', minutes: 'the minutes' }
  if (field in basics) return basics[field as keyof typeof basics]
  const question = questionFor(field, policy)
  return question?.oneOf === undefined
    ? (question?.label ?? field).toLowerCase()
    : `at least ${question.label.toLowerCase()}`
}

/** The question of a field of a draft, if it is one. */
export function questionFor(field: DraftField, policy: SupervisionPolicy): KindQuestion | undefined {
  const id = field.slice('answer.'.length)
  return policy.kinds.flatMap((kind) => kind.questions).find((question) => question.id === id)
}

/** The kinds this pair may log, or all of them where nobody is named yet: "monthly, reflective or RCAT". */
function kindNames(policy: SupervisionPolicy, pair: SessionPair | undefined): string {
  const kinds = policy.kinds.filter((kind) => pair === undefined || mayLogKind(policy, pair, kind.id))
  return orInWords((kinds.length === 0 ? policy.kinds : kinds).map(({ name }) => inASentence(name)))
}

/** A name as it stands in a sentence; an abbreviation stays as it is. */
function inASentence(name: string): string {
  return name === name.toUpperCase() ? name : name.toLowerCase()
}
