import type { Temporal } from 'temporal-polyfill'
import { actionCharacters } from '../../domain/action.ts'
import type { ActionId, SessionId, StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, problemList, remark, sentence, subheading } from '../lines.ts'
import { peopleOffered } from '../people-offered.ts'

/** One action of the form, as far as it is known. */
export type ActionItem = { id: ActionId; owner?: StaffCode; text?: string; due?: Temporal.PlainDate }

export type ActionFormView = {
  /** At least one. */
  items: readonly ActionItem[]
  /** Everybody the reader may ask; the reader is among them. */
  owners: readonly Pick<Person, 'staffCode' | 'name'>[]
  /** The session they were agreed in. */
  from?: SessionId
  problems: readonly string[]
  today: Temporal.PlainDate
}

/** The name of an input of the action that stands at a place in the form, counted from nought. */
export function inputOf(name: 'owner' | 'text' | 'due', place: number): string {
  return place === 0 ? name : `${name}.${place + 1}`
}

/** New actions to check and save: who does what by when. One press saves them all. */
export function actionFormCard({ items, owners, from, problems, today }: ActionFormView): CardMessage {
  const [first, ...more] = items.map(({ id }) => id)
  const action = {
    verb: 'action.add',
    action: first as ActionId,
    ...(more.length === 0 ? {} : { more: more.join(' ') }),
    ...(from === undefined ? {} : { session: from }),
  } as const
  return {
    card: cardWith(
      [
        heading(items.length === 1 ? 'Add an action' : `Add ${items.length} actions`),
        sentence(
          `${from === undefined ? '' : 'Agreed in this session. '}Whoever is to do it is told when you save. Nothing is kept before.`,
        ),
        ...problemList(problems),
        ...items.flatMap((item, place) => [
          ...(items.length === 1 ? [] : [subheading(`Action ${place + 1}`)]),
          ...inputs(item, place, owners, today),
        ]),
        remark(
          items.length === 1
            ? 'You can also type “save”, another day, or “cancel”.'
            : 'You can also type “save” or “cancel”.',
        ),
      ],
      [button('Save', action, { primary: true })],
    ),
    summary: 'An action to add',
  }
}

function inputs(
  { owner, text, due }: ActionItem,
  place: number,
  owners: ActionFormView['owners'],
  today: Temporal.PlainDate,
): CardElement[] {
  return [
    {
      type: 'Input.ChoiceSet',
      id: inputOf('owner', place),
      label: 'Who does it',
      style: 'compact',
      placeholder: 'Choose a person',
      choices: peopleOffered({ other: owner }, owners),
      isRequired: true,
      errorMessage: 'Choose who does it.',
      ...(owner === undefined ? {} : { value: owner }),
    },
    {
      type: 'Input.Text',
      id: inputOf('text', place),
      label: 'What is to be done',
      isMultiline: true,
      maxLength: actionCharacters,
      isRequired: true,
      errorMessage: 'Say what is to be done.',
      ...(text === undefined ? {} : { value: text.slice(0, actionCharacters) }),
    },
    {
      type: 'Input.Date',
      id: inputOf('due', place),
      label: 'By when (optional)',
      min: today.toString(),
      max: today.add({ years: 2 }).toString(),
      errorMessage: 'Give a day from today on, not too far ahead.',
      ...(due === undefined ? {} : { value: due.toString() }),
    },
  ]
}
