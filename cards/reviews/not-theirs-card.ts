import type { ReviewAnswer } from '../../domain/reviews/review-answer.ts'
import type { Person } from '../../domain/staff.ts'
import { button } from '../button.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, row, sentence } from '../lines.ts'
import { beginning } from '../typed.ts'
import { dayInWords } from '../words.ts'
import { reviewNames } from './review-words.ts'

/** Tells a line manager that somebody says a review is not theirs. Of a case they may not see they hear no more than that. */
export function notTheirsCard(
  who: Pick<Person, 'staffCode' | 'name'>,
  answer: ReviewAnswer | 'restricted',
): CardMessage {
  const summary = 'A review needs somebody'
  const top = [heading('A review needs somebody'), row('Said by', who.name)]
  if (answer === 'restricted') return { card: cardWith([...top, sentence('Access is restricted.')]), summary }
  const { crn, review, dueOn, reason } = answer
  return {
    card: cardWith(
      [
        ...top,
        sentence('They hold the case and say that this review is not theirs to do.'),
        row('Case', { strong: crn }),
        row('Review', reviewNames[review]),
        row('Last day', dayInWords(dueOn)),
        ...(reason === undefined ? [] : [row('Why', beginning(reason, 600))]),
      ],
      [button('Show its reviews', { verb: 'reviews.case', person: who.staffCode, crn })],
    ),
    summary,
  }
}
