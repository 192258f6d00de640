import type { AllocationDraft } from '../../domain/allocation/allocation-draft.ts'
import type { Person } from '../../domain/staff.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { otherPerson } from '../understand/other-person.ts'
import { beginAllocation, showAllocationForm } from './allocation-draft.ts'
import { askedAgain, mayBeGivenCases, personToWeigh } from './who-and-which.ts'

/**
 * "No, Daniel Osei", while an allocation is open: the same case for somebody else. Where it is not clear who, that is asked,
 * and nothing is decided before it is answered. Undefined where the message puts nobody in anybody's place.
 */
export async function giveInstead(
  { id, crn, to }: Pick<AllocationDraft, 'id' | 'crn' | 'to'>,
  words: string,
  turn: Turn,
  desk: Desk,
): Promise<Reply | undefined> {
  const said = otherPerson(words)
  if (said === undefined) return undefined
  const closeTo = (await mayBeGivenCases(turn, desk)).map(({ staffCode }) => staffCode)
  const found = (await desk.names()).find(said.name, { closeTo, asked: true })
  const isName = found.people.some(
    (person) => closeTo.includes(person.staffCode) && isNoMoreThanName(said.name, person),
  )
  if (!said.certain && !isName) return undefined
  const who = personToWeigh({ ...found, entities: {} }, turn)
  if (who === undefined) return undefined
  if ('reply' in who) return askedAgain(who, 'give', [crn])
  if (who.person.staffCode === to) return showAllocationForm(id, {}, turn, desk)
  return beginAllocation(who.person, crn, turn, desk)
}

/** Whether words are somebody's name, or a part of it, or their staff code: "workload of Daniel" asks for something else. */
function isNoMoreThanName(words: string, { name, staffCode }: Person): boolean {
  const parts = [...name.toLowerCase().split(/[\s-]+/), staffCode.toLowerCase()]
  return words
    .toLowerCase()
    .split(/[\s-]+/)
    .every((word) => parts.includes(word))
}
