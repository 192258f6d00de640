import type { Temporal } from 'temporal-polyfill'
import type { ReminderPolicy } from '../../domain/reminders/reminder-policy.ts'
import { reasonCharacters } from '../../domain/reminders/reminder-preferences.ts'
import { whyNotStopped } from '../../domain/reminders/reminder-what.ts'
import { namesOfReminders } from '../../domain/reminders/reminders-named.ts'
import type { SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { buttonRows, type CardElement, cardBudget, cardBytes, cardWith } from '../card-with.ts'
import { heading, problemList, remark, sentence, subheading } from '../lines.ts'
import { type ReminderRow, reminderRow } from './reminder-row.ts'
import { snoozeNames } from './reminder-words.ts'

export type RemindersView = {
  /** At least one; those that press most first. */
  rows: readonly ReminderRow[]
  today: Temporal.PlainDate
  policy: SupervisionPolicy
  reminders: Pick<ReminderPolicy, 'snoozes' | 'mandatory'>
  /** Of what was typed or chosen. */
  problems?: readonly string[]
  /** A reason that was typed already. */
  reason?: string
}

/** What its reader is reminded of, each with what does the job. Of one thing the ways to put it off stand on the card; of several a button leads to them. */
export function remindersCard(view: RemindersView): CardMessage {
  const { rows } = view
  let shown = rows.length
  let card = cardOf(view, shown)
  while (cardBytes(card) > cardBudget && shown > 1) card = cardOf(view, --shown)
  return { card, summary: rows.length === 1 ? 'A reminder for you' : `${rows.length} reminders for you` }
}

function cardOf(view: RemindersView, shown: number) {
  const { rows, today, policy, problems = [] } = view
  const alone = rows.length === 1
  return cardWith([
    heading(alone ? 'A reminder' : 'Reminders'),
    ...problemList(problems),
    ...rows.slice(0, shown).map((row, index): CardElement => {
      const options = button('Not now', {
        verb: 'reminder.options',
        reminders: namesOfReminders(row.reminders),
      })
      const more = alone || row.toDo.what === 'session-today' ? [] : [options]
      return {
        type: 'Container',
        spacing: 'Medium',
        separator: index > 0,
        items: reminderRow(row, today, policy, more),
      }
    }),
    ...(shown < rows.length
      ? [sentence(`${rows.length - shown} more. They are in “my team” and “what is waiting for me?”.`)]
      : []),
    ...(alone ? rows.flatMap((row) => options(row, view)) : [remark(inWords)]),
  ])
}

const inWords =
  'In words: “remind me tomorrow”, “remind me at 14:00 instead”, “pause my reminders until Monday”, or “what will you remind me of?”.'

/** The ways to put one thing off, to leave a window out, and to stop what may be stopped. */
function options({ reminders, name, toDo }: ReminderRow, view: RemindersView): CardElement[] {
  const { what } = toDo
  const { snoozes, mandatory } = view.reminders
  const named = namesOfReminders(reminders)
  const [first] = snoozes
  const canWait = what !== 'session-today' && first !== undefined
  const canLeaveOut = what === 'window-closing' && name === undefined
  return [
    ...(canWait
      ? [
          subheading('Later'),
          {
            type: 'Input.ChoiceSet' as const,
            id: 'until',
            label: 'Remind me again',
            style: 'compact' as const,
            value: first,
            errorMessage: 'Choose when.',
            choices: snoozes.map((value) => ({ title: snoozeNames[value], value })),
          },
          ...buttonRows([button('Put it off', { verb: 'reminder.snooze', reminders: named })]),
        ]
      : []),
    ...(canLeaveOut
      ? [
          {
            type: 'Input.Text' as const,
            id: 'reason',
            label: 'Why not in this window (your line manager reads it)',
            isMultiline: true,
            maxLength: reasonCharacters,
            errorMessage: 'This is too long.',
            ...(view.reason === undefined ? {} : { value: view.reason.slice(0, reasonCharacters) }),
          },
          ...buttonRows([button('Not this window', { verb: 'reminder.not-this-window', reminders: named })]),
        ]
      : []),
    ...(mandatory.includes(what)
      ? [remark(whyNotStopped(what))]
      : buttonRows([button('Stop these', { verb: 'reminder.stop', what }, { withoutInputs: true })])),
    remark(
      canLeaveOut
        ? 'In words: “remind me tomorrow”, “not this window: on secondment”, or “what will you remind me of?”.'
        : inWords,
    ),
  ]
}
