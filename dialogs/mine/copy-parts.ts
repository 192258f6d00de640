import { allocationParts } from './copy-of-allocations.ts'
import { reviewParts } from './copy-of-reviews.ts'
import { supervisionParts } from './copy-of-supervision.ts'
import { otherParts } from './copy-of-the-rest.ts'
import type { CopyPart } from './copy-part.ts'

/** Everything that is kept about a person, in the order of the copy. */
export const copyParts: readonly CopyPart[] = [...supervisionParts, ...allocationParts, ...reviewParts, ...otherParts]

/** What a copy leaves out, and why, as it says itself. */
export const notInTheCopy = [
  'Notes of sessions that you held with somebody else: they belong to the record of the person supervised.',
  'What a colleague has begun to write and not saved. It becomes part of your record when it is saved.',
  'Copies of answers you were given, which are kept for some days so that nothing happens twice: what they said is in the parts above.',
  'Case facts that nothing here rests on. They are in the case services. Cases that you or your line manager named are in the sessions as they were written; the facts that you were weighed by are with each weighing.',
  'What a manager marked as sensitive about a person on probation when they gave you a case: it is not about you.',
] as const
