import type { Temporal } from 'temporal-polyfill'
import { StaffCode } from '../../domain/ids.ts'
import type { Person } from '../../domain/staff.ts'
import type { Session } from '../../domain/supervision.ts'
import { type SampleAbsence, type SampleCover, sampleAbsences, sampleCovers } from './sample-absences.ts'
import type { SampleCase } from './sample-case.ts'
import { sampleCases } from './sample-cases.ts'
import { samplePeople } from './sample-people.ts'
import { sampleSessions } from './sample-sessions.ts'
import { type SampleTeam, sampleTeams } from './sample-teams.ts'
import { type SampleWorkload, sampleWorkload } from './sample-workload.ts'

/** An invented corner of the Probation Service: everything the product knows or asks, for practice and for tests. */
export type SampleWorld = {
  teams: readonly SampleTeam[]
  people: readonly Person[]
  absences: readonly SampleAbsence[]
  covers: readonly SampleCover[]
  cases: readonly SampleCase[]
  workload: readonly SampleWorkload[]
  sessions: readonly Session[]
}

/** The administrator of the sample world. */
export const sampleAdministrator = StaffCode.parse('N03A099')

/**
 * The sample world as it stands on `today` (local). The same day gives the same world, and nobody in it exists. People
 * and cases keep their codes, names and numbers on every day; their dates are counted from today.
 */
export function sampleWorld(today: Temporal.PlainDate): SampleWorld {
  const people = samplePeople(today)
  const cases = sampleCases(people, today)
  return {
    teams: sampleTeams,
    people,
    absences: sampleAbsences(today),
    covers: sampleCovers(today),
    cases,
    workload: sampleWorkload(people, cases, today),
    sessions: sampleSessions(people, today, cases),
  }
}
