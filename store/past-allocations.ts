import { sql } from 'kysely'
import { all, type Hanging, leftLongAgo, nobodyHeld, noticesAbout, type PastIts } from './row-that-may-go.ts'

/**
 * What is kept of allocations for as long as the sessions of whoever got the case or was weighed. An allocation goes before
 * the answer it rests on; an answer goes when everybody it weighed has left, and what it says of one of them when they have.
 */
export const pastAllocations: readonly (PastIts & { hanging?: readonly Hanging[] })[] = [
  {
    table: 'allocation',
    key: ['id'],
    when: (limits) => all(leftLongAgo('to_code', limits), nobodyHeld('to_code', 'decided_by', 'previous', 'agreed_by')),
    hanging: [noticesAbout],
  },
  {
    table: 'allocation_answer',
    key: ['id'],
    when: (limits) =>
      all(
        sql`id in (select answer from allocation_weighing where ${leftLongAgo('practitioner', limits)})`,
        sql`not exists (select 1 from allocation_weighing
          where answer = allocation_answer.id and not (${leftLongAgo('practitioner', limits)}))`,
        sql`not exists (select 1 from allocation where allocation.answer = allocation_answer.id)`,
        nobodyHeld('asked_by'),
      ),
    hanging: [{ table: 'allocation_weighing', column: 'answer', people: ['practitioner'] }],
  },
  {
    table: 'allocation_weighing',
    key: ['answer', 'practitioner'],
    when: (limits) =>
      all(
        leftLongAgo('practitioner', limits),
        sql`exists (select 1 from allocation_weighing as other
          where other.answer = allocation_weighing.answer and not (${leftLongAgo('other.practitioner', limits)}))`,
        sql`not exists (select 1 from allocation where allocation.answer = allocation_weighing.answer
          and allocation.to_code = allocation_weighing.practitioner)`,
        sql`not exists (select 1 from allocation_answer join hold on hold.person = allocation_answer.asked_by
          where allocation_answer.id = allocation_weighing.answer)`,
        nobodyHeld('practitioner'),
      ),
  },
]
