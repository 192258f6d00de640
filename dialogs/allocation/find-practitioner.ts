import { rankedCard } from '../../cards/allocation/ranked-card.ts'
import { severalCasesCard } from '../../cards/allocation/several-cases-card.ts'
import type { Crn } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { askWhoOrWhich } from './ask-who-or-which.ts'
import { myTeamsToAllocateFor } from './case-in-sight.ts'
import { listed, peopleOf, weighSeveral } from './check-allocation.ts'
import { goesOnAbout } from './goes-on-about.ts'
import { notesOfSight, notInSightReply } from './not-in-sight.ts'
import { teamNamesAmong } from './team-names-among.ts'
import { weighCase } from './weigh-case.ts'
import { casesNamed, mayBeGivenCases, mayNotWeigh } from './who-and-which.ts'

const several = /\b(?:them|these|those)\b|\ball (?:of )?(?:the|my|our) cases\b|\ball cases\b/i
const saysIt = /\b(?:it|(?:this|that) (?:one|case))\b/i

/** Whether a message that names no case means several: "who could take them all?". */
export function isOfSeveral(text: string): boolean {
  return several.test(text)
}

/** The case that this person asked about last. */
async function caseWeighedLast({ person }: Turn, desk: Pick<Desk, 'allocationAnswers'>): Promise<Crn[]> {
  const last = await desk.allocationAnswers.lastOf(person.staffCode)
  return last === undefined ? [] : [last.crn]
}

/** "Who could take them all?": each case is named, so that nobody weighs one that was not meant. */
function askWhichCases({ allocationPolicy: { mostCases } }: Pick<Desk, 'allocationPolicy'>): Reply {
  return {
    message: {
      text: `Which cases? Please give their numbers in one message: I weigh at most ${mostCases} at a time, each by itself.`,
    },
    pending: { asks: 'allocation', does: 'find', crns: [] },
  }
}

/** "Who could take X320741?": everybody whom whoever asks may weigh it for, ranked; or the part of them that is named. */
export async function findInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const refused = mayNotWeigh(turn)
  if (refused !== undefined) return refused
  const named = casesNamed(reading)
  if (named.length === 0 && isOfSeveral(text)) return askWhichCases(desk)
  const crns = named.length === 0 && saysIt.test(text) ? await caseWeighedLast(turn, desk) : named
  if (crns.length === 0) return askWhoOrWhich('find', { crns }, turn, desk)
  return find(crns, reading.people, turn, desk)
}

/** Who could take a case, or each of several. `named` narrows it down: to these people, or to those whom they manage. */
export async function find(crns: readonly Crn[], named: readonly Person[], turn: Turn, desk: Desk): Promise<Reply> {
  const everybody = await mayBeGivenCases(turn, desk)
  const codes = named.map(({ staffCode }) => staffCode)
  const narrowed = everybody.filter(
    ({ staffCode, managerStaffCode }) =>
      codes.includes(staffCode) || (managerStaffCode !== undefined && codes.includes(managerStaffCode)),
  )
  const people = narrowed.length > 0 ? narrowed : everybody
  if (people.length === 0) {
    return { message: { text: 'There is nobody on the staff list in post to whom you could give a case.' } }
  }
  const teams = await myTeamsToAllocateFor(turn, desk)
  const [crn, ...more] = crns
  if (crn === undefined) return askWhoOrWhich('find', { crns }, turn, desk)
  if (more.length > 0) {
    const { weighed, left } = await weighSeveral(crns, people, 'team', teams, turn, desk)
    return {
      message: severalCasesCard({ question: 'team', cases: weighed.map((one) => listed(one, desk)), left }),
      notes: weighed.flatMap((one) => notesOfSight(one, turn)),
    }
  }
  const [weighed, teamNames] = await Promise.all([
    weighCase(crn, people, 'team', teams, turn, desk),
    teamNamesAmong(people, turn, desk),
  ])
  if (weighed.sight !== 'open') return notInSightReply(weighed, turn, desk)
  return {
    message: rankedCard({
      answer: weighed.answer,
      caseName: weighed.facts.name,
      people: peopleOf(weighed),
      teamNames,
      page: 1,
    }),
    ...goesOnAbout(crn, weighed.answer.id),
  }
}
