import type { Temporal } from 'temporal-polyfill'
import type { Person } from '../../domain/staff.ts'
import { type KindId, kindOf, type SupervisionPolicy } from '../../domain/supervision-kind.ts'
import type { StateCounts } from '../../domain/team-states.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { dayInWords } from '../words.ts'
import { stateShapes } from './state-words.ts'

/** The people of one line manager, in numbers. */
export type TeamCounts = {
  manager: Pick<Person, 'staffCode' | 'name'>
  people: number
  /** Full-time equivalents of everybody in post who has this line manager. */
  span: number
  counts: StateCounts
  /** Who covers for the line manager today. */
  coveredBy?: string
}

export type PduView = {
  today: Temporal.PlainDate
  /** Most overdue first. */
  teams: readonly TeamCounts[]
  /** The one kind that was asked about; without it all are counted. */
  kind?: KindId
  /** From 1 on; one that does not exist is the last. */
  page: number
  policy: SupervisionPolicy
}

/** So many line managers stand on one card. */
export const teamsOnAPage = 10

/** The teams of a page, which are those that are shown. */
export function teamsShown({ teams, page }: Pick<PduView, 'teams' | 'page'>): readonly TeamCounts[] {
  const last = Math.max(1, Math.ceil(teams.length / teamsOnAPage))
  const from = (Math.min(page, last) - 1) * teamsOnAPage
  return teams.slice(from, from + teamsOnAPage)
}

/** How the teams of a PDU stand, in numbers: windows by state and the span of each line manager. No note, nobody's own states. */
export function pduCard(view: PduView): CardMessage {
  const { teams, kind, today, policy } = view
  const summary = 'How the teams of your PDU stand'
  if (teams.length === 0) {
    const nobody = sentence(
      'Nobody in post in your PDU has a line manager on the staff list. The administrator keeps that list.',
    )
    return { card: cardWith([heading('Your PDU'), nobody]), summary }
  }
  const of = kind === undefined ? 'all kinds' : kindOf(policy, kind).name
  const shown = teamsShown(view)
  return {
    card: cardWith(
      [
        heading('Your PDU'),
        sentence(`${dayInWords(today)}. Sessions expected this supervision year, ${of}:`),
        sentence(countsInWords(total(teams)), { spacing: 'Small' }),
        ...shown.map((team) => teamInWords(team, policy)),
        ...(teams.length > shown.length
          ? [sentence(`${shown.length} of ${teams.length} line managers, most overdue first.`, { spacing: 'Medium' })]
          : []),
        remark('Span: full-time equivalents in post. Whose working time is not known counts as 1.0.'),
        { ...remark('A booked session counts as due until it was held.'), spacing: 'None' },
        { ...remark('It is written down that you looked.'), spacing: 'None' },
      ],
      [
        ...shown.map(({ manager }) =>
          button(beginning(manager.name, 30), {
            verb: 'team.show',
            manager: manager.staffCode,
            ...(kind === undefined ? {} : { kind }),
          }),
        ),
        ...otherPages(view),
        button('How reflective they were', { verb: 'reflective.show' }),
      ],
    ),
    summary,
  }
}

function teamInWords(
  { manager, people, span, counts, coveredBy }: TeamCounts,
  { spanLimit }: SupervisionPolicy,
): CardElement {
  const isOver = span > spanLimit
  const limit = inDecimals(spanLimit)
  const inPost = people === 1 ? '1 person' : `${people} people`
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      typed(
        { strong: manager.name },
        ...(coveredBy === undefined ? [] : [{ quiet: ', covered today by ' }, coveredBy]),
      ),
      {
        ...sentence(
          `${inPost}. ${isOver ? '▲ Span' : 'Span'} ${inDecimals(span)}, ${isOver ? `over ${limit}` : `within ${limit}`}.`,
        ),
        spacing: 'None',
      },
      { ...sentence(countsInWords(counts)), spacing: 'None' },
    ],
  }
}

const inDecimals = (count: number) =>
  count.toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 2 })

function countsInWords(counts: StateCounts): string {
  return [
    `${stateShapes.met} ${counts.met} met`,
    `${stateShapes.due} ${counts.due + counts['due-soon'] + counts.booked} due`,
    `${stateShapes.overdue} ${counts.overdue} overdue`,
    `${stateShapes.missed} ${counts.missed} missed`,
  ].join(', ')
}

function total(teams: readonly TeamCounts[]): StateCounts {
  const sum: StateCounts = { met: 0, booked: 0, due: 0, 'due-soon': 0, overdue: 0, missed: 0, waived: 0 }
  for (const { counts } of teams) {
    for (const state of Object.keys(sum) as (keyof StateCounts)[]) sum[state] += counts[state]
  }
  return sum
}

function otherPages({ teams, page, kind }: PduView) {
  const pages = Math.ceil(teams.length / teamsOnAPage)
  const at = Math.min(page, Math.max(1, pages))
  const to = (number: number) =>
    button(`Page ${number}`, { verb: 'pdu.show', ...(kind === undefined ? {} : { kind }), page: String(number) })
  return [...(at < pages ? [to(at + 1)] : []), ...(at > 1 ? [to(at - 1)] : [])]
}
