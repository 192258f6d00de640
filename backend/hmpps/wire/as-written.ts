import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Fact, type FactSource, known, notKnown } from '../../../domain/allocation/fact.ts'

/**
 * How the case services write a day, a number, a name and a list, and how much of it may be wrong before it counts as not
 * understood. Extra fields never matter.
 */

/** One field of an answer: its value, or that it is not there (absent or null), or that it cannot be read. */
export type Field<T> = { value: T } | 'missing' | 'unreadable'

/** A field of which it matters whether it is missing or wrong. It never spoils what it stands in. */
export function field<S extends z.ZodType>(schema: S) {
  return z
    .unknown()
    .optional()
    .transform((written): Field<z.output<S>> => {
      if (written === undefined || written === null) return 'missing'
      const read = schema.safeParse(written)
      return read.success ? { value: read.data } : 'unreadable'
    })
}

/** A field that is nothing where it is missing, null or wrong. It never spoils what it stands in. */
export function maybe<S extends z.ZodType>(schema: S) {
  return field(schema).transform((read) => valueIn(read))
}

export function valueIn<T>(read: Field<T>): T | undefined {
  return typeof read === 'string' ? undefined : read.value
}

/** A field as a fact of the service that wrote it. */
export function factOf<T>(read: Field<T>, source: FactSource, on?: Temporal.PlainDate): Fact<T> {
  if (read === 'missing') return notKnown(source, 'none')
  return read === 'unreadable' ? notKnown(source, 'not-understood') : known(read.value, source, on)
}

/** What could be read of a list, and how many elements could not. */
export type ReadList<T> = { items: readonly T[]; unread: number }

/** A list of which one bad element does not spoil the rest. */
export function list<S extends z.ZodType>(schema: S) {
  return z.array(z.unknown()).transform((written): ReadList<z.output<S>> => {
    const items = written.flatMap((one) => {
      const read = schema.safeParse(one)
      return read.success ? [read.data] : []
    })
    return { items, unread: written.length - items.length }
  })
}

/** A list that is read no further than somebody asks for: the elements of one key. Of `unread` not even the key can be read. */
export type KeyedList<K, T> = { of(key: K): readonly T[]; unread: number }

/** A list of which a few elements are wanted, by a key that each has under this name. Nothing else in them may be required. */
export function keyedList<S extends z.ZodType, K extends z.ZodType<string>>(name: string, key: K, schema: S) {
  const elements = list(schema)
  return z.array(z.unknown()).transform((written): KeyedList<z.output<K>, z.output<S>> => {
    const byKey = Map.groupBy(written, (one) => {
      return typeof one === 'object' && one !== null ? key.safeParse(Reflect.get(one, name)).data : undefined
    })
    return {
      of: (wanted) => elements.parse(byKey.get(wanted) ?? []).items,
      unread: byKey.get(undefined)?.length ?? 0,
    }
  })
}

/** Text that says something. */
export const Words = z.string().trim().min(1)

/** A number that is written as one, or in digits. */
export const Whole = z.union([
  z.int().min(0),
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/)
    .transform(Number),
])

/** Percent, hours or points: never less than nothing. */
export const Amount = z.number().min(0)

/** The first and the last year that a fact about somebody alive may be of: others are how services write that there is none. */
const years = { first: 1900, last: 2200 }

/** The local day of a day or a moment. A moment without an offset is local already. */
export const Day = z.string().transform((written, context): Temporal.PlainDate => {
  const day = dayIn(written.trim())
  if (day !== undefined && day.year >= years.first && day.year <= years.last) return day
  context.addIssue({ code: 'custom', message: 'no day' })
  return z.NEVER
})

function dayIn(written: string): Temporal.PlainDate | undefined {
  try {
    return /T.*(Z|[+-]\d\d(:?\d\d)?)$/i.test(written)
      ? Temporal.Instant.from(written).toZonedDateTimeISO('Europe/London').toPlainDate()
      : Temporal.PlainDate.from(written)
  } catch {
    return undefined
  }
}

/** A person's name, in one piece or in parts. */
export const PersonName = z.union([
  Words,
  z
    .object({ combinedName: maybe(Words), forename: maybe(Words), surname: maybe(Words) })
    .transform(({ combinedName, forename, surname }) => combinedName ?? [forename, surname].filter(Boolean).join(' '))
    .pipe(Words),
])
