import { type FileRow, type RejectedRow, rejectedFor } from './file-rows.ts'
import type { EntraObjectId, StaffCode } from './ids.ts'
import type { Person } from './staff.ts'
import { type ReadRow, readStaffRow } from './staff-row.ts'

type Line = ReadRow & { line: number }

/**
 * The people that the rows of a staff list file add to or change in the existing list, and the rows that are rejected
 * with everything that is wrong with each. What is rejected does not stop the others, except those who need it: somebody
 * whose manager or mentor would then be nobody is rejected too. The list that results is always whole: managers and
 * mentors exist, nobody manages themselves through others, and no two people share a staff code, Entra id or e-mail
 * address. Of two rows that claim the same, the first stands.
 */
export function readStaffRows(
  rows: readonly FileRow[],
  existing: readonly Person[],
): { people: Person[]; rejected: RejectedRow[] } {
  const lines = rows.map(({ line, cells }): Line => ({ line, ...readStaffRow(cells) }))
  checkAsWritten(lines, existing)

  const accepted = lines.filter((line) => line.problems.length === 0)
  for (;;) {
    const people = accepted.flatMap(({ person }) => (person === undefined ? [] : [person]))
    const rejectedNow = checkOutcome(accepted, people, lines, existing)
    if (rejectedNow.size === 0) {
      const rejected = lines.filter((line) => line.problems.length > 0)
      return { people, rejected: rejected.map(({ line, problems }) => rejectedFor(line, problems)) }
    }
    for (const [line, problem] of rejectedNow) {
      line.problems.push(problem)
      accepted.splice(accepted.indexOf(line), 1)
    }
  }
}

/** What is wrong between the rows, whatever becomes of each: claimed twice, pointing at nobody, going round in a circle. */
function checkAsWritten(lines: readonly Line[], existing: readonly Person[]): void {
  const claims = {
    'staff code': (line: Line) => line.staffCode,
    'Entra id': (line: Line) => line.entraObjectId,
    'e-mail address': (line: Line) => line.email?.toLowerCase(),
  }
  for (const [what, claimOf] of Object.entries(claims)) {
    const first = new Map<string, number>()
    for (const line of lines) {
      const claim = claimOf(line)
      if (claim === undefined) continue
      const earlier = first.get(claim)
      if (earlier === undefined) first.set(claim, line.line)
      else line.problems.push(`the ${what} is already on line ${earlier}`)
    }
  }

  const anybody = new Set<StaffCode>(existing.map((person) => person.staffCode))
  for (const { staffCode } of lines) if (staffCode !== undefined) anybody.add(staffCode)
  for (const line of lines) {
    for (const [part, code] of pointersOf(line)) {
      if (!anybody.has(code)) line.problems.push(`the ${part} ${code} is neither in the file nor on the staff list`)
    }
  }
  const circles = circlesIn([...existing, ...lines.toReversed()])
  for (const line of lines) {
    const circle = line.staffCode && circles.get(line.staffCode)
    if (circle !== undefined) line.problems.push(circle)
  }
}

/** The accepted rows that cannot stand in the list as it would now become, each with the reason. */
function checkOutcome(
  accepted: readonly Line[],
  people: readonly Person[],
  lines: readonly Line[],
  existing: readonly Person[],
): Map<Line, string> {
  const outcome = new Map<StaffCode, Person>(existing.map((person) => [person.staffCode, person]))
  for (const person of people) outcome.set(person.staffCode, person)
  const written = new Map<StaffCode | undefined, number>()
  for (const { staffCode, line } of lines) if (!written.has(staffCode)) written.set(staffCode, line)

  const rejected = new Map<Line, string>()
  const holders = holdersIn(outcome.values())
  for (const line of accepted) {
    for (const [part, code] of pointersOf(line)) {
      if (!outcome.has(code)) rejected.set(line, `the ${part} ${code} was rejected on line ${written.get(code)}`)
    }
    const others = [...(holders.get(line.entraObjectId) ?? []), ...(holders.get(line.email?.toLowerCase()) ?? [])]
    const other = others.find((code) => code !== line.staffCode)
    if (other !== undefined) {
      const what = holders.get(line.entraObjectId)?.includes(other) ? 'Entra id' : 'e-mail address'
      rejected.set(line, `the ${what} belongs to ${other} on the staff list`)
    }
  }
  if (rejected.size > 0) return rejected
  const circles = circlesIn(outcome.values())
  for (const line of accepted) {
    const circle = line.staffCode && circles.get(line.staffCode)
    if (circle !== undefined) rejected.set(line, circle)
  }
  return rejected
}

function pointersOf(line: Line): ['manager' | 'mentor', StaffCode][] {
  const pointers: ['manager' | 'mentor', StaffCode][] = []
  if (line.managerStaffCode !== undefined) pointers.push(['manager', line.managerStaffCode])
  if (line.mentorStaffCode !== undefined) pointers.push(['mentor', line.mentorStaffCode])
  return pointers
}

/** Who has each Entra id and e-mail address (lower case). */
function holdersIn(people: Iterable<Person>): Map<EntraObjectId | string | undefined, StaffCode[]> {
  const holders = new Map<EntraObjectId | string | undefined, StaffCode[]>()
  for (const { staffCode, entraObjectId, email } of people) {
    for (const held of [entraObjectId, email?.toLowerCase()]) {
      if (held !== undefined) holders.set(held, [...(holders.get(held) ?? []), staffCode])
    }
  }
  return holders
}

/** For everybody who is their own manager through others, the circle in words. Later entries stand in for earlier ones. */
function circlesIn(people: Iterable<Pick<Line, 'staffCode' | 'managerStaffCode'>>): Map<StaffCode, string> {
  const managerOf = new Map<StaffCode, StaffCode | undefined>()
  for (const { staffCode, managerStaffCode } of people) {
    if (staffCode !== undefined) managerOf.set(staffCode, managerStaffCode)
  }
  const circles = new Map<StaffCode, string>()
  const settled = new Set<StaffCode>()
  for (const start of managerOf.keys()) {
    const chain: StaffCode[] = []
    let next: StaffCode | undefined = start
    while (next !== undefined && !settled.has(next) && !chain.includes(next)) {
      chain.push(next)
      next = managerOf.get(next)
    }
    if (next !== undefined && chain.includes(next)) {
      const members = chain.slice(chain.indexOf(next))
      const inWords =
        members.length === 1
          ? 'they are named as their own manager'
          : `the managers go round in a circle: ${[...members, next].join(', ')}`
      for (const member of members) circles.set(member, inWords)
    }
    for (const code of chain) settled.add(code)
  }
  return circles
}
