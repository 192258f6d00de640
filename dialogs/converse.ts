import { withRemark } from '../cards/with-remark.ts'
import { nextQuestion, type SupervisionDraft } from '../domain/draft.ts'
import { doneWithWhat } from './action/action-answers.ts'
import { backToAllocating } from './allocation/back-to-allocating.ts'
import { allocateWhatWasLeft } from './allocation/take-up-allocating.ts'
import { undoAllocation } from './allocation/undo-allocation.ts'
import { wrongCaseNumber } from './allocation/wrong-case-number.ts'
import { bookWhatWasLeft } from './booking/booking-answers.ts'
import { passedByWords } from './booking/passed-booking.ts'
import { didYouMean, meantByYes } from './did-you-mean.ts'
import { cannotDo, menu } from './menu.ts'
import { takeUpPending } from './pending-answers.ts'
import { asksHowReflective, howReflective } from './session/how-reflective.ts'
import { showDraft } from './session/log-supervision.ts'
import { signByWords } from './session/sign-session.ts'
import { backToDraft, whileDrafting } from './session/while-drafting.ts'
import { intentInCompany } from './team-actions-menu.ts'
import { type Desk, type Reply, refuse, type Turn } from './turn.ts'
import { mayLogWithAnybody } from './two-people.ts'
import { type AnswerWords, answerWords } from './understand/answer-words.ts'
import { draftWords } from './understand/draft-words.ts'
import { charactersRead } from './understand/plain-text.ts'
import { type Reading, understand } from './understand/understand.ts'
import { whatWaits } from './waiting.ts'

const inPersonalChat =
  'Please ask me that in our personal chat. In a group I show nothing about people or cases. Here I can explain an abbreviation, like “what is RCAT?”.'

/**
 * The answer to a message. What is open in the conversation comes first, then a command; who may do what is decided in
 * each dialog, after the words were understood.
 */
export async function say(text: string, turn: Turn, desk: Desk): Promise<Reply> {
  // A zero character is nothing a person types, and PostgreSQL keeps none.
  const words = text.replaceAll('\u0000', '').trim()
  const corrected = turn.personal ? meantByYes(words, turn.place.pending) : undefined
  if (corrected !== undefined) return say(corrected, { ...turn, place: { ...turn.place, pending: undefined } }, desk)
  const reading = await read(words, turn, desk)
  if (!turn.personal) return inCompany(words, reading, turn, desk)
  const draft = await openDraft(turn, desk)
  if (words === '') return { message: { text: cannotDo('none', turn) } }

  const answered =
    (await takeUpPending(words, reading, (part) => read(part, turn, desk), turn, desk)) ??
    (await resumeNamed(words, turn, desk))
  if (answered !== undefined) return answered
  const signed = answerWords(words)
  if (signed !== undefined && !(await isNote(signed, draft, turn, desk))) return signByWords(signed, turn, desk)
  if (draft !== undefined) {
    const reply = await whileDrafting(words, reading, draft, turn, desk)
    if (reply !== undefined) return reply
  } else {
    const left =
      (await takeUpAgain(words, turn, desk)) ??
      (await bookWhatWasLeft(words, turn, desk)) ??
      (await allocateWhatWasLeft(words, turn, desk)) ??
      (await passedByWords(words, reading, turn, desk)) ??
      (await doneWithWhat(words, turn, desk))
    if (left !== undefined) return left
  }
  const reply = withLength(await command(words, reading, draft, turn, desk), words)
  return draft === undefined ? reply : withWayBack(reply, draft, desk)
}

/**
 * Whether words that could sign a session are the note that an open draft asks for: "changes needed: more visits" must not
 * sign another session, and send the note to the other person. A bare "agree" signs, where something waits to be signed.
 */
async function isNote(
  signed: AnswerWords,
  draft: SupervisionDraft | undefined,
  turn: Turn,
  desk: Desk,
): Promise<boolean> {
  if (draft === undefined || !nextQuestion(draft, desk.policy)?.startsWith('answer.')) return false
  return signed.words !== undefined || (await desk.supervisions.toSign(turn.person.staffCode)).length === 0
}

async function read(words: string, turn: Turn, desk: Desk): Promise<Reading> {
  const names = await desk.names()
  const people = await mayLogWithAnybody(turn, desk)
  return understand(words, {
    today: turn.today,
    names,
    policy: desk.policy,
    speaker: turn.person,
    closeTo: people.map((person) => person.staffCode),
  })
}

