import { Temporal } from 'temporal-polyfill'
import type { ReviewId } from '../../domain/reviews/review.ts'
import type { ListedReview, ReviewsListed } from '../../domain/reviews/reviews-listed.ts'
import type { Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { type Row, table } from '../table.ts'
import { beginning, typed, type Words } from '../typed.ts'
import { shortDay } from '../words.ts'
import { pageInWords, pageOf } from './pages.ts'
import { countsInWords, daysCell, leftOutInWords, reviewNames, reviewTyped, some } from './review-words.ts'

export type ReviewsView = {
  subject: Pick<Person, 'staffCode' | 'name'>
  /** Whether the reader is the subject. */
  own: boolean
  listed: ReviewsListed
  /** The one kind that was asked about; or only enquiries that were asked and have no answer, soon due or not. */
  kind?: ReviewId | undefined
  chase: boolean
  today: Temporal.PlainDate
  page: number
}

/** The reviews of one person's cases that are overdue or due soon, as far as the reader may see them. */
export function reviewsCard(view: ReviewsView): CardMessage {
  const { subject, own, listed, chase, today } = view
  const { shown, at, pages } = pageOf(listed.reviews, view.page)
  return {
    card: cardWith(
      [
        heading(titleOf(view)),
        typed({ strong: own ? 'You' : subject.name }),
        sentence(inAll(view), { spacing: 'Small' }),
        ...(shown.length === 0
          ? []
          : [
              table(
                [chase ? 'Asked' : 'Last day'],
                shown.map((one) => rowOf(one, chase, today)),
              ),
            ]),
        ...(pages === 1 ? [] : [typed(pageInWords('Reviews', listWords(view), listed.reviews.length, at, pages))]),
        ...besides(view),
        remark(
          `Facts are from the case services, read now.${own ? '' : ' Cases to which your access is restricted are not among these. It is written down that you looked.'} For one case, say “reviews of” and its number.`,
        ),
      ],
      [
        ...onceEach(shown.map(({ crn }) => crn)).map((crn) =>
          button(crn, { verb: 'reviews.case', person: subject.staffCode, crn }),
        ),
        ...(at < pages ? [pageButton(view, at + 1)] : []),
        ...(at > 1 ? [pageButton(view, at - 1)] : []),
      ],
    ),
    summary: own ? 'Reviews of your cases' : 'Reviews of a caseload',
  }
}

/** What asks for this list in chat. */
function listWords({ subject, own, kind, chase }: ReviewsView): string {
  const what = chase ? 'chase list' : `overdue ${kind === undefined ? 'reviews' : reviewTyped[kind]}`
  return own ? `my ${what}` : `${what} for ${subject.staffCode}`
}

function titleOf({ kind, chase }: ReviewsView): string {
  if (chase) return 'Enquiries to chase'
  return kind === undefined ? 'Overdue reviews' : `Overdue reviews: ${reviewNames[kind]}`
}

function inAll({ listed: { reviews }, chase }: ReviewsView): string {
  const cases = new Set(reviews.map(({ crn }) => crn)).size
  if (chase) {
    return reviews.length === 0
      ? 'No enquiry is waiting for an answer.'
      : `Enquiries that were requested and not answered, on ${some(cases, 'case', 'cases')}.`
  }
  const overdue = reviews.filter(({ review }) => review.state === 'overdue').length
  return countsInWords(overdue, reviews.length - overdue, cases)
}

function rowOf(
  { crn, name, limitedAccess, review, more, notTheirs }: ListedReview,
  chase: boolean,
  today: Temporal.PlainDate,
): Row {
  const remarks = [
    ...(limitedAccess ? ['limited access'] : []),
    ...(more > 0 ? [`${more} more later`] : []),
    ...(notTheirs ? ['said not to be theirs'] : []),
  ]
  const asked = review.fact.on
  const lines: Words[][] = [
    [{ strong: crn }, ...(name === undefined ? [] : [`, ${beginning(name, 40)}`])],
    [chase ? review.reason : `${reviewNames[review.kind]}, by ${shortDay(review.dueOn)}`],
    ...(remarks.length === 0 ? [] : [[{ quiet: remarks.join(', ') }]]),
  ]
  return {
    lines,
    cells: [
      chase && asked !== undefined ? { text: shortDay(Temporal.PlainDate.from(asked)) } : daysCell(review.dueOn, today),
    ],
  }
}

/** What is not in the list, and why. */
function besides({ listed: { leftOut, cannotTell, answered, unchecked } }: ReviewsView): CardElement[] {
  const left = leftOutInWords(leftOut)
  return [
    ...(left === undefined ? [] : [sentence(left, { spacing: 'Medium' })]),
    ...(cannotTell === 0
      ? []
      : [
          sentence(
            `Of ${some(cannotTell, 'more it cannot', 'more it cannot')} be told whether they are due: a fact is not known.`,
          ),
        ]),
    ...(answered === 0
      ? []
      : [sentence(`${some(answered, 'more was', 'more were')} answered here, and quiet until the facts change.`)]),
    ...(unchecked
      ? [sentence('Access to some cases could not be checked just now, so they are not listed or counted.')]
      : []),
  ]
}

function onceEach<T>(all: readonly T[]): T[] {
  return [...new Set(all)]
}

function pageButton({ subject, kind, chase }: ReviewsView, page: number) {
  return button(`Page ${page}`, {
    verb: 'reviews.show',
    person: subject.staffCode,
    ...(kind === undefined ? {} : { kind }),
    ...(chase ? { chase: 'yes' as const } : {}),
    page: String(page),
  })
}
