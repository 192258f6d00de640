import type { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../../domain/ids.ts'
import type { Digest, DigestPerson, Unreachable } from '../../domain/reminders/digest.ts'
import type { OverdueRow } from '../../domain/reminders/overdue.ts'
import { ReviewId } from '../../domain/reviews/review.ts'
import { kindOf, type SupervisionPolicy } from '../../domain/supervision-kind.ts'
import type { PersonStanding } from '../../domain/team-states.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { buttonRows, type CardElement, cardBudget, cardBytes, cardWith } from '../card-with.ts'
import { shortDayOf, windowInWords } from '../due/state-words.ts'
import { byKinds } from '../due/team-card.ts'
import { heading, remark, sentence, subheading } from '../lines.ts'
import { reviewNames } from '../reviews/review-words.ts'
import { beginning, typed } from '../typed.ts'
import { dayInWords } from '../words.ts'
import { some, whyNotReached } from './reminder-words.ts'

export type DigestView = {
  /** Something is overdue in it: there is no card that says nothing is. */
  digest: Digest
  /** How the people in the digest stand with every kind, in any order. */
  standings: readonly PersonStanding[]
  names: ReadonlyMap<StaffCode, string>
  today: Temporal.PlainDate
  policy: SupervisionPolicy
  /** From 1 on; one that does not exist is the last. */
  page: number
}

const mostPeople = 8
const mostRows = 6
const mostUnreachable = 10

type OfTeam = DigestPerson & { manager: StaffCode; coveredFor: boolean }

/** The people on a page, which are those that are shown. */
export function digestShown({ digest, page }: Pick<DigestView, 'digest' | 'page'>): DigestPerson[] {
  const { at } = placeOf(digest, page)
  return inOrder(digest).slice((at - 1) * mostPeople, at * mostPeople)
}

function inOrder({ teams }: Digest): OfTeam[] {
  return teams.flatMap(({ manager, coveredFor, people }) =>
    people.map((person) => ({ ...person, manager, coveredFor })),
  )
}

function placeOf({ people }: Digest, page: number): { at: number; pages: number } {
  const pages = Math.max(1, Math.ceil(people / mostPeople))
  return { at: Math.min(page, pages), pages }
}

/** Who and what is overdue among the staff of its reader: a picture of the team, then each person, the worst first. */
export function digestCard(view: DigestView): CardMessage {
  let lines = mostRows
  let card = cardOf(view, lines)
  while (cardBytes(card) > cardBudget && lines > 1) card = cardOf(view, --lines)
  const { people, things } = view.digest
  return { card, summary: `${some(things, 'thing')} overdue, of ${some(people, 'person', 'people')}` }
}

function cardOf(view: DigestView, lines: number) {
  const { digest, today, names, policy } = view
  const { at, pages } = placeOf(digest, view.page)
  const shown = inOrder(digest).slice((at - 1) * mostPeople, at * mostPeople)
  const codes = shown.map(({ person }) => person.staffCode)
  const standings = codes.flatMap((code) => view.standings.find(({ person }) => person.staffCode === code) ?? [])
  return cardWith(
    [
      heading('Overdue in your team'),
      sentence(
        `${dayInWords(today)}. ${some(digest.people, 'person', 'people')}, ${some(digest.things, 'thing')} overdue, the longest for ${some(digest.longestWorkingDays, 'working day')}.`,
      ),
      ...(standings.length === 0 ? [] : byKinds(standings, policy)),
      ...shown.flatMap((one, index) => ofPerson(one, shown[index - 1], names, policy, lines)),
      ...(at === pages ? notReached(digest.unreachable, names) : []),
      ...(pages === 1 ? [] : [sentence(`Page ${at} of ${pages}.`, { spacing: 'Medium' })]),
      remark(
        'You are told because you are their line manager, or cover for them. In words: “my team”, or “my digest”.',
      ),
    ],
    [
      ...(at < pages ? [button(`Page ${at + 1}`, { verb: 'digest.show', page: String(at + 1) })] : []),
      ...(at > 1 ? [button(`Page ${at - 1}`, { verb: 'digest.show', page: String(at - 1) })] : []),
    ],
  )
}

function ofPerson(
  { person, isAway, rows, manager, coveredFor }: OfTeam,
  before: OfTeam | undefined,
  names: ReadonlyMap<StaffCode, string>,
  policy: SupervisionPolicy,
  lines: number,
): CardElement[] {
  const whose =
    coveredFor && before?.manager !== manager
      ? [typed('You cover for ', { strong: beginning(names.get(manager) ?? manager, 60) }, '.')]
      : []
  const items: CardElement[] = [
    ...whose,
    typed({ strong: beginning(person.name, 60) }, ...(isAway ? [{ quiet: ', away' }] : [])),
    ...rows.slice(0, lines).map((row): CardElement => ({ ...typed(rowInWords(row, policy)), spacing: 'None' })),
    ...(rows.length > lines ? [sentence(`${rows.length - lines} more.`, { isSubtle: true, spacing: 'None' })] : []),
    ...buttonRows(buttonsOf(person, rows)),
  ]
  return [{ type: 'Container', spacing: 'Medium', separator: true, items }]
}

function rowInWords(row: OverdueRow, policy: SupervisionPolicy): string {
  const since = `, ${some(row.workingDays, 'working day')}`
  switch (row.what) {
    case 'supervision': {
      const next = row.bookedOn === undefined ? '' : `, booked for ${shortDayOf(row.bookedOn)}`
      const waits = row.toConfirm === undefined ? '' : ', one waits for you to agree'
      return `▲ ${kindOf(policy, row.kind).name}, ${windowInWords({ from: row.from, to: row.dueOn })}${since}${next}${waits}`
    }
    case 'action':
      return `▲ Action due ${shortDayOf(row.dueOn)}${since}${row.moreTimeAsked ? ', more time is asked for' : ''}`
    case 'touch-point':
      return `▲ First discussion of a case, ${shortDayOf(row.dueOn)}${since}`
    case 'review':
      return `▲ Review: ${reviewName(row.review)}, ${shortDayOf(row.dueOn)}${since}`
  }
}

function reviewName(review: string): string {
  const known = ReviewId.safeParse(review).data
  return known === undefined ? review : reviewNames[known]
}

/** What is overdue of somebody, and what does something about it: each opens more below. */
function buttonsOf({ staffCode: person, name }: DigestPerson['person'], rows: readonly OverdueRow[]) {
  const toHold = rows.flatMap((row) =>
    row.what === 'supervision' && row.bookedOn === undefined && row.toConfirm === undefined ? [row] : [],
  )
  const [only, ...others] = toHold
  const action = rows.find((row) => row.what === 'action')
  const hasReviews = rows.some((row) => row.what === 'review' || row.what === 'touch-point')
  return [
    button(beginning(name, 30), { verb: 'states.show', person }),
    ...(only === undefined
      ? []
      : [button('Book', { verb: 'booking.begin', person, ...(others.length === 0 ? { kind: only.kind } : {}) })]),
    ...(action === undefined ? [] : [button('Open the action', { verb: 'action.show', action: action.action })]),
    ...(hasReviews ? [button('Reviews', { verb: 'reviews.show', person })] : []),
  ]
}

/** Whom no reminder reached, so that silence is not taken for carelessness. */
function notReached(unreachable: readonly Unreachable[], names: ReadonlyMap<StaffCode, string>): CardElement[] {
  if (unreachable.length === 0) return []
  const more = unreachable.length - mostUnreachable
  return [
    subheading('Could not be reached'),
    ...unreachable
      .slice(0, mostUnreachable)
      .map(({ person, why, since }) =>
        typed(
          { strong: beginning(names.get(person) ?? person, 60) },
          `: ${whyNotReached[why]}, since ${shortDayOf(since)}.`,
        ),
      ),
    ...(more > 0 ? [sentence(`${more} more.`)] : []),
  ]
}
