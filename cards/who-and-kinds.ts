import type { StaffCode } from '../domain/ids.ts'
import type { KindId, SupervisionPolicy } from '../domain/supervision-kind.ts'
import type { CardElement } from './card-with.ts'

/** The input for the other person of a session; none where there is nobody to choose from. `needed` says so when it is empty. */
export function whoInput(
  offered: readonly { title: string; value: string }[],
  chosen: StaffCode | undefined,
  needed: string,
): CardElement[] {
  if (offered.length === 0) return []
  return [
    {
      type: 'Input.ChoiceSet',
      id: 'other',
      label: 'With',
      style: 'compact',
      placeholder: 'Choose a person',
      choices: [...offered],
      isRequired: true,
      errorMessage: needed,
      ...(offered.some(({ value }) => value === chosen) ? { value: chosen } : {}),
    },
  ]
}

/** The input for the kinds of a session, of those that may be chosen: all of them where `may` is absent. */
export function kindsInput(
  draft: { kinds: readonly KindId[] },
  policy: SupervisionPolicy,
  may?: readonly KindId[],
): CardElement {
  const kinds = policy.kinds.filter((kind) => may === undefined || may.includes(kind.id))
  const chosen = kinds.filter((kind) => draft.kinds.includes(kind.id)).map((kind) => kind.id)
  return {
    type: 'Input.ChoiceSet',
    id: 'kinds',
    label: 'Kind (one or more)',
    style: 'expanded',
    isMultiSelect: true,
    wrap: true,
    choices: kinds.map((kind) => ({ title: kind.name, value: kind.id })),
    isRequired: true,
    errorMessage: 'Choose at least one kind.',
    ...(chosen.length === 0 ? {} : { value: chosen.join(',') }),
  }
}
