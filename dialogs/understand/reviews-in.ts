import type { ReviewId } from '../../domain/reviews/review.ts'
import { allFound, type Found } from './found.ts'

const words: Record<ReviewId, string> = {
  isp: 'isps?|(?:initial )?sentence plans?|initial plans?',
  oasys: 'oasys(?:es)?|assessments?',
  register: 'registers?|registrations?|register reviews?',
  enforcement: 'enforcements?|breach(?:es)?',
  'unpaid-work': 'unpaid work|upw|community payback',
  safeguarding: '(?:safeguarding |police |child |da |dv )?(?:enquir(?:y|ies)|checks)|safeguarding',
  'touch-point': 'touch[\\s-]?points?',
}

const ids = Object.keys(words).filter((id): id is ReviewId => id in words)
const pattern = new RegExp(`\\b(?:${ids.map((id) => `(${words[id]})`).join('|')})\\b`, 'gi')

/** Every kind of case review named in a plain text, left to right. */
export function reviewsFound(text: string): Found<ReviewId>[] {
  return allFound(text, pattern, (match) => ids[match.slice(1).findIndex((group) => group !== undefined)])
}
