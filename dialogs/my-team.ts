import type { StaffCode } from '../domain/ids.ts'
import { manages } from '../domain/rights.ts'
import { isInPost, type Person } from '../domain/staff.ts'
import type { Desk, Turn } from './turn.ts'

/** Everyone in post whom this person manages or covers for today, each once, by name within each line manager. */
export async function myTeam(turn: Turn, desk: Pick<Desk, 'staff'>): Promise<Person[]> {
  const me = turn.person.staffCode
  const managers = [me, ...turn.covers.filter((cover) => cover.by === me).map((cover) => cover.manager)]
  const teams = await Promise.all([...new Set(managers)].map((code) => desk.staff.managedBy(code)))
  const today = turn.today.toString()
  return teams.flat().filter((person) => isInPost(person, today) && manages(turn.person, person, turn.covers))
}

/** Everyone of this person's PDU, by name, also people no longer in post; nobody where their PDU is not known. */
export async function myPdu({ person }: Pick<Turn, 'person'>, desk: Pick<Desk, 'staff'>): Promise<Person[]> {
  return person.pduCode === undefined ? [] : await desk.staff.ofPdu(person.pduCode)
}

/** This person's line manager and whoever covers for them today, those of them that are in post. */
export async function myManagers(turn: Turn, desk: Pick<Desk, 'staff'>): Promise<Person[]> {
  const manager = turn.person.managerStaffCode
  if (manager === undefined) return []
  const covering = turn.covers.filter((cover) => cover.manager === manager).map((cover) => cover.by)
  const codes = new Set<StaffCode>([manager, ...covering])
  codes.delete(turn.person.staffCode)
  const people = await desk.staff.byStaffCodes([...codes])
  return people.filter((person) => isInPost(person, turn.today.toString()) && manages(person, turn.person, turn.covers))
}
