import { choosePersonCard, mostOffered } from '../cards/choose-person-card.ts'
import type { SupervisionDraft } from '../domain/draft.ts'
import type { DraftId, StaffCode } from '../domain/ids.ts'
import { pairFor } from '../domain/rights.ts'
import type { Person } from '../domain/staff.ts'
import type { Pending } from './pending.ts'
import { changeDraft, formReply, showDraft } from './session/log-supervision.ts'
import type { Desk, Reply, TakeUp, Turn } from './turn.ts'
import { yesOrNo } from './understand/booking-words.ts'
import { whichOne } from './understand/which-one.ts'

type Asks = {
  /** Several people were named together, and a session has two. */
  together?: boolean
  /** A name that fits nobody; these people have one like it. */
  unknown?: string
}

/** Which of some people was meant, as buttons; “the first one” in the next message means the first of them. */
export function whichPerson(draft: SupervisionDraft, people: readonly Person[], asks: Asks = {}): Reply {
  const { id } = draft
  return {
    message: choosePersonCard({ draft: id, people, ...asks }),
    shows: id,
    place: { draft: id },
    pending: pendingFor(id, people),
  }
}

function pendingFor(
  draft: DraftId,
  people: readonly Pick<Person, 'staffCode'>[],
): Extract<Pending, { asks: 'which-person' }> {
  return { asks: 'which-person', draft, people: people.slice(0, mostOffered).map(({ staffCode }) => staffCode) }
}

/** The next message after that: one of them by their place, or yes where there is only one. */
export const takeUpPerson: TakeUp<Extract<Pending, { asks: 'which-person' }>> = async (
  pending,
  words,
  _reading,
  turn,
  desk,
) => {
  const { draft: id, people } = pending
  const found = await desk.drafts.read(id)
  const now = people.indexOf(found?.draft.other ?? ('' as StaffCode))
  const yes = people.length === 1 && yesOrNo(words) === 'yes' ? 0 : undefined
  const code = people[yes ?? whichOne(words, people.length, now) ?? people.length]
  const person = code && (await desk.staff.byStaffCode(code))
  if (person === undefined || found?.state !== 'open') return undefined
  const reply = await choosePerson(id, person, turn, desk)
  return people.length > 1 ? { ...reply, pending } : reply
}

/** The one that was pressed, put into the draft. */
export async function choosePerson(id: DraftId, person: Person, turn: Turn, desk: Desk): Promise<Reply> {
  const changed = await changeDraft(id, { other: person.staffCode }, turn, desk)
  return changed === undefined ? showDraft(id, turn, desk) : formReply(changed, turn, desk)
}

/** Of several people of one name, those this person may log with, if there are any. */
export function narrowed(people: readonly Person[], turn: Turn): Person[] {
  const permitted = people.filter(
    (person) => pairFor(turn.person, person, turn.today.toString(), turn.covers) !== undefined,
  )
  return permitted.length > 0 ? permitted : [...people]
}
