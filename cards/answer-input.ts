import { answerOf, type SupervisionDraft } from '../domain/draft.ts'
import { choicesOf, type KindQuestion, type SupervisionPolicy } from '../domain/supervision-kind.ts'
import type { CardElement } from './card-with.ts'
import { note, remark } from './lines.ts'
import { beginning } from './typed.ts'

/** The input for a question, with what the draft answers. `kept`: the answer is too long to travel, so its beginning is shown. */
export function answerInput(
  question: KindQuestion,
  draft: Pick<SupervisionDraft, 'answers' | 'crns'>,
  policy: SupervisionPolicy,
  kept: boolean,
): CardElement[] {
  const { id, label, ask, answer, of, oneOf, ofPractitioner } = question
  const said = draft.answers[id]
  if (kept && said !== undefined) {
    return [...note(label, beginning(said, 200), 201), remark(`Kept. To change it, type: change ${id} to …`)]
  }
  const value = answerOf(draft, question)
  // What belongs to another answer is needed only where that one is given, which a client cannot tell.
  const needed = question.required && of === undefined
  const isAsked = question.required || oneOf !== undefined || (ofPractitioner === true && answer.type === 'choice')
  const common = {
    id: `answer.${id}`,
    label: isAsked ? label : `${label} (optional)`,
    isRequired: needed,
    ...(value === undefined ? {} : { value }),
    ...(oneOf === undefined ? {} : { separator: true, spacing: 'Large' as const }),
  }
  if (answer.type === 'choice') {
    const choices = choicesOf(policy, question).map((choice) => ({ title: choice.name, value: choice.id }))
    // A choice that the policy no longer has cannot be shown as chosen.
    const { value: _value, ...without } = common
    const isOffered = choices.some((choice) => choice.value === value)
    return [
      {
        type: 'Input.ChoiceSet',
        ...(isOffered ? common : without),
        style: 'compact',
        placeholder: 'Choose',
        choices,
        errorMessage: 'Choose one.',
      },
    ]
  }
  const isCase = answer.type === 'case'
  const most = answer.type === 'text' ? answer.most : undefined
  return [
    {
      type: 'Input.Text',
      ...common,
      placeholder: isCase ? 'X320741' : ask,
      isMultiline: !isCase && most === undefined && of === undefined,
      maxLength: isCase ? 100 : Math.min(most ?? policy.noteCharacters, policy.noteCharacters),
      errorMessage: needed ? 'This is needed to save.' : 'This is too long.',
    },
  ]
}

const fewestOfAGroup = 3

/**
 * The questions that a form shows: all of them, save that of those of which one is needed it shows what is answered and
 * one more, three at least, each with what belongs to it. `more` is the first of those left off.
 */
export function questionsShown(
  questions: readonly KindQuestion[],
  draft: Pick<SupervisionDraft, 'answers' | 'crns'>,
): { shown: KindQuestion[]; more?: KindQuestion } {
  const left = new Set<string>()
  let more: KindQuestion | undefined
  for (const group of new Set(questions.flatMap(({ oneOf }) => oneOf ?? []))) {
    const among = questions.filter(({ oneOf }) => oneOf === group)
    const given = among.findLastIndex((question) => answerOf(draft, question) !== undefined) + 1
    for (const question of among.slice(Math.max(given + 1, fewestOfAGroup))) {
      more ??= question
      left.add(question.id)
    }
  }
  const shown = questions.filter(({ id, of }) => !left.has(id) && (of === undefined || !left.has(of)))
  return more === undefined ? { shown } : { shown, more }
}
