import type { StaffCode } from '../domain/ids.ts'
import type { Person } from '../domain/staff.ts'
import { beginning, shown } from './typed.ts'

const mostPeople = 60

/**
 * The people to choose from; of more than a list is good for, only the one who was chosen. Two of one name are told apart
 * by their staff code.
 */
export function peopleOffered(
  { other }: { other?: StaffCode | undefined },
  people: readonly Pick<Person, 'staffCode' | 'name'>[],
): { title: string; value: string }[] {
  const offered = people.length <= mostPeople ? people : people.filter((person) => person.staffCode === other)
  return offered.map(({ name, staffCode }) => {
    const shared = offered.some((person) => person.name === name && person.staffCode !== staffCode)
    const title = beginning(shown(name), 60)
    return { title: shared ? `${title} (${staffCode})` : title, value: staffCode }
  })
}
