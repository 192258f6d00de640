import type { RecordSort } from '../domain/kept-about.ts'
import { any, type Sort } from './record-sort.ts'

/** Where everything about a person is that has to do with overdue reviews of cases. */
export const reviewSorts: Record<Extract<RecordSort, 'reviews-due' | 'review-answers'>, Sort> = {
  'reviews-due': {
    table: 'review_due',
    columns: ['crn', 'review', 'due_on', 'read_at'],
    mine: (whom) => any(whom, 'practitioner'),
    order: ['due_on', 'crn', 'review'],
  },
  'review-answers': {
    table: 'review_answer',
    columns: ['id', 'crn', 'review', 'due_on', 'practitioner', 'by_code', 'at', 'said', 'on_day', 'reason'],
    mine: (whom) => any(whom, 'practitioner', 'by_code'),
    order: ['at', 'id'],
  },
}
