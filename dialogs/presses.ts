import { CardAction } from '../cards/card-action.ts'
import { actionPresses } from './action/action-answers.ts'
import { decidePresses } from './allocation/allocate-in-words.ts'
import { allocationPresses } from './allocation/allocation-presses.ts'
import { caseloadPresses } from './allocation/caseload-presses.ts'
import { awayPresses } from './away/away-answers.ts'
import { bookingPresses } from './booking/booking-presses.ts'
import { drawPresses } from './case-draw/draw-in-words.ts'
import { nominationPresses } from './case-draw/nominate-case.ts'
import { duePresses } from './due/due-presses.ts'
import { minePresses } from './mine/mine-presses.ts'
import { reminderPresses } from './reminders/reminder-presses.ts'
import { reviewPresses } from './reviews/review-presses.ts'
import { reflectivePresses } from './session/say-reflective.ts'
import { sessionPresses } from './session/session-presses.ts'
import { withdrawPresses } from './session/withdraw-session.ts'
import { teamActionPresses } from './team-action/team-action-presses.ts'
import { type Desk, type Presses, type Reply, refuse, type Turn } from './turn.ts'

const presses: Presses<CardAction['verb']> = {
  ...sessionPresses,
  ...withdrawPresses,
  ...reflectivePresses,
  ...bookingPresses,
  ...awayPresses,
  ...actionPresses,
  ...drawPresses,
  ...duePresses,
  ...nominationPresses,
  ...minePresses,
  ...caseloadPresses,
  ...allocationPresses,
  ...decidePresses,
  ...reviewPresses,
  ...reminderPresses,
  ...teamActionPresses,
}

/** Buttons of lists and notes, which stay useful after the press. */
const answeredBelow: readonly CardAction['verb'][] = [
  'supervision.resume',
  'session.show',
  'session.correct',
  'reflective.show',
  'draw.show-fair',
  'draw.log',
  'nomination.make',
  'booking.show',
  'booking.held',
  'record.show',
  'absence.show',
  'cover.show',
  'action.show',
  'action.new',
  'states.show',
  'team.show',
  'pdu.show',
  'supervision.begin',
  'booking.begin',
  'allocation.begin',
  'allocation.resume',
  'allocation.find',
  'allocation.ranked',
  'allocation.details',
  'allocation.change',
  'allocation.authority',
  'caseload.show',
  'workload.show',
  'workload.team',
  'reviews.show',
  'reviews.team',
  'reviews.pdu',
  'reviews.case',
  'review.show',
  'reminder.options',
  'reminder.show',
  'digest.show',
  'delivery.show',
  'mine.copy',
  'mine.kept',
  'mine.views',
  'suggestion.try',
  'team-action.show',
]

/** The buttons that work in a group chat or channel. Whatever is not among them is refused there. */
const inCompany: readonly unknown[] = Object.keys(teamActionPresses)

const inPersonalChat = 'Please press that in our personal chat. In a group I show nothing about people or cases.'

/**
 * The answer to a button. `verb` and `data` are what the client sent. Anything that is not one of our buttons is refused.
 */
export async function press(verb: unknown, data: Record<string, unknown>, turn: Turn, desk: Desk): Promise<Reply> {
  if (!turn.personal && !inCompany.includes(verb)) return refuse(turn, 'in-company', inPersonalChat)
  const parsed = CardAction.safeParse({ ...data, verb })
  if (!parsed.success) {
    return refuse(
      turn,
      'press',
      'I do not know that button, so I have done nothing. It may be from an older card: say “help” to start afresh.',
    )
  }
  const action = parsed.data
  const run = presses[action.verb] as Presses<string & CardAction['verb']>[CardAction['verb']]
  const reply = await run(action as never, data, turn, desk)
  return answeredBelow.includes(action.verb) ? { ...reply, below: true } : reply
}
