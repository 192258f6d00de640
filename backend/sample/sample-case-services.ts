import type { Temporal } from 'temporal-polyfill'
import type { Cases, CaseView, CaseViewer } from '../../domain/case-view.ts'
import type { SampleCase } from './sample-case.ts'
import { sampleCases } from './sample-cases.ts'
import { samplePeople } from './sample-people.ts'

/**
 * The case services of the sample world, as it stands on the day that `today` gives (local) whenever they are asked. They
 * keep limited access as the real ones do: somebody who is excluded, or not among those a case is restricted to, may not
 * see it.
 */
export function sampleCaseServices(today: () => Temporal.PlainDate): Cases {
  let made: { day: Temporal.PlainDate; cases: readonly SampleCase[] } | undefined
  const cases = () => {
    const day = today()
    if (made === undefined || !made.day.equals(day)) made = { day, cases: sampleCases(samplePeople(day), day) }
    return made.cases
  }
  return {
    async caseloadOf(practitioner, viewer) {
      const held = cases().filter((one) => one.managerStaffCode === practitioner)
      return held.map((one) => viewOf(one, viewer))
    },
    async views(crns, viewer) {
      const all = cases()
      return crns.map((crn): CaseView => {
        const found = all.find((one) => one.crn === crn)
        return found === undefined ? { sight: 'unknown', why: 'no-such-case' } : viewOf(found, viewer)
      })
    },
  }
}

function viewOf(one: SampleCase, { staffCode }: CaseViewer): CaseView {
  if (one.unanswered.includes('access')) return { sight: 'unknown', why: 'not-answered' }
  const isExcluded = one.excludedFrom.includes(staffCode)
  const isRestricted = one.restrictedTo.length > 0 && !one.restrictedTo.includes(staffCode)
  if (isExcluded || isRestricted) return { sight: 'restricted' }
  return {
    sight: 'open',
    crn: one.crn,
    name: one.name,
    limitedAccess: one.excludedFrom.length > 0 || one.restrictedTo.length > 0,
    ...(one.managerStaffCode === undefined ? {} : { heldBy: one.managerStaffCode }),
    ...(one.allocatedOn === undefined ? {} : { allocatedOn: one.allocatedOn }),
    contactSuspended: one.contactSuspended,
    inCustody: one.inCustody,
    recalled: one.recalledOn !== undefined,
    ended: one.endedOn !== undefined,
  }
}
