import type { Temporal } from 'temporal-polyfill'
import type { Cover } from '../../domain/absence.ts'
import type { CoverId, StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { Kept } from '../../domain/who-is-away.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, problemList, remark, row, sentence } from '../lines.ts'
import { peopleOffered } from '../people-offered.ts'
import { typed } from '../typed.ts'
import { daysAwayInWords } from './absence-words.ts'

export type CoverFormView = {
  id: CoverId
  manager: Pick<Person, 'staffCode' | 'name'>
  /** Whether the reader is the manager. */
  own: boolean
  by?: StaffCode
  from?: Temporal.PlainDate
  to?: Temporal.PlainDate
  standIns: readonly Pick<Person, 'staffCode' | 'name'>[]
  problems: readonly string[]
  today: Temporal.PlainDate
}

/** Who covers a team, and when, to check and save. */
export function coverFormCard(view: CoverFormView): CardMessage {
  const { id, manager, own, by, from, to, standIns, problems, today } = view
  const within = { min: today.subtract({ years: 1 }).toString(), max: today.add({ years: 3 }).toString() }
  return {
    card: cardWith(
      [
        heading('Cover for a team'),
        own
          ? sentence('For your own team. Nothing is recorded until you save.')
          : typed('For the team of ', { strong: manager.name }, '. They are told when you save.'),
        ...problemList(problems),
        {
          type: 'Input.ChoiceSet',
          id: 'by',
          label: 'Who covers',
          style: 'compact',
          placeholder: 'Choose a person',
          choices: peopleOffered({ other: by }, standIns),
          isRequired: true,
          errorMessage: 'Choose who covers.',
          ...(by === undefined ? {} : { value: by }),
        },
        {
          type: 'Input.Date',
          id: 'from',
          label: 'First day',
          ...within,
          isRequired: true,
          errorMessage: 'Give the first day.',
          ...(from === undefined ? {} : { value: from.toString() }),
        },
        {
          type: 'Input.Date',
          id: 'to',
          label: 'Last day',
          ...within,
          isRequired: true,
          errorMessage: 'Give the last day. The cover ends by itself then.',
          ...(to === undefined ? {} : { value: to.toString() }),
        },
        remark(
          'On those days they may see and do for the team what the line manager may. You can also type “save”, other days, or “cancel”.',
        ),
      ],
      [button('Save', { verb: 'cover.save', cover: id, manager: manager.staffCode }, { primary: true })],
    ),
    summary: 'Cover for a team to record',
  }
}

export type CoverView = {
  cover: Kept<Cover>
  manager: Pick<Person, 'staffCode' | 'name'>
  by: Pick<Person, 'staffCode' | 'name'>
  viewer: StaffCode
  just?: boolean
  told?: 'told' | 'not reached yet'
  /** Whether the reader may end it. */
  mayEnd: boolean
  today: Temporal.PlainDate
}

/** A cover as it stands: the receipt, what the two people are told, and what is shown of it later. */
export function coverCard({ cover, manager, by, viewer, just, told, mayEnd, today }: CoverView): CardMessage {
  const over = cover.ended !== undefined || cover.to.since(today).sign < 0
  const name = (person: Pick<Person, 'staffCode' | 'name'>) =>
    person.staffCode === viewer ? 'You' : { strong: person.name }
  const mine = by.staffCode === viewer
  return {
    card: cardWith(
      [
        heading(over ? 'This cover has ended' : just === true ? 'Recorded' : mine ? 'You cover a team' : 'Cover'),
        row('Covers', name(by)),
        row('For', name(manager)),
        row('Days', daysAwayInWords(cover)),
        ...(told === undefined
          ? []
          : [
              sentence(
                told === 'told'
                  ? 'The others concerned have been told.'
                  : 'Not everybody concerned could be reached in Teams yet. They are told later.',
              ),
            ]),
        ...(over
          ? []
          : [
              remark(
                mine
                  ? 'On those days you may see and do for this team what their line manager may. It ends by itself. Every look at a record is written down.'
                  : 'On those days they may see and do for the team what the line manager may. It ends by itself.',
              ),
            ]),
      ],
      over || !mayEnd ? [] : [button('End this cover', { verb: 'cover.end', cover: cover.id })],
    ),
    summary: over ? 'A cover has ended' : 'Cover for a team',
  }
}
