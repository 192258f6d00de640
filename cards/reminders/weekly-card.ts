import type { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../../domain/ids.ts'
import type { Weekly } from '../../domain/reminders/weekly.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { dayInWords } from '../words.ts'
import { some } from './reminder-words.ts'

export type WeeklyView = {
  /** At least one line: there is no card that says nothing is overdue. */
  weekly: Weekly
  names: ReadonlyMap<StaffCode, string>
  today: Temporal.PlainDate
  /** From how many working days overdue something is counted. */
  workingDays: number
}

const mostLines = 15

/** How much has long been overdue in a PDU, by line manager: numbers, and nobody's own states. */
export function weeklyCard({ weekly, names, today, workingDays }: WeeklyView): CardMessage {
  const shown = weekly.lines.slice(0, mostLines)
  const left = weekly.lines.length - shown.length
  const managers = shown.flatMap(({ manager }) => manager ?? [])
  return {
    card: cardWith(
      [
        heading('Long overdue in your PDU'),
        sentence(
          `${dayInWords(today)}. ${some(weekly.things, 'thing')} overdue for ${some(workingDays, 'working day')} or more, by line manager:`,
        ),
        ...shown.map(
          ({ manager, people, things, longestWorkingDays }, index): CardElement => ({
            type: 'Container',
            spacing: index === 0 ? 'Small' : 'Medium',
            separator: index > 0,
            items: [
              typed({
                strong: manager === undefined ? 'No line manager known' : beginning(names.get(manager) ?? manager, 60),
              }),
              sentence(
                `▲ ${some(things, 'thing')} of ${some(people, 'person', 'people')}, the longest for ${some(longestWorkingDays, 'working day')}.`,
                { spacing: 'None' },
              ),
            ],
          }),
        ),
        ...(left > 0 ? [sentence(`${some(left, 'more line manager')}, with less.`, { spacing: 'Medium' })] : []),
        remark('You are told once a week because you head the PDU. In words: “my PDU”.'),
      ],
      [
        ...managers.map((manager) =>
          button(beginning(names.get(manager) ?? manager, 30), { verb: 'team.show', manager }),
        ),
        button('The whole PDU', { verb: 'pdu.show' }),
      ],
    ),
    summary: `${some(weekly.things, 'thing')} long overdue in your PDU`,
  }
}
