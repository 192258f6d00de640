import type { Temporal } from 'temporal-polyfill'
import { type Absence, type Cover, includes } from '../../domain/absence.ts'
import type { Person } from '../../domain/staff.ts'
import type { Kept } from '../../domain/who-is-away.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, remark, row, sentence } from '../lines.ts'
import { typed } from '../typed.ts'
import { daysAwayInWords, reasonNames } from './absence-words.ts'

export type AbsenceView = {
  absence: Kept<Absence>
  person: Pick<Person, 'name'>
  /** Whether the reader is the person. */
  own: boolean
  /** Who wrote it down, as the reader calls them: "you" or a name. */
  recorder: string
  /** What has just been done, for the receipt. */
  just?: 'recorded' | 'changed'
  /** The cover that was recorded with it. */
  cover?: Cover & { byName: string }
  /** Whether the person was told, when the reader is somebody else. */
  told?: 'told' | 'not reached yet'
  today: Temporal.PlainDate
}

const ownRemark =
  'Your line manager, whoever covers for them, and the administrators can see this. What is due and when you are reminded follow it.'
const otherRemark = 'They can see and change this too. What is due for them and when they are reminded follow it.'

/** Days away as they stand: the receipt, what the person is told, and what is shown of them later. */
export function absenceCard(view: AbsenceView): CardMessage {
  const { absence, person, own, recorder, just, cover, told, today } = view
  const over = absence.ended !== undefined
  const title = over
    ? 'No longer recorded'
    : just === undefined
      ? 'Time away'
      : just === 'recorded'
        ? 'Recorded'
        : 'Changed'
  const buttons = over
    ? []
    : [
        ...(includes(absence, today) ? [button('Back today', { verb: 'absence.back', absence: absence.id })] : []),
        button('Change', { verb: 'absence.edit', absence: absence.id }),
        button('Take it back', { verb: 'absence.take-back', absence: absence.id }),
      ]
  return {
    card: cardWith(
      [
        heading(title),
        ...(over ? [sentence('This time away does not count any more.')] : []),
        row('Who', own ? 'You' : { strong: person.name }),
        row('Away', daysAwayInWords(absence)),
        row('Reason', reasonNames[absence.reason]),
        row('Recorded by', recorder),
        ...(cover === undefined ? [] : [row('Cover', cover.byName, `, ${daysAwayInWords(cover)}`)]),
        ...(told === undefined
          ? []
          : [
              typed(
                person.name,
                told === 'told' ? ' has been told.' : ' could not be reached in Teams yet, and is told later.',
              ),
            ]),
        ...(over ? [] : [remark(own ? ownRemark : otherRemark)]),
      ],
      buttons,
    ),
    summary: own ? 'Time away recorded for you' : 'Time away',
  }
}
