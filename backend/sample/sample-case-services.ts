import type { Temporal } from 'temporal-polyfill'
import type { AllocationToSubmit, CaseloadEntry, CaseServices } from '../../domain/allocation/case-services.ts'
import { notKnown } from '../../domain/allocation/fact.ts'
import type { CaseSight, CaseView, CaseViewer } from '../../domain/case-view.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import type { CaseForReview } from '../../domain/reviews/review-facts.ts'
import type { SampleCase } from './sample-case.ts'
import { isLimited, sampleCaseFacts, sampleCaseType, sampleHolder, sampleTier } from './sample-case-facts.ts'
import { sampleCases } from './sample-cases.ts'
import { samplePeople } from './sample-people.ts'
import {
  maySee,
  personInTeam,
  type SampleServicesDay,
  samplePractitioner,
  sampleWorkloadOf,
} from './sample-practitioners.ts'
import { sampleCaseForReview } from './sample-review-facts.ts'
import { sampleTeams } from './sample-teams.ts'
import { sampleWorkload } from './sample-workload.ts'

type Sight = 'open' | 'restricted' | 'not-answered'

/** A case that was given to somebody through these services. */
type Given = { to: StaffCode; teamCode: string; by: StaffCode; on: Temporal.PlainDate }

/**
 * The case services of the sample world, as it stands on the day that `today` gives (local) whenever they are asked. They
 * keep limited access as the real ones do: somebody who is excluded, or not among those a case is restricted to, may not
 * see it. What is submitted holds for as long as this instance does.
 */
export function sampleCaseServices(today: () => Temporal.PlainDate): CaseServices {
  const given = new Map<Crn, Given>()
  let made: SampleServicesDay | undefined
  const world = (): SampleServicesDay => {
    const day = today()
    if (made === undefined || !made.day.equals(day)) made = worldOn(day, given)
    return made
  }
  const find = (crn: Crn) => world().cases.find((one) => one.crn === crn)
  const nameOf = (staffCode: string) => world().people.find((person) => person.staffCode === staffCode)?.name
  const sightOf = (one: SampleCase, { staffCode }: CaseViewer): Sight => {
    if (one.unanswered.includes('access')) return 'not-answered'
    return maySee(one, staffCode, world()) ? 'open' : 'restricted'
  }
  const heldBy = (practitioner: StaffCode) =>
    world().cases.filter(({ managerStaffCode }) => managerStaffCode === practitioner)

  return {
    async caseloadOf(practitioner, viewer) {
      return heldBy(practitioner).map((one) => viewOf(one, sightOf(one, viewer)))
    },
    async sights(crns, viewer) {
      return crns.map((crn): CaseSight => {
        const found = find(crn)
        const sight = found === undefined ? 'open' : sightOf(found, viewer)
        return sight === 'not-answered' ? { sight: 'unknown', why: sight } : { sight }
      })
    },
    async views(crns, viewer) {
      return crns.map((crn): CaseView => {
        const found = find(crn)
        return found === undefined ? { sight: 'unknown', why: 'no-such-case' } : viewOf(found, sightOf(found, viewer))
      })
    },
    async forAllocation({ crn, asker, teams, practitioners }) {
      const one = find(crn)
      if (one === undefined) return { sight: 'unknown', why: 'no-such-case' }
      const sight = sightOf(one, asker)
      if (sight === 'not-answered') return { sight: 'unknown', why: 'not-answered' }
      if (sight === 'restricted') return { sight }
      const answers = practitioners.map((code) => [code, samplePractitioner(code, one, world())] as const)
      return { sight, facts: sampleCaseFacts(one, teams, nameOf), practitioners: new Map(answers) }
    },
    async caseloadInShort(practitioner, viewer) {
      return heldBy(practitioner).map((one) => entryOf(one, sightOf(one, viewer)))
    },
    async workloads(practitioners) {
      return new Map(practitioners.map((code) => [code, sampleWorkloadOf(code, world())]))
    },
    async reviewFacts({ practitioner, crns, allocatedSince }, viewer) {
      const wanted = heldBy(practitioner).filter(({ crn }) => crns === undefined || crns.includes(crn))
      return wanted.map((one): CaseForReview => {
        const sight = sightOf(one, viewer)
        return sight === 'open' ? sampleCaseForReview(one, today(), allocatedSince) : { sight }
      })
    },
    async teamNames(codes) {
      return new Map(sampleTeams.filter(({ code }) => codes.includes(code)).map(({ code, name }) => [code, name]))
    },
    async submit(allocation, { staffCode }) {
      const one = find(allocation.crn)
      if (one === undefined || !isTaken(one, allocation, staffCode, world())) return 'refused'
      if (one.managerStaffCode === allocation.to) return 'submitted'
      given.set(one.crn, { to: allocation.to, teamCode: allocation.teamCode, by: staffCode, on: today() })
      made = undefined
      return 'submitted'
    },
    async holderOf(crn, asker) {
      const one = find(crn)
      if (one === undefined) return notKnown('allocations', 'none')
      const sight = sightOf(one, asker)
      if (sight !== 'open') return notKnown('delius', sight === 'restricted' ? 'none' : 'not-answered')
      return sampleHolder(one, nameOf)
    },
  }
}

