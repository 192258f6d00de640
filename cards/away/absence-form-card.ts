import type { Temporal } from 'temporal-polyfill'
import { type AbsenceReason, absenceReasons } from '../../domain/absence.ts'
import type { AbsenceId, StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, problemList, remark, sentence } from '../lines.ts'
import { peopleOffered } from '../people-offered.ts'
import { typed } from '../typed.ts'
import { reasonNames } from './absence-words.ts'

export type AbsenceFormView = {
  id: AbsenceId
  person: Pick<Person, 'staffCode' | 'name'>
  /** Whether the reader is the person. */
  own: boolean
  from?: Temporal.PlainDate
  to?: Temporal.PlainDate
  reason?: AbsenceReason
  cover?: StaffCode
  /** Who can stand in while the person is away; nobody for somebody without a team. */
  standIns: readonly Pick<Person, 'staffCode' | 'name'>[]
  /** The absence that this one is to take the place of. */
  replaces?: AbsenceId
  problems: readonly string[]
  today: Temporal.PlainDate
}

/** Days away to check and save: one press records them, and the cover that goes with them. */
export function absenceFormCard(view: AbsenceFormView): CardMessage {
  const { id, person, own, replaces, problems, standIns } = view
  const action = { verb: 'absence.save', absence: id, person: person.staffCode } as const
  return {
    card: cardWith(
      [
        heading(replaces === undefined ? 'Record time away' : 'Change time away'),
        own
          ? sentence('Please check it. Nothing is recorded until you save.')
          : typed('For ', { strong: person.name }, '. They are told when you save.'),
        ...problemList(problems),
        ...days(view),
        {
          type: 'Input.ChoiceSet',
          id: 'reason',
          label: 'Reason',
          style: 'compact',
          choices: absenceReasons.map((value) => ({ title: reasonNames[value], value })),
          value: view.reason ?? 'other',
          errorMessage: 'Choose a reason.',
        },
        ...(standIns.length === 0 ? [] : [coverInput(view)]),
        remark(
          'Only the days and this one word are kept, never what an illness is or what leave is for. You can also type “save”, other days, or “cancel”.',
        ),
      ],
      [button('Save', replaces === undefined ? action : { ...action, replaces }, { primary: true })],
    ),
    summary: replaces === undefined ? 'Time away to record' : 'Time away to change',
  }
}

function days({ from, to, today }: AbsenceFormView): CardElement[] {
  const within = { min: today.subtract({ years: 1 }).toString(), max: today.add({ years: 3 }).toString() }
  return [
    {
      type: 'Input.Date',
      id: 'from',
      label: 'First day away',
      ...within,
      isRequired: true,
      errorMessage: 'Give the first day away, not too far from today.',
      ...(from === undefined ? {} : { value: from.toString() }),
    },
    {
      type: 'Input.Date',
      id: 'to',
      label: 'Last day away (empty if not known)',
      ...within,
      errorMessage: 'Give a day that is not too far away, or leave it empty.',
      ...(to === undefined ? {} : { value: to.toString() }),
    },
  ]
}

function coverInput({ own, cover, standIns }: AbsenceFormView): CardElement {
  return {
    type: 'Input.ChoiceSet',
    id: 'cover',
    label: `Who covers ${own ? 'your' : 'their'} team (optional)`,
    style: 'compact',
    placeholder: 'Nobody named',
    errorMessage: 'Choose a person, or nobody.',
    choices: peopleOffered({ other: cover }, standIns),
    ...(cover === undefined ? {} : { value: cover }),
  }
}
