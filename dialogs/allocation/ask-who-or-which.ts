import type { Crn, StaffCode } from '../../domain/ids.ts'
import { firstNameOf, type Person } from '../../domain/staff.ts'
import type { Pending } from '../pending.ts'
import { meantOf } from '../people-meant.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import { mayBeGivenCases } from './who-and-which.ts'

type Asks = Extract<Pending, { asks: 'allocation' }>

const mostNamed = 6

/** Asks for what an allocation question lacks; the next message may be nothing but that. */
export async function askWhoOrWhich(
  does: Asks['does'],
  {
    person,
    crns,
    people: offered,
  }: {
    person?: Pick<Person, 'staffCode'> | StaffCode | undefined
    crns: readonly Crn[]
    people?: StaffCode[] | undefined
  },
  turn: Turn,
  desk: Pick<Desk, 'staff'>,
): Promise<Reply> {
  const pending: Asks = { asks: 'allocation', does, crns: crns.slice(0, 10) }
  if (person !== undefined) pending.person = typeof person === 'string' ? person : person.staffCode
  if (crns.length === 0) {
    const text = 'Which case? Please give its number: one letter and six digits, like X320741.'
    return { message: { text }, pending }
  }
  if (offered !== undefined) {
    const listed = await desk.staff.byStaffCodes(offered)
    const among = offered.flatMap((code) => listed.find(({ staffCode }) => staffCode === code) ?? [])
    const meant = meantOf(among)
    if (meant !== undefined && 'says' in meant)
      return { message: { text: meant.says }, pending: { ...pending, people: offered } }
  }
  const people = await mayBeGivenCases(turn, desk)
  const shared = (person: Person) => people.filter((other) => firstNameOf(other) === firstNameOf(person)).length > 1
  const names = people.slice(0, mostNamed).map((person) => (shared(person) ? person.name : firstNameOf(person)))
  const some =
    names.length === 0 ? '' : ` For instance ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)}.`
  return { message: { text: `Who is to take it? Please give a name.${some} Or say “who could take it?”` }, pending }
}
