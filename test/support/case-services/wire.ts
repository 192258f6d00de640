import type { SampleCase } from '../../../backend/sample/sample-case.ts'
import type { Person } from '../../../domain/staff.ts'
import { caseIn, type ServicesWorld } from './services-world.ts'

/** A question as it came in. `part` is a named part of the path. `userName` is whom the token stands for, in upper case. */
export type Asked = {
  world: ServicesWorld
  part(name: string): string
  query: URLSearchParams
  body: unknown
  path: string
  userName?: string
}

/** `body` is sent as JSON; without one the answer is empty. */
export type Answer = { status: number; body?: unknown }

/** What a service answers, by method and path: `GET /team/:team/cases/unallocated`. */
export type Routes = Readonly<Record<`${'GET' | 'POST'} /${string}`, (asked: Asked) => Answer>>

export const ok = (body: unknown): Answer => ({ status: 200, body })

/** The error body of the services. */
export function refusal(status: number, userMessage: string): Answer {
  return { status, body: { status, developerMessage: userMessage, userMessage } }
}

export const notFound = refusal(404, 'Resource not found')
/** A service failed that the one asked needs for its answer. */
export const failedBehind = refusal(424, 'A service behind this one failed')
export const broken = refusal(500, 'Unexpected error')

/** Answers for a case that there is, and 404 for any other. */
export function ofCase(answer: (one: SampleCase, asked: Asked) => Answer): (asked: Asked) => Answer {
  return (asked) => {
    const one = caseIn(asked.world, asked.part('crn'))
    return one === undefined ? notFound : answer(one, asked)
  }
}

/** The list in the body of a question, itself or under a name. */
export function listIn(body: unknown, name?: string): string[] {
  const list = name === undefined ? body : (body as Record<string, unknown> | undefined)?.[name]
  return Array.isArray(list) ? list.map(String) : []
}

/** Values joined by commas in one parameter, or given several times. */
export function listed(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).flatMap((value) => value.split(',').filter((one) => one !== ''))
}

/** A name in parts, as Delius has it. */
export function plainName(full: string): { forename: string; middleName: string; surname: string } {
  const parts = full.split(' ')
  return { forename: parts[0] ?? '', middleName: parts.slice(1, -1).join(' '), surname: parts.at(-1) ?? '' }
}

/** The same with the whole name, as the allocation and workload services add it. */
export function combinedName(full: string) {
  return { ...plainName(full), combinedName: full }
}

/** What is said of somebody's grade and address, as Delius has it: a field that is missing is not there. */
export function gradeAndEmail(world: ServicesWorld, person: Person): { grade?: string; email?: string } {
  const grade = world.quirks.grades.get(person.staffCode) ?? person.grade
  const email = world.quirks.emails.get(person.staffCode) ?? person.email
  return { ...(grade === '' ? {} : { grade }), ...(email === undefined ? {} : { email }) }
}

/** The number of an order. */
export function eventNumber({ quirks }: ServicesWorld, one: SampleCase): number | string {
  return quirks.numbersAsText ? String(one.eventNumber) : one.eventNumber
}

/** The tier that the allocation services hold, and whether it is provisional, where they say so. */
export function heldTier({ quirks }: ServicesWorld, one: SampleCase): { tier?: string; provisionalTier?: boolean } {
  if (one.tier === undefined || one.unanswered.includes('tier')) return {}
  return { tier: one.tier.score, ...(quirks.saysProvisional ? { provisionalTier: one.tier.provisional } : {}) }
}

/** How a case stands, in the words of the services. */
export function statusOf(one: SampleCase) {
  if (one.managerStaffCode !== undefined) return { status: 'CURRENTLY_MANAGED', description: 'Currently managed' }
  if (one.previousManagers.length > 0) return { status: 'PREVIOUSLY_MANAGED', description: 'Previously managed' }
  return { status: 'NEW_TO_PROBATION', description: 'New to probation' }
}

/** Who manages a case; where nobody does, the team's code for that, which ends in U. */
export function managerOf(world: ServicesWorld, one: SampleCase, nameOf: (full: string) => object) {
  const person = world.people.find(({ staffCode }) => staffCode === one.managerStaffCode)
  if (one.managerStaffCode === undefined || person === undefined) {
    return {
      code: `${one.teamCode}U`,
      name: nameOf('Unallocated Staff'),
      teamCode: one.teamCode,
      allocated: false,
    }
  }
  const { grade } = gradeAndEmail(world, person)
  return {
    code: person.staffCode,
    name: nameOf(person.name),
    teamCode: one.teamCode,
    ...(grade === undefined ? {} : { grade }),
    allocated: true,
  }
}
