import { listInWords } from '../../cards/words.ts'
import { ReminderWhat, reminderInWords } from '../../domain/reminders/reminder-what.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { reminderWish } from '../understand/reminder-words.ts'
import type { Reading } from '../understand/understand.ts'
import { leaveOut, putOff } from './answer-reminder.ts'
import { beginReminders, carryOn, pauseReminders, showMyReminders, stopReminders } from './my-reminders.ts'
import { lastReminders } from './reminder-now.ts'
import type { PersonalStep } from './rows-of-reminders.ts'
import { showDelivery } from './show-delivery.ts'
import { showDigest } from './show-digest.ts'

/** Whatever is said about reminders: what there will be, later, not at all, and who could not be reached. */
export async function remindersInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const wish = reminderWish(text, turn.today)
  switch (wish.wants) {
    case 'list':
      return showMyReminders(turn, desk)
    case 'digest':
      return showDigest(1, turn, desk)
    case 'delivery-report':
      return showDelivery(1, turn, desk)
    case 'pause':
      return wish.until === undefined
        ? says('Until when? Say “pause my reminders until Monday”, or another day.')
        : pauseReminders(wish.until, turn, desk)
    case 'carry-on':
      return wish.what === undefined ? carryOn(turn, desk) : beginReminders(wish.what, turn, desk)
    case 'stop':
      return wish.what === undefined ? says(whatCanStop(desk)) : stopReminders(wish.what, turn, desk)
    case 'put-off':
      return ofLast(reading, turn, desk, (steps) => putOff(steps, wish.to, turn, desk))
    case 'put-off-to-other':
      return says(
        'I can put a reminder off to tomorrow, by three days, to next week, or to a time like 14:00. Say “remind me next week”, for example.',
      )
    case 'not-this-window':
      return ofLast(reading, turn, desk, (steps) => leaveOut(steps, wish.reason, turn, desk))
    case 'own':
      return says(
        'I remind you of supervision, actions and reviews by myself. For anything else, make it an action: say “action for me: log my monthly by Thursday”, and I remind you before that day.',
      )
  }
}

function whatCanStop({ reminderPolicy: { mandatory } }: Desk): string {
  const can = ReminderWhat.options.filter((what) => !mandatory.includes(what)).map(reminderInWords)
  const pause = 'You can pause them all: say “pause my reminders until Monday”.'
  if (can.length === 0) return `No reminders can be stopped for good. ${pause}`
  return `Which ones? You can stop those of ${listInWords(can)}: say “stop reminding me of ${can[0]}”. ${pause}`
}

/** Does something about what the last message reminded of; of several things it has to be said which. */
async function ofLast(
  reading: Reading,
  turn: Turn,
  desk: Desk,
  does: (steps: readonly PersonalStep[]) => Promise<Reply>,
): Promise<Reply> {
  const last = await lastReminders(turn, desk)
  const { kinds, review } = reading.entities
  const meant = last.filter(
    ({ thing }) =>
      (kinds === undefined || (thing.what === 'window-closing' && kinds.includes(thing.kind))) &&
      (review === undefined || (thing.what === 'review-due' && thing.review === review)),
  )
  const [first] = meant
  if (first === undefined) {
    return says(
      last.length === 0
        ? 'I have not reminded you of anything lately, so there is nothing to put off. To see what is coming, say “what will you remind me of?”.'
        : 'My last reminder was not about that, so I have done nothing. To see what is coming, say “what will you remind me of?”.',
    )
  }
  const together = meant.every(({ thing }) => thing.what === first.thing.what && thing.person === first.thing.person)
  if (!together || (first.thing.what !== 'window-closing' && meant.length > 1)) {
    return says(
      'My last message had several reminders, so I have done nothing. Press “Not now” beside the one that you mean.',
    )
  }
  return does(meant)
}

const says = (text: string): Reply => ({ message: { text } })
