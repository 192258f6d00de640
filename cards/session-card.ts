import { tookPart } from '../domain/supervision.ts'
import { questionsOf, type SupervisionPolicy } from '../domain/supervision-kind.ts'
import type { CardMessage } from './card.ts'
import { type CardElement, cardWith, fittingCard } from './card-with.ts'
import { heading, note, privatePart, problemList, remark, row, sentence } from './lines.ts'
import { type SessionView, sessionStage } from './session-stage.ts'
import { dayInWords, durationInWords, kindsAsHeading, listInWords } from './words.ts'

/**
 * A recorded session, for whoever reads it and wherever it stands: the logger's receipt, the request to the signer, what
 * was said, the correction asked for, the corrected entry.
 *
 * Private answers are on it only for the two people of the session, and notes, cases, length and the other person only
 * with full sight; that holds here whatever the caller believes.
 */
export function sessionCard(view: SessionView): CardMessage {
  const { summary } = sessionStage(view, view.policy.noteCharacters)
  const card = fittingCard(view.policy.noteCharacters, (most) => {
    const stage = sessionStage(view, most)
    return cardWith(
      [
        heading(stage.heading),
        ...stage.says,
        ...facts(view),
        ...notes(view, most),
        ...whoReadsIt(view),
        ...stage.asks,
        // Beside the buttons: what is wrong is seen where it was pressed.
        ...problemList((view.problems ?? []).map((problem) => problem.says)),
      ],
      stage.actions,
    )
  })
  return { card, summary }
}

function facts({ session, practitioner, supervisor, sight, policy }: SessionView): CardElement[] {
  const what = [
    row('Kind', { strong: kindsAsHeading(policy, session.kinds) }),
    row('Held on', dayInWords(session.heldOn)),
  ]
  const who = { ...row('Supervised', practitioner.name), separator: true, spacing: 'Medium' as const }
  if (sight === 'dates') return [who, ...what]
  return [
    who,
    row('By', supervisor.name),
    ...what,
    row('Length', durationInWords(session.minutes)),
    ...(session.crns.length === 0 ? [] : [row('Cases', session.crns.join(', '))]),
  ]
}

function notes({ session, viewer, sight, policy }: SessionView, most: number): CardElement[] {
  if (sight === 'dates') return []
  const inOrder = policy.kinds.flatMap((kind) => kind.questions).map((question) => question.id)
  const answered = (answers: Readonly<Record<string, string>>) =>
    Object.entries(answers)
      .sort(([a], [b]) => inOrder.indexOf(a) - inOrder.indexOf(b))
      .flatMap(([id, answer]) => note(labelOf(policy, id), answer, most))
  const open = answered(session.answers)
  return [
    ...(open.length === 0 ? [sentence('No notes are kept with it.', { isSubtle: true })] : open),
    ...(tookPart(session, viewer) ? privatePart(answered(session.privateAnswers)) : []),
  ]
}

/** The label of a question; one that the policy no longer asks goes by its id, so that nothing recorded is hidden. */
function labelOf(policy: SupervisionPolicy, id: string): string {
  return policy.kinds.flatMap((kind) => kind.questions).find((question) => question.id === id)?.label ?? id
}

/** The access table of the product in words that are true for this reader. */
function whoReadsIt({ session, viewer, sight, policy }: SessionView): CardElement[] {
  if (sight === 'dates') return [remark('You see which kinds were held on which days, without length, notes or cases.')]
  const privateLabels = listInWords(
    questionsOf(policy, session.kinds)
      .filter((question) => question.private)
      .map((question) => question.label),
  )
  if (!tookPart(session, viewer)) {
    return privateLabels === ''
      ? []
      : [remark(`${privateLabels}: only for the two people of the session, so not shown.`)]
  }
  return [
    remark(
      'Who can read this: the two of you, and the line manager of the person supervised. Their head of PDU sees only the kind and the day.',
    ),
    ...(privateLabels === ''
      ? []
      : [{ ...remark(`${privateLabels}: only the two of you.`), spacing: 'Small' as const }]),
  ]
}
