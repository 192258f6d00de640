import { answerInWords, type SupervisionPolicy } from '../../domain/supervision-kind.ts'
import type { CardElement } from '../card-with.ts'
import { note, row, wideRow } from '../lines.ts'

/**
 * Answers as people read them, in the policy's order: words under their label, a choice or a case beside it. An answer to
 * a question that the policy no longer asks goes by its id, so that nothing recorded is hidden.
 */
export function answerLines(
  answers: Readonly<Record<string, string>>,
  policy: SupervisionPolicy,
  mostCharacters: number,
): CardElement[] {
  const questions = policy.kinds.flatMap((kind) => kind.questions)
  const placeOf = (id: string) => questions.findIndex((question) => question.id === id)
  return Object.entries(answers)
    .sort(([a], [b]) => placeOf(a) - placeOf(b))
    .flatMap(([id, answer]) => {
      const question = questions.find((candidate) => candidate.id === id)
      const isShort = question?.answer.type === 'choice' || question?.answer.type === 'case'
      return question !== undefined && isShort
        ? [wideRow(question.label, { strong: answerInWords(policy, question, answer) })]
        : note(question?.label ?? id, answer, mostCharacters)
    })
}

/** Cases discussed that no answer names by itself. */
export function otherCases(
  crns: readonly string[],
  answers: Readonly<Record<string, string>>,
  policy: SupervisionPolicy,
): CardElement[] {
  const questions = policy.kinds.flatMap((kind) => kind.questions).filter(({ answer }) => answer.type === 'case')
  const named = new Set(questions.map(({ id }) => answers[id]))
  const others = crns.filter((crn) => !named.has(crn))
  return others.length === 0 ? [] : [row('Cases', others.join(', '))]
}
