import type { SupervisionDraft } from '../domain/draft.ts'
import type { StaffCode } from '../domain/ids.ts'
import { mayLogKind, pairFor, type SessionPair } from '../domain/rights.ts'
import type { Person } from '../domain/staff.ts'
import type { RecordedSession } from '../domain/supervision.ts'
import type { KindId } from '../domain/supervision-kind.ts'
import { myManagers, myPdu, myTeam } from './my-team.ts'
import type { Desk, Turn } from './turn.ts'

/** The two people of a recorded session, as the staff list knows them; somebody it has lost keeps their staff code as name. */
export async function pairOfSession(
  session: Pick<RecordedSession, 'practitioner' | 'supervisor'>,
  desk: Pick<Desk, 'staff'>,
): Promise<{ practitioner: Pick<Person, 'staffCode' | 'name'>; supervisor: Pick<Person, 'staffCode' | 'name'> }> {
  const known = await desk.staff.byStaffCodes([session.practitioner, session.supervisor])
  const named = (code: StaffCode) =>
    known.find((person) => person.staffCode === code) ?? { staffCode: code, name: code }
  return { practitioner: named(session.practitioner), supervisor: named(session.supervisor) }
}

/** A correction keeps the two people of the session it corrects, also when the line manager has changed since. */
export async function pairOfDraft(
  draft: SupervisionDraft,
  other: Person | undefined,
  turn: Turn,
  desk: Desk,
): Promise<SessionPair | undefined> {
  if (other === undefined) return undefined
  const corrected = draft.corrects === undefined ? undefined : await desk.supervisions.byId(draft.corrects)
  if (corrected === undefined) return pairFor(turn.person, other, turn.today.toString(), turn.covers)
  const today = pairFor(turn.person, other, turn.today.toString(), turn.covers)
  const own = corrected.practitioner === turn.person.staffCode
  const rightOther = other.staffCode === (own ? corrected.supervisor : corrected.practitioner)
  if (!rightOther) return undefined
  return own
    ? { practitioner: turn.person, supervisor: other, part: 'practitioner' }
    : { practitioner: other, supervisor: turn.person, part: partOf(turn.person, today) }
}

/** In what part somebody who once held a session corrects it: a quality officer stays one unless they manage the person. */
function partOf(person: Person, today: SessionPair | undefined): SessionPair['part'] {
  return person.grade === 'QDO' && today?.part !== 'manager' ? 'qdo' : 'manager'
}

/**
 * Everyone this person may log a session of some kind with: those they manage or cover for, whoever manages them, and for a
 * quality officer everybody of their PDU.
 */
export async function mayLogWithAnybody(turn: Turn, desk: Pick<Desk, 'staff' | 'policy'>): Promise<Person[]> {
  const near = [...(await myTeam(turn, desk)), ...(await myManagers(turn, desk))]
  const known = new Set(near.map((person) => person.staffCode))
  const pdu = turn.person.grade === 'QDO' ? await myPdu(turn, desk) : []
  return [...near, ...pdu.filter((person) => !known.has(person.staffCode))].filter((person) => {
    const pair = pairToday(person, turn)
    return pair !== undefined && desk.policy.kinds.some((kind) => mayLogKind(desk.policy, pair, kind.id))
  })
}

const pairToday = (other: Person, turn: Turn) => pairFor(turn.person, other, turn.today.toString(), turn.covers)

/** The kinds to choose from: those this pair may log, or where nobody is named yet those that may be logged with any of these people. */
export function kindsOffered(
  pair: SessionPair | undefined,
  people: readonly Person[],
  turn: Turn,
  desk: Pick<Desk, 'policy'>,
): KindId[] {
  const pairs = pair === undefined ? people.flatMap((person) => pairToday(person, turn) ?? []) : [pair]
  return desk.policy.kinds.map(({ id }) => id).filter((id) => pairs.some((one) => mayLogKind(desk.policy, one, id)))
}

export async function mayLogWith(
  open: { draft: SupervisionDraft; other?: Person },
  turn: Turn,
  desk: Desk,
): Promise<Person[]> {
  const corrected = open.draft.corrects === undefined ? undefined : await desk.supervisions.byId(open.draft.corrects)
  if (corrected === undefined) return mayLogWithAnybody(turn, desk)
  const other = corrected.practitioner === turn.person.staffCode ? corrected.supervisor : corrected.practitioner
  return desk.staff.byStaffCodes([other])
}

/** The only person it can have been with, for somebody who manages nobody. */
export async function onlyOther(turn: Turn, desk: Desk): Promise<StaffCode | undefined> {
  const people = await mayLogWithAnybody(turn, desk)
  return people.length === 1 ? people[0]?.staffCode : undefined
}
