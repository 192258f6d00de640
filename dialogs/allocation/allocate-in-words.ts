import { readAllocationForm } from '../../cards/allocation/allocation-input.ts'
import { AllocationDraftId } from '../../domain/ids.ts'
import type { Desk, Presses, Reply, Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { beginAllocation, changeAllocation, openAllocation, showAllocationForm, withSaid } from './allocation-draft.ts'
import { askWhoOrWhich } from './ask-who-or-which.ts'
import { decideAllocation } from './decide-allocation.ts'
import { asksForEntry, entryAsText } from './entry-as-text.ts'
import { withWeighing } from './explain-decision.ts'
import { find } from './find-practitioner.ts'
import { dropAllocation } from './take-up-allocating.ts'
import { undoAllocation } from './undo-allocation.ts'
import { askedAgain, casesNamed, mayNotWeigh, personToWeigh } from './who-and-which.ts'

/** "Allocate X320741 to the best person" names nobody. */
const toWhoever = /\bto\s+(?:the (?:best|right|most suitable)|whoever|someone|somebody|anyone|anybody)\b/i

/** "Give X320741 to Tom", "allocate it": begins to decide. What is left out is what was weighed last, if that was one person. */
export async function allocateInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const refused = mayNotWeigh(turn)
  if (refused !== undefined) return refused
  const undone = await undoAllocation(text, turn, desk)
  if (undone !== undefined) return undone
  if (asksForEntry(text)) return entryAsText(casesNamed(reading)[0], turn, desk)
  const who = personToWeigh(reading, turn)
  const named = casesNamed(reading)
  if (who === undefined && named.length > 0 && toWhoever.test(text)) return find(named, [], turn, desk)
  if (who !== undefined && 'reply' in who) return askedAgain(who, 'give', named)
  const last =
    named.length === 0 || who === undefined ? await desk.allocationAnswers.lastOf(turn.person.staffCode) : undefined
  // "Allocate it" once more shows what was decided: it does not begin the same again.
  const [decided] =
    last === undefined || who !== undefined || named.length > 0 ? [] : await desk.allocations.ofCase(last.crn)
  if (decided !== undefined && decided.answer === last?.id && decided.decidedBy === turn.person.staffCode) {
    return decideAllocation(AllocationDraftId.parse(decided.id), turn, desk)
  }
  const crns = named.length > 0 ? named : last === undefined ? [] : [last.crn]
  const [only, ...others] = last?.about ?? []
  const weighedLast =
    only !== undefined && others.length === 0 && last?.crn === crns[0]
      ? await desk.staff.byStaffCode(only.practitioner)
      : undefined
  const person = who?.person ?? weighedLast
  const [crn, ...more] = crns
  if (more.length > 0) {
    return {
      message: { text: 'One case at a time, please: each allocation needs its own reasoning. Which one first?' },
    }
  }
  if (crn === undefined || person === undefined) return askWhoOrWhich('give', { person, crns }, turn, desk)
  return beginAllocation(person, crn, turn, desk)
}

/** The buttons of an allocation that is being decided. */
export const decidePresses: Presses<
  'allocation.begin' | 'allocation.resume' | 'allocation.decide' | 'allocation.drop'
> = {
  'allocation.begin': ({ answer, person }, _data, turn, desk) =>
    withWeighing(answer, person, turn, desk, (found, _weighing, whom) => beginAllocation(whom, found.crn, turn, desk)),
  'allocation.resume': ({ allocation }, _data, turn, desk) => showAllocationForm(allocation, {}, turn, desk),
  'allocation.decide': async ({ allocation: id }, data, turn, desk) => {
    const found = await openAllocation(id, turn, desk)
    if ('reply' in found) return found.reply
    const { said, problems } = readAllocationForm(data)
    await changeAllocation(id, (draft) => withSaid(draft, said), turn, desk)
    if (problems.length > 0) return showAllocationForm(id, { problems }, turn, desk)
    return decideAllocation(id, turn, desk)
  },
  'allocation.drop': ({ allocation }, _data, turn, desk) => dropAllocation(allocation, turn, desk),
}
