import type { ReviewAnswer } from '../../domain/reviews/review-answer.ts'
import { shortDay } from '../words.ts'

/** What was said of a review: "Said to be done on 20 Nov 2026." The reason may be anybody's words. */
export function saidInWords({ said, on, reason, at }: ReviewAnswer): string {
  const day = at.toZonedDateTimeISO('Europe/London').toPlainDate()
  const why = reason === undefined ? '' : `: ${reason}`
  switch (said) {
    case 'done':
      return `Said to be done${on === undefined ? '' : ` on ${shortDay(on)}`}. The case services do not show it yet.`
    case 'booked':
      return `Booked${on === undefined ? '' : ` for ${shortDay(on)}`}, as was said on ${shortDay(day)}.`
    case 'not-needed':
      return `Said on ${shortDay(day)} not to be needed${why}`
    case 'not-mine':
      return `Said on ${shortDay(day)} not to be for whoever holds the case${why}`
  }
}
