import type { Temporal } from 'temporal-polyfill'
import { IsoDate, type StaffCode } from '../../domain/ids.ts'
import { gradeInWords, type Person } from '../../domain/staff.ts'
import type { ViewsOfADay } from '../../domain/views.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { typed } from '../typed.ts'
import { countInWords, dayInWords, shortDay } from '../words.ts'
import { viewInWords } from './view-words.ts'

export type ViewsView = {
  /** The looks of this page, by day and person, newest first. */
  groups: readonly ViewsOfADay[]
  /** Whoever looked, as far as the staff list knows them. */
  people: ReadonlyMap<StaffCode, Pick<Person, 'name' | 'grade'>>
  /** The days asked for; absent for as long as looks are kept. */
  period: { from: Temporal.PlainDate; to: Temporal.PlainDate } | undefined
  /** From 1 on. */
  page: number
  pages: number
  /** How many looks there are on all pages, and whether there are even more, older ones. */
  total: number
  more: boolean
  keptMonths: number
}

/** Who looked at the record of its reader, when, and at what. */
export function viewsCard(view: ViewsView): CardMessage {
  const { groups, page, pages, period, keptMonths } = view
  const kept = `Looks are kept for ${keptMonths === 1 ? 'a month' : `${keptMonths} months`}. Your own are not listed.`
  const turn = (title: string, to: number) =>
    button(title, {
      verb: 'mine.views',
      page: String(to),
      ...(period && { from: IsoDate.parse(period.from.toString()), to: IsoDate.parse(period.to.toString()) }),
    })
  return {
    card: cardWith(
      [
        heading('Who has looked at your record'),
        sentence(totals(view), { spacing: 'Small' }),
        ...groups.map((group, index) =>
          entry(group, view, index === 0 || !group.day.equals(groups[index - 1]?.day ?? group.day)),
        ),
        remark(
          pages > 1
            ? `${kept} For another page, say “who has looked at my record, page ${page < pages ? page + 1 : 1}”.`
            : kept,
        ),
      ],
      [...(page < pages ? [turn('Older', page + 1)] : []), ...(page > 1 ? [turn('Newer', page - 1)] : [])],
    ),
    summary: 'Who has looked at your record',
  }
}

function totals({ total, more, period, page, pages, keptMonths }: ViewsView): string {
  const when =
    period === undefined
      ? `in the last ${keptMonths === 1 ? 'month' : `${keptMonths} months`}`
      : `from ${shortDay(period.from)} to ${shortDay(period.to)}`
  if (total === 0) return `Nobody else has looked at your record ${when}.`
  const times = total === 1 ? 'once' : `${more ? 'more than ' : ''}${countInWords(total)} times`
  const where = pages > 1 ? ` Page ${page} of ${pages}.` : ''
  return `Others looked at it ${times} ${when}, newest first.${where}`
}

function entry({ day, by, looked }: ViewsOfADay, { people }: ViewsView, isNewDay: boolean): CardElement {
  const person = people.get(by)
  const who =
    person === undefined
      ? [{ strong: by }, ', not on the staff list']
      : [{ strong: person.name }, `, ${gradeInWords(person.grade)}`]
  return {
    type: 'Container',
    spacing: 'Medium',
    separator: isNewDay,
    items: [
      ...(isNewDay ? [typed({ quiet: dayInWords(day) })] : []),
      { ...typed(...who), spacing: isNewDay ? ('Small' as const) : ('None' as const) },
      ...looked.map(({ what, times, last }): CardElement => {
        const time = last.toZonedDateTimeISO('Europe/London').toPlainTime().toString({ smallestUnit: 'minute' })
        return {
          ...typed(`${viewInWords(what)}: ${times === 1 ? `at ${time}` : `${times} times, last at ${time}`}`),
          spacing: 'None',
        }
      }),
    ],
  }
}
