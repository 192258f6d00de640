import { Crn } from './ids.ts'
import { choicesOf, type KindQuestion, type SupervisionPolicy } from './supervision-kind.ts'

/**
 * What words answer to a question: the text that is kept, or a sentence that says what to do. Empty words are the empty
 * answer. Nothing is guessed: one word that is none of the choices is said to be none. Without a question, words are a note.
 */
export function readAnswer(
  question: KindQuestion | undefined,
  words: string,
  policy: SupervisionPolicy,
): { answer: string } | { says: string } {
  const text = words.trim()
  if (text === '' || question === undefined) return limited(question?.label ?? '', text, policy.noteCharacters)
  switch (question.answer.type) {
    case 'text':
      return limited(question.label, text, Math.min(question.answer.most ?? Infinity, policy.noteCharacters))
    case 'people':
      return limited(question.label, text, policy.noteCharacters)
    case 'case':
      return caseIn(text)
    case 'choice':
      return choiceIn(question, text, policy)
  }
}

function limited(label: string, text: string, most: number): { answer: string } | { says: string } {
  if (text.length <= most) return { answer: text }
  const count = (characters: number) => characters.toLocaleString('en-GB')
  return { says: `“${label}” has ${count(text.length)} characters; the most is ${count(most)}. Please shorten it.` }
}

const crns = /(?<![\p{L}\p{N}])[a-z]\s?\d{6}(?![\p{L}\p{N}])/giu

function caseIn(text: string): { answer: string } | { says: string } {
  const found = new Set([...text.matchAll(crns)].map(([crn]) => Crn.parse(crn)))
  const [only, ...more] = found
  if (only === undefined)
    return { says: 'I could not read a CRN in that. It is one letter and six digits, like X320741. Which case was it?' }
  return more.length === 0 ? { answer: only } : { says: 'That names several cases. Which one was it?' }
}

function choiceIn(
  question: KindQuestion,
  text: string,
  policy: SupervisionPolicy,
): { answer: string } | { says: string } {
  const choices = choicesOf(policy, question)
  const said = text.length > mostOfAChoice ? undefined : plain(text)
  const chosen = choices.find(({ id, name, also }) => [id, name, ...also].some((word) => plain(word) === said))
  if (chosen !== undefined) return { answer: chosen.id }
  const names = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    choices.map(({ name }) => name.toLowerCase()),
  )
  return { says: `For “${question.label}” I know ${names}. Which is it?` }
}

/** The most characters in which somebody says a choice; a note is not searched for one. */
const mostOfAChoice = 100

const before =
  /^(?:(?:i(?:'d| would)? (?:say|rate (?:it|that|them))|it(?:'s| is| was)|they(?:'re| are)|rated?|as|just|probably) )+(?=\S)/
const after = / (?:i think|overall|rating|please)$/

/** Words as they are compared: small letters, one space, without what people put around a choice. */
function plain(words: string): string {
  const text = words
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[\s-]+/g, ' ')
    .replace(/^[\s“"']+|[\s.!,;”"']+$/g, '')
  return text === 'it was' || text === 'yes it was' ? text : text.replace(before, '').replace(after, '')
}