async function command(
  text: string,
  reading: Reading,
  draft: SupervisionDraft | undefined,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  if (asksHowReflective(text)) return howReflective(turn, desk)
  const found = menu.find(({ intent, inCompany }) => intent === reading.intent && inCompany !== 'only')
  if (found === undefined) {
    return (
      wrongCaseNumber(text) ??
      (await backToAllocating(turn, desk)) ??
      (await undoAllocation(text, turn, desk)) ?? { message: { text: cannotDo(reading.intent, turn) } }
    )
  }
  if (!found.mayUse(turn.person)) {
    return refuse(
      turn,
      reading.intent,
      found.notForYou ??
        'Your role has no supervision of its own to log here. Say “help” to see what I can do for you.',
    )
  }
  return (await didYouMean(text, reading, turn, desk)) ?? found.run({ text, reading, draft }, turn, desk)
}

async function inCompany(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const meant = intentInCompany(text, reading, turn, await desk.names())
  const found = menu.find(({ intent, inCompany }) => intent === meant && inCompany !== false)
  if (found === undefined) return { message: { text: inPersonalChat } }
  return found.run({ text, reading }, turn, desk)
}

/** "save", "carry on" and the like when no draft is open in this conversation but one was left. */
async function takeUpAgain(words: string, turn: Turn, desk: Desk): Promise<Reply | undefined> {
  const carryOn = /^(carry on|continue|resume|go on|finish it)[.!]?$/i.test(words)
  const aboutDraft = draftWords(words, desk.policy, turn.today)
  if (!carryOn && aboutDraft === undefined) return undefined
  const [latest, ...more] = await desk.drafts.openOf(turn.person.staffCode)
  if (latest === undefined && aboutDraft?.kind === 'change') {
    return {
      message: {
        text: 'Nothing is open to change. If you are asked to agree a session, say “ask for a change:” and what it is. To put right one that you logged, say “correct the session with” and a name.',
      },
    }
  }
  if (latest === undefined) return carryOn ? { message: { text: 'There is nothing to carry on with.' } } : undefined
  return more.length === 0 || carryOn ? showDraft(latest.id, turn, desk) : whatWaits(turn, desk)
}

/** "Carry on with Tom": the session with that person that was begun, also when another is open. */
async function resumeNamed(words: string, turn: Turn, desk: Desk): Promise<Reply | undefined> {
  const match =
    /^(?:carry on|continue|resume|go on|go back to|back to)(?: (?:the (?:one|session|draft)|logging))? ?with ([^,.!?]{2,80})[.!]?$/i.exec(
      words,
    )
  if (match?.[1] === undefined) return undefined
  const drafts = await desk.drafts.openOf(turn.person.staffCode)
  const others = drafts.flatMap(({ other }) => other ?? [])
  const { people } = (await desk.names()).find(match[1], { closeTo: others, asked: true })
  const begun = drafts.filter(({ other }) => people.some((person) => person.staffCode === other))
  const [only, ...more] = begun
  if (only !== undefined && more.length === 0) return showDraft(only.id, turn, desk)
  if (more.length > 0) return whatWaits(turn, desk)
  return drafts.length === 0
    ? undefined
    : {
        message: {
          text: 'I find no session with them that you began. Say “what is waiting for me?” to see the ones that are open.',
        },
      }
}

/** The draft that is open in this conversation. */
async function openDraft(turn: Turn, desk: Desk): Promise<SupervisionDraft | undefined> {
  if (turn.place.draft === undefined) return undefined
  const found = await desk.drafts.read(turn.place.draft)
  return found?.state === 'open' && found.draft.by === turn.person.staffCode ? found.draft : undefined
}

function withWayBack(reply: Reply, draft: SupervisionDraft, desk: Desk): Reply {
  // While something else is asked, “save” and “cancel” mean that.
  const asks = reply.pending !== undefined && reply.pending.asks !== 'case-shown'
  if (reply.place !== undefined || asks) return reply
  const back = backToDraft(draft, desk)
  const { message } = reply
  return { ...reply, message: 'text' in message ? { text: `${message.text}\n\n${back}` } : withRemark(message, back) }
}

function withLength(reply: Reply, words: string): Reply {
  if (words.length <= charactersRead || !('text' in reply.message)) return reply
  const note = `Your message was long, so I read its first ${charactersRead.toLocaleString('en-GB')} characters.`
  return { ...reply, message: { text: `${note} ${reply.message.text}` } }
}
