import { CardAction } from '../cards/card-action.ts'
import { sessionPresses } from './session-presses.ts'
import { type Desk, type Presses, type Reply, refuse, type Turn } from './turn.ts'

const presses: Presses<CardAction['verb']> = { ...sessionPresses }

/** Buttons of lists and notes, which stay useful after the press. */
const answeredBelow: readonly CardAction['verb'][] = [
  'supervision.resume',
  'session.show',
  'session.correct',
  'record.show',
  'suggestion.try',
]

const inPersonalChat = 'Please press that in our personal chat. In a group I show nothing about people or cases.'

/**
 * The answer to a button. `verb` and `data` are what the client sent. Anything that is not one of our buttons is refused.
 */
export async function press(verb: unknown, data: Record<string, unknown>, turn: Turn, desk: Desk): Promise<Reply> {
  if (!turn.personal) return refuse(turn, 'in-company', inPersonalChat)
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
