import type { Pending } from '../pending.ts'
import type { TakeUp } from '../turn.ts'
import { oneOfThem } from './one-of-them.ts'
import { showCaseload } from './show-caseload.ts'
import { showWorkload } from './show-workload.ts'

/** "Daniel Osei", "Osei", "the second one" or a staff code, when it was asked whose workload or cases are meant. */
export const takeUpWhose: TakeUp<Extract<Pending, { asks: 'whose' }>> = async (
  { does, people },
  words,
  _reading,
  turn,
  desk,
) => {
  const person = await oneOfThem(words, people, desk)
  if (person === undefined) return undefined
  return does === 'workload' ? showWorkload(person, turn, desk) : showCaseload(person, 1, turn, desk)
}
