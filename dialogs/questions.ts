import type { DraftField, Problem } from '../domain/draft.ts'
import type { SupervisionPolicy } from '../domain/supervision-kind.ts'

/** The question for a part of a draft, as a sentence in the chat; undefined when nothing is to be asked. */
export function questionOf(field: DraftField | undefined, policy: SupervisionPolicy): string | undefined {
  switch (field) {
    case undefined:
      return undefined
    case 'other':
      return 'Who was it with?'
    case 'kinds':
      return `What kind of session was it: ${kindNames(policy)}?`
    case 'heldOn':
      return 'Which day was it?'
    case 'minutes':
      return 'How many minutes was it?'
    default:
      return questionFor(field, policy)?.ask
  }
}

/** What is still needed, as one thing to put right on the form. */
export function questionsStillNeeded(fields: readonly DraftField[], policy: SupervisionPolicy): Problem[] {
  const [first] = fields
  if (first === undefined) return []
  const labels = fields.map((field) => labelOf(field, policy))
  return [{ field: first, says: `Still needed: ${new Intl.ListFormat('en-GB').format(labels)}.` }]
}

function labelOf(field: DraftField, policy: SupervisionPolicy): string {
  const basics = { other: 'who it was with', kinds: 'the kind of session', heldOn: 'the day', minutes: 'the minutes' }
  if (field in basics) return basics[field as keyof typeof basics]
  return (questionFor(field, policy)?.label ?? field).toLowerCase()
}

function questionFor(field: DraftField, policy: SupervisionPolicy) {
  const id = field.slice('answer.'.length)
  return policy.kinds.flatMap((kind) => kind.questions).find((question) => question.id === id)
}

function kindNames(policy: SupervisionPolicy): string {
  const names = policy.kinds.filter((kind) => kind.canBeLogged).map((kind) => kind.name.toLowerCase())
  return `${names.join(', ')}${names.length > 1 ? ', or both' : ''}`
}
