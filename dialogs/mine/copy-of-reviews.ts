import { type CopyPart, periods } from './copy-part.ts'

/** What is kept of the reviews of a person's cases. What tells of a case is not given to somebody who may not see it. */
export const reviewParts: readonly CopyPart[] = [
  {
    sort: 'reviews-due',
    title: 'Reviews that fall due on your cases',
    is: 'What was read from the case services last night: the case, the review and its last day.',
    kept: () => 'until the next night',
    seenBy: 'you, your line manager or whoever covers for them; how many by your head of PDU',
    columns: [
      ['due_on', 'Last day', 'day'],
      ['review', 'Review', 'code'],
      ['crn', 'Case'],
      ['read_at', 'Read at', 'moment'],
    ],
    ofCase: ['review', 'due_on'],
  },
  {
    sort: 'review-answers',
    title: 'What was said of reviews',
    is: 'Whether a review was done, is booked, is not needed or is not theirs: of your cases, or said by you.',
    kept: periods.yearsOfHeld,
    seenBy: 'whoever holds the case, whoever said it, and their line manager or whoever covers for them',
    columns: [
      ['at', 'Said at', 'moment'],
      ['by_code', 'Said by', 'person'],
      ['practitioner', 'Case held by', 'person'],
      ['review', 'Review', 'code'],
      ['due_on', 'Its last day', 'day'],
      ['crn', 'Case'],
      ['said', 'What was said', 'code'],
      ['on_day', 'Done or booked on', 'day'],
      ['reason', 'Why'],
      ['id', 'Number of the entry'],
    ],
    ofCase: ['review', 'due_on', 'said', 'on_day', 'reason'],
  },
]
