import { nextQuestion, type SupervisionDraft } from '../../domain/draft.ts'
import { readAnswer } from '../../domain/read-answer.ts'
import type { KindQuestion } from '../../domain/supervision-kind.ts'
import { answer, basicsIn, said } from '../answer-in-chat.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { answersSaid, ratingsInOrder } from '../understand/answers-said.ts'
import { draftWords, personCorrected } from '../understand/draft-words.ts'
import { markedText } from '../understand/marked-text.ts'
import type { NameIndex } from '../understand/names.ts'
import { plainText } from '../understand/plain-text.ts'
import type { Reading } from '../understand/understand.ts'
import { narrowed, whichPerson } from '../which-person.ts'
import { answerAtOnce, readAtOnce } from './answer-at-once.ts'
import { labelledParts } from './labelled-parts.ts'
import { logSupervision } from './log-in-a-sentence.ts'
import { beginDraft, cancelDraft, formReply, saveDraft, showDraft } from './log-supervision.ts'
import { askedTogether, askFirst, askNext, questionFor } from './questions.ts'

/** What is said while a draft is open; undefined when it has nothing to do with the draft. `command` is what else it could be. */
export async function whileDrafting(
  text: string,
  reading: Reading,
  draft: SupervisionDraft,
  turn: Turn,
  desk: Desk,
): Promise<Reply | undefined> {
  // Ratings are short words that also mean other things: "yes" is the answer to what was asked before it is "save".
  const rated = ratingsSaid(text, draft, desk)
  if (rated !== undefined) return said(draft, { answers: rated }, turn, desk)
  const wrong = wrongRating(text, draft, desk)
  if (wrong !== undefined) return { message: { text: wrong }, place: { draft: draft.id } }
  const words = draftWords(text, desk.policy, turn.today, draft.kinds)
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
      const needed = askFirst(draft, desk.policy)
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
  const corrected = await correctedPerson(text, draft, desk)
  if (corrected !== undefined) return answer(draft, 'other', corrected, turn, desk, true)
  const asked = nextQuestion(draft, desk.policy)
  if (asked !== undefined && isTheCase(text, questionFor(asked, desk.policy)))
    return answer(draft, asked, text, turn, desk)
  if (beginsAnother(text, reading, draft, turn, await desk.names(), desk))
    return logSupervision(text, reading, draft, turn, desk)
  const several = await readAtOnce(text, draft, turn, desk)
  const isSure =
    several?.unsure.length === 0 && (several.evident || reading.intent === 'none' || reading.confidence < 0.9)
  if (several !== undefined && isSure) return answerAtOnce(draft, several, turn, desk)
  if (reading.intent === 'log-supervision' && reading.confidence >= 0.9)
    return logSupervision(text, reading, draft, turn, desk)
  if (reading.intent === 'amend-supervision' && reading.confidence < 0.95)
    return mended(text, reading, draft, turn, desk)
  if (reading.intent !== 'none' && reading.confidence >= 0.9) return undefined
  if (reading.intent === 'add-action' && reading.people.length > 0 && actionOfSomebody.test(text)) return undefined
  const labelled = labelledParts(text, draft, turn, desk)
  if (labelled !== undefined) return answerAtOnce(draft, labelled, turn, desk)
  if (several !== undefined) return answerAtOnce(draft, several, turn, desk)
  return asked === undefined ? whenComplete(text, draft, turn, desk) : answer(draft, asked, text, turn, desk)
}

/** "Imran to finish OASys by Friday" is something to do, and no note: one line, a name first, a day last. */
const actionOfSomebody =
  /^\s*\p{L}[\p{L}'’-]*(?:\s+\p{L}[\p{L}'’-]*){0,2}\s+(?:is\s+)?to\s+(?!be\b)[^.;\n]{3,100}\sby\s+[^.;,\n]{3,30}[.\s]*$/u

/** The name of another person put in place of the one the draft has: "wrong person, it was Megan", "I meant Megan". */
async function correctedPerson(text: string, draft: SupervisionDraft, desk: Desk): Promise<string | undefined> {
  const corrected = personCorrected(text)
  if (corrected === undefined || corrected.sure) return corrected?.name
  const asked = nextQuestion(draft, desk.policy)
  const panel = asked !== undefined && questionFor(asked, desk.policy)?.answer.type === 'people'
  const [only, ...more] = (await desk.names()).mentions(corrected.name, { asked: true })
  const isName = only !== undefined && more.length === 0 && only.words.length === corrected.name.length
  return isName && only.people.length > 0 && !panel ? corrected.name : undefined
}

