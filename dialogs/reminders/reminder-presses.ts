import { inputReader, Words } from '../../cards/read-input.ts'
import { SnoozeChoice } from '../../domain/reminders/reminder-policy.ts'
import { remindersNamed } from '../../domain/reminders/reminders-named.ts'
import type { Presses } from '../turn.ts'
import { leaveOut, putOff, showOptions } from './answer-reminder.ts'
import { beginReminders, carryOn, showMyReminders, stopReminders } from './my-reminders.ts'
import { showDelivery } from './show-delivery.ts'
import { showDigest } from './show-digest.ts'

/** The buttons of reminders, the digest and the delivery report. */
export const reminderPresses: Presses<
  | 'reminder.options'
  | 'reminder.snooze'
  | 'reminder.not-this-window'
  | 'reminder.stop'
  | 'reminder.begin-again'
  | 'reminder.go-on'
  | 'reminder.show'
  | 'digest.show'
  | 'delivery.show'
> = {
  'reminder.options': ({ reminders }, _data, turn, desk) => showOptions(remindersNamed(reminders), turn, desk),
  'reminder.snooze': async ({ reminders }, data, turn, desk) => {
    const chosen = SnoozeChoice.safeParse(data.until).data
    if (chosen === undefined || !desk.reminderPolicy.snoozes.includes(chosen)) {
      return { message: { text: 'Please choose when to remind you again. Nothing was changed.' } }
    }
    return putOff(remindersNamed(reminders), chosen, turn, desk)
  },
  'reminder.not-this-window': ({ reminders }, data, turn, desk) => {
    const read = inputReader<'reason'>(data, () => {})
    const reason = read('reason', Words, 'I could not read the reason. Please type it again.')
    return leaveOut(remindersNamed(reminders), reason ?? '', turn, desk)
  },
  'reminder.stop': ({ what }, _data, turn, desk) => stopReminders(what, turn, desk),
  'reminder.begin-again': ({ what }, _data, turn, desk) => beginReminders(what, turn, desk),
  'reminder.go-on': (_action, _data, turn, desk) => carryOn(turn, desk),
  'reminder.show': (_action, _data, turn, desk) => showMyReminders(turn, desk),
  'digest.show': ({ page }, _data, turn, desk) => showDigest(Number(page ?? 1), turn, desk),
  'delivery.show': ({ page }, _data, turn, desk) => showDelivery(Number(page ?? 1), turn, desk),
}
