import type { ReviewAnswer } from '../../domain/reviews/review-answer.ts'
import type { CardMessage } from '../card.ts'
import { cardWith } from '../card-with.ts'
import { heading, row, sentence } from '../lines.ts'
import { beginning, typed } from '../typed.ts'
import { dayInWords } from '../words.ts'
import { reviewNames } from './review-words.ts'

const kept: Record<ReviewAnswer['said'], string> = {
  done: 'Kept as done. It stays quiet here until its facts change; the case services are not changed.',
  booked: 'Kept as booked. It stays quiet here until that day has passed.',
  'not-needed': 'Kept as not needed, with your reason. It stays quiet here until its facts change.',
  'not-mine': 'Kept. Your line manager is asked to look at it.',
}

/** What was kept of an answer to a review. */
export function reviewAnsweredCard({ crn, review, said, on, reason }: ReviewAnswer): CardMessage {
  return {
    card: cardWith([
      heading(reviewNames[review]),
      typed({ strong: crn }),
      sentence(kept[said]),
      ...(on === undefined ? [] : [row('Day', dayInWords(on))]),
      ...(reason === undefined ? [] : [row('Why', beginning(reason, 600))]),
    ]),
    summary: 'A review was answered',
  }
}
