import { Temporal } from 'temporal-polyfill'
import type { Problem, SupervisionDraft } from '../domain/draft.ts'
import { questionsOf, type SupervisionPolicy } from '../domain/supervision-kind.ts'
import { button } from './button.ts'
import type { CardMessage } from './card.ts'
import { cardWith, fittingCard } from './card-with.ts'
import { heading, note, privatePart, problemList, row } from './lines.ts'
import { typed } from './typed.ts'
import { dayInWords, durationInWords, kindsAsHeading } from './words.ts'

export type ReviewView = {
  /** A draft with nothing missing; what is missing all the same is said to be. */
  draft: SupervisionDraft
  otherName: string
  policy: SupervisionPolicy
  problems?: readonly Problem[]
}

/** A complete supervision to look over: one press saves it. */
export function supervisionReviewCard({ draft, otherName, policy, problems = [] }: ReviewView): CardMessage {
  const answered = questionsOf(policy, draft.kinds).filter((question) => draft.answers[question.id] !== undefined)
  const unknown = 'Not said yet'
  const card = fittingCard(600, (most) => {
    const notes = (isPrivate: boolean) =>
      answered
        .filter((question) => question.private === isPrivate)
        .flatMap((question) => note(question.label, draft.answers[question.id] ?? '', most))
    return cardWith(
      [
        heading(draft.corrects === undefined ? 'Ready to save' : 'Ready to save the correction'),
        typed('Please check it. When you save, ', otherName, ' is asked to agree.'),
        ...problemList(problems.map((problem) => problem.says)),
        row('With', { strong: otherName }),
        row('Kind', draft.kinds.length === 0 ? unknown : kindsAsHeading(policy, draft.kinds)),
        row('Held on', draft.heldOn === undefined ? unknown : dayInWords(Temporal.PlainDate.from(draft.heldOn))),
        row('Length', draft.minutes === undefined ? unknown : durationInWords(draft.minutes)),
        ...(draft.crns.length === 0 ? [] : [row('Cases', draft.crns.join(', '))]),
        ...notes(false),
        ...privatePart(notes(true)),
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
