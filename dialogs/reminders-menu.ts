import type { Person } from '../domain/staff.ts'
import { remindersInWords } from './reminders/reminders-in-words.ts'
import type { Desk, Reply, Turn } from './turn.ts'
import type { Reading } from './understand/understand.ts'

type Request = { text: string; reading: Reading }

const row = {
  intent: 'set-reminders' as const,
  part: 'Reminders' as const,
  inCompany: false,
  run: ({ text, reading }: Request, turn: Turn, desk: Desk): Promise<Reply> =>
    remindersInWords(text, reading, turn, desk),
}

/** What can be said about reminders: rows of the menu. */
export const reminders = [
  {
    ...row,
    words: () =>
      'what will you remind me of?, remind me tomorrow, remind me at 14:00 instead, or: not this window: on secondment',
    does: 'See what I will remind you of, and put off what I just reminded you of.',
    mayUse: () => true,
  },
  {
    ...row,
    words: () =>
      'pause my reminders until Monday, stop reminding me of booked sessions on their day, or: carry on reminding me',
    does: 'Pause all of your reminders for a while, or stop those that can be stopped.',
    mayUse: () => true,
  },
  {
    ...row,
    words: () => 'my digest',
    does: 'See what is overdue among the people you manage or cover for, as in the message of each working day.',
    mayUse: ({ grade }: Person) => grade === 'SPO' || grade === 'HoPDU',
  },
  {
    ...row,
    words: () => 'delivery report',
    does: 'See how many messages reached people in the last 30 days, and whom none reaches.',
    mayUse: ({ grade }: Person) => grade === 'ADMIN',
  },
]
