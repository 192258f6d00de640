import { sql } from 'kysely'
import type { RecordSort } from '../domain/kept-about.ts'
import { any, type Sort } from './record-sort.ts'

type AllocationSort = Extract<RecordSort, 'weighings' | `allocation${string}`>

/** Where everything about a person is that has to do with who gets a case. */
export const allocationSorts: Record<AllocationSort, Sort> = {
  allocations: {
    table: 'allocation',
    // What is sensitive is the manager's note about the person on probation, and not about whoever gets the case.
    columns: [
      'id',
      'crn',
      'decided_by',
      'decided_at',
      'outcome',
      'override',
      'reasoning',
      'entry',
      'touch_point_on',
      'submission',
      'agreed_by',
      'previous',
      'event_number',
      'team_code',
      'policy_version',
      'answer',
    ],
    mine: (whom) => any(whom, 'to_code'),
    order: ['decided_at', 'id'],
  },
  'allocations-decided': {
    table: 'allocation',
    columns: [
      'id',
      'crn',
      'to_code',
      'decided_at',
      'outcome',
      'override',
      'reasoning',
      'entry',
      'sensitive',
      'touch_point_on',
      'submission',
      'agreed_by',
      'previous',
      'answer',
    ],
    mine: (whom) => any(whom, 'decided_by'),
    order: ['decided_at', 'id'],
  },
  'allocations-named': {
    table: 'allocation',
    columns: ['id', 'crn', 'to_code', 'decided_by', 'decided_at', 'previous', 'agreed_by'],
    mine: (whom) => any(whom, 'previous', 'agreed_by'),
    order: ['decided_at', 'id'],
  },
  weighings: {
    table: 'allocation_answer',
    columns: ['id', 'asked_by', 'asked_at', 'question', 'crn', 'policy_version'],
    mine: (whom) => sql`id in (select answer from allocation_weighing where ${any(whom, 'practitioner')})`,
    order: ['asked_at', 'id'],
    with: [
      {
        table: 'allocation_weighing',
        points: 'answer',
        columns: ['outcome', 'has_managed', 'potential', 'checks'],
        mine: (whom) => any(whom, 'practitioner'),
      },
    ],
  },
  'allocation-answers': {
    table: 'allocation_answer',
    columns: ['id', 'asked_at', 'question', 'crn', 'policy_version'],
    mine: (whom) => any(whom, 'asked_by'),
    order: ['asked_at', 'id'],
    // What it came to belongs to the record of whoever was weighed.
    with: [{ table: 'allocation_weighing', points: 'answer', columns: ['practitioner'] }],
  },
  'allocation-drafts': {
    table: 'allocation_draft',
    columns: ['id', 'crn', 'state', 'touched_at', 'body'],
    mine: (whom) => any(whom, 'by_code'),
    order: ['touched_at', 'id'],
  },
}
