import type { RankedPerson } from '../../cards/allocation/ranked-card.ts'
import { type CaseOfSeveral, severalCasesCard } from '../../cards/allocation/several-cases-card.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { askWhoOrWhich } from './ask-who-or-which.ts'
import { myTeamsToAllocateFor } from './case-in-sight.ts'
import { justWeighed } from './just-weighed.ts'
import { notesOfSight, notInSight, notInSightReply } from './not-in-sight.ts'
import { type CaseWeighed, weighCase, weighOne } from './weigh-case.ts'
import { askedAgain, casesNamed, mayNotWeigh, personToWeigh } from './who-and-which.ts'

/** "Can Tom take X320741?": whether one person may take a case, or each of several. */
export async function checkInWords(reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const refused = mayNotWeigh(turn)
  if (refused !== undefined) return refused
  const who = personToWeigh(reading, turn)
  const crns = casesNamed(reading)
  if (who !== undefined && 'reply' in who) return askedAgain(who, 'check', crns)
  if (who === undefined || crns.length === 0) return askWhoOrWhich('check', { person: who?.person, crns }, turn, desk)
  return check(who.person, crns, turn, desk)
}

/** Whether a person may take a case, or each of several. Whoever asks may weigh a case for them. */
export async function check(person: Person, crns: readonly Crn[], turn: Turn, desk: Desk): Promise<Reply> {
  const [crn, ...more] = crns
  if (crn === undefined) return askWhoOrWhich('check', { person, crns: [] }, turn, desk)
  const teams = await myTeamsToAllocateFor(turn, desk)
  if (more.length > 0) return checkSeveral(person, crns, teams, turn, desk)
  const weighed = await weighOne(crn, person, { teams }, turn, desk)
  if (weighed.sight !== 'open') return notInSightReply(weighed, turn, desk)
  return justWeighed(weighed, desk)
}

async function checkSeveral(person: Person, crns: readonly Crn[], teams: string[], turn: Turn, desk: Desk) {
  const { weighed, left } = await weighSeveral(crns, [person], 'one', teams, turn, desk)
  const message = severalCasesCard({ question: 'one', cases: weighed.map((one) => listed(one, desk)), left })
  return { message, notes: weighed.flatMap((one) => notesOfSight(one, turn)) }
}

/** Several cases for the same people, as many as one answer holds. */
export async function weighSeveral(
  crns: readonly Crn[],
  people: readonly Person[],
  question: 'one' | 'team',
  teams: readonly string[],
  turn: Turn,
  desk: Desk,
) {
  const asked = crns.slice(0, desk.allocationPolicy.mostCases)
  const weighed = await Promise.all(
    asked.map(async (crn) => ({ crn, ...(await weighCase(crn, people, question, teams, turn, desk)) })),
  )
  return { weighed, left: crns.length - asked.length }
}

/** One of several cases, as it stands on the list. */
export function listed(weighed: CaseWeighed & { crn: Crn }, desk: Desk): CaseOfSeveral {
  const { crn } = weighed
  if (weighed.sight !== 'open') return { crn, says: notInSight(weighed, desk) }
  const { answer, facts } = weighed
  return { crn, answer: answer.id, caseName: facts.name, people: peopleOf(weighed) }
}

/** Everybody who was weighed, in the order of the answer. */
export function peopleOf({ ranked }: Extract<CaseWeighed, { sight: 'open' }>): RankedPerson[] {
  return [...ranked.couldTake, ...ranked.blocked].map(({ person, weighing }) => ({ ...person, weighing }))
}
