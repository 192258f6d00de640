import { z } from 'zod'
import { type BookingProblem, type BookingSaid, TimeOfDay } from '../../domain/booking-draft.ts'
import { IsoDate, StaffCode } from '../../domain/ids.ts'
import { KindId } from '../../domain/supervision-kind.ts'

const Text = z.string().max(200).trim()
const Kinds = Text.transform((text) => text.split(',').map((id) => id.trim())).pipe(z.array(KindId).max(20))
const Minutes = z.union([z.number(), Text.pipe(z.string().regex(/^\d{1,6}$/)).transform(Number)])
/** Some clients send seconds too. */
const Time = Text.transform((text) => text.replace(/^(\d\d:\d\d):\d\d$/, '$1')).pipe(TimeOfDay)

/** What the inputs of the form of a session to be booked say. An empty one says nothing; one that cannot be read is a problem. */
export function readBookingForm(data: Record<string, unknown>): { said: BookingSaid; problems: BookingProblem[] } {
  const said: BookingSaid = {}
  const problems: BookingProblem[] = []
  const read = <S extends z.ZodType>(field: keyof BookingSaid, schema: S, says: string): z.output<S> | undefined => {
    const value = Object.hasOwn(data, field) ? data[field] : undefined
    if (value === undefined || value === null || value === '') return undefined
    const parsed = schema.safeParse(value)
    if (!parsed.success) problems.push({ field, says })
    return parsed.data
  }
  const other = read('other', StaffCode, 'I could not read who it is with. Please choose the person again.')
  const kinds = read('kinds', Kinds, 'I could not read the kind of session. Please choose it again.')
  const on = read('on', Text.pipe(IsoDate), 'I could not read the day. Please choose it again.')
  const at = read('at', Time, 'I could not read the time. Please give it like 14:00.')
  const minutes = read('minutes', Minutes, 'I could not read how long it is. Please give the minutes, like 60.')
  if (other !== undefined) said.other = other
  if (kinds !== undefined) said.kinds = kinds
  if (on !== undefined) said.on = on
  if (at !== undefined) said.at = at
  if (minutes !== undefined) said.minutes = minutes
  return { said, problems }
}
