import type { Temporal } from 'temporal-polyfill'
import type { SampleCase } from '../../../backend/sample/sample-case.ts'
import type { ServicesWorld } from './services-world.ts'
import { eventNumber } from './wire.ts'

/** How an order is kept to, per sentence, over the last months. */
export function complianceOf(world: ServicesWorld, one: SampleCase, months: number) {
  const failures = failuresSince(world, one, months)
  return {
    currentSentences: [
      {
        eventNumber: eventNumber(world, one),
        activity: {
          acceptableAbsenceCount: 0,
          unacceptableAbsenceCount: failures.length,
          attendedButDidNotComplyCount: 0,
          outcomeNotRecordedCount: 0,
          waitingForEvidenceCount: 0,
          nationalStandardAppointmentsCount: 10,
          compliedAppointmentsCount: 10 - failures.length,
        },
        compliance: {
          currentBreaches: one.breachStartedOn === undefined ? 0 : 1,
          breachStarted: one.breachStartedOn !== undefined,
          breachesOnCurrentOrderCount: one.breachStartedOn === undefined ? 0 : 1,
          failureToComplyCount: failures.length,
        },
        ...started('activeBreach', one.breachStartedOn),
        ...started('activeRecall', one.recalledOn),
      },
    ],
  }
}

/** The appointments that were not complied with, each with its day. */
export function nonComplianceOf(world: ServicesWorld, one: SampleCase, months: number) {
  return {
    nonCompliance: failuresSince(world, one, months).map((day, place) => ({
      id: place + 1,
      date: day.toString(),
      type: { code: 'COAP', description: 'Planned Office Visit (NS)' },
      outcome: { code: 'UAAB', description: 'Unacceptable Absence' },
    })),
  }
}

/** The phase of supervision, as the supervision packages have it. */
export function supervisionPackage(world: ServicesWorld, one: SampleCase) {
  return {
    currentPhase: {
      supervisionPackage: { code: 'SPA', description: 'A' },
      phase: { code: one.phase, description: phases[one.phase] },
      eventNumber: eventNumber(world, one),
      startDate: one.sentencedOn.toString(),
      endDate: one.sentenceEndsOn.toString(),
    },
    context: {
      sentences: [
        {
          eventNumber: eventNumber(world, one),
          startDate: one.sentencedOn.toString(),
          endDate: one.sentenceEndsOn.toString(),
          supervisionPackage: 'SPA',
          type: { code: 'SC', description: 'Sentence', isCustodial: one.caseType !== 'COMMUNITY' },
          ...custodyOf(one),
          inBreach: one.breachStartedOn !== undefined,
        },
      ],
      integratedOffenderManagementRedRated: false,
      offenderPersonalDisorderPathway: false,
      intensiveSupervisionCourt: false,
      nationalSecurityDivision: false,
    },
  }
}

function custodyOf(one: SampleCase) {
  if (one.caseType === 'COMMUNITY' && one.recalledOn === undefined && !one.inCustody) return {}
  const released = one.inCustody ? 'Sentenced - In Custody' : 'Released - On Licence'
  return {
    custody: {
      status: one.recalledOn === undefined ? released : 'Recalled',
      location: one.inCustody ? 'HMP Sample' : 'In the community',
      releases: one.releasedOn === undefined ? [] : [{ date: one.releasedOn.toString() }],
    },
  }
}

const phases: Record<SampleCase['phase'], string> = {
  INIT: 'Early engagement',
  STD: 'Standard',
  FTHRD: 'Final third',
  SENT: 'In custody',
}

function failuresSince({ today }: ServicesWorld, { failuresToComply }: SampleCase, months: number) {
  const first = today.subtract({ months }).toString()
  return failuresToComply.filter((day) => day.toString() >= first)
}

function started(name: 'activeBreach' | 'activeRecall', day: Temporal.PlainDate | undefined) {
  return day === undefined ? {} : { [name]: { startDate: day.toString(), status: 'Started' } }
}
