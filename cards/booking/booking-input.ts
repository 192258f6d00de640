import { type BookingProblem, type BookingSaid, TimeOfDay } from '../../domain/booking-draft.ts'
import { IsoDate, StaffCode } from '../../domain/ids.ts'
import { inputReader, Kinds, ShortText, WholeNumber } from '../read-input.ts'

/** Some clients send seconds too. */
const Time = ShortText.transform((text) => text.replace(/^(\d\d:\d\d):\d\d$/, '$1')).pipe(TimeOfDay)

/** What the inputs of the form of a session to be booked say. An empty one says nothing; one that cannot be read is a problem. */
export function readBookingForm(data: Record<string, unknown>): { said: BookingSaid; problems: BookingProblem[] } {
  const said: BookingSaid = {}
  const problems: BookingProblem[] = []
  const read = inputReader<keyof BookingSaid>(data, (field, says) => problems.push({ field, says }))
  const other = read('other', StaffCode, 'I could not read who it is with. Please choose the person again.')
  const kinds = read('kinds', Kinds, 'I could not read the kind of session. Please choose it again.')
  const on = read('on', ShortText.pipe(IsoDate), 'I could not read the day. Please choose it again.')
  const at = read('at', Time, 'I could not read the time. Please give it like 14:00.')
  const minutes = read('minutes', WholeNumber, 'I could not read how long it is. Please give the minutes, like 60.')
  if (other !== undefined) said.other = other
  if (kinds !== undefined) said.kinds = kinds
  if (on !== undefined) said.on = on
  if (at !== undefined) said.at = at
  if (minutes !== undefined) said.minutes = minutes
  return { said, problems }
}
