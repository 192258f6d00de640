import { KindId, type KindQuestion, questionsOf, type SupervisionPolicy } from '../../domain/supervision-kind.ts'

/** Shorter or other words for a question, besides its id and label. */
const shortForms: Record<string, readonly string[]> = {
  theme: ['case or theme', 'themes', 'topic', 'discussed', 'case discussed'],
  learned: ['learnt', 'learning', 'what i learned', 'what they learned', 'lessons'],
  change: ['changes', 'what changes', 'will change', 'what will i change', 'to change', 'next steps'],
  workload: ['work load', 'caseload'],
  cases: ['case', 'cases discussed', 'crns discussed'],
  wellbeing: ['well-being', 'well being', 'how they are'],
  'observed-case': ['case'],
  setting: ['where'],
  strengths: ['strength', 'went well', 'what went well'],
  develop: ['to develop', 'development', 'develop next', 'area to develop', 'one thing'],
  ready: ['ready for next increment', 'ready for increment', 'ready for the increment', 'next increment', 'increment'],
  'audited-case': ['case'],
  implementation: ['implementation & delivery', 'delivery', 'implementing'],
  reviewing: ['review', 'reviews'],
  outcomes: ['outcome'],
  'nominated-case': ['case', 'nominated', 'nomination'],
  'one-to-one': ['one to one', '1:1', '1-2-1', '121'],
  panel: ['panellists', 'panelists', 'on the panel', 'members'],
  'asked-for': ['adjustments asked', 'adjustments requested', 'requested'],
  made: ['adjustment made', 'adjusted'],
  'was-reflective': ['was it reflective', 'how reflective'],
  'reflective-line': ['reflective because', 'reflective why'],
}

/** Labels of other parts of a session. They end an answer, and what they say is left to the other readers. */
const otherLabels = [
  'date',
  'day',
  'when',
  'minutes',
  'mins',
  'length',
  'how long',
  'duration',
  'with',
  'who',
  'person',
  'kind',
  'kinds',
  'type',
  'crn',
  'crns',
]

const questionsByPolicy = new WeakMap<SupervisionPolicy, Map<string, readonly KindQuestion[]>>()

/** The questions of these kinds, each once; the same list every time for the same policy, so that readers are made once. */
export function questionsFor(policy: SupervisionPolicy, kinds: readonly KindId[]): readonly KindQuestion[] {
  const known = questionsByPolicy.get(policy) ?? new Map<string, readonly KindQuestion[]>()
  questionsByPolicy.set(policy, known)
  const key = KindId.options.filter((id) => kinds.includes(id)).join()
  const questions = known.get(key) ?? questionsOf(policy, kinds)
  known.set(key, questions)
  return questions
}

/** The questions of all kinds. */
export function everyQuestion(policy: SupervisionPolicy): readonly KindQuestion[] {
  return questionsFor(policy, KindId.options)
}

type LabelReader = { ids: ReadonlyMap<string, string>; pattern: RegExp }

const readers = new WeakMap<readonly KindQuestion[], LabelReader>()

function readerFor(questions: readonly KindQuestion[]): LabelReader {
  const known = readers.get(questions)
  if (known !== undefined) return known
  const ids = labelsOf(questions)
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])(${anyOf([...ids.keys(), ...otherLabels])})\\s?[:=](?!\\d|\\/)\\s?`,
    'giu',
  )
  const reader = { ids, pattern }
  readers.set(questions, reader)
  return reader
}

/** What a person types before a colon, each with the id of its question. The first question with a label has it. */
export function labelsOf(questions: readonly KindQuestion[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  const add = (label: string, id: string) => {
    const key = label.toLowerCase()
    if (!labels.has(key)) labels.set(key, id)
  }
  for (const { id } of questions) for (const form of [id, id.replaceAll('-', ' ')]) add(form, id)
  for (const { id, label } of questions) add(label, id)
  // "Case" is the one case that a question is for, before the cases that another takes.
  const ofOneCase = questions.filter(({ answer }) => answer.type === 'case')
  for (const { id } of [...ofOneCase, ...questions]) for (const form of shortForms[id] ?? []) add(form, id)
  // Where no question is for cases by name, the one that takes them is meant.
  const ofCases = questions.find(({ takesCases }) => takesCases)
  if (ofCases !== undefined) for (const form of ['case', 'cases', 'cases discussed']) add(form, ofCases.id)
  return labels
}

/** The source of a pattern that matches any of these words, the longest first, with any spacing. */
export function anyOf(words: Iterable<string>): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('|')
}

/**
 * Answers with their labels, as in "Theme: boundaries. Learned: ask earlier.", by question id. An answer goes on until
 * the next label, over as many sentences and lines as it takes, and is kept as typed; a single sentence loses its full
 * stop. `rest` is what stands outside the answers. Labels are the questions' ids, labels and short forms, in any case.
 */
export function labelledAnswers(
  text: string,
  questions: readonly KindQuestion[],
): { answers: Record<string, string>; rest: string } {
  if (!/[:=]/.test(text)) return { answers: {}, rest: text.trim() }
  const { ids, pattern } = readerFor(questions)
  const found = [...text.matchAll(pattern)]
  const answers: Record<string, string> = {}
  const rest = [text.slice(0, found[0]?.index ?? text.length)]
  for (const [index, match] of found.entries()) {
    const value = text.slice(match.index + match[0].length, found[index + 1]?.index ?? text.length)
    const id = ids.get((match[1] ?? '').toLowerCase().replace(/\s+/g, ' '))
    if (id === undefined) rest.push(match[1] ?? '', value)
    else if (tidy(value) !== '') answers[id] = answers[id] === undefined ? tidy(value) : `${answers[id]} ${tidy(value)}`
  }
  return {
    answers,
    rest: rest
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .join(' '),
  }
}

/** The words of an answer without what only joins it to the next one. */
export function tidy(value: string): string {
  const text = value
    .replace(/^[\s,;-]{1,20}/, '')
    .trimEnd()
    .replace(/(?<![\s,;])[\s,;-]{1,20}$/, '')
  const isOneSentence = !/[.!?]\s/.test(text) && /[^.]\.$/.test(text)
  return isOneSentence ? text.slice(0, -1) : text
}
