import { readBookingForm } from '../../cards/booking/booking-input.ts'
import { readWords } from '../../cards/form-input.ts'
import type { Desk, Presses } from '../turn.ts'
import { dropBooking, editBooking, saveBooking, takeOffered } from './book-session.ts'
import { showBooking } from './booked-session.ts'
import { askToCancel, cancelBooking, didNotHappen, moveBooking } from './change-booking.ts'
import { wasHeld } from './passed-booking.ts'

/** The buttons about booked sessions. */
export const bookingPresses: Presses<
  | 'booking.save'
  | 'booking.take'
  | 'booking.edit'
  | 'booking.drop'
  | 'booking.show'
  | 'booking.keep'
  | 'booking.move'
  | 'booking.cannot'
  | 'booking.cancel'
  | 'booking.held'
  | 'booking.did-not-happen'
> = {
  'booking.save': ({ booking }, data, turn, desk) => {
    const { said, problems } = readBookingForm(data)
    return saveBooking(booking, said, problems, turn, desk)
  },
  'booking.take': ({ booking }, _data, turn, desk) => takeOffered(booking, turn, desk),
  'booking.edit': ({ booking }, _data, turn, desk) => editBooking(booking, turn, desk),
  'booking.drop': ({ booking }, _data, turn, desk) => dropBooking(booking, turn, desk),
  'booking.show': ({ booking }, _data, turn, desk) => showBooking(booking, turn, desk),
  'booking.keep': ({ booking }, _data, turn, desk) => showBooking(booking, turn, desk),
  'booking.move': ({ booking }, _data, turn, desk) => moveBooking(booking, {}, turn, desk),
  'booking.cannot': ({ booking }, _data, turn, desk) => askToCancel(booking, turn, desk),
  'booking.cancel': ({ booking }, data, turn, desk) => cancelBooking(booking, wordsIn(data, desk), turn, desk),
  'booking.held': ({ booking }, _data, turn, desk) => wasHeld(booking, turn, desk),
  'booking.did-not-happen': ({ booking }, data, turn, desk) => didNotHappen(booking, wordsIn(data, desk), turn, desk),
}

function wordsIn(data: Record<string, unknown>, desk: Desk): { words?: string; problems: string[] } {
  const { words, problems } = readWords(data, desk.policy.noteCharacters)
  return { ...(words === undefined ? {} : { words }), problems: problems.map(({ says }) => says) }
}
