import type { TurnContext } from 'botbuilder'
import { copyFile } from '../dialogs/mine/copy-file.ts'
import type { AuditNote } from '../domain/audit.ts'
import type { Person } from '../domain/staff.ts'
import type { BotParts, Outcome } from './bot-parts.ts'
import { answerInvoke, says, send } from './give-answer.ts'
import { fileMessage, takeUpOffer } from './hand-over.ts'
import type { Incoming } from './incoming.ts'
import { uploadFile } from './upload-file.ts'

/** Teams shows an error when an answer takes 15 seconds; the rest is for putting the copy together and for the answer. */
const uploadWithinMs = 8000

const notHere = 'Please do that in our personal chat. Nothing was saved.'
const gone =
  'That offer is no longer open: each can be taken once, within an hour. Nothing was saved. Say “give me a copy” for a new one.'
const declined = 'All right, nothing was saved. Say “give me a copy” whenever you want one.'
const failed =
  'I could not put the file into your OneDrive. Nothing was saved. Please say “give me a copy” to try again.'
const tooBig = 'The file is too big to hand over here. Nothing was saved. Please ask the administrator for it.'
const notKnown =
  'I do not know whether the file reached your OneDrive: something broke off in between. Please look there, and say “give me a copy” if it is missing.'

/**
 * What somebody pressed on the card that asks whether their copy may go to their OneDrive. The first answer to an offer is the
 * answer to it from then on. Where it was never given, the service ended in between, and the file may be there or not.
 */
export async function answerFileConsent(
  parts: BotParts,
  context: TurnContext,
  incoming: Extract<Incoming, { kind: 'file-consent' }>,
  person: Person,
  key: string | undefined,
): Promise<Outcome> {
  const { answered } = parts.store
  const first = key === undefined ? undefined : await answered.find([key])
  if (first !== undefined) {
    await answerInvoke(context, first)
    return 'repeated'
  }
  const { said, notes = [], refused = false, answerUnder } = await handOver(parts, context, incoming, person)
  const given = typeof said === 'string' ? says(said) : said.before
  const keys = [key, answerUnder].filter((one) => one !== undefined)
  await answered.keep(keys, given, parts.clock.now(), notes)
  await answerInvoke(context, given)
  return refused ? 'refused' : 'answered'
}

type Result = { said: string | { before: unknown }; notes?: AuditNote[]; refused?: boolean; answerUnder?: string }

async function handOver(
  parts: BotParts,
  context: TurnContext,
  { origin, accepted, context: offered, upload }: Extract<Incoming, { kind: 'file-consent' }>,
  person: Person,
): Promise<Result> {
  if (origin.chat !== 'personal') return { said: notHere, refused: true }
  const { clock, store, desk } = parts
  const taken = await takeUpOffer(offered, person.staffCode, { ...store, now: clock.now })
  if (taken === undefined) return { said: accepted ? gone : declined, refused: accepted }
  const { format, answerUnder } = taken
  if (format === undefined) {
    const before = await store.answered.find([answerUnder])
    return { said: before === undefined ? notKnown : { before } }
  }
  if (!accepted) return { said: declined, answerUnder }
  if (upload === undefined || !parts.isUploadServed(upload.uploadUrl))
    return { said: failed, refused: true, answerUnder }
  const file = await copyFile(format, person, clock.now(), desk)
  const outcome = await uploadFile(upload.uploadUrl, file.content, uploadWithinMs)
  if (outcome !== 'saved') return { said: unsaved[outcome], answerUnder }
  const { staffCode } = person
  const note: AuditNote = { event: 'copy.given', at: clock.now(), actor: staffCode, subject: staffCode, detail: format }
  // The file is there whether or not the card that shows it gets through.
  await send(parts, context, fileMessage(upload), parts.deadlines.withinPress).catch(() => undefined)
  return { said: 'Saved. The file is in your OneDrive, and nobody else was sent it.', notes: [note], answerUnder }
}

const unsaved = { 'too-big': tooBig, failed, unknown: notKnown }
