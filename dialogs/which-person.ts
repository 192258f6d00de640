import { choosePersonCard } from '../cards/choose-person-card.ts'
import type { SupervisionDraft } from '../domain/draft.ts'
import type { DraftId } from '../domain/ids.ts'
import { pairFor } from '../domain/rights.ts'
import type { Person } from '../domain/staff.ts'
import { changeDraft, formReply, showDraft } from './session/log-supervision.ts'
import type { Desk, Reply, Turn } from './turn.ts'

/** Which of several people of one name was meant, or who comes first of several who were named together, as buttons. */
export function whichPerson(draft: SupervisionDraft, people: Person[], together = false): Reply {
  return {
    message: choosePersonCard({ draft: draft.id, people, together }),
    shows: draft.id,
    place: { draft: draft.id },
  }
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
