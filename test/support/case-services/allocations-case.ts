import type { SampleCase } from '../../../backend/sample/sample-case.ts'
import { sampleRegisterNames } from '../../../backend/sample/sample-registers.ts'
import type { ServicesWorld } from './services-world.ts'
import { eventNumber, heldTier } from './wire.ts'

/** The details of a case that waits, as hmpps-allocations gives them. */
export function caseDetails(world: ServicesWorld, one: SampleCase) {
  return {
    ...details(world, one),
    convictionNumber: eventNumber(world, one),
    outOfAreaTransfer: one.transferInProgress,
  }
}

/** The details of a case that somebody holds, with its orders. */
export function allocatedDetails(world: ServicesWorld, one: SampleCase) {
  const lately = one.failuresToComply.filter((day) => day.until(world.today).days < 366)
  const [first] = lately
  return {
    ...details(world, one),
    nextAppointmentDate: null,
    activeEvents: one.hasActiveOrder
      ? [
          {
            number: eventNumber(world, one),
            failureToComplyCount: lately.length,
            ...(first === undefined ? {} : { failureToComplyStartDate: first.toString() }),
            sentence: {
              description: 'ORA Community Order',
              startDate: one.sentencedOn.toString(),
              endDate: one.sentenceEndsOn.toString(),
              length: '12 Months',
            },
            offences: [offence],
            requirements: requirementsOf(one),
          },
        ]
      : [],
  }
}

const offence = { mainCategory: 'Common assault and battery', subCategory: 'Common assault', mainOffence: true }

function details(world: ServicesWorld, one: SampleCase) {
  const active = one.registrations.filter(({ endedOn }) => endedOn === undefined)
  return {
    name: one.name,
    crn: one.crn,
    ...heldTier(world, one),
    sentenceDate: one.sentencedOn.toString(),
    gender: 'Male',
    dateOfBirth: one.dateOfBirth.toString(),
    age: one.dateOfBirth.until(world.today, { largestUnit: 'years' }).years,
    offences: [offence],
    expectedSentenceEndDate: one.sentenceEndsOn.toString(),
    sentenceDescription: 'ORA Community Order',
    requirements: requirementsOf(one),
    pncNumber: '9999/1234567A',
    courtReport: null,
    cpsPack: null,
    preConvictionDocument: null,
    assessment: null,
    address: { noFixedAbode: false, typeVerified: true, startDate: one.sentencedOn.toString() },
    sentenceLength: '12 Months',
    roshLevel: one.unanswered.includes('rosh') ? null : (one.rosh?.level ?? null),
    rsrLevel: null,
    ogrsScore: 40,
    activeRiskRegistration: one.unanswered.includes('registers')
      ? null
      : active.map(({ code }) => sampleRegisterNames[code]).join(', '),
  }
}

function requirementsOf({ requirements }: SampleCase) {
  return requirements.map(({ code, description, hours }) => ({
    mainCategory: description,
    subCategory: code === 'W' ? 'Regular' : 'Standard',
    ...(hours === undefined ? {} : { length: `${hours} Hours` }),
  }))
}
