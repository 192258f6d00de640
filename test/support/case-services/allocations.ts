import { Temporal } from 'temporal-polyfill'
import type { SampleCase } from '../../../backend/sample/sample-case.ts'
import { allocatedDetails, caseDetails } from './allocations-case.ts'
import { allocationRisks } from './allocations-risks.ts'
import { accessOf } from './delius.ts'
import { caseIn, isHiddenFrom, isListed, personIn, type ServicesWorld, userIn, waitingIn } from './services-world.ts'
import {
  type Answer,
  type Asked,
  combinedName,
  eventNumber,
  failedBehind,
  gradeAndEmail,
  heldTier,
  listed,
  listIn,
  managerOf,
  notFound,
  ofCase,
  ok,
  plainName,
  type Routes,
  refusal,
  statusOf,
} from './wire.ts'

/** hmpps-allocations: cases waiting for somebody, what is to be known of them, and who may see them. */
export const allocationsRoutes: Routes = {
  'GET /cases/unallocated/teamCount': ({ world, query }) =>
    ok(listed(query, 'teams').map((teamCode) => ({ teamCode, caseCount: waitingIn(world, teamCode).length }))),
  'GET /team/:team/cases/unallocated': ({ world, part, userName }) =>
    ok(waitingIn(world, part('team')).map((one) => unallocated(world, one, userName))),
  'GET /cases/unallocated/:crn/convictions/:number': waiting((one, { world }) => ok(caseDetails(world, one))),
  'GET /cases/unallocated/:crn/convictions/:number/overview': waiting((one, { world }) =>
    ok({ name: one.name, crn: one.crn, ...heldTier(world, one), convictionNumber: eventNumber(world, one) }),
  ),
  'GET /cases/unallocated/:crn/convictions/:number/risks': waiting((one, { world }) => allocationRisks(world, one)),
  'GET /cases/unallocated/:crn/convictions/:number/confirm-instructions': waiting((one, { world, query }) => {
    const person = personIn(world, query.get('staffCode') ?? '')
    if (person === undefined) return notFound
    const staff = { code: person.staffCode, name: combinedName(person.name), ...gradeAndEmail(world, person) }
    return ok({ name: one.name, crn: one.crn, ...heldTier(world, one), convictionNumber: one.eventNumber, staff })
  }),
  'GET /cases/unallocated/:crn/record/exclude-conviction/:number': waiting((one, { world }) =>
    ok({ name: one.name, crn: one.crn, ...heldTier(world, one), active: [], previous: [], convictionNumber: 1 }),
  ),
  'GET /cases/allocated/:crn': allocated((one, { world }) => ok(allocatedDetails(world, one))),
  'GET /cases/allocated/:crn/risks': allocated((one, { world }) => allocationRisks(world, one)),
  'GET /cases/:crn/assessmentDate': ofCase((one) => {
    if (one.unanswered.includes('assessments')) return failedBehind
    const days = one.assessments.flatMap(({ completedOn }) => (completedOn === undefined ? [] : [completedOn]))
    const last = days.sort(Temporal.PlainDate.compare).at(-1)
    return last === undefined ? notFound : ok({ updatedDate: `${last}T23:11:59` })
  }),
  'GET /allocated/crn/:crn': ofCase((one, { world }) =>
    ok({
      crn: one.crn,
      name: combinedName(one.name),
      dateOfBirth: one.dateOfBirth.toString(),
      manager: managerOf(world, one, combinedName),
      hasActiveOrder: one.hasActiveOrder,
    }),
  ),
  'GET /cases/unallocated/:crn/restricted': ofCase((one, { world, userName }) => {
    if (one.unanswered.includes('access')) return failedBehind
    if (userName !== undefined && isHiddenFrom(one, userIn(world, userName)?.staffCode)) return excluded
    return ok(one.excludedFrom.length + one.restrictedTo.length > 0)
  }),
  'GET /cases/:crn/restrictions': ofCase((one, { world, userName }) => {
    if (one.unanswered.includes('access')) return failedBehind
    return ok({
      crn: one.crn,
      isRestricted: one.excludedFrom.length + one.restrictedTo.length > 0,
      isRedacted: isHiddenFrom(one, userIn(world, userName ?? '')?.staffCode),
    })
  }),
  'POST /cases/unallocated/:crn/restrictions': ofCase((one, { world, body }) => {
    if (one.unanswered.includes('access')) return failedBehind
    const staffRestrictions = listIn(body, 'staffCodes').map((staffCode) => {
      return { staffCode, isExcluded: isHiddenFrom(one, personIn(world, staffCode)?.staffCode) }
    })
    return ok({ crn: one.crn, staffRestrictions })
  }),
  'POST /cases/restrictions/crn/list': ({ world, body, userName }) => {
    const crns = listIn(body, 'crns')
    if (crns.length === 0 || crns.length > 500) return refusal(400, 'Between 1 and 500 cases')
    const staffCode = userIn(world, userName ?? '')?.staffCode
    // What this service cannot find out it takes for hidden.
    const hidden = { userRestricted: true, userExcluded: true }
    const access = crns.map((crn) => {
      const one = caseIn(world, crn)
      return one === undefined ? { crn, ...hidden } : accessOf(crn, one, staffCode)
    })
    return ok({ access })
  },
  'GET /user/:user/regions': ({ world, part }) => ok({ regions: regionsOf(world, part('user')) }),
  'GET /user/:user/crn/:crn/is-allowed': ofCase((one, asked) => isAllowed(asked, regionOf(asked.world, one.teamCode))),
  'GET /user/:user/crn/:crn/conviction/:number/is-allowed': ofCase((one, asked) =>
    isAllowed(asked, regionOf(asked.world, one.teamCode)),
  ),
  'GET /user/:user/region/:region/is-allowed': (asked) => isAllowed(asked, asked.part('region')),
}