function worldOn(day: Temporal.PlainDate, given: ReadonlyMap<Crn, Given>): SampleServicesDay {
  const people = samplePeople(day)
  const cases = sampleCases(people, day).map((one): SampleCase => {
    const now = given.get(one.crn)
    if (now === undefined) return one
    return {
      ...one,
      teamCode: now.teamCode,
      managerStaffCode: now.to,
      previousManagers: [
        ...one.previousManagers,
        ...(one.managerStaffCode === undefined ? [] : [one.managerStaffCode]),
      ],
      allocatedOn: now.on,
      allocatedBy: now.by,
    }
  })
  return { day, people, cases, workload: sampleWorkload(people, cases, day) }
}

/** Whether an allocation is taken: the same again does no harm, and one that rests on another holder than today's is not. */
function isTaken(one: SampleCase, allocation: AllocationToSubmit, by: StaffCode, world: SampleServicesDay): boolean {
  const { to, teamCode, eventNumber, previous } = allocation
  const isAsBefore = one.managerStaffCode === previous || one.managerStaffCode === to
  const isInTeam = personInTeam(to, world)?.teamCode === teamCode
  return maySee(one, by, world) && one.hasActiveOrder && one.eventNumber === eventNumber && isInTeam && isAsBefore
}

function viewOf(one: SampleCase, sight: Sight): CaseView {
  if (sight === 'not-answered') return { sight: 'unknown', why: 'not-answered' }
  if (sight === 'restricted') return { sight }
  return {
    sight,
    crn: one.crn,
    name: one.name,
    limitedAccess: isLimited(one),
    heldBy: one.managerStaffCode ?? 'nobody',
    ...(one.allocatedOn === undefined ? {} : { allocatedOn: one.allocatedOn }),
    contactSuspended: one.contactSuspended,
    inCustody: one.inCustody,
    recalled: one.recalledOn !== undefined,
    ended: one.endedOn !== undefined,
  }
}

function entryOf(one: SampleCase, sight: Sight): CaseloadEntry {
  if (sight !== 'open') return { sight }
  const tier = one.unanswered.includes('tier') ? undefined : sampleTier(one)
  const caseType = sampleCaseType(one)
  return {
    sight,
    crn: one.crn,
    name: one.name,
    limitedAccess: isLimited(one),
    ...(tier === undefined ? {} : { tier }),
    ...(caseType === undefined ? {} : { caseType }),
    ...(one.allocatedOn === undefined ? {} : { allocatedOn: one.allocatedOn }),
  }
}
