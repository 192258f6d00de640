import type { CopyFormat } from '../../domain/copy-file.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { copyFile } from './copy-file.ts'
import { holdInWords, isAboutHold } from './hold-records.ts'
import { whatIsKept } from './what-is-kept.ts'
import { somebodyElse } from './whose.ts'

const forData =
  /\b(?:json|machine[- ]?readable|as (?:a )?data|data file|for (?:a )?(?:program|computer)s?|csv|spreadsheet|excel)\b/i
const aboutKeeping = /\b(?:hold|held|keep|kept|store|stored|know|how long)\b/i
const aCopy = /\b(?:copy|copies|export|download|send|give|print|extract|subject access|sar)\b/i

/** Asked for in words: a copy of what is kept, what is kept and for how long, or a hold on somebody's records. */
export async function recordsInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  if (isAboutHold(text)) return holdInWords(text, reading, turn, desk)
  const other = somebodyElse(reading, turn)
  if (other !== undefined) {
    return refuse(
      turn,
      'export-records',
      'I give a copy of a record only to the person it is about. They can ask me for it themselves: “give me a copy”.',
      other.staffCode === undefined ? {} : { subject: other.staffCode },
    )
  }
  if (aboutKeeping.test(text) && !aCopy.test(text)) return whatIsKept(turn, desk)
  return giveCopy(forData.test(text) ? 'data' : 'page', turn, desk)
}

/** A copy of everything that is kept about whoever asks, as a file for them. */
export async function giveCopy(format: CopyFormat, turn: Turn, desk: Desk): Promise<Reply> {
  const file = await copyFile(format, turn.person, turn.now, desk)
  const { message, given } = await desk.handOver.offer(turn.person, file)
  const note = noteOf(turn, 'copy.given', { subject: turn.person.staffCode, detail: format })
  return { message, notes: given ? [note] : [] }
}
