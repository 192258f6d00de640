import type { SampleWorkload } from '../../../backend/sample/sample-workload.ts'
import type { Person } from '../../../domain/staff.ts'
import { caseIn, heldIn, personIn, type ServicesWorld, staffOf } from './services-world.ts'
import { type Answer, type Asked, gradeAndEmail, heldTier, listed, notFound, ok, plainName, statusOf } from './wire.ts'

export function loadIn(world: ServicesWorld, staffCode: string): SampleWorkload | undefined {
  return world.workload.find((load) => load.staffCode === staffCode)
}

/** Who of some teams could take a case. Somebody without a grade is `DMY`; who manages it is left out where nobody does. */
export function choosePractitioner({ world, query }: Asked): Answer {
  const one = caseIn(world, query.get('crn') ?? '')
  if (one === undefined) return notFound
  const grades = listed(query, 'grades')
  const isWanted = ({ grade = 'DMY' }: { grade?: string }) =>
    grades.length === 0 || grade === 'DMY' || grades.includes(grade)
  const manager = personIn(world, one.managerStaffCode ?? one.previousManagers.at(-1))
  return ok({
    crn: one.crn,
    name: plainName(one.name),
    ...heldTier(world, one),
    probationStatus: statusOf(one),
    ...(manager === undefined
      ? {}
      : {
          communityPersonManager: {
            code: manager.staffCode,
            name: plainName(manager.name),
            teamCode: manager.teamCode,
            ...gradeOf(world, manager),
          },
        }),
    teams: Object.fromEntries(
      listed(query, 'teamCodes').map((team) => [
        team,
        staffOf(world, team)
          .map((person) => listedPractitioner(world, person))
          .filter(isWanted),
      ]),
    ),
  })
}

/** Somebody in a list of practitioners. What a service does not know is left out. */
export function listedPractitioner(world: ServicesWorld, person: Person) {
  const load = loadIn(world, person.staffCode)
  const held = heldIn(world, person.staffCode)
  const ofType = (type: string) => held.filter(({ caseType }) => caseType === type).length
  const isPercentShown = !world.quirks.withoutPercent && load?.percent !== undefined
  return {
    code: person.staffCode,
    name: plainName(person.name),
    ...gradeAndEmail(world, person),
    ...(isPercentShown ? { workload: load.percent } : {}),
    casesPastWeek: load?.casesPastWeek ?? 0,
    // The newer revision mixes these two up.
    communityCases: ofType('LICENSE'),
    licenseCases: ofType('COMMUNITY'),
    custodyCases: ofType('CUSTODY'),
    tierCaseTotals: totalsOf(world, person.staffCode),
  }
}

/** How much somebody has to do, counted in the night before. */
export function overview(world: ServicesWorld, staffCode: string): Answer {
  const person = personIn(world, staffCode)
  const load = loadIn(world, staffCode)
  if (person === undefined || load === undefined) return notFound
  const { forename, surname } = plainName(person.name)
  return ok({
    forename,
    surname,
    ...gradeAndEmail(world, person),
    capacity: load.percent ?? 0,
    code: staffCode,
    totalCases: heldIn(world, staffCode).length,
    weeklyHours: load.weeklyHours,
    totalReductionHours: load.reductionHours,
    pointsAvailable: 2176,
    pointsUsed: Math.round(21.76 * (load.percent ?? 0)),
    pointsRemaining: 2176 - Math.round(21.76 * (load.percent ?? 0)),
    lastUpdatedOn: `${world.today.subtract({ days: 1 })}T23:30:00`,
    caseTotals: totalsOf(world, staffCode),
    paroleReportsDue: 0,
    caseEndDue: 0,
    releasesDue: 0,
  })
}

function gradeOf(world: ServicesWorld, person: Person) {
  const { grade } = gradeAndEmail(world, person)
  return grade === undefined ? {} : { grade }
}

/** How many cases of each older letter somebody has, those with suspended contact apart. */
function totalsOf(world: ServicesWorld, staffCode: string) {
  const scores = heldIn(world, staffCode).map(({ tier }) => tier?.score ?? '')
  const count = (pattern: RegExp) => scores.filter((score) => pattern.test(score)).length
  const letters = (['a', 'b', 'c', 'd'] as const).flatMap((letter) => {
    const upper = letter.toUpperCase()
    const suspended = world.quirks.totals === 'as' ? `${letter}s` : `${letter}S`
    return [
      [letter, count(new RegExp(`^${upper}\\d?$`))],
      [suspended, count(new RegExp(`^${upper}\\dS$`))],
    ]
  })
  return { ...Object.fromEntries(letters), untiered: count(/^$/) }
}
