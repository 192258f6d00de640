import type { ReminderWhat } from '../../domain/reminders/reminder-what.ts'
import { reminderInWords } from '../../domain/reminders/reminder-what.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, row, sentence } from '../lines.ts'
import { typed } from '../typed.ts'
import { untilInWords } from './reminder-words.ts'

/** What came of a wish about reminders. */
export type SaidOfReminders =
  /** `titles` say what; `name` whose it is, where that is not the reader. */
  | { said: 'put-off'; titles: readonly string[]; name?: string; until: string }
  | { said: 'left-out'; titles: readonly string[]; reason: string; told: 'told' | 'not-reached' | 'nobody' }
  | { said: 'stopped' | 'begun-again'; what: ReminderWhat }
  /** Nothing is left to do. `why` is a fixed sentence. */
  | { said: 'settled'; titles: readonly string[]; name?: string; why: string }
  /** A later reminder of the same has come. */
  | { said: 'newer'; titles: readonly string[]; name?: string; sentAt: string }

/** What a reminder turns into once something was said of it, or nothing is left to do: it can only be read. */
export function saidOfRemindersCard(said: SaidOfReminders): CardMessage {
  const summary = 'A reminder was answered'
  const mine = button('My reminders', { verb: 'reminder.show' })
  switch (said.said) {
    case 'put-off':
      return {
        card: cardWith(
          [
            heading('Put off'),
            ...whatAndWhose(said),
            sentence(`I remind you again on ${untilInWords(said.until)}, if it is still to be done then.`),
          ],
          [mine],
        ),
        summary,
      }
    case 'left-out':
      return {
        card: cardWith(
          [
            heading('Not this window'),
            ...whatAndWhose(said),
            sentence('You get no more reminders of it. The session stays due.'),
            row('Why', said.reason),
            sentence(toldWords[said.told]),
          ],
          [mine],
        ),
        summary,
      }
    case 'stopped':
      return {
        card: cardWith(
          [
            heading('Stopped'),
            sentence(`You get no more reminders of ${reminderInWords(said.what)}. What is due stays due.`),
          ],
          [button('Begin again', { verb: 'reminder.begin-again', what: said.what }), mine],
        ),
        summary,
      }
    case 'begun-again':
      return {
        card: cardWith(
          [heading('Begun again'), sentence(`I remind you of ${reminderInWords(said.what)} again.`)],
          [mine],
        ),
        summary,
      }
    case 'settled':
      return {
        card: cardWith([heading('Nothing left to do'), ...whatAndWhose(said), sentence(said.why)], [mine]),
        summary,
      }
    case 'newer':
      return {
        card: cardWith(
          [
            heading('An older reminder'),
            ...whatAndWhose(said),
            sentence(`A newer one came on ${untilInWords(said.sentAt)}. It is further down in this chat.`),
          ],
          [mine],
        ),
        summary,
      }
  }
}

const toldWords = {
  told: 'Your line manager has been told.',
  'not-reached': 'Your line manager could not be reached in Teams yet, and is told later.',
  nobody: 'The staff list names no line manager for you, so nobody was told.',
}

function whatAndWhose({ titles, name }: { titles: readonly string[]; name?: string }) {
  return [...(name === undefined ? [] : [typed({ strong: name })]), ...titles.map((title) => typed({ strong: title }))]
}
