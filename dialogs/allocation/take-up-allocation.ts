import type { Crn } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { Pending } from '../pending.ts'
import type { Desk, Reply, TakeUp, Turn } from '../turn.ts'
import { casesIn } from '../understand/cases-in.ts'
import { otherPerson } from '../understand/other-person.ts'
import type { Intent, Reading } from '../understand/understand.ts'
import { beginAllocation, cancelAllocation } from './allocation-draft.ts'
import { askWhoOrWhich } from './ask-who-or-which.ts'
import { check } from './check-allocation.ts'
import { find } from './find-practitioner.ts'
import { oneOfThem } from './one-of-them.ts'
import { endOfAllocation, saidOfAllocation } from './said-of-allocation.ts'
import { askedAgain, mayBeGivenCases, mayNotWeigh, personToWeigh } from './who-and-which.ts'

type Asked = Extract<Pending, { asks: 'allocation' }>

const mostWords = 8
/** What somebody asks for who says more than what was missing. */
const deeds: Partial<Record<Intent, Asked['does']>> = {
  'check-allocation': 'check',
  'find-practitioner': 'find',
  'allocate-case': 'give',
}
const certain = 0.8

/** "X320741", "Tom" or "the second one", when it was asked which case, or who is to take it. */
export const takeUpAllocation: TakeUp<Asked> = async (asked, words, reading, turn, desk) => {
  const [crn] = asked.crns
  const isOpen = asked.does === 'give' && crn !== undefined && asked.person === undefined
  if (isOpen && endOfAllocation(words) === 'drop') return dropped(crn, turn, desk)
  const chosen = asked.people && (await oneOfThem(words, asked.people, desk))
  if (chosen !== undefined) return go(asked.does, chosen, asked.crns, turn, desk)
  if (isOpen && isMeantForTheEntry(words, asked, reading)) return whoFirst(asked, turn, desk)
  return nameOrCase(asked, words, reading, turn, desk)
}

/** What is said for an entry, or to decide it, while nobody knows yet whose it is. */
function isMeantForTheEntry(words: string, { people }: Asked, { intent }: Reading): boolean {
  if (endOfAllocation(words) === 'decide' || saidOfAllocation(words) !== undefined) return true
  // Where people were offered, a sentence that asks for nothing is no answer; else it may be a name that nobody has.
  return people !== undefined && intent === 'none' && words.split(/\s+/).length > mostWords
}

async function dropped(crn: Crn, turn: Turn, desk: Desk): Promise<Reply> {
  const begun = (await desk.allocationDrafts.openOf(turn.person.staffCode)).filter((draft) => draft.crn === crn)
  for (const { id } of begun) await cancelAllocation(id, turn, desk)
  return { message: { text: 'Cancelled. No case was allocated.' }, final: true }
}

/** The question once more: nothing is decided, and nothing kept for anybody, before it is known who gets the case. */
async function whoFirst(asked: Asked, turn: Turn, desk: Desk): Promise<Reply> {
  const { text } = (await askWhoOrWhich(asked.does, asked, turn, desk)).message as { text: string }
  return {
    message: {
      text: `Nothing was decided, and I have kept nothing of that: first I need to know who gets it. ${text}`,
    },
    pending: asked,
  }
}

async function nameOrCase(asked: Asked, words: string, reading: Reading, turn: Turn, desk: Desk) {
  const { does, person: code, crns: before } = asked
  if (words.split(/\s+/).length > mostWords && casesIn(words).length === 0) return undefined
  const deed = deeds[reading.intent]
  if (deed !== undefined && deed !== does && reading.confidence >= certain) return undefined
  const refused = mayNotWeigh(turn)
  if (refused !== undefined) return refused
  const said = casesIn(words)
  const crns = said.length > 0 ? said : before
  const closeTo = (await mayBeGivenCases(turn, desk)).map(({ staffCode }) => staffCode)
  const name = said.length === 0 ? (otherPerson(words)?.name ?? words) : words
  const { people, unknownName } = (await desk.names()).find(name, { closeTo, asked: said.length === 0 })
  const who = personToWeigh({ people, ...(unknownName === undefined ? {} : { unknownName }), entities: {} }, turn)
  if (who !== undefined && 'reply' in who) return does === 'find' ? who.reply : askedAgain(who, does, crns)
  const listed = code === undefined ? undefined : await desk.staff.byStaffCode(code)
  const person = who?.person ?? listed
  if (who === undefined && said.length === 0) return undefined
  if (does === 'find') return find(crns, people, turn, desk)
  return person === undefined ? undefined : go(does, person, crns, turn, desk)
}

function go(does: Asked['does'], person: Person, crns: readonly Crn[], turn: Turn, desk: Desk): Promise<Reply> {
  const [crn] = crns
  return does === 'give' && crn !== undefined
    ? beginAllocation(person, crn, turn, desk)
    : check(person, crns, turn, desk)
}
