import type { SampleCase } from '../../../backend/sample/sample-case.ts'
import { sampleRegisterNames } from '../../../backend/sample/sample-registers.ts'
import { accessOf, userAccess } from './delius.ts'
import { complianceOf, nonComplianceOf, supervisionPackage } from './manage-supervision-compliance.ts'
import { personIn, type ServicesWorld, userIn } from './services-world.ts'
import { type Asked, broken, eventNumber, gradeAndEmail, notFound, ofCase, ok, plainName, type Routes } from './wire.ts'

/** manage-supervision-and-delius, with the supervision packages beside it: registers, orders, compliance and contacts. */
export const manageSupervisionRoutes: Routes = {
  'GET /risk-flags/:crn': ofCase((one, { world }) =>
    one.unanswered.includes('registers') ? broken : ok({ ...summary(one), ...riskFlags(world, one) }),
  ),
  'GET /sentences/:crn': ofCase((one, { world }) => ok({ ...summary(one), sentences: [sentence(world, one)] })),
  'GET /compliance/:crn': ofCase((one, { world, query }) =>
    ok({ ...summary(one), ...complianceOf(world, one, Number(query.get('months') ?? 12)) }),
  ),
  'GET /compliance/non-compliance-detail/:crn': ofCase((one, { world, query }) =>
    ok({ ...summary(one), ...nonComplianceOf(world, one, Number(query.get('months') ?? 12)) }),
  ),
  'GET /frontend-context/:crn': ofCase((one, { world }) => ok(supervisionPackage(world, one))),
  'POST /activity/:crn': ofCase((one, asked) => {
    if (one.unanswered.includes('contacts')) return broken
    const { entries, ...page } = pageOf(one, asked)
    return ok({ ...summary(one), ...page, activities: entries })
  }),
  'GET /schedule/:crn/:type': ofCase((one, asked) => {
    if (one.unanswered.includes('contacts')) return broken
    if (asked.part('type') !== 'previous') return ok({ ...summary(one), personSchedule: { appointments: [] } })
    const { entries, ...page } = pageOf(one, asked)
    return ok({ ...summary(one), personSchedule: { ...page, appointments: entries } })
  }),
  'GET /user/:user/access/:crn': ofCase((one, { world, part }) => {
    if (one.unanswered.includes('access')) return broken
    return ok(accessOf(one.crn, one, userIn(world, part('user'))?.staffCode))
  }),
  'POST /user/:user/access': ({ world, part, body }) =>
    userAccess({ world, body, query: new URLSearchParams({ username: part('user') }) }),
  'GET /case/:crn/probation-practitioner': ofCase((one, { world }) => {
    const person = personIn(world, one.managerStaffCode)
    if (person === undefined) return ok({ unallocated: true })
    return ok({
      code: person.staffCode,
      name: plainName(person.name),
      ...gradeAndEmail(world, person),
      username: person.username,
      unallocated: false,
    })
  }),
  'GET /alerts': () => ok({ content: [] }),
  'GET /appointment/:crn/overdue-outcomes': ofCase(() => ok({ content: [] })),
  'GET /overview/:crn': () => notFound,
}

function summary(one: SampleCase) {
  const person = { name: plainName(one.name), crn: one.crn, dateOfBirth: one.dateOfBirth.toString() }
  return { personSummary: person }
}

function riskFlags({ quirks }: ServicesWorld, one: SampleCase) {
  const flags = one.registrations.map(({ code, startedOn, endedOn, nextReviewOn }, place) => ({
    id: place + 1,
    ...(quirks.withoutCodes ? {} : { code }),
    description: sampleRegisterNames[code],
    level: 'HIGH',
    ...(nextReviewOn === undefined ? {} : { nextReviewDate: nextReviewOn.toString() }),
    createdDate: startedOn.toString(),
    removed: endedOn !== undefined,
    removalHistory: endedOn === undefined ? [] : [{ removalDate: endedOn.toString() }],
  }))
  return {
    ...(one.mappa === undefined
      ? {}
      : {
          mappa: {
            level: one.mappa.level,
            category: one.mappa.category,
            startDate: one.mappa.startedOn.toString(),
            reviewDate: one.mappa.nextReviewOn.toString(),
          },
        }),
    riskFlags: flags.filter(({ removed }) => !removed),
    removedRiskFlags: flags.filter(({ removed }) => removed),
  }
}

function sentence(world: ServicesWorld, one: SampleCase) {
  return {
    eventNumber: eventNumber(world, one),
    order: {
      description: 'ORA Community Order',
      startDate: one.sentencedOn.toString(),
      endDate: one.sentenceEndsOn.toString(),
      ...(one.releasedOn === undefined ? {} : { releaseDate: one.releasedOn.toString() }),
      status: one.hasActiveOrder ? 'Active' : 'Terminated',
      breaches: one.breachStartedOn === undefined ? 0 : 1,
    },
    nsis: one.breachStartedOn === undefined ? [] : [{ id: 1, description: 'Breach - initiated' }],
    requirements: one.requirements.map(({ code, description, completedOn }, place) => ({
      id: place + 1,
      description,
      code,
      active: completedOn === undefined,
    })),
  }
}

/** A page of the contact log, the newest first. The first page is page 0. */
function pageOf(one: SampleCase, { world, query }: Asked) {
  const size = Number(query.get('size') ?? 10)
  const page = Number(query.get('page') ?? 0)
  const all = [...one.contacts].sort((a, b) => b.on.toString().localeCompare(a.on.toString()))
  const entries = all.slice(page * size, (page + 1) * size).map(({ code, type, on, attended }, place) => ({
    id: String(page * size + place + 1),
    eventNumber: String(one.eventNumber),
    type,
    ...(code === undefined || world.quirks.withoutCodes ? {} : { typeCode: code }),
    // Half past midnight, local: in summer that is still the day before in UTC.
    startDateTime: on.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '00:30' }).toInstant().toString(),
    isAppointment: attended !== undefined,
    isNationalStandard: false,
    ...(attended === undefined
      ? {}
      : {
          didTheyComply: attended,
          outcome: attended ? 'Attended - Complied' : 'Unacceptable Absence',
          outcomeCode: attended ? 'ATTC' : 'UAAB',
        }),
  }))
  return { size, page, totalResults: all.length, totalPages: Math.ceil(all.length / size), entries }
}
