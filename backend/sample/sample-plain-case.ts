import { StaffCode } from '../../domain/ids.ts'
import type { SampleCaseFacts } from './sample-case.ts'
import { contact } from './sample-contacts.ts'
import type { DayFrom } from './sample-days.ts'

/** What one case of a table has that the plain case has not. `about` says what it is there to show. */
export type CaseRow = Partial<SampleCaseFacts> & { about: string }

/**
 * A case about which there is nothing to remark: sentenced a month ago, medium risk, a tier anybody may hold, assessed
 * since sentence, the police enquiry answered, nobody holds it. The tables of cases say how each of theirs differs.
 */
export function plainCase(on: DayFrom): SampleCaseFacts {
  return {
    teamCode: 'N03T01',
    previousManagers: [],
    eventNumber: 1,
    caseType: 'COMMUNITY',
    hasActiveOrder: true,
    transferInProgress: false,
    excludedFrom: [],
    restrictedTo: [],
    unanswered: [],
    tier: { score: 'E', provisional: false, calculatedOn: on('-P15D') },
    rosh: { level: 'MEDIUM', assessedOn: on('-P15D') },
    registrations: [{ code: 'RMRH', startedOn: on('-P15D'), nextReviewOn: on('P5M') }],
    everSexualOffence: false,
    assessments: [{ status: 'COMPLETE', completedOn: on('-P15D') }],
    sentencedOn: on('-P30D'),
    sentenceEndsOn: on('P11M'),
    requirements: [{ code: 'F', description: '20 days rehabilitation activity' }],
    contacts: [contact.policeAsked(on('-P28D')), contact.policeAnswered(on('-P20D'))],
    failuresToComply: [],
    phase: 'INIT',
    contactSuspended: false,
    inCustody: false,
  }
}

/** A case that somebody holds, given by the manager of their team. */
export function heldBy(code: string, allocatedOn: SampleCaseFacts['allocatedOn'], allocatedBy = 'N03A001') {
  return { managerStaffCode: StaffCode.parse(code), allocatedOn, allocatedBy: StaffCode.parse(allocatedBy) }
}
