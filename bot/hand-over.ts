import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { Config } from '../config/config.ts'
import { CopyFormat, type HandOver } from '../domain/copy-file.ts'
import type { StaffCode } from '../domain/ids.ts'
import type { Answered, Message, StateStore } from '../domain/ports.ts'

/** Teams's own cards for files: one that asks whether a file may be put into somebody's OneDrive, and one for a file that is there. */
const consentCard = 'application/vnd.microsoft.teams.card.file.consent'
const fileCard = 'application/vnd.microsoft.teams.card.file.info'

/** How long an offer can be taken up. */
export const offerMinutes = 60

const Offer = z.object({ format: CopyFormat, until: z.string() })
/** What the card carries: nothing that would say whose file it is, so that there is nothing to change. */
const Context = z.object({ offer: z.guid() })

type Parts = {
  state: StateStore
  answered: Answered
  mint: () => string
  now: () => Temporal.Instant
}

/** The way a file can be handed over: by Teams where there is a registration, else as a file of this machine. */
export function handsOver(config: Config, state: StateStore, mint: () => string): HandOver {
  return config.app === undefined
    ? filesInPractice(join(config.dataDir, 'copies'))
    : offersInTeams({ state, mint, now: config.clock })
}

/** Offers a file in a personal chat of Teams, and remembers whom it was offered to until it is taken up or too late. */
export function offersInTeams({ state, mint, now }: Pick<Parts, 'state' | 'mint' | 'now'>): HandOver {
  return {
    async offer({ staffCode }, { format, name, content }) {
      const offer = mint()
      const until = now().add({ minutes: offerMinutes }).toString()
      await state.write({ [keyOf(staffCode, offer)]: { format, until } })
      const card = {
        description: `Everything that is kept about you, ${format === 'page' ? 'to read and to print' : 'as data for a program'}. Allow it within an hour, and it goes to your OneDrive. Nobody else gets it.`,
        sizeInBytes: Buffer.byteLength(content),
        acceptContext: { offer },
        declineContext: { offer },
      }
      return { message: { card, summary: 'Your copy', file: { contentType: consentCard, name } }, given: false }
    },
  }
}

/** Puts a file into a folder of this machine, and says where: practice has no OneDrive. */
function filesInPractice(folder: string): HandOver {
  return {
    async offer({ staffCode }, { name, content }) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const file = join(folder, `${staffCode}-${name}`)
      writeFileSync(file, content, { mode: 0o600 })
      const text = `Your copy is in the file ${file} on this machine. This is practice: in Teams I ask whether I may put it into your OneDrive.`
      return { message: { text }, given: true }
    },
  }
}

/**
 * Takes up an offer: the format that was offered to this person. An offer can be taken up once, by the person it was made
 * to, and not after its time. `answerUnder` is the key under which the answer to it is to be kept; without a format it was taken
 * up before. Undefined when there is no such offer.
 */
export async function takeUpOffer(
  context: unknown,
  person: StaffCode,
  { state, answered, now }: Omit<Parts, 'mint'>,
): Promise<{ answerUnder: string; format?: CopyFormat } | undefined> {
  const parsed = Context.safeParse(context)
  if (!parsed.success) return undefined
  const key = keyOf(person, parsed.data.offer)
  const [taken, answerUnder] = [`offer/${key}`, `offer/${key}/answer`]
  const offer = Offer.safeParse((await state.read([key]))[key])
  if (!offer.success) return (await answered.find([taken])) === undefined ? undefined : { answerUnder }
  if (now().toString() > offer.data.until) return undefined
  // Of two presses at once, also to two instances, one comes first.
  if ((await answered.keep([taken], 'taken', now(), [])) === 'already') return { answerUnder }
  await state.delete([key])
  return { answerUnder, format: offer.data.format }
}

/** What shows a file that is in somebody's OneDrive now. */
export function fileMessage(upload: { name: string; contentUrl: string; uniqueId: string; fileType: string }): Message {
  const { name, contentUrl, uniqueId, fileType } = upload
  return { card: { uniqueId, fileType }, summary: 'Your copy', file: { contentType: fileCard, name, contentUrl } }
}

function keyOf(person: StaffCode, offer: string): string {
  return `copy/${person}/${offer.toLowerCase()}`
}
