import { mayWeigh } from '../../domain/allocation/allocation-rights.ts'
import type { Crn } from '../../domain/ids.ts'
import { firstNameOf, type Person } from '../../domain/staff.ts'
import type { Pending } from '../pending.ts'
import type { Desk, Reply, TakeUp, Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { beginAllocation } from './allocation-draft.ts'
import { askWhoOrWhich } from './ask-who-or-which.ts'
import { check } from './check-allocation.ts'
import { asksForEntry } from './entry-as-text.ts'
import { asksAboutSelf, explainLast, showRanked } from './explain-decision.ts'
import { find, isOfSeveral } from './find-practitioner.ts'
import { asksToUndo } from './undo-allocation.ts'
import { askedAgain, casesNamed, mayBeGivenCases, personToWeigh } from './who-and-which.ts'

type CaseShown = Extract<Pending, { asks: 'case-shown' }>

/** The intents of a message that is nothing but a name, perhaps with a word or two before it. */
const mayBeName: readonly Reading['intent'][] = ['none', 'check-allocation', 'find-practitioner', 'explain-decision']
const name =
  /^(?:(?:and|or|but|then|so|what about|how about|what of|for)\s+)*([\p{L}’'-]+(?:\s+[\p{L}’'-]+){0,2})\W*$/iu

/**
 * What is asked next about a case that was just shown or weighed, without saying which: "and Megan?", "who else could take
 * it?", "who says so?", "give it to her". Undefined where the message is about something else.
 */
export const takeUpCaseShown: TakeUp<CaseShown> = async (shown, words, reading, turn, desk) => {
  if (!mayWeigh(turn.person, turn.today.toString()) || casesNamed(reading).length > 0) return undefined
  if (isOfSeveral(words) || asksForEntry(words) || asksToUndo(words) === 'allocation') return undefined
  const { crn } = shown
  const page = /^(?:show )?page ([1-9]\d?)\W*$/i.exec(words)?.[1]
  if (page !== undefined) return rankedAgain(shown, Number(page), turn, desk)
  if (reading.intent === 'find-practitioner') return find([crn], reading.people, turn, desk)
  if (reading.intent === 'explain-decision' && asksAboutSelf(words)) return undefined
  if (reading.intent === 'explain-decision' && shown.answer !== undefined) {
    return explainLast(words, reading, shown, turn, desk)
  }
  if (reading.intent === 'check-allocation' || reading.intent === 'allocate-case') {
    const does = reading.intent === 'check-allocation' ? 'check' : 'give'
    const who = personToWeigh(reading, turn)
    if (who !== undefined && 'reply' in who) return askedAgain(who, does, [crn])
    const last = shown.person === undefined ? undefined : await desk.staff.byStaffCode(shown.person)
    const person = who?.person ?? last
    if (person === undefined) return askWhoOrWhich(does, { crns: [crn] }, turn, desk)
    return does === 'check' ? check(person, [crn], turn, desk) : beginAllocation(person, crn, turn, desk)
  }
  return mayBeName.includes(reading.intent) ? weighNamed(crn, words, turn, desk) : undefined
}

/** "Page 2" of the people who were just weighed together. */
async function rankedAgain({ answer }: CaseShown, page: number, turn: Turn, desk: Desk): Promise<Reply | undefined> {
  const found = answer === undefined ? undefined : await desk.allocationAnswers.byId(answer)
  return found?.question === 'team' ? showRanked(found, page, turn, desk) : undefined
}

/** "And Megan?": the same case, for somebody else. */
async function weighNamed(crn: Crn, words: string, turn: Turn, desk: Desk): Promise<Reply | undefined> {
  const said = name.exec(words)?.[1]
  if (said === undefined) return undefined
  const mine = await mayBeGivenCases(turn, desk)
  const closeTo = mine.map(({ staffCode }) => staffCode)
  const found = (await desk.names()).find(said, { closeTo, asked: true }).people
  // "Dan" is short for a name of theirs.
  const people = found.length > 0 || said.length < 3 ? found : mine.filter((one) => isShortFor(said, one))
  if (people.length === 0) return undefined
  const who = personToWeigh({ people, entities: {} }, turn)
  if (who === undefined) return undefined
  return 'reply' in who ? askedAgain(who, 'check', [crn]) : check(who.person, [crn], turn, desk)
}

function isShortFor(said: string, person: Person): boolean {
  return firstNameOf(person).toLowerCase().startsWith(said.toLowerCase())
}
