import { Temporal } from 'temporal-polyfill'
import { answerOf, type Problem, questionsAsked, type SupervisionDraft } from '../../domain/draft.ts'
import { warningsAbout } from '../../domain/draft-problems.ts'
import type { LoggerPart, SupervisionPolicy } from '../../domain/supervision-kind.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith, fittingCard } from '../card-with.ts'
import { heading, privatePart, problemList, row } from '../lines.ts'
import { typed } from '../typed.ts'
import { dayInWords, durationInWords, kindsAsHeading } from '../words.ts'
import { answerLines, otherCases } from './answer-lines.ts'

export type ReviewView = {
  /** A draft with nothing missing; what is missing all the same is said to be. */
  draft: SupervisionDraft
  otherName: string
  policy: SupervisionPolicy
  /** In what part it is logged. */
  part?: LoggerPart
  problems?: readonly Problem[]
  /** What the records find unusual, as sentences. */
  warnings?: readonly string[]
}

/** A complete supervision to look over: one press saves it. */
export function supervisionReviewCard({
  draft,
  otherName,
  policy,
  part,
  problems = [],
  warnings = [],
}: ReviewView): CardMessage {
  const questions = questionsAsked(draft, policy).filter(
    (question) => !question.ofPractitioner || part === 'practitioner',
  )
  const answersOf = (isPrivate: boolean) =>
    Object.fromEntries(
      questions
        .filter((question) => question.private === isPrivate)
        .map((question) => [
          question.id,
          question.answer.type === 'case' ? answerOf(draft, question) : draft.answers[question.id],
        ])
        .filter((pair): pair is [string, string] => pair[1] !== undefined),
    )
  const unknown = 'Not said yet'
  const card = fittingCard(600, (most) => {
    return cardWith(
      [
        heading(draft.corrects === undefined ? 'Ready to save' : 'Ready to save the correction'),
        typed('Please check it. When you save, ', otherName, ' is asked to agree.'),
        ...problemList(problems.map((problem) => problem.says)),
        row('With', { strong: otherName }),
        row('Kind', draft.kinds.length === 0 ? unknown : kindsAsHeading(policy, draft.kinds)),
        row('Held on', draft.heldOn === undefined ? unknown : dayInWords(Temporal.PlainDate.from(draft.heldOn))),
        row('Length', draft.minutes === undefined ? unknown : durationInWords(draft.minutes)),
        ...otherCases(draft.crns, answersOf(false), policy),
        ...answerLines(answersOf(false), policy, most),
        ...privatePart(answerLines(answersOf(true), policy, most)),
        ...[...warnings, ...warningsAbout(draft, policy)].map((says) => typed({ strong: 'Please note: ' }, says)),
      ],
      [
        button('Save', { verb: 'supervision.save', draft: draft.id }, { primary: true }),
        button('Change something', { verb: 'supervision.edit', draft: draft.id }),
        button('Cancel', { verb: 'supervision.cancel', draft: draft.id }),
      ],
    )
  })
  return { card, summary: 'A supervision session ready to save' }
}
