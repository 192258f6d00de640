import type { Temporal } from 'temporal-polyfill'
import type { WorkloadOfPerson } from '../../domain/allocation/case-services.ts'
import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import type { PractitionerAnswer, Workload } from '../../domain/allocation/practitioner-facts.ts'
import type { StaffCode } from '../../domain/ids.ts'
import { isInPost, type Person } from '../../domain/staff.ts'
import type { SampleCase } from './sample-case.ts'
import type { SampleWorkload } from './sample-workload.ts'

/** What the sample case services know on a day. */
export type SampleServicesDay = {
  day: Temporal.PlainDate
  people: readonly Person[]
  cases: readonly SampleCase[]
  workload: readonly SampleWorkload[]
}

/**
 * Whether somebody may see the case: anybody, unless access is limited; then a member of staff who is not excluded, and
 * among those it is restricted to, where it is.
 */
export function maySee({ excludedFrom, restrictedTo }: SampleCase, code: StaffCode, world: SampleServicesDay): boolean {
  if (excludedFrom.length === 0 && restrictedTo.length === 0) return true
  const isStaff = world.people.some(({ staffCode }) => staffCode === code)
  return isStaff && !excludedFrom.includes(code) && (restrictedTo.length === 0 || restrictedTo.includes(code))
}

/** What the case services of the sample world say of somebody with regard to a case. They know those in post in a team. */
export function samplePractitioner(
  staffCode: StaffCode,
  one: SampleCase,
  world: SampleServicesDay,
): PractitionerAnswer {
  const person = personInTeam(staffCode, world)
  const load = loadOf(staffCode, world)
  const grade = person?.grade
  const lastManager = one.managerStaffCode ?? one.previousManagers.at(-1)
  return {
    access: known(maySee(one, staffCode, world) ? 'allowed' : 'not-allowed', 'delius'),
    grade: grade === undefined ? notKnown('workload', 'none') : known(grade, 'workload'),
    hasEmail: person === undefined ? notKnown('workload', 'none') : known(person.email !== undefined, 'workload'),
    workload: workloadWith(one, load, world.day),
    casesPastWeek: load === undefined ? notKnown('workload', 'none') : known(load.casesPastWeek, 'workload'),
    hasManaged: known(lastManager === staffCode, 'workload'),
  }
}

/** How much somebody has to do, as last night's count has it. */
export function sampleWorkloadOf(staffCode: StaffCode, world: SampleServicesDay): Fact<WorkloadOfPerson> {
  const load = loadOf(staffCode, world)
  if (load === undefined) return notKnown('workload', 'none')
  return known(
    {
      ...(isFigure(load.percent) ? { percent: load.percent } : {}),
      cases: world.cases.filter(({ managerStaffCode }) => managerStaffCode === staffCode).length,
      contractedHours: load.weeklyHours,
      reductionHours: load.reductionHours,
    },
    'workload',
    world.day.subtract({ days: 1 }),
  )
}

function workloadWith(one: SampleCase, load: SampleWorkload | undefined, day: Temporal.PlainDate): Fact<Workload> {
  // Who holds the case already has no more to do with it than now.
  const potential = one.managerStaffCode === load?.staffCode ? load?.percent : load?.potentialPercent
  if (load === undefined || !isFigure(potential)) return notKnown('workload', 'none')
  const now = isFigure(load.percent) ? { now: load.percent } : {}
  return known({ ...now, potential }, 'workload', day.subtract({ days: 1 }))
}

/** Nought is what the workload service says when it has no data. */
function isFigure(percent: number | undefined): percent is number {
  return percent !== undefined && percent > 0
}

/** Somebody in post in a team; the services know nobody else. */
export function personInTeam(staffCode: StaffCode, { people, day }: SampleServicesDay): Person | undefined {
  const person = people.find((candidate) => candidate.staffCode === staffCode)
  return person?.teamCode !== undefined && isInPost(person, day.toString()) ? person : undefined
}

function loadOf(staffCode: StaffCode, world: SampleServicesDay): SampleWorkload | undefined {
  return world.workload.find((load) => load.staffCode === staffCode)
}