/** "Case X320741" where a case was asked for is the answer, and no wish to see that case. */
function isTheCase(text: string, asked: KindQuestion | undefined): boolean {
  const asksCase = asked !== undefined && (asked.takesCases || asked.answer.type === 'case')
  return asksCase && /^\s*(?:it was\s+)?(?:the\s+)?(?:cases?|crns?)\s*:?\s*[a-z]\s?\d{6}[\s.]*$/i.test(text)
}

/** Whether a message is nothing but another session: who (not the person of the draft), what kind, and when or how long. */
function beginsAnother(
  text: string,
  { intent, people }: Reading,
  draft: SupervisionDraft,
  turn: Turn,
  names: NameIndex,
  { policy }: Pick<Desk, 'policy'>,
): boolean {
  if (intent !== 'log-supervision' || people.length === 0 || draft.other === undefined) return false
  if (people.some(({ staffCode }) => staffCode === draft.other)) return false
  const [only, ...more] = markedText(plainText(text), { today: turn.today, names, policy }, 'past').sentences
  if (only === undefined || more.length > 0 || only.asks) return false
  return /#kind/.test(only.said) && /#(?:day|mins)/.test(only.said) && onlyASession.test(only.said)
}

const onlyASession =
  /^(?:(?:#(?:kind|person|day|mins|time|crn)|an?|the|my|of|on|with|for|and|at|in|about|log|record)(?:\s+|$))+$/

/**
 * Ratings that answer what was asked: the one rating, one after the other for the questions asked together, or each beside
 * what it rates. Undefined when no rating was asked for, or the words are none.
 */
function ratingsSaid(text: string, draft: SupervisionDraft, desk: Desk): Record<string, string> | undefined {
  const asked = askedTogether(draft, desk.policy)
  const [first] = asked
  if (first === undefined) return undefined
  const every = allRated.exec(text)?.[1]
  if (every !== undefined && asked.length > 1 && 'answer' in readAnswer(first, every, desk.policy))
    return Object.fromEntries(asked.map(({ id }) => [id, every]))
  const inOrder = ratingsInOrder(text, asked, desk.policy)
  if (inOrder !== undefined) return inOrder
  const { answers } = answersSaid(text, desk.policy, draft.kinds)
  const rates = Object.entries(answers).some(([id, words]) => {
    const question = asked.find((candidate) => candidate.id === id)
    return question !== undefined && 'answer' in readAnswer(question, words, desk.policy)
  })
  return rates ? answers : undefined
}

/** "All good", "they were all inadequate": one rating for everything that is asked together. */
const allRated =
  /^\s*(?:they\s+(?:are|were)\s+|they're\s+)?(?:all|everything|all\s+of\s+them|all\s+five)(?:\s+(?:is|are|was|were|rated))?\s+([a-z ]{3,30}?)[\s.!]*$/i

/** What to say to ratings one after the other of which one is none of the choices; nothing of them is taken. */
function wrongRating(text: string, draft: SupervisionDraft, desk: Desk): string | undefined {
  const asked = askedTogether(draft, desk.policy)
  const parts = text.split(/[,;\n]/).map((part) => part.trim())
  const [first] = asked
  if (first === undefined || asked.length < 2 || parts.length < 2) return undefined
  const isRating = (part: string) => part !== '' && 'answer' in readAnswer(first, part, desk.policy)
  const wrong = parts.find((part) => !isRating(part))
  if (wrong === undefined || wrong.length > 30 || parts.filter(isRating).length * 2 < parts.length) return undefined
  return `I could not read “${wrong}” as a rating, so I have taken none. ${askNext(draft, desk.policy)}`
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

/** The line that brings somebody back to a draft after another question. */
export function backToDraft(draft: SupervisionDraft, desk: Pick<Desk, 'policy'>): string {
  const asked = askFirst(draft, desk.policy)
  return asked === undefined
    ? 'The session you are logging is still open: say “save” to record it, or “cancel”.'
    : `The session you are logging is still open. ${asked}`
}
