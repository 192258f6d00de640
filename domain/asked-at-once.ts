import { answerOf, type DraftField, missing, questionsAsked, type SupervisionDraft } from './draft.ts'
import { type LoggerPart, questionsOf, type SupervisionPolicy } from './supervision-kind.ts'

/** One of several things that one message asks for. */
export type AskedAtOnce = { field: DraftField; optional: boolean }

/**
 * Everything that one message can ask of a draft: what is still needed, in the policy's order, each with what has to be
 * asked as soon as it is answered; then what may be left out. It looks only at the draft, so the same numbers mean the
 * same questions until something is answered. `part` is who writes it down: only the person supervised is asked what is
 * asked of them alone.
 */
export function askedAtOnce(draft: SupervisionDraft, policy: SupervisionPolicy, part?: LoggerPart): AskedAtOnce[] {
  const questions = questionsOf(policy, draft.kinds)
  const needed = missing(draft, policy).flatMap((field): DraftField[] => {
    const after = questions.filter(({ of, required }) => required && of !== undefined && field === `answer.${of}`)
    return [field, ...after.map(({ id }): DraftField => `answer.${id}`)]
  })
  const optional = questionsAsked(draft, policy).filter(
    (question) =>
      !question.required &&
      question.of === undefined &&
      question.oneOf === undefined &&
      (question.ofPractitioner !== true || part === 'practitioner') &&
      answerOf(draft, question) === undefined,
  )
  return [
    ...needed.map((field) => ({ field, optional: false })),
    ...optional.map(({ id }): AskedAtOnce => ({ field: `answer.${id}`, optional: true })),
  ]
}
