import assert from 'node:assert/strict'
import type { ReviewId } from '../../domain/reviews/review.ts'
import type { ReviewFacts } from '../../domain/reviews/review-facts.ts'
import { reviewsOf } from '../../domain/reviews/reviews-of.ts'
import { inShort, reviewDayOn, reviewFactsOf } from './review-facts.ts'

/** What is tried, on which day, with which facts, and how the reviews of the kind stand then, in short. */
export type ReviewRow = [what: string, today: string, about: Partial<ReviewFacts>, says: string]

/** Registers a test for each row of each kind. */
export function triesReviews(rules: Partial<Record<ReviewId, ReviewRow[]>>): void {
  for (const [kind, rows] of Object.entries(rules) as [ReviewId, ReviewRow[]][]) {
    describe(`Reviews of a case: ${kind}`, () => {
      for (const [what, today, about, says] of rows) {
        it(`${what}: ${says}`, () => {
          assert.equal(inShort(reviewsOf(reviewFactsOf(about), reviewDayOn(today)), kind), says)
        })
      }
    })
  }
}
