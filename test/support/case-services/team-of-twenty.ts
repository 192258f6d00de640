import type { Person } from '../../../domain/staff.ts'

/** The people with the first twenty practitioners in post put into one team, and who those are. */
export function teamOfTwenty(people: readonly Person[], teamCode: string): { people: Person[]; team: Person[] } {
  const practitioners = people.filter(
    ({ grade, endedOn }) => ['PO', 'PSO', 'PQiP'].includes(grade) && endedOn === undefined,
  )
  const team = practitioners.slice(0, 20).map((person) => ({ ...person, teamCode }))
  const moved = new Map(team.map((person) => [person.staffCode, person]))
  return { people: people.map((person) => moved.get(person.staffCode) ?? person), team }
}
