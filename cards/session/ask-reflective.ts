import type { StaffCode } from '../../domain/ids.ts'
import { lineCharacters, wasReflective } from '../../domain/reflection.ts'
import { mayReflect, type RecordedSession, signerOf } from '../../domain/supervision.ts'
import { choicesOf, type SupervisionPolicy } from '../../domain/supervision-kind.ts'
import type { CardElement } from '../card-with.ts'
import { sentence } from '../lines.ts'

type AskView = {
  session: RecordedSession
  viewer: StaffCode
  policy: SupervisionPolicy
  /** What was chosen and typed on the card already. */
  typedReflection?: { rating?: string; line?: string }
}

/**
 * The inputs that ask the person supervised whether a reflective session was reflective: nothing for anybody else, nothing
 * once they have said it, and nothing of a session that no longer stands.
 */
export function askedOfPractitioner({ session, viewer, policy, typedReflection = {} }: AskView): CardElement[] {
  if (!mayReflect(session, viewer)) return []
  const question = policy.kinds.flatMap((kind) => kind.questions).find(({ id }) => id === wasReflective)
  if (question === undefined) return []
  const choices = choicesOf(policy, question).map(({ id, name }) => ({ title: name, value: id }))
  const { rating, line } = typedReflection
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'reflective',
      label: question.label,
      style: 'expanded',
      errorMessage: 'Choose one.',
      choices,
      separator: true,
      spacing: 'Large',
      ...(choices.some(({ value }) => value === rating) ? { value: rating } : {}),
    },
    {
      type: 'Input.Text',
      id: 'line',
      label: 'In a line, why (optional)',
      placeholder: 'Your line manager reads it with your answer.',
      maxLength: lineCharacters,
      errorMessage: 'This is too long.',
      ...(line === undefined ? {} : { value: line.slice(0, lineCharacters) }),
    },
    ...(session.signOff === undefined && signerOf(session) === viewer
      ? [sentence('Or type “agree, partly reflective:” and why.', { spacing: 'Small' })]
      : [sentence('Or type “yes”, “partly” or “no”, and why.', { spacing: 'Small' })]),
  ]
}
