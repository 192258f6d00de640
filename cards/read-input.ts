import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { IsoDate } from '../domain/ids.ts'
import { KindId } from '../domain/supervision-kind.ts'

/** A card sends its inputs as text; a number input may come as a number. */
export const ShortText = z.string().max(200).trim()
/** What somebody typed, line by line, without characters that are none. */
export const Words = z.string().transform((text) =>
  text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim(),
)
/** Local. */
export const Day = ShortText.pipe(IsoDate).transform((day) => Temporal.PlainDate.from(day))
export const WholeNumber = z.union([z.number(), ShortText.pipe(z.string().regex(/^\d{1,6}$/)).transform(Number)])
export const Kinds = ShortText.transform((text) => text.split(',').map((id) => id.trim())).pipe(z.array(KindId).max(20))

/** An input left empty comes as nothing or as ''. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

/** What came for an input; nothing for a name that no input has. */
export function sentFor(data: Record<string, unknown>, id: string): unknown {
  return Object.hasOwn(data, id) ? data[id] : undefined
}

/**
 * Reads the inputs of a card one by one. An empty one says nothing; one that cannot be read is left out, and `wrong` is
 * told the sentence that says what to do.
 */
export function inputReader<Id extends string>(data: Record<string, unknown>, wrong: (id: Id, says: string) => void) {
  return <S extends z.ZodType>(id: Id, schema: S, says: string): z.output<S> | undefined => {
    const value = sentFor(data, id)
    if (isEmpty(value)) return undefined
    const parsed = schema.safeParse(value)
    if (!parsed.success) wrong(id, says)
    return parsed.data
  }
}
