import { reasonCharacters } from '../../domain/withdrawal.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, note, problemList, row, sentence } from '../lines.ts'
import { typed } from '../typed.ts'
import { dayInWords, durationInWords, kindsAsHeading, kindsInWords, momentInWords } from '../words.ts'
import type { SessionView } from './session-stage.ts'

export type WithdrawView = Pick<SessionView, 'session' | 'policy'> & {
  otherName: string
  /** Whether it is too late to withdraw it without a reason. */
  needsReason: boolean
  /** A reason that was given already. */
  reason?: string
  problems?: readonly string[]
}

/** Asks somebody who wants to withdraw a session whether they are sure, and why where that is needed. */
export function withdrawCard(view: WithdrawView): CardMessage {
  const { session, policy, otherName, needsReason, reason, problems = [] } = view
  const input: CardElement = {
    type: 'Input.Text',
    id: 'reason',
    label: needsReason ? 'Why' : 'Why (optional until midnight)',
    placeholder: 'For example: logged twice',
    maxLength: reasonCharacters,
    isRequired: needsReason,
    errorMessage: needsReason ? 'A reason is needed after the day it was logged.' : 'This is too long.',
    ...(reason === undefined ? {} : { value: reason.slice(0, reasonCharacters) }),
  }
  return {
    summary: 'Withdraw a supervision session?',
    card: cardWith(
      [
        heading('Withdraw this session?'),
        row('With', { strong: otherName }),
        row('Kind', kindsAsHeading(policy, session.kinds)),
        row('Held on', dayInWords(session.heldOn)),
        row('Length', durationInWords(session.minutes)),
        typed('It no longer counts. Both of you can still read it, and ', otherName, ' is told.'),
        ...(session.corrects === undefined ? [] : [sentence('The entry it replaced does not come back.')]),
        input,
        sentence(
          needsReason
            ? 'You can also type “yes, because” and the reason, or “keep it”.'
            : 'You can also type “yes” or “keep it”.',
        ),
        ...problemList(problems),
      ],
      [
        button('Withdraw it', { verb: 'session.withdraw-now', session: session.id }, { primary: true }),
        button('Keep it', { verb: 'session.keep', session: session.id }, { withoutInputs: true }),
      ],
    ),
  }
}

/** Tells the other person of a session that its logger has withdrawn it. */
export function withdrawnCard({
  session,
  loggerName,
  policy,
}: Pick<SessionView, 'session' | 'policy'> & { loggerName: string }): CardMessage {
  const { withdrawn } = session
  return {
    summary: 'A supervision session was withdrawn',
    card: cardWith(
      [
        heading('✕ A session was withdrawn'),
        typed(
          ...(withdrawn === undefined ? [] : [`On ${momentInWords(withdrawn.at)}, `]),
          { strong: loggerName },
          ` withdrew ${kindsInWords(policy, session.kinds)} held on ${dayInWords(session.heldOn)}.`,
        ),
        ...(withdrawn?.reason === undefined ? [] : note('Reason', withdrawn.reason, reasonCharacters)),
        sentence('It does not count any more, and you need not agree to it. You can still read it.'),
      ],
      [button('Show the session', { verb: 'session.show', session: session.id })],
    ),
  }
}
