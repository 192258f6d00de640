import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type ActionId, StaffCode } from '../../domain/ids.ts'
import { Day, inputReader, Words } from '../read-input.ts'
import { type ActionItem, inputOf } from './action-form-card.ts'

/** Far more than is kept, so that what is too long is said to be so. */
const LongWords = z.string().max(20_000).pipe(Words)

/** What the form of new actions says, one for each id. */
export function readActionForm(
  data: Record<string, unknown>,
  ids: readonly ActionId[],
): { items: ActionItem[]; problems: string[] } {
  const problems: string[] = []
  const read = inputReader(data, (_id, says) => problems.push(says))
  const items = ids.map((id, place): ActionItem => {
    const ownerId = inputOf('owner', place)
    const owner = read(ownerId, StaffCode, 'I could not read who does it. Please choose the person again.')
    const textId = inputOf('text', place)
    const text = read(textId, LongWords, 'I could not read what is to be done. Please type it again.')
    const due = read(inputOf('due', place), Day, 'I could not read the day. Please choose it again.')
    return {
      id,
      ...(owner === undefined ? {} : { owner }),
      ...(text === undefined ? {} : { text }),
      ...(due === undefined ? {} : { due }),
    }
  })
  return { items, problems }
}

/** What the inputs for more time and for handing on say. */
export type ActionOptions = { due?: Temporal.PlainDate; reason?: string; to?: StaffCode }

export function readActionOptions(data: Record<string, unknown>): { said: ActionOptions; problems: string[] } {
  const problems: string[] = []
  const read = inputReader(data, (_id, says) => problems.push(says))
  const due = read('due', Day, 'I could not read the day. Please choose it again.')
  const reason = read('reason', LongWords, 'I could not read the reason. Please type it again.')
  const to = read('to', StaffCode, 'I could not read to whom. Please choose the person again.')
  return {
    said: {
      ...(due === undefined ? {} : { due }),
      ...(reason === undefined ? {} : { reason }),
      ...(to === undefined ? {} : { to }),
    },
    problems,
  }
}
