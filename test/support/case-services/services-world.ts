import type { Temporal } from 'temporal-polyfill'
import type { SampleCase } from '../../../backend/sample/sample-case.ts'
import { sampleCases } from '../../../backend/sample/sample-cases.ts'
import { samplePeople } from '../../../backend/sample/sample-people.ts'
import { type SampleTeam, sampleTeams } from '../../../backend/sample/sample-teams.ts'
import { type SampleWorkload, sampleWorkload } from '../../../backend/sample/sample-workload.ts'
import type { StaffCode } from '../../../domain/ids.ts'
import { isInPost, type Person } from '../../../domain/staff.ts'

/** Ways in which the services differ from each other and from their newer and older revisions. */
export type Quirks = {
  /** Which shape the risk of a case has. */
  riskVersion: '1' | '2' | 'flat'
  /** How the totals of older tiers are spelt. */
  totals: 'as' | 'aS'
  /** A newer revision of the workload service has no percentages in its lists. */
  withoutPercent: boolean
  /** A newer revision of the allocation services says whether a tier is provisional. */
  saysProvisional: boolean
  /** Event numbers are texts. */
  numbersAsText: boolean
  /** Registers and contacts come with their names only. */
  withoutCodes: boolean
  /** Who is excluded or restricted is told by user name alone. */
  limitsByUserName: boolean
  /** What is said of somebody instead of their grade; `''` leaves it out. */
  grades: Map<StaffCode, string>
  /** What is said of somebody instead of their address; `''` is an empty field. */
  emails: Map<StaffCode, string>
  /** The regions somebody allocates in, by user name in upper case; all of them for whoever is not named. */
  regions: Map<string, string[]>
}

/** An allocation as it was taken. `at` is in milliseconds. */
export type TakenAllocation = {
  crn: string
  staffCode: string
  path: string
  body: Record<string, unknown>
  at: number
}

/** What the case services know. A test may change anything in it at any time. */
export type ServicesWorld = {
  today: Temporal.PlainDate
  teams: SampleTeam[]
  people: Person[]
  cases: SampleCase[]
  workload: SampleWorkload[]
  quirks: Quirks
  submissions: TakenAllocation[]
  /** The time in milliseconds, for what counts seconds. */
  now: () => number
}

const made = new Map<string, Pick<ServicesWorld, 'people' | 'cases' | 'workload'>>()

/** The sample world on a day, as the case services have it: a copy that a test may change. */
export function servicesWorld(today: Temporal.PlainDate, quirks: Partial<Quirks> = {}): ServicesWorld {
  const known = made.get(today.toString()) ?? sampleFacts(today)
  made.set(today.toString(), known)
  return {
    today,
    teams: [...sampleTeams],
    people: [...known.people],
    cases: [...known.cases],
    workload: [...known.workload],
    quirks: {
      riskVersion: '2',
      totals: 'as',
      withoutPercent: false,
      saysProvisional: true,
      numbersAsText: false,
      withoutCodes: false,
      limitsByUserName: false,
      grades: new Map(),
      emails: new Map(),
      regions: new Map(),
      ...quirks,
    },
    submissions: [],
    now: Date.now,
  }
}

function sampleFacts(today: Temporal.PlainDate) {
  const people = samplePeople(today)
  const cases = sampleCases(people, today)
  return { people, cases, workload: sampleWorkload(people, cases, today) }
}

export const caseIn = (world: ServicesWorld, crn: string) => world.cases.find((one) => one.crn === crn.toUpperCase())

export const personIn = (world: ServicesWorld, staffCode: string | undefined) =>
  world.people.find((person) => person.staffCode === staffCode)

export const userIn = (world: ServicesWorld, userName: string) =>
  world.people.find(({ username }) => username?.toUpperCase() === userName.toUpperCase())

/** Everybody in post in a team: nobody else is known there. */
export function staffOf(world: ServicesWorld, teamCode: string): Person[] {
  return world.people.filter((person) => person.teamCode === teamCode && isInPost(person, world.today.toString()))
}

/** Cases in the list of a team: somebody is to be supervised and nobody does it. A case without a tier is never listed. */
export function waitingIn(world: ServicesWorld, teamCode: string): SampleCase[] {
  return world.cases.filter((one) => one.teamCode === teamCode && isListed(one))
}

export const isListed = (one: SampleCase) =>
  one.managerStaffCode === undefined && one.hasActiveOrder && one.tier !== undefined

export const heldIn = (world: ServicesWorld, staffCode: string) =>
  world.cases.filter(({ managerStaffCode }) => managerStaffCode === staffCode)

/** Whether this user may not see a case. An unknown user may not. */
export function isHiddenFrom(one: SampleCase, staffCode: StaffCode | undefined): boolean {
  if (one.excludedFrom.length + one.restrictedTo.length === 0) return false
  if (staffCode === undefined) return true
  return one.excludedFrom.includes(staffCode) || (one.restrictedTo.length > 0 && !one.restrictedTo.includes(staffCode))
}
