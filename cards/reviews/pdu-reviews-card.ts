import type { Temporal } from 'temporal-polyfill'
import type { ReviewId } from '../../domain/reviews/review.ts'
import type { Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { table } from '../table.ts'
import { beginning } from '../typed.ts'
import { momentInWords } from '../words.ts'
import { pageInWords, pageOf } from './pages.ts'
import { reviewNames, reviewTyped, some } from './review-words.ts'

/** How the cases of a line manager's people stand, in numbers. */
export type TeamReviewCounts = {
  manager: Pick<Person, 'staffCode' | 'name'>
  people: number
  overdue: number
  dueSoon: number
  /** People whose cases were never read. */
  notRead: number
}

export type PduReviewsView = {
  /** The most overdue first. */
  teams: readonly TeamReviewCounts[]
  /** When the oldest of it was read. */
  readAt: Temporal.Instant
  unchecked: boolean
  kind?: ReviewId | undefined
  page: number
}

/** How many reviews are overdue under each line manager of a PDU: numbers, and nobody's cases. */
export function pduReviewsCard({ teams, readAt, unchecked, kind, page }: PduReviewsView): CardMessage {
  const { shown, at, pages } = pageOf(teams, page)
  const overdue = teams.reduce((sum, team) => sum + team.overdue, 0)
  const to = (number: number) =>
    button(`Page ${number}`, { verb: 'reviews.pdu', ...(kind === undefined ? {} : { kind }), page: String(number) })
  return {
    card: cardWith(
      [
        heading(kind === undefined ? 'Overdue reviews of your PDU' : `Overdue reviews: ${reviewNames[kind]}`),
        sentence(
          `${some(teams.length, 'line manager', 'line managers')}. ${some(overdue, 'review is', 'reviews are')} overdue.`,
        ),
        table(
          ['Overdue', 'Due soon'],
          shown.map((team) => ({
            lines: [
              [{ strong: beginning(team.manager.name, 40) }],
              [
                {
                  quiet: `${some(team.people, 'person', 'people')}${team.notRead === 0 ? '' : `, ${team.notRead} not read yet`}`,
                },
              ],
            ],
            cells: [
              { text: String(team.overdue), ground: team.overdue > 0 ? ('attention' as const) : undefined },
              { text: String(team.dueSoon) },
            ],
          })),
        ),
        ...(pages === 1
          ? []
          : [
              sentence(
                pageInWords(
                  'Line managers',
                  `overdue ${kind === undefined ? 'reviews' : reviewTyped[kind]} in my PDU`,
                  teams.length,
                  at,
                  pages,
                ),
              ),
            ]),
        ...(unchecked
          ? [sentence('Access to some cases could not be checked just now, so they are not counted.')]
          : []),
        remark(
          `Read from the case services on ${momentInWords(readAt)}. Cases to which your access is restricted are not counted. It is written down whose numbers you looked at.`,
        ),
      ],
      [...(at < pages ? [to(at + 1)] : []), ...(at > 1 ? [to(at - 1)] : [])],
    ),
    summary: 'Overdue reviews of your PDU',
  }
}

/** The line managers on a page. */
export function managersShown({ teams, page }: Pick<PduReviewsView, 'teams' | 'page'>): readonly TeamReviewCounts[] {
  return pageOf(teams, page).shown
}
