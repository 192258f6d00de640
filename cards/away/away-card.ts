import type { Absence, Cover } from '../../domain/absence.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence, subheading } from '../lines.ts'
import { typed } from '../typed.ts'
import { reasonNames, shortDaysAway } from './absence-words.ts'

export type AwayView = {
  /** "this week", "23 Nov 2026 to 27 Nov 2026". */
  period: string
  /** Whom the list looks at: the reader alone, the reader's team, or everybody. */
  whose: 'own' | 'team' | 'everybody'
  /** The one person who was asked about, as the reader calls them. */
  subject?: string
  absences: readonly { absence: Absence; name: string; own: boolean }[]
  /** How many more are away than those given. */
  more?: number
  covers: readonly { cover: Cover; managerName: string; byName: string }[]
}

/** How many times away, and how many covers, the list shows. */
export const mostShown = 12

/** Who is away in a period, and who stands in. */
export function awayCard({ period, whose, subject, absences, more, covers }: AwayView): CardMessage {
  const left = Math.max(0, absences.length - mostShown) + (more ?? 0)
  return {
    card: cardWith([
      heading('Who is away'),
      absences.length === 0
        ? nobody({ period, whose, subject })
        : sentence(`${period[0]?.toUpperCase()}${period.slice(1)}.`),
      ...absences.slice(0, mostShown).map(
        ({ absence, name, own }): CardElement => ({
          type: 'Container',
          separator: true,
          spacing: 'Medium',
          items: [
            typed({ strong: own ? 'You' : name }),
            { ...typed(`${reasonNames[absence.reason]}, ${shortDaysAway(absence)}`), spacing: 'None' },
            {
              type: 'ActionSet',
              spacing: 'Small',
              actions: [button(own ? 'Show mine' : `Show ${name}`, { verb: 'absence.show', absence: absence.id })],
            },
          ],
        }),
      ),
      ...(left > 0 ? [remark(`${left} more are away. To see one of them, ask “is”, the name, “off?”.`)] : []),
      ...(covers.length === 0 ? [] : [subheading('Cover')]),
      ...covers.slice(0, mostShown).map(
        ({ cover, managerName, byName }): CardElement => ({
          type: 'Container',
          spacing: 'Small',
          items: [
            typed({ strong: byName }, ' covers for ', { strong: managerName }),
            { ...typed(shortDaysAway(cover)), spacing: 'None' },
            {
              type: 'ActionSet',
              spacing: 'Small',
              actions: [button(`Show the cover by ${byName}`, { verb: 'cover.show', cover: cover.id })],
            },
          ],
        }),
      ),
      remark(
        'To record time away, say for example “I am on leave next week”, or a name and “is off sick until Friday”.',
      ),
    ]),
    summary: 'Who is away',
  }
}

function nobody({ period, whose, subject }: Pick<AwayView, 'period' | 'whose' | 'subject'>): CardElement {
  if (subject === 'You' || whose === 'own') return sentence(`You are not recorded as away ${period}.`)
  if (subject !== undefined) return typed({ strong: subject }, ` is not recorded as away ${period}.`)
  return sentence(`Nobody ${whose === 'team' ? 'in your team ' : ''}is recorded as away ${period}.`)
}
