import { z } from 'zod'

/** What the assistant reminds of, by the names that are kept. */
export const ReminderWhat = z.enum([
  /** A window of supervision is closing and nothing is booked in it. */
  'window-closing',
  /** A booked session is today. */
  'session-today',
  /** A line manager is told on working days what is overdue among their staff. */
  'digest',
  /** A head of PDU is told once a week how much has long been overdue, by line manager. */
  'weekly',
  'action-due',
  'team-action-due',
  /** The first discussion of a case after it was allocated. */
  'touch-point',
  /** A review of a case is overdue. */
  'review-due',
])
export type ReminderWhat = z.infer<typeof ReminderWhat>

const words: Record<ReminderWhat, { name: string; whyNotStopped: string }> = {
  'window-closing': {
    name: 'supervision that is not booked yet',
    whyNotStopped: 'supervision that nobody books in time ends up overdue',
  },
  'session-today': {
    name: 'booked sessions on their day',
    whyNotStopped: 'two people keep the time free for a session',
  },
  digest: {
    name: 'what is overdue in a team',
    whyNotStopped: 'it is the one message that tells a line manager what is overdue',
  },
  weekly: {
    name: 'what has long been overdue in a PDU',
    whyNotStopped: 'it tells a head of PDU what line managers could not settle by themselves',
  },
  'action-due': {
    name: 'actions that are due',
    whyNotStopped: 'whoever asked for an action counts on not having to chase it',
  },
  'team-action-due': {
    name: 'team actions that are due',
    whyNotStopped: 'whoever asked a team for something counts on not having to chase it',
  },
  'touch-point': {
    name: 'the first discussion of a case',
    whyNotStopped: 'a newly allocated case has to be talked about in its first weeks',
  },
  'review-due': {
    name: 'overdue reviews of cases',
    whyNotStopped: 'the safety of other people can hang on a review',
  },
}

/** What a reminder is of, for the middle of a sentence: “actions that are due”. */
export function reminderInWords(what: ReminderWhat): string {
  return words[what].name
}

/** Why reminders of a kind that the policy makes mandatory go on, as a sentence. */
export function whyNotStopped(what: ReminderWhat): string {
  return `Reminders of ${words[what].name} cannot be stopped: ${words[what].whyNotStopped}. You can put one off, or pause them all for a while.`
}
