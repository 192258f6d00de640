import type { RecordedSession } from '../../domain/supervision.ts'
import type { SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { typed } from '../typed.ts'
import { durationInWords, kindsAsHeading, shortDay } from '../words.ts'

export type ChooseSessionView = {
  /** Newest first; the ones to choose from. */
  sessions: readonly { session: RecordedSession; otherName: string }[]
  to: 'correct' | 'withdraw'
  /** How many more there are. */
  more: number
  /** Whether it was said already how the session should be. */
  carries?: boolean
  policy: SupervisionPolicy
}

/** Several sessions fit what was said: a button for each. */
export function chooseSessionCard({ sessions, to, more, carries = false, policy }: ChooseSessionView): CardMessage {
  const verb = to === 'correct' ? 'session.correct' : 'session.withdraw'
  const title = to === 'correct' ? 'Correct' : 'Withdraw'
  return {
    summary: 'Several sessions fit',
    card: cardWith([
      heading('Which session?'),
      sentence(`You logged several like that. Which one do you want to ${to}?`),
      ...(carries
        ? [sentence('What you said of it is put in when you choose one now, or say its day or “the first one”.')]
        : []),
      ...sessions.map(
        ({ session, otherName }): CardElement => ({
          type: 'Container',
          separator: true,
          spacing: 'Medium',
          items: [
            typed({ strong: shortDay(session.heldOn) }, ` ${kindsAsHeading(policy, session.kinds)}`),
            { ...typed(`${durationInWords(session.minutes)} with `, otherName), spacing: 'None' },
            {
              type: 'ActionSet',
              spacing: 'Small',
              actions: [button(`${title} ${shortDay(session.heldOn)}`, { verb, session: session.id })],
            },
          ],
        }),
      ),
      remark(
        `${more > 0 ? `${more} older ones fit too. ` : ''}You can also say the name and the day, like “${to} the session with” a name “on 12 November”.`,
      ),
    ]),
  }
}
