import { mayWeigh, mayWeighFor } from '../../domain/allocation/allocation-rights.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import { type Grade, isInPost, type Person } from '../../domain/staff.ts'
import { myPdu, myTeam } from '../my-team.ts'
import { meantOf } from '../people-meant.ts'
import { type Desk, type Reply, refuse, type Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'

/** Grades that take cases. */
const takeCases: readonly Grade[] = ['PO', 'PSO', 'PQiP']

/** Everybody in post whom whoever asks may weigh a case for and who takes cases: their team; for a head of PDU, the PDU. */
export async function mayBeGivenCases(turn: Turn, desk: Pick<Desk, 'staff'>): Promise<Person[]> {
  const today = turn.today.toString()
  const everybody = [...(await myTeam(turn, desk)), ...(turn.person.grade === 'HoPDU' ? await myPdu(turn, desk) : [])]
  const permitted = everybody.filter(
    (person) =>
      takeCases.includes(person.grade) &&
      isInPost(person, today) &&
      mayWeighFor(turn.person, person, today, turn.covers),
  )
  return [...new Map(permitted.map((person) => [person.staffCode, person])).values()]
}

/** The answer where it is not one person who may be weighed. `unclear`: only the name was, and these people were offered. */
export type NotOnePerson = { reply: Reply; unclear?: StaffCode[] }

/** Whom a message names of those who may be weighed, or the answer that says why it is nobody. */
export function personToWeigh(
  { people, unknownName, entities }: Pick<Reading, 'people' | 'unknownName' | 'entities'>,
  turn: Turn,
): { person: Person } | NotOnePerson | undefined {
  if (entities.practitioner === 'me') return { reply: notForOneself(turn) }
  const meant = meantOf(people, unknownName, (person) => mayBeWeighed(person, turn))
  if (meant === undefined) return undefined
  if ('says' in meant) {
    return { reply: { message: { text: meant.says } }, unclear: meant.among?.map(({ staffCode }) => staffCode) ?? [] }
  }
  const problem = whyNot(meant.person, turn)
  return problem === undefined ? meant : { reply: problem }
}

/**
 * The answer where somebody is not named clearly, or may not be weighed. Where it is only unclear, a name alone answers it,
 * or the place of one who was offered.
 */
export function askedAgain({ reply, unclear }: NotOnePerson, does: 'check' | 'give', crns: readonly Crn[]): Reply {
  if (unclear === undefined) return reply
  const offered = unclear.length === 0 ? {} : { people: unclear }
  return { ...reply, pending: { asks: 'allocation', does, crns: crns.slice(0, 10), ...offered } }
}

function mayBeWeighed(person: Person, turn: Turn): boolean {
  return mayWeighFor(turn.person, person, turn.today.toString(), turn.covers)
}

function notForOneself(turn: Turn): Reply {
  const says = 'A case is weighed for somebody by their line manager, so I cannot check it for yourself.'
  return refuse(turn, 'allocation', says, { subject: turn.person.staffCode })
}

/** Why a person may not be weighed by whoever asks; undefined where they may. Decided anew for each message and press. */
export function whyNot(person: Person, turn: Turn): Reply | undefined {
  if (person.staffCode === turn.person.staffCode) return notForOneself(turn)
  if (!mayBeWeighed(person, turn)) {
    const says =
      'You can weigh a case for people you manage or cover for. That person is not one of them, so I checked nothing.'
    return refuse(turn, 'allocation', says, { subject: person.staffCode })
  }
  if (!isInPost(person, turn.today.toString())) {
    return { message: { text: 'That person is not in post today, so no case can be given to them.' } }
  }
  return undefined
}

/** The answer to somebody who may not weigh allocations at all. */
export function mayNotWeigh(turn: Turn): Reply | undefined {
  if (mayWeigh(turn.person, turn.today.toString())) return undefined
  const says = 'Line managers and heads of PDU weigh who may take a case. Please ask yours: they can ask me.'
  return refuse(turn, 'allocation', says)
}

/** The cases a message names, in its order. */
export function casesNamed({ entities: { crn, crns } }: Pick<Reading, 'entities'>): Crn[] {
  return crns ?? (crn === undefined ? [] : [crn])
}
