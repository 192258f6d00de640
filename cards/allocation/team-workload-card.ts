import type { Temporal } from 'temporal-polyfill'
import { percentInWords } from '../../domain/allocation/allocation-words.ts'
import {
  bandOf,
  percentOf,
  type WorkloadFigure,
  type WorkloadLimits,
} from '../../domain/allocation/workload-figures.ts'
import type { Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { type Row, table } from '../table.ts'
import { beginning, typed } from '../typed.ts'
import { listInWords } from '../words.ts'
import { bandInWords, nightInWords, percentCell } from './workload-words.ts'

export type TeamWorkloadView = {
  /** Whose people they are: the reader's own, those of another line manager, or a whole PDU. */
  whose: 'own' | 'pdu' | Pick<Person, 'staffCode' | 'name'>
  reader: Pick<Person, 'staffCode'>
  /** Everybody, the busiest first and those that are not known last. */
  figures: readonly WorkloadFigure[]
  /** Only people over so many percent were asked for. */
  over?: number | undefined
  limits: WorkloadLimits
  today: Temporal.PlainDate
  /** From 1 on; one that does not exist is the last. */
  page: number
}

/** So many people stand on one card. */
const peopleOnAPage = 12

/** The people of a page. Whoever's workload is not known stays among those asked for: it may be anything. */
export function workloadsShown(view: Pick<TeamWorkloadView, 'figures' | 'over' | 'page'>): readonly WorkloadFigure[] {
  const asked = askedFor(view)
  const { at } = pageOf(asked.length, view.page)
  return asked.slice((at - 1) * peopleOnAPage, at * peopleOnAPage)
}

function askedFor({ figures, over }: Pick<TeamWorkloadView, 'figures' | 'over'>): readonly WorkloadFigure[] {
  if (over === undefined) return figures
  return figures.filter(({ workload }) => (percentOf(workload) ?? Number.POSITIVE_INFINITY) > over)
}

function pageOf(count: number, page: number): { at: number; pages: number } {
  const pages = Math.max(1, Math.ceil(count / peopleOnAPage))
  return { at: Math.min(page, pages), pages }
}

/** How much the people of a team have to do, the busiest first, with a shape and a word for each. */
export function teamWorkloadCard(view: TeamWorkloadView): CardMessage {
  const { whose, figures, today } = view
  const shown = workloadsShown(view)
  const night = figures.flatMap(({ workload }) => (workload.known ? [workload] : []))[0]
  return {
    card: cardWith(
      [
        heading(
          whose === 'own' ? 'Workload of your team' : whose === 'pdu' ? 'Workload of your PDU' : 'Workload of a team',
        ),
        ...(typeof whose === 'object' ? [typed('Line manager: ', { strong: whose.name })] : []),
        sentence(inAll(view)),
        ...(shown.length === 0
          ? []
          : [
              table(
                ['Workload'],
                shown.map((figure) => rowOf(figure, view)),
              ),
            ]),
        ...pageInWords(view),
        remark(
          `${night === undefined ? '' : `${nightInWords('figures', night.on, today)}, from the workload service. `}100% is full. For one person, say “workload of” and the name. It is written down whose workload you looked at.`,
        ),
      ],
      otherPages(view),
    ),
    summary: whose === 'own' ? 'The workload of your team' : 'The workload of a team',
  }
}

function rowOf({ person, workload }: WorkloadFigure, { limits, over }: TeamWorkloadView): Row {
  const percent = percentOf(workload)
  const words = percent === undefined && over !== undefined ? 'may be over it' : bandInWords(percent, limits)
  const stands = bandOf(percent, limits) === 'far-over'
  const name = beginning(person.name, 40)
  return {
    lines: [
      [stands ? { strong: name } : name],
      ...(percent === undefined && over === undefined ? [] : [[{ quiet: words }]]),
    ],
    cells: [percentCell(percent, limits)],
  }
}

/** Everybody in a sentence, whatever page is shown. */
function inAll({ figures, over, limits }: TeamWorkloadView): string {
  const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)
  const percents = figures.map(({ workload }) => percentOf(workload))
  const above = (limit: number) => percents.filter((percent) => percent !== undefined && percent > limit).length
  const unknown = percents.filter((percent) => percent === undefined).length
  const unknownInWords = unknown === 0 ? [] : [`${unknown} not known`]
  const counts =
    over === undefined
      ? [
          `${above(limits.outsideAbove)} over ${percentInWords(limits.outsideAbove)}`,
          `${above(limits.rationaleAbove) - above(limits.outsideAbove)} more over ${percentInWords(limits.rationaleAbove)}`,
        ]
      : [`${above(over)} over ${percentInWords(over)}`]
  return `${people(figures.length)}: ${listInWords([...counts, ...unknownInWords])}.`
}

function pageInWords(view: TeamWorkloadView): CardElement[] {
  const count = askedFor(view).length
  const { at, pages } = pageOf(count, view.page)
  if (pages === 1) return []
  const from = (at - 1) * peopleOnAPage + 1
  const to = Math.min(at * peopleOnAPage, count)
  const { whose, over } = view
  const team = whose === 'own' ? 'my team' : whose === 'pdu' ? 'my PDU' : `the team of ${whose.staffCode}`
  const asked = over === undefined ? `workload of ${team}` : `who is over ${over}% in ${team}`
  const words = `People ${from} to ${to} of ${count}. Page ${at} of ${pages}. For another, say “${asked}, page ${at < pages ? at + 1 : 1}”.`
  return [sentence(words, { spacing: 'Medium' })]
}

function otherPages(view: TeamWorkloadView) {
  const { whose, reader, over } = view
  const { at, pages } = pageOf(askedFor(view).length, view.page)
  const to = (number: number) =>
    button(`Page ${number}`, {
      verb: 'workload.team',
      manager: typeof whose === 'object' ? whose.staffCode : reader.staffCode,
      ...(over === undefined ? {} : { over: String(over) }),
      page: String(number),
    })
  return [...(at < pages ? [to(at + 1)] : []), ...(at > 1 ? [to(at - 1)] : [])]
}
