import { Temporal } from 'temporal-polyfill'
import type { ReminderPreferences } from '../../domain/reminders/reminder-preferences.ts'
import { type ReminderWhat, reminderInWords } from '../../domain/reminders/reminder-what.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence, subheading } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { dayInWords, listInWords, momentInWords } from '../words.ts'
import { some } from './reminder-words.ts'

export type MyRemindersView = {
  /** The soonest first. `title` is fixed words; `name` whose it is, where that is not the reader. */
  coming: readonly { at: Temporal.Instant; title: string; name?: string }[]
  /** How many days were looked at. */
  days: number
  preferences: ReminderPreferences
  today: Temporal.PlainDate
  /** What the reader can stop by the policy, as far as it is ever sent to them. */
  canStop: readonly ReminderWhat[]
}

const mostShown = 12

/** What its reader will be reminded of, as things stand, and what they said about it. */
export function myRemindersCard({ coming, days, preferences, today, canStop }: MyRemindersView): CardMessage {
  const { pausedUntil, stopped, snoozed, notThisWindow } = preferences
  const paused = pausedUntil !== undefined && today.toString() < pausedUntil
  const now = stopped.filter((what) => canStop.includes(what))
  const left = coming.length - mostShown
  return {
    card: cardWith(
      [
        heading('Your reminders'),
        ...(paused ? [sentence(`They are paused until ${dayInWords(Temporal.PlainDate.from(pausedUntil))}.`)] : []),
        ...(coming.length === 0
          ? [sentence(`As things stand, there is nothing to remind you of in the next ${some(days, 'day')}.`)]
          : [sentence('As things stand, I will remind you of:')]),
        ...coming.slice(0, mostShown).map(
          ({ at, title, name }): CardElement => ({
            ...typed(
              { quiet: `${momentInWords(at)}: ` },
              { strong: title },
              ...(name === undefined ? [] : [', ', beginning(name, 60)]),
            ),
            spacing: 'Small',
          }),
        ),
        ...(left > 0 ? [sentence(`${left} more after that.`)] : []),
        ...(snoozed.length + notThisWindow.length + now.length === 0 ? [] : [subheading('What you said')]),
        ...(snoozed.length === 0 ? [] : [sentence(`${some(snoozed.length, 'reminder')} put off.`)]),
        ...(notThisWindow.length === 0
          ? []
          : [sentence(`${some(notThisWindow.length, 'window')} for which you want none.`)]),
        ...(now.length === 0 ? [] : [sentence(`Stopped: ${listInWords(now.map(reminderInWords))}.`)]),
        remark(
          canStop.length === 0
            ? 'In words: “remind me tomorrow”, “pause my reminders until Monday”.'
            : `In words: “remind me tomorrow”, “pause my reminders until Monday”, “stop reminding me of ${reminderInWords(canStop[0] ?? 'window-closing')}”, “carry on reminding me”.`,
        ),
      ],
      [
        ...(paused ? [button('Carry on now', { verb: 'reminder.go-on' }, { primary: true })] : []),
        ...canStop.map((what) =>
          now.includes(what)
            ? button(`Begin again: ${short[what]}`, { verb: 'reminder.begin-again', what })
            : button(`Stop: ${short[what]}`, { verb: 'reminder.stop', what }),
        ),
      ],
    ),
    summary: 'What you will be reminded of',
  }
}

const short: Record<ReminderWhat, string> = {
  'window-closing': 'supervision to book',
  'session-today': 'sessions on their day',
  digest: 'the digest',
  weekly: 'the weekly message',
  'action-due': 'actions',
  'team-action-due': 'team actions',
  'touch-point': 'first discussions',
  'review-due': 'overdue reviews',
}