const excluded = refusal(403, 'This user may not see this case')

/** Answers for a case that waits for somebody: one that has been allocated is not found. */
function waiting(answer: (one: SampleCase, asked: Asked) => Answer): (asked: Asked) => Answer {
  return guarded((one, asked) => (isListed(one) ? answer(one, asked) : notFound))
}

function allocated(answer: (one: SampleCase, asked: Asked) => Answer): (asked: Asked) => Answer {
  return guarded((one, asked) => (one.managerStaffCode === undefined ? notFound : answer(one, asked)))
}

/** Where a token stands for a user, that user's rights count. */
function guarded(answer: (one: SampleCase, asked: Asked) => Answer): (asked: Asked) => Answer {
  return ofCase((one, asked) => {
    if (asked.userName !== undefined && isHiddenFrom(one, userIn(asked.world, asked.userName)?.staffCode))
      return excluded
    return answer(one, asked)
  })
}

/** A case in the list of a team. The list names everybody: hiding is left to whoever shows it. */
function unallocated(world: ServicesWorld, one: SampleCase, userName: string | undefined) {
  const last = personIn(world, one.previousManagers.at(-1))
  const { forename, surname } = plainName(last?.name ?? '')
  return {
    name: one.name,
    crn: one.crn,
    ...heldTier(world, one),
    sentenceDate: one.sentencedOn.toString(),
    handoverDate: null,
    initialAppointment: {
      date: one.sentencedOn.add({ days: 5 }).toString(),
      staff: { name: combinedName('Unallocated Staff') },
    },
    status: statusOf(one).description,
    ...(last === undefined ? {} : { offenderManager: { forenames: forename, surname, grade: last.grade } }),
    convictionNumber: eventNumber(world, one),
    caseType: one.caseType,
    sentenceLength: null,
    outOfAreaTransfer: one.transferInProgress,
    excluded: userName !== undefined && isHiddenFrom(one, userIn(world, userName)?.staffCode),
    apopExcluded: false,
  }
}

function regionOf({ teams }: ServicesWorld, teamCode: string): string {
  return teams.find(({ code }) => code === teamCode)?.region.code ?? ''
}

function regionsOf({ quirks, teams }: ServicesWorld, userName: string): string[] {
  return quirks.regions.get(userName.toUpperCase()) ?? [...new Set(teams.map(({ region }) => region.code))]
}

function isAllowed({ world, part }: Asked, region: string): Answer {
  return regionsOf(world, part('user')).includes(region)
    ? { status: 200 }
    : refusal(403, 'Not in a region of this user')
}
