import { sightOfRecord } from '../../domain/rights.ts'
import type { Person } from '../../domain/staff.ts'
import { myTeam } from '../my-team.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { pduOverview } from './pdu-overview.ts'
import { showDue } from './show-due.ts'
import { type Part, showTeam } from './show-team.ts'

/**
 * "When is my next reflective?", "what's overdue for Aisha?". Somebody who manages people and names nobody, nor themself,
 * asks about those people.
 */
export async function whatIsDue(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const { people, unknownName, entities } = reading
  const [kind, ...more] = entities.kinds ?? []
  const one = more.length > 0 ? undefined : kind
  // "My reflective with Priya" is one's own; "what is overdue for Priya" is not, also where Priya is the line manager.
  const own = people.length === 0 || /\b(?:i|me|my|mine|we|our)\b/i.test(text)
  if (entities.practitioner === 'me' && own) return showDue(turn.person, one, turn, desk)
  if (people.length === 0 && unknownName !== undefined) {
    return { message: { text: 'I do not know that name on the staff list. Please give the first name and surname.' } }
  }
  const [first, ...others] = visible(people, turn)
  if (first === undefined) {
    if (turn.person.grade === 'HoPDU') return pduOverview({ kind: one, page: 1 }, turn, desk)
    const manages = (await myTeam(turn, desk)).length > 0
    return manages
      ? showTeam(turn.person.staffCode, { kind: one, page: 1 }, turn, desk)
      : showDue(turn.person, one, turn, desk)
  }
  if (others.length === 0) return showDue(first, one, turn, desk)
  const names = [first, ...others].slice(0, 6).map((person) => `${person.name} (${person.staffCode})`)
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)
  return { message: { text: `Who do you mean: ${list}? Please give the first name and surname, or the staff code.` } }
}

/** Of several people of one name, those whose states the asker may see, if there are any. */
function visible(people: readonly Person[], turn: Turn): readonly Person[] {
  const seen = people.filter((person) => sightOf(person, turn) !== 'nothing')
  return seen.length > 0 ? seen : people
}

const sightOf = (person: Person, turn: Turn) => sightOfRecord(turn.person, person, turn.today.toString(), turn.covers)

/** "My team", "who is overdue for reflective?": one's own team, or the teams of one's PDU. A name asks for that person's team. */
export async function teamOverview(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const [kind, ...more] = reading.entities.kinds ?? []
  const page = Number(/\bpage\s+([1-9]\d{0,2})\b/i.exec(text)?.[1] ?? 1)
  const part: Part = { kind: more.length > 0 ? undefined : kind, page }
  const [named, ...others] = reading.people
  if (others.length > 0 || (named === undefined && reading.unknownName !== undefined)) {
    return {
      message: { text: 'I am not sure whom you mean. Please give the first name and surname, or the staff code.' },
    }
  }
  if (named === undefined || named.staffCode === turn.person.staffCode) {
    return turn.person.grade === 'HoPDU'
      ? pduOverview(part, turn, desk)
      : showTeam(turn.person.staffCode, part, turn, desk)
  }
  const managed = await desk.staff.managedBy(named.staffCode)
  return managed.length === 0 ? showDue(named, part.kind, turn, desk) : showTeam(named.staffCode, part, turn, desk)
}
