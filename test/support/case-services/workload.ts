import { caseIn, heldIn, personIn, type ServicesWorld, staffOf } from './services-world.ts'
import {
  type Answer,
  type Asked,
  combinedName,
  gradeAndEmail,
  heldTier,
  listed,
  listIn,
  notFound,
  ofCase,
  ok,
  type Routes,
} from './wire.ts'
import { allocationEvents, submitAllocation } from './workload-allocation.ts'
import { choosePractitioner, listedPractitioner, loadIn, overview } from './workload-practitioner.ts'

/** hmpps-workload: who could take a case, how much each has to do, and the allocation itself. */
export const workloadRoutes: Routes = {
  'GET /team/choose-practitioner': choosePractitioner,
  'GET /team/workloadcases': ({ world, query }) =>
    ok(
      listed(query, 'teams').map((teamCode) => {
        const loads = staffOf(world, teamCode).flatMap(({ staffCode }) => loadIn(world, staffCode)?.percent ?? [])
        const totalCases = staffOf(world, teamCode).flatMap(({ staffCode }) => heldIn(world, staffCode)).length
        return { teamCode, totalCases, workload: loads.reduce((sum, one) => sum + one, 0) / Math.max(1, loads.length) }
      }),
    ),
  'GET /team/practitioner-workloadcases': ({ world, query }) => {
    const teamCode = query.get('teamCode') ?? ''
    const teams = staffOf(world, teamCode).map((person) => ({
      ...listedPractitioner(world, person),
      availablePoints: 2176,
      totalPoints: Math.round(21.76 * (loadIn(world, person.staffCode)?.percent ?? 0)),
    }))
    return ok({ [teamCode]: { teams } })
  },
  'GET /team/:team/offenderManager/:staff/impact/person/:crn': ofCase(impact),
  'GET /team/:team/offenderManagers/:staff': inTeam((staffCode, { world }) => overview(world, staffCode)),
  'GET /team/:team/offenderManagers/:staff/cases': inTeam((staffCode, { world }) => {
    const person = personIn(world, staffCode)
    return ok({
      name: combinedName(person?.name ?? ''),
      code: staffCode,
      ...(person === undefined ? {} : gradeAndEmail(world, person)),
      activeCases: heldIn(world, staffCode).map((one) => ({
        crn: one.crn,
        tier: one.unanswered.includes('tier') ? null : (one.tier?.score ?? null),
        name: combinedName(one.name),
        type: one.caseType,
        ...(one.allocatedOn === undefined ? {} : { initialAllocationDate: one.allocatedOn.toString() }),
      })),
    })
  }),
  'GET /allocation/person/:crn/event/:number/details': ofCase((one, { world }) => {
    const [first, ...rest] = one.name.split(' ')
    const { tier } = heldTier(world, one)
    return ok({ tier, personOnProbationFirstName: first, personOnProbationSurname: rest.join(' ') })
  }),
  'GET /allocation/person/:crn/event/:number/complete-details': ofCase((one, { world }) => {
    const person = personIn(world, one.managerStaffCode)
    return ok({
      crn: one.crn,
      name: combinedName(one.name),
      type: one.caseType,
      initialAppointment: { date: one.sentencedOn.add({ days: 5 }).toString() },
      ...(person === undefined ? {} : { staff: { code: person.staffCode, name: combinedName(person.name) } }),
    })
  }),
  'POST /allocation/events/teams': allocationEvents,
  'POST /allocation/events/teams/count': (asked) => {
    const { body } = allocationEvents(asked)
    return ok({ caseCount: (body as { cases: unknown[] }).cases.length })
  },
  'POST /team/:team/offenderManager/:staff/case': submitAllocation,
  'POST /team/:team/offenderManager/:staff/:previous/case': submitAllocation,
  'POST /audit/data': () => ({ status: 200 }),
  'POST /allocations/contact/logging': ({ body }) => ({ status: listIn(body).length === 0 ? 200 : 400 }),
}

/** Answers for somebody of that team in post; anybody else is not found. */
function inTeam(answer: (staffCode: string, asked: Asked) => Answer): (asked: Asked) => Answer {
  return (asked) => {
    const person = staffOf(asked.world, asked.part('team')).find(({ staffCode }) => staffCode === asked.part('staff'))
    return person === undefined ? notFound : answer(person.staffCode, asked)
  }
}

/** What one more case would make of somebody's workload. Both are nought where there is no data, and equal where they hold it. */
function impact(_one: unknown, asked: Asked): Answer {
  return inTeam((staffCode, { world, part }) => {
    const one = caseIn(world, part('crn'))
    const person = personIn(world, staffCode)
    if (one === undefined || person === undefined) return notFound
    return ok({
      ...capacities(world, staffCode, one.managerStaffCode === staffCode),
      ...tierAndName(world, one.crn),
      staff: {
        code: staffCode,
        name: combinedName(person.name),
        ...gradeAndEmail(world, person),
      },
    })
  })(asked)
}

function capacities(world: ServicesWorld, staffCode: string, holdsIt: boolean) {
  const load = loadIn(world, staffCode)
  if (load?.percent === undefined) return { capacity: 0, potentialCapacity: 0 }
  return { capacity: load.percent, potentialCapacity: holdsIt ? load.percent : (load.potentialPercent ?? 0) }
}

function tierAndName(world: ServicesWorld, crn: string) {
  const one = caseIn(world, crn)
  return one === undefined ? {} : { tier: heldTier(world, one).tier, name: combinedName(one.name) }
}
