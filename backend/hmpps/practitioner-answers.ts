import type { z } from 'zod'
import { type Fact, known, notKnown } from '../../domain/allocation/fact.ts'
import type { PractitionerAnswer, Workload } from '../../domain/allocation/practitioner-facts.ts'
import type { Crn, StaffCode } from '../../domain/ids.ts'
import { Grade } from '../../domain/staff.ts'
import type { Answer } from './answer-in-reply.ts'
import { type Asking, fromAnswer, once, orElse } from './asking.ts'
import { lastNight } from './last-night.ts'
import { path } from './service-path.ts'
import { type Field, factOf } from './wire/as-written.ts'
import { type TeamMember, TeamMembers } from './wire/delius.ts'
import { Impact, type PractitionersToChoose, type PractitionerToChoose } from './wire/workload.ts'

type Members = Answer<z.output<typeof TeamMembers>>

/**
 * What the case services say of each practitioner with regard to a case, without access. `choosing` is the one answer
 * for all their teams.
 */
export async function practitionerAnswers(
  asking: Asking,
  crn: Crn,
  practitioners: readonly StaffCode[],
  choosing: Promise<Answer<PractitionersToChoose>>,
): Promise<ReadonlyMap<StaffCode, Omit<PractitionerAnswer, 'access'>>> {
  const codes = [...new Set(practitioners)]
  const teams = new Map<StaffCode, string>()
  for (const person of await Promise.all(codes.map((code) => asking.personOf(code))))
    if (person?.teamCode !== undefined) teams.set(person.staffCode, person.teamCode)
  // The second source of emails and grades, asked only where it is wanted.
  const members = once<Members>(() => {
    const teamCode = [...new Set(teams.values())].join(',')
    return asking.read('delius', { at: path`/teams`, query: { teamCode }, reads: TeamMembers })
  })
  const answers = codes.map(async (code): Promise<[StaffCode, Omit<PractitionerAnswer, 'access'>]> => {
    const team = teams.get(code)
    const workload = impactOf(asking, crn, code, team)
    return [code, await answerOf(code, team, await choosing, members, workload)]
  })
  return new Map(await Promise.all(answers))
}

async function answerOf(
  code: StaffCode,
  team: string | undefined,
  chosen: Answer<PractitionersToChoose>,
  members: () => Promise<Members>,
  workload: Promise<Fact<Workload>>,
): Promise<Omit<PractitionerAnswer, 'access'>> {
  const first = fromAnswer('workload', chosen, (body) => inChosen(body, code, team))
  const second = async (): Promise<Fact<TeamMember>> => {
    if (team === undefined) return notKnown('delius', 'none')
    return fromAnswer('delius', await members(), ({ teams }) =>
      found(
        teams.items.find((one) => one.code === code),
        teams.unread,
        'delius',
      ),
    )
  }
  const [grade, hasEmail, load] = await Promise.all([
    orElse(gradeIn(first), async () => gradeIn(await second())),
    hasEmailBy(first, second),
    workload,
  ])
  return {
    grade,
    hasEmail,
    workload:
      load.known && load.value.now === undefined ? withNow(load, first.known ? first.value.workload : undefined) : load,
    casesPastWeek: first.known ? factOf(first.value.casesPastWeek, 'workload') : first,
    hasManaged: fromAnswer('workload', chosen, (body) => hasManaged(body, code)),
  }
}

/** The person in their team; in another one where they do not stand there. */
function inChosen(
  { teams }: PractitionersToChoose,
  code: StaffCode,
  team: string | undefined,
): Fact<PractitionerToChoose> {
  const isTheirs = ({ teamCode }: { teamCode: string }) => Number(teamCode === team?.toUpperCase())
  const lists = teams.toSorted((one, other) => isTheirs(other) - isTheirs(one)).map(({ members }) => members)
  return found(
    lists.flatMap((members) => members.of(code))[0],
    lists.reduce((sum, { unread }) => sum + unread, 0),
    'workload',
  )
}

/** Somebody who is not found may be the one who could not be read. */
function found<T>(one: T | undefined, unread: number, source: 'workload' | 'delius'): Fact<T> {
  if (one !== undefined) return known(one, source)
  return notKnown(source, unread > 0 ? 'not-understood' : 'none')
}

/** Grades as the allocation tool writes them, and the codes of Delius and the workload tool for the same. */
const grades: Readonly<Record<string, Grade>> = {
  PQIP: 'PQiP',
  TPO: 'PQiP',
  PSP: 'PQiP',
  PSQ: 'PSO',
  PSM: 'PO',
  PSC: 'SPO',
}

/** DMY is how some write that there is none. */
function gradeIn(member: Fact<{ grade?: string }>): Fact<Grade> {
  if (!member.known) return member
  const written = member.value.grade?.toUpperCase()
  const grade = Grade.safeParse(grades[written ?? ''] ?? written)
  return grade.success ? known(grade.data, member.source) : notKnown(member.source, 'none')
}

/** That somebody has no email takes one service that says so of them, and another that has answered and knows of none either. */
async function hasEmailBy(
  first: Fact<{ email: Field<string> }>,
  second: () => Promise<Fact<{ email: Field<string> }>>,
): Promise<Fact<boolean>> {
  const one = emailIn(first)
  if (one.known && one.value) return one
  const other = emailIn(await second())
  if (other.known && other.value) return other
  const both = [one, other]
  const failed = both.find((fact) => !fact.known && fact.why !== 'none')
  return failed ?? both.find(({ known: isKnown }) => isKnown) ?? other
}

function emailIn(member: Fact<{ email: Field<string> }>): Fact<boolean> {
  if (!member.known) return member
  const { email } = member.value
  if (email === 'unreadable') return notKnown(member.source, 'not-understood')
  return known(email !== 'missing' && email.value.trim() !== '', member.source)
}

/** Percent, of last night. A figure of 0 stands for no figure. */
async function impactOf(asking: Asking, crn: Crn, code: StaffCode, team: string | undefined): Promise<Fact<Workload>> {
  if (team === undefined) return notKnown('workload', 'none')
  const at = path`/team/${team}/offenderManager/${code}/impact/person/${crn}`
  const answer = await asking.read('workload', { at, reads: Impact })
  return fromAnswer('workload', answer, ({ capacity, potentialCapacity }) => {
    const potential = factOf(potentialCapacity, 'workload')
    if (!potential.known) return potential
    if (potential.value === 0) return notKnown('workload', 'none')
    const load = known<Workload>({ potential: potential.value }, 'workload', lastNight(asking.now))
    return withNow(load, capacity)
  })
}

function withNow(load: Fact<Workload>, now: number | undefined): Fact<Workload> {
  return load.known && now !== undefined && now > 0 ? { ...load, value: { ...load.value, now } } : load
}

/**
 * The manager who is named manages the person now, or was the last to. Where none is named nobody did, if the person is new
 * to probation; otherwise it is not known.
 */
function hasManaged(
  { communityPersonManager, probationStatus }: PractitionersToChoose,
  code: StaffCode,
): Fact<boolean> {
  const manager = factOf(communityPersonManager, 'workload')
  if (manager.known && !/U$/i.test(manager.value.code)) {
    return known(manager.value.code.trim().toUpperCase() === code, 'workload')
  }
  if (!manager.known && manager.why === 'not-understood') return manager
  const isNew = probationStatus?.status.toUpperCase() === 'NEW_TO_PROBATION'
  return isNew ? known(false, 'workload') : notKnown('workload', 'none')
}
