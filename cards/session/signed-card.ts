import type { RecordedSession } from '../../domain/supervision.ts'
import type { SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, note } from '../lines.ts'
import { typed } from '../typed.ts'
import { dayInWords, kindsInWords, standingInWords } from '../words.ts'

const mostWords = 1000

/** Tells the logger of a session what the other person said of it, with the next thing to do. */
export function signedCard({
  session,
  signerName,
  policy,
}: {
  session: RecordedSession
  signerName: string
  policy: SupervisionPolicy
}): CardMessage {
  const changeAsked = session.signOff?.outcome === 'change-asked'
  const show = button('Show the session', { verb: 'session.show', session: session.id })
  return {
    summary: changeAsked ? 'A change was asked for in a session you logged' : 'A session you logged was agreed',
    card: cardWith(
      [
        heading(changeAsked ? 'A change was asked for' : '✓ Agreed'),
        typed(
          `${standingInWords(session, signerName)}: ${kindsInWords(policy, session.kinds)} on ${dayInWords(session.heldOn)}.`,
        ),
        ...(session.signOff?.words === undefined
          ? []
          : note(changeAsked ? 'What should change' : 'Comment', session.signOff.words, mostWords)),
      ],
      changeAsked
        ? [button('Correct it', { verb: 'session.correct', session: session.id }, { primary: true }), show]
        : [show],
    ),
  }
}
