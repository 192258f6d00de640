import type { AllocationToSubmit, Submission } from '../../domain/allocation/case-services.ts'
import type { CaseViewer } from '../../domain/case-view.ts'
import type { HandedIn } from './answer-in-reply.ts'
import type { Deadline } from './deadline.ts'
import type { ServiceClient } from './service-client.ts'
import { path } from './service-path.ts'

/** Nobody is asked for a reason by the codes of the case services, so a reallocation gives the one that claims nothing. */
const reallocationReason = 'OTHER'

/**
 * Hands an allocation in. Who is told of it by email is left to the service: beyond the practitioner, nobody. The entry is
 * both the oversight entry and the notes to the practitioner, as in the allocation tool. What is sensitive is in the oversight
 * entry alone; a reallocation has no oversight entry of its own, so there it is not handed in at all.
 */
export async function submit(
  workload: ServiceClient,
  allocation: AllocationToSubmit,
  by: CaseViewer,
  deadline: Deadline,
): Promise<Submission> {
  const { to, teamCode, previous } = allocation
  const at =
    previous === undefined
      ? path`/team/${teamCode}/offenderManager/${to}/case`
      : path`/team/${teamCode}/offenderManager/${to}/${previous}/case`
  const body = previous === undefined ? firstAllocation(allocation) : reallocation(allocation)
  return submissionOf(await workload.handIn(at, body, by, deadline), previous !== undefined)
}

function firstAllocation({ crn, eventNumber, entry, sensitivePart, limitedAccess }: AllocationToSubmit) {
  return {
    crn,
    instructions: '',
    emailTo: [],
    sendEmailCopyToAllocatingOfficer: false,
    eventNumber,
    allocationJustificationNotes: entry,
    sensitiveNotes: false,
    spoOversightNotes: sensitivePart === undefined ? entry : `${entry}\nSensitive: ${sensitivePart}`,
    sensitiveOversightNotes: sensitivePart !== undefined,
    laoCase: limitedAccess,
  }
}

function reallocation({ crn, entry, limitedAccess }: AllocationToSubmit) {
  return {
    crn,
    emailTo: [],
    emailPreviousOfficer: false,
    sensitiveNotes: false,
    reallocationNotes: entry,
    laoCase: limitedAccess,
    allocationReason: reallocationReason,
    nextAppointmentDate: null,
    lastOasysAssessmentDate: null,
    failureToComply: null,
  }
}

/** A reallocation is accepted with nothing in it when somebody else holds the case by now. */
function submissionOf(handedIn: HandedIn, isReallocation: boolean): Submission {
  switch (handedIn) {
    case 'accepted':
      return 'submitted'
    case 'nothing':
      return isReallocation ? 'refused' : 'unknown'
    case 'refused':
      return 'refused'
    case 'not-sent':
      return 'not-submitted'
    case 'unknown':
      return 'unknown'
  }
}
