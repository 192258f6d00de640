import type { Pending } from '../pending.ts'
import type { TakeUp } from '../turn.ts'
import { casesIn } from '../understand/cases-in.ts'
import type { Intent } from '../understand/understand.ts'
import { beginAllocation } from './allocation-draft.ts'
import { check } from './check-allocation.ts'
import { find } from './find-practitioner.ts'
import { askedAgain, mayBeGivenCases, mayNotWeigh, personToWeigh } from './who-and-which.ts'

const mostWords = 8
/** What somebody asks for who says more than what was missing. */
const deeds: Partial<Record<Intent, 'check' | 'find' | 'give'>> = {
  'check-allocation': 'check',
  'find-practitioner': 'find',
  'allocate-case': 'give',
}
const certain = 0.8

/** "X320741" or "Tom", when it was asked which case, or who is to take it. */
export const takeUpAllocation: TakeUp<Extract<Pending, { asks: 'allocation' }>> = async (
  { does, person: code, crns: before },
  words,
  { intent, confidence },
  turn,
  desk,
) => {
  if (words.split(/\s+/).length > mostWords && casesIn(words).length === 0) return undefined
  const asked = deeds[intent]
  if (asked !== undefined && asked !== does && confidence >= certain) return undefined
  const refused = mayNotWeigh(turn)
  if (refused !== undefined) return refused
  const said = casesIn(words)
  const crns = said.length > 0 ? said : before
  const closeTo = (await mayBeGivenCases(turn, desk)).map(({ staffCode }) => staffCode)
  const { people, unknownName } = (await desk.names()).find(words, { closeTo, asked: said.length === 0 })
  const who = personToWeigh({ people, ...(unknownName === undefined ? {} : { unknownName }), entities: {} }, turn)
  if (who !== undefined && 'reply' in who) return does === 'find' ? who.reply : askedAgain(who, does, crns)
  const listed = code === undefined ? undefined : await desk.staff.byStaffCode(code)
  const person = who?.person ?? listed
  if (who === undefined && said.length === 0) return undefined
  if (does === 'find') return find(crns, people, turn, desk)
  if (person === undefined) return undefined
  const [crn] = crns
  return does === 'give' && crn !== undefined
    ? beginAllocation(person, crn, turn, desk)
    : check(person, crns, turn, desk)
}
