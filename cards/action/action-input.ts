import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type ActionId, IsoDate, StaffCode } from '../../domain/ids.ts'
import { type ActionItem, inputOf } from './action-form-card.ts'

/** Far more than is kept, so that what is too long is said to be so. */
const Words = z
  .string()
  .max(20_000)
  .transform((text) =>
    text
      .toWellFormed()
      .replaceAll('\r\n', '\n')
      .replace(/(?![\n\t])\p{Cc}/gu, '')
      .trim(),
  )
const Day = z
  .string()
  .max(200)
  .trim()
  .pipe(IsoDate)
  .transform((day) => Temporal.PlainDate.from(day))

/** Reads one input. An empty one says nothing, one that cannot be read is a problem. */
function readInput<S extends z.ZodType>(
  data: Record<string, unknown>,
  id: string,
  schema: S,
  says: string,
  problems: string[],
): z.output<S> | undefined {
  const value = Object.hasOwn(data, id) ? data[id] : undefined
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) return undefined
  const parsed = schema.safeParse(value)
  if (!parsed.success) problems.push(says)
  return parsed.data
}

/** What the form of new actions says, one for each id. */
export function readActionForm(
  data: Record<string, unknown>,
  ids: readonly ActionId[],
): { items: ActionItem[]; problems: string[] } {
  const problems: string[] = []
  const items = ids.map((id, place): ActionItem => {
    const owner = readInput(
      data,
      inputOf('owner', place),
      StaffCode,
      'I could not read who does it. Please choose the person again.',
      problems,
    )
    const text = readInput(
      data,
      inputOf('text', place),
      Words,
      'I could not read what is to be done. Please type it again.',
      problems,
    )
    const due = readInput(
      data,
      inputOf('due', place),
      Day,
      'I could not read the day. Please choose it again.',
      problems,
    )
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
  const due = readInput(data, 'due', Day, 'I could not read the day. Please choose it again.', problems)
  const reason = readInput(data, 'reason', Words, 'I could not read the reason. Please type it again.', problems)
  const to = readInput(data, 'to', StaffCode, 'I could not read to whom. Please choose the person again.', problems)
  return {
    said: {
      ...(due === undefined ? {} : { due }),
      ...(reason === undefined ? {} : { reason }),
      ...(to === undefined ? {} : { to }),
    },
    problems,
  }
}
