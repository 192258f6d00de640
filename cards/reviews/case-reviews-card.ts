import { Temporal } from 'temporal-polyfill'
import { type Crn, IsoDate, type StaffCode } from '../../domain/ids.ts'
import { isOpen, type Review } from '../../domain/reviews/review.ts'
import type { ReviewAnswer } from '../../domain/reviews/review-answer.ts'
import type { LeftOut } from '../../domain/reviews/review-facts.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { type CardElement, cardWith } from '../card-with.ts'
import { heading, remark, sentence } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { shortDay } from '../words.ts'
import { factFrom, leftOutOfCase, reviewNames, stateInWords } from './review-words.ts'
import { saidInWords } from './said-words.ts'

export type CaseReviewsView = {
  crn: Crn
  /** The person on probation. */
  name?: string | undefined
  limitedAccess: boolean
  /** Who holds the case. */
  person: StaffCode
  /** Whether the reader does. */
  own: boolean
  reviews: readonly { review: Review; said?: ReviewAnswer | undefined }[] | { leftOut: LeftOut }
}

/** Every review of one case: how it stands and why, with the fact, its day and who says so. */
export function caseReviewsCard(view: CaseReviewsView): CardMessage {
  const { crn, name, limitedAccess, own, reviews } = view
  const top = [
    heading('Reviews of a case'),
    typed(...(name === undefined ? [] : [{ strong: beginning(name, 100) }, ', ']), { strong: crn }),
    ...(limitedAccess
      ? [sentence('Limited access: some people may not see this case.', { spacing: 'None' as const })]
      : []),
  ]
  const written = own ? '' : ' It is written down that you looked.'
  if ('leftOut' in reviews) {
    const says = `No review is asked for: ${leftOutOfCase[reviews.leftOut]}.`
    return {
      card: cardWith([...top, sentence(says), remark(`Read from the case services now.${written}`)]),
      summary: 'Reviews of a case',
    }
  }
  return {
    card: cardWith(
      [
        ...top,
        ...reviews.flatMap(({ review, said }) => linesOf(review, said)),
        remark(
          `Facts are from the case services, read now.${written} “Unconfirmed” means that nobody has confirmed the number.`,
        ),
      ],
      reviews.flatMap(({ review }) => {
        if (!isOpen(review) || review.state === 'not-due') return []
        const { kind, dueOn } = review
        return [
          button(`${reviewNames[kind]}, ${shortDay(dueOn)}`, {
            verb: 'review.show',
            person: view.person,
            crn,
            kind,
            due: IsoDate.parse(dueOn.toString()),
          }),
        ]
      }),
    ),
    summary: 'Reviews of a case',
  }
}

function linesOf(review: Review, said: ReviewAnswer | undefined): CardElement[] {
  const { kind, dueOn, reason, fact, authority, confirmed } = review
  const day = (iso: string) => Temporal.PlainDate.from(iso)
  return [
    {
      ...typed(
        { strong: reviewNames[kind] },
        `: ${stateInWords(review)}${dueOn === undefined ? '' : `, by ${shortDay(dueOn)}`}`,
      ),
      spacing: 'Medium' as const,
    },
    { ...typed(beginning(reason, 400)), spacing: 'None' as const },
    ...(said === undefined ? [] : [{ ...typed(saidInWords(said)), spacing: 'None' as const }]),
    {
      ...typed({
        quiet: `${beginning(fact.words, 120)}, ${factFrom(fact, day)}. ${authority}${confirmed ? '' : ' (unconfirmed)'}.`,
      }),
      spacing: 'None' as const,
    },
  ]
}
