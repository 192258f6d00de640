import type { SampleCase } from '../../../backend/sample/sample-case.ts'
import { sampleRegisterNames } from '../../../backend/sample/sample-registers.ts'
import type { StaffCode } from '../../../domain/ids.ts'
import type { Person } from '../../../domain/staff.ts'
import { caseIn, heldIn, personIn, type ServicesWorld, staffOf, userIn } from './services-world.ts'
import {
  type Asked,
  broken,
  gradeAndEmail,
  listed,
  listIn,
  managerOf,
  notFound,
  ofCase,
  ok,
  plainName,
  type Routes,
  refusal,
} from './wire.ts'

/** workforce-allocations-to-delius: who may see a case, who is in a team, and what Delius holds of a case. */
export const deliusRoutes: Routes = {
  'GET /person/:crn/limited-access/all': ofCase((one, { world }) => {
    if (one.unanswered.includes('access')) return broken
    return ok({
      crn: one.crn,
      excludedFrom: one.excludedFrom.map((code) => limited(world, code)),
      restrictedTo: one.restrictedTo.map((code) => limited(world, code)),
      ...(one.excludedFrom.length === 0 ? {} : { exclusionMessage: 'You are excluded from this record' }),
      ...(one.restrictedTo.length === 0 ? {} : { restrictionMessage: 'This record is restricted' }),
    })
  }),
  'GET /users/limited-access': userAccess,
  'POST /users/limited-access': userAccess,
  'GET /teams': ({ world, query }) =>
    ok({
      teams: Object.fromEntries(
        listed(query, 'teamCode').map((code) => [code, staffOf(world, code).map((person) => member(world, person))]),
      ),
    }),
  'GET /users/:user/teams': ({ world, part }) => teamsOf(world, userIn(world, part('user'))),
  'GET /staff/:staff/teams': ({ world, part }) => teamsOf(world, personIn(world, part('staff'))),
  'GET /staff/:staff/officer-view': ({ world, part }) => {
    const person = personIn(world, part('staff'))
    if (person === undefined) return notFound
    const counts = { casesDueToEndInNext4Weeks: 0, releasesWithinNext4Weeks: 0, paroleReportsToCompleteInNext4Weeks: 0 }
    return ok({ ...member(world, person), ...counts })
  },
  'POST /staff/:staff/active-cases': ({ world, part, body }) => {
    const person = personIn(world, part('staff'))
    if (person === undefined) return notFound
    const asked = listIn(body)
    const held = heldIn(world, person.staffCode).filter(({ crn }) => asked.includes(crn))
    return ok({
      ...member(world, person),
      cases: held.map(({ crn, name, caseType }) => ({ crn, name: plainName(name), type: caseType })),
    })
  },
  'GET /person/:crn': ofCase((one) => ok({ crn: one.crn, name: plainName(one.name), type: one.caseType })),
  'GET /person/:crn/reallocation-details': ofCase((one, { world }) =>
    ok({
      crn: one.crn,
      name: plainName(one.name),
      dateOfBirth: one.dateOfBirth.toString(),
      manager: managerOf(world, one, plainName),
      hasActiveOrder: one.hasActiveOrder,
    }),
  ),
  'GET /allocation-demand/choose-practitioner': ({ world, query }) => {
    const one = caseIn(world, query.get('crn') ?? '')
    if (one === undefined) return notFound
    const teams = listed(query, 'teamCode').map((code) => [
      code,
      staffOf(world, code).map((person) => member(world, person)),
    ])
    return ok({ crn: one.crn, name: plainName(one.name), teams: Object.fromEntries(teams) })
  },
  'GET /allocation-demand/:crn/risk': ofCase((one) =>
    one.unanswered.includes('registers') ? broken : ok(riskOf(one)),
  ),
  'GET /allocation-demand/:crn/unallocated-events': ofCase((one) =>
    ok({
      crn: one.crn,
      name: plainName(one.name),
      activeEvents:
        one.managerStaffCode === undefined && one.hasActiveOrder
          ? [{ eventNumber: String(one.eventNumber), teamCode: one.teamCode, providerCode: 'N03' }]
          : [],
    }),
  ),
}

/** Somebody on a list of limited access. User names are in capitals there, and not all users are staff. */
function limited({ quirks, people }: ServicesWorld, staffCode: StaffCode) {
  const person = people.find((one) => one.staffCode === staffCode)
  const username = (person?.username ?? staffCode).toUpperCase()
  return quirks.limitsByUserName ? { username } : { username, staffCode }
}

/**
 * Whether a user may see each of up to 500 cases. Of a case that is not known nothing is limited, and one whose limits cannot
 * be read is left out.
 */
export function userAccess({ world, query, body }: Pick<Asked, 'world' | 'query' | 'body'>) {
  const crns = listIn(body)
  if (!Array.isArray(body) || crns.length === 0 || crns.length > 500) return refusal(400, 'Between 1 and 500 cases')
  const staffCode = userIn(world, query.get('username') ?? '')?.staffCode
  const readable = crns.filter((crn) => caseIn(world, crn)?.unanswered.includes('access') !== true)
  if (readable.length === 0) return broken
  return ok({ access: readable.map((crn) => accessOf(crn, caseIn(world, crn), staffCode)) })
}

/** Whether one user may see one case, as Delius says it. A user that is not known may not see one that is limited. */
export function accessOf(crn: string, one: SampleCase | undefined, staffCode: StaffCode | undefined) {
  const { excludedFrom, restrictedTo } = one ?? { excludedFrom: [], restrictedTo: [] }
  const isIn = (list: readonly StaffCode[]) => staffCode !== undefined && list.includes(staffCode)
  return {
    crn,
    userExcluded: isIn(excludedFrom) || (staffCode === undefined && excludedFrom.length > 0),
    userRestricted: restrictedTo.length > 0 && !isIn(restrictedTo),
  }
}

function member(world: ServicesWorld, person: Person) {
  return { code: person.staffCode, name: plainName(person.name), ...gradeAndEmail(world, person) }
}

function teamsOf({ teams }: ServicesWorld, person: Person | undefined) {
  if (person === undefined) return notFound
  const own = teams.filter(({ code }) => code === person.teamCode)
  return ok({
    datasets: own.map(({ region }) => ({ code: region.code, description: region.name })),
    teams: own.map(({ code, name, pdu, region }) => ({
      code,
      description: name,
      localAdminUnit: {
        code: `${pdu.code}L`,
        description: pdu.name,
        probationDeliveryUnit: {
          code: pdu.code,
          description: pdu.name,
          provider: { code: region.code, description: region.name },
        },
      },
    })),
  })
}

function riskOf(one: SampleCase) {
  const entry = ({ code, startedOn, endedOn }: SampleCase['registrations'][number]) => ({
    description: sampleRegisterNames[code],
    startDate: startedOn.toString(),
    ...(endedOn === undefined ? {} : { endDate: endedOn.toString() }),
    notes: null,
    flag: { description: 'Safeguarding' },
  })
  return {
    crn: one.crn,
    name: plainName(one.name),
    activeRegistrations: one.registrations.filter(({ endedOn }) => endedOn === undefined).map(entry),
    inactiveRegistrations: one.registrations.filter(({ endedOn }) => endedOn !== undefined).map(entry),
    ogrs: { lastUpdatedDate: one.sentencedOn.toString(), score: 40 },
  }
}
