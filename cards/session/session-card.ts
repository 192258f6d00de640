import { accessRestricted } from '../../domain/hidden-cases.ts'
import { wasReflective } from '../../domain/reflection.ts'
import { tookPart } from '../../domain/supervision.ts'
import { answerInWords, kindOf, questionsOf } from '../../domain/supervision-kind.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith, fittingCard } from '../card-with.ts'
import { heading, privatePart, problemList, remark, row, sentence } from '../lines.ts'
import type { Words } from '../typed.ts'
import { dayInWords, durationInWords, kindsAsHeading, listInWords } from '../words.ts'
import { answerLines, otherCases } from './answer-lines.ts'
import { type SessionView, sessionStage } from './session-stage.ts'

/**
 * A recorded session, for whoever reads it and wherever it stands: the logger's receipt, the request to the signer, what
 * was said, the correction asked for, the corrected entry.
 *
 * Private answers are on it only for the two people of the session, and notes, cases, length and the other person only
 * with full sight; that holds here whatever the caller believes.
 */
export function sessionCard(view: SessionView): CardMessage {
  let summary = ''
  const card = fittingCard(view.policy.noteCharacters, (most) => {
    const stage = sessionStage(view, most)
    summary = stage.summary
    return cardWith(
      [
        heading(stage.heading),
        ...stage.says,
        ...facts(view),
        ...notes(view, most),
        ...wasItReflective(view),
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

function facts({ session, practitioner, supervisor, sight, policy, casesHidden = false }: SessionView): CardElement[] {
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
    ...otherCases(casesHidden ? [...session.crns, accessRestricted] : session.crns, session.answers, policy),
  ]
}

function notes({ session, viewer, sight, policy }: SessionView, most: number): CardElement[] {
  if (sight === 'dates') return []
  const open = answerLines(session.answers, policy, most)
  return [
    ...(open.length === 0 ? [sentence('No notes are kept with it.', { isSubtle: true })] : open),
    ...(tookPart(session, viewer) ? privatePart(answerLines(session.privateAnswers, policy, most)) : []),
  ]
}

/** What the person supervised said of a reflective session. */
function wasItReflective({ session, practitioner, sight, policy }: SessionView): CardElement[] {
  const { reflection } = session
  if (reflection === undefined || sight === 'dates') return []
  const asked = policy.kinds.flatMap((kind) => kind.questions).find(({ id }) => id === wasReflective)
  const rating = asked === undefined ? reflection.rating : answerInWords(policy, asked, reflection.rating)
  const line: Words[] = reflection.line === undefined ? [] : [': ', reflection.line]
  return [row('Reflective?', { strong: rating }, ', says ', practitioner.name, ...line)]
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
  const forQuality = session.kinds.filter((id) => kindOf(policy, id).loggedBy.includes('qdo'))
  const part = forQuality.map((id) => kindOf(policy, id).name)
  const only = part.length === session.kinds.length ? '' : ` (its ${listInWords(part)} part only)`
  const others =
    part.length === 0
      ? 'and the line manager of the person supervised'
      : `the line manager of the person supervised, and the quality officers of the PDU${only}`
  return [
    remark(`Who can read this: the two of you, ${others}. Their head of PDU sees only the kind and the day.`),
    ...(privateLabels === ''
      ? []
      : [{ ...remark(`${privateLabels}: only the two of you.`), spacing: 'Small' as const }]),
  ]
}
