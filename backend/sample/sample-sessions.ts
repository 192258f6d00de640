import { Temporal } from 'temporal-polyfill'
import { type Crn, SessionId } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { Session } from '../../domain/supervision.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import { sampleAbsences } from './sample-absences.ts'
import type { SampleCase } from './sample-case.ts'
import { sampleCases } from './sample-cases.ts'
import { guidOf } from './sample-guid.ts'
import { type Meeting, sampleMeetings } from './sample-meetings.ts'
import { caseQuestions, notesFor } from './sample-notes.ts'

/** How long a meeting of each kind lasts, and how many cases are discussed in it. */
const lengths: Record<KindId, { minutes: number; cases: number }> = {
  monthly: { minutes: 60, cases: 2 },
  reflective: { minutes: 45, cases: 1 },
  observation: { minutes: 90, cases: 1 },
  performance: { minutes: 30, cases: 0 },
  competency: { minutes: 50, cases: 0 },
  rcat: { minutes: 75, cases: 1 },
  saqua: { minutes: 60, cases: 1 },
}

/**
 * The supervision history of the sample world: what was held since the start of the previous supervision year and
 * before `today` (local), each session written down the same afternoon by the person who held it. A session that is
 * told on two days has the same id.
 */
export function sampleSessions(
  people: readonly Person[],
  today: Temporal.PlainDate,
  cases: readonly SampleCase[] = sampleCases(people, today),
): Session[] {
  const openToAll = cases.filter((one) => one.excludedFrom.length === 0 && one.restrictedTo.length === 0)
  const caseloads = Map.groupBy(openToAll, (one) => one.managerStaffCode)
  return sampleMeetings(people, sampleAbsences(today), today).map((meeting) =>
    sessionOf(meeting, caseloads.get(meeting.person.staffCode) ?? []),
  )
}

function sessionOf({ person, place, supervisor, kinds, on }: Meeting, caseload: readonly SampleCase[]): Session {
  const turn = place + on.year * 12 + on.month
  const notes = notesFor(kinds, turn)
  const minutes = kinds.reduce((sum, kind) => sum + lengths[kind].minutes, 0) - 15 * (kinds.length - 1)
  const crns = casesDiscussed(Math.max(...kinds.map((kind) => lengths[kind].cases)), turn, on, caseload)
  const cases = kinds.flatMap((kind) => (caseQuestions[kind] === undefined ? [] : [[caseQuestions[kind], crns[0]]]))
  return {
    id: SessionId.parse(guidOf('session', person.staffCode, on.toString(), kinds[0] ?? '')),
    practitioner: person.staffCode,
    supervisor,
    loggedBy: supervisor,
    kinds,
    heldOn: on,
    minutes,
    crns,
    answers: crns.length === 0 ? notes.answers : { ...notes.answers, ...Object.fromEntries(cases) },
    privateAnswers: notes.private,
    loggedAt: Temporal.Instant.from(`${on}T15:${10 + (turn % 50)}:00Z`),
  }
}

/** So many of the cases the person held on that day, in turn, by number. */
function casesDiscussed(
  count: number,
  turn: number,
  on: Temporal.PlainDate,
  caseload: readonly SampleCase[],
): readonly Crn[] {
  const held = caseload.filter(({ allocatedOn, endedOn }) => {
    if (allocatedOn === undefined || Temporal.PlainDate.compare(allocatedOn, on) > 0) return false
    return endedOn === undefined || Temporal.PlainDate.compare(on, endedOn) <= 0
  })
  const crns = Array.from(
    { length: Math.min(count, held.length) },
    (_, index) => held[(turn + index) % held.length]?.crn,
  )
  return crns.filter((crn) => crn !== undefined).sort()
}
