import type { Temporal } from 'temporal-polyfill'
import type { StaffCode } from '../../domain/ids.ts'
import { countsByPerson, type ListedDue } from '../../domain/reviews/due-listed.ts'
import type { ReviewId } from '../../domain/reviews/review.ts'
import type { Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { type Row, table } from '../table.ts'
import { beginning, typed } from '../typed.ts'
import { momentInWords, shortDay } from '../words.ts'
import { pageInWords, pageOf } from './pages.ts'
import { countsInWords, daysCell, reviewNames, reviewTyped, some } from './review-words.ts'

export type TeamReviewsView = {
  /** Whose team it is; absent for the reader's own. */
  manager?: Pick<Person, 'staffCode' | 'name'> | undefined
  reader: Pick<Person, 'staffCode'>
  /** Everybody of the team. */
  people: readonly Person[]
  /** What is overdue or due soon, the worst first. */
  listed: readonly ListedDue[]
  /** When the reading of those was oldest. */
  readAt: Temporal.Instant
  /** Whose cases were never read. */
  notRead: readonly Person[]
  /** Of some cases it could not be found out whether the reader may see them. */
  unchecked: boolean
  kind?: ReviewId | undefined
  today: Temporal.PlainDate
  page: number
}

/** The people whose reviews stand on the page. */
export function teamReviewsShown({
  people,
  listed,
  page,
}: Pick<TeamReviewsView, 'people' | 'listed' | 'page'>): Person[] {
  const codes = new Set(pageOf(listed, page).shown.map(({ practitioner }) => practitioner))
  return people.filter(({ staffCode }) => codes.has(staffCode))
}

/** What is overdue in a team, as it was read last night, with a button for each person on the page. */
export function teamReviewsCard(view: TeamReviewsView): CardMessage {
  const { manager, people, listed, notRead, unchecked, kind, today } = view
  const { shown, at, pages } = pageOf(listed, view.page)
  const nameOf = (code: StaffCode) => people.find(({ staffCode }) => staffCode === code)?.name ?? code
  const counts = countsByPerson(listed)
  const total = { overdue: 0, dueSoon: 0, cases: 0 }
  for (const { overdue, dueSoon, cases } of counts.values()) {
    total.overdue += overdue
    total.dueSoon += dueSoon
    total.cases += cases
  }
  const rowOf = ({ crn, review, dueOn, practitioner }: ListedDue): Row => ({
    lines: [
      [{ strong: crn }, `, ${beginning(nameOf(practitioner), 40)}`],
      [`${reviewNames[review]}, by ${shortDay(dueOn)}`],
    ],
    cells: [daysCell(dueOn, today)],
  })
  const onPage = teamReviewsShown(view)
  return {
    card: cardWith(
      [
        heading(kind === undefined ? 'Overdue reviews of a team' : `Overdue reviews: ${reviewNames[kind]}`),
        typed(
          manager === undefined ? 'Your team' : 'Line manager: ',
          ...(manager === undefined ? [] : [{ strong: manager.name }]),
        ),
        sentence(
          `${some(people.length, 'person', 'people')}. ${countsInWords(total.overdue, total.dueSoon, total.cases)}`,
          { spacing: 'Small' },
        ),
        ...(shown.length === 0 ? [] : [table(['Last day'], shown.map(rowOf))]),
        ...(pages === 1 ? [] : [typed(pageInWords('Reviews', listWords(view), listed.length, at, pages))]),
        ...(notRead.length === 0
          ? []
          : [typed(`Not read yet: ${beginning(notRead.map(({ name }) => name).join(', '), 400)}.`)]),
        ...(unchecked
          ? [sentence('Access to some cases could not be checked just now, so they are not listed or counted.')]
          : []),
        remark(
          `Read from the case services on ${momentInWords(view.readAt)}. A person’s own list is read now, with the cases left out and why. Cases to which your access is restricted are not among these. It is written down whose reviews you looked at.`,
        ),
      ],
      [
        ...onPage.map((person) => personButton(person, onPage, kind)),
        ...(at < pages ? [pageButton(view, at + 1)] : []),
        ...(at > 1 ? [pageButton(view, at - 1)] : []),
      ],
    ),
    summary: 'Overdue reviews of a team',
  }
}

/** What asks for this list in chat. */
function listWords({ manager, kind }: TeamReviewsView): string {
  const what = `overdue ${kind === undefined ? 'reviews' : reviewTyped[kind]}`
  return manager === undefined ? `${what} in my team` : `${what} in ${manager.staffCode}’s team`
}

function personButton(person: Person, shown: readonly Person[], kind: ReviewId | undefined) {
  const isShared = shown.some((other) => other.name === person.name && other !== person)
  const name = beginning(person.name, 30)
  return button(isShared ? `${name} (${person.staffCode})` : name, {
    verb: 'reviews.show',
    person: person.staffCode,
    ...(kind === undefined ? {} : { kind }),
  })
}

function pageButton({ manager, reader, kind }: TeamReviewsView, page: number) {
  return button(`Page ${page}`, {
    verb: 'reviews.team',
    manager: manager?.staffCode ?? reader.staffCode,
    ...(kind === undefined ? {} : { kind }),
    page: String(page),
  })
}
