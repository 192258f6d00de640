import { all, type Hanging, leftLongAgo, nobodyHeld, noticesAbout, type PastIts } from './row-that-may-go.ts'

/** What was said of reviews is kept for as long as the sessions of whoever held the case. */
export const pastReviews: readonly (PastIts & { hanging?: readonly Hanging[] })[] = [
  {
    table: 'review_answer',
    key: ['id'],
    when: (limits) => all(leftLongAgo('practitioner', limits), nobodyHeld('practitioner', 'by_code')),
    hanging: [noticesAbout],
  },
]
