import { Temporal } from 'temporal-polyfill'
import { apartFrom } from './draft-problems.ts'
import { Crn, IsoDate, StaffCode } from './ids.ts'
import type { RetentionPolicy } from './retention.ts'
import type { Grade, Person } from './staff.ts'
import type { Session } from './supervision.ts'
import { KindId, kindOf, type SupervisionPolicy } from './supervision-kind.ts'

/** The columns of a file of past sessions, in the order in which one is written. */
export const sessionColumns = ['date', 'practitionerStaffCode', 'otherStaffCode', 'kinds', 'minutes', 'crn'] as const
export type SessionColumn = (typeof sessionColumns)[number]

/** A session of the past, as a row says it: no notes, no signatures. */
export type PastSession = Pick<Session, 'practitioner' | 'supervisor' | 'kinds' | 'heldOn' | 'minutes' | 'crns'>

/** What a row is checked against. */
export type SessionRules = {
  people: ReadonlyMap<StaffCode, Person>
  policy: SupervisionPolicy
  retention: RetentionPolicy
  today: Temporal.PlainDate
}

/**
 * Reads one row, naming everything that is wrong with it: each a clause in plain words, none when it is a session. An
 * empty `crn` means that no case was named; every other column is needed.
 */
export function readSessionRow(
  cells: Readonly<Record<string, string>>,
  rules: SessionRules,
): { session?: PastSession; problems: string[] } {
  const problems: string[] = []
  const cell = (column: SessionColumn) => cells[column]?.trim() ?? ''
  for (const column of sessionColumns) {
    if (column !== 'crn' && cell(column) === '') problems.push(`${column} is missing`)
  }
  const person = (column: 'practitionerStaffCode' | 'otherStaffCode') => {
    if (cell(column) === '') return undefined
    const code = StaffCode.safeParse(cell(column)).data
    const found = code && rules.people.get(code)
    if (code === undefined) problems.push(`${column} should be 4 to 12 letters and digits, like N03A021`)
    else if (found === undefined) problems.push(`${column} ${code} is not on the staff list`)
    return found
  }
  const heldOn = readDay(cell('date'), rules, problems)
  const practitioner = person('practitionerStaffCode')
  const other = person('otherStaffCode')
  if (practitioner !== undefined && practitioner === other) {
    problems.push('otherStaffCode is the practitioner themself; a session has two people')
  }
  problems.push(
    ...outOfPost(heldOn, practitioner, 'the practitioner’s'),
    ...outOfPost(heldOn, other, 'the other person’s'),
  )
  const kinds = readKinds(
    cell('kinds'),
    practitioner,
    practitioner === other ? undefined : other,
    rules.policy,
    problems,
  )
  const minutes = readMinutes(cell('minutes'), rules.policy, problems)
  const crn = cell('crn') === '' ? undefined : Crn.safeParse(cell('crn')).data
  if (cell('crn') !== '' && crn === undefined) problems.push('crn should be one letter and six digits, like X320741')

  if (problems.length > 0 || !practitioner || !other || !heldOn || minutes === undefined) return { problems }
  const crns = crn === undefined ? [] : [crn]
  const session = { practitioner: practitioner.staffCode, supervisor: other.staffCode, kinds, heldOn, minutes, crns }
  return { session, problems }
}

/** Everything a row says, in one text: the same for the same session, however the row was written. */
export function contentOf({ heldOn, practitioner, supervisor, kinds, minutes, crns }: PastSession): string {
  return [heldOn.toString(), practitioner, supervisor, kinds.join(';'), minutes, crns.join(';')].join(',')
}

function readDay(text: string, { today, retention }: SessionRules, problems: string[]): Temporal.PlainDate | undefined {
  if (text === '') return undefined
  const parsed = IsoDate.safeParse(text).data
  if (parsed === undefined) {
    problems.push('date should be a day like 2026-11-20')
    return undefined
  }
  const day = Temporal.PlainDate.from(parsed)
  if (Temporal.PlainDate.compare(day, today) > 0)
    problems.push('date is in the future; only sessions that were held are brought in')
  const years = retention.sessionYears
  if (Temporal.PlainDate.compare(day, today.subtract({ years })) < 0) {
    problems.push(`date is more than ${years === 1 ? 'a year' : `${years} years`} ago; older sessions are not kept`)
  }
  return day
}

function readKinds(
  text: string,
  practitioner: Person | undefined,
  other: Person | undefined,
  policy: SupervisionPolicy,
  problems: string[],
): KindId[] {
  if (text === '') return []
  const named = text.split(';').map((part) => part.trim().toLowerCase())
  const kinds = KindId.options.filter((id) => named.includes(id))
  if (kinds.length === 0 || named.some((name) => !KindId.safeParse(name).success)) {
    problems.push(`kinds should be ${KindId.options.join(', ')}, joined by ";"`)
    return []
  }
  for (const id of practitioner === undefined ? [] : kinds) {
    const { grades } = kindOf(policy, id)
    if (practitioner !== undefined && !grades.includes(practitioner.grade)) {
      problems.push(`kinds has ${id}, which a practitioner of grade ${practitioner.grade} does not have`)
    }
  }
  for (const id of kinds) {
    if (other !== undefined && !mayHold(other.grade, id, policy)) {
      problems.push(`kinds has ${id}, which a person of grade ${other.grade} does not hold`)
    }
  }
  const apart = apartFrom(kinds, policy)
  if (apart !== undefined) problems.push(`kinds has ${apart.join(' and ')}, which cannot be one session`)
  return kinds
}

/**
 * Whether somebody of a grade can have held a kind. Whose line manager or quality officer they were then is not known: both
 * change. What practitioners log themselves is held by a line manager, too.
 */
function mayHold(grade: Grade, id: KindId, policy: SupervisionPolicy): boolean {
  const { loggedBy } = kindOf(policy, id)
  if (grade === 'SPO' || grade === 'HoPDU') return loggedBy.length === 0 || loggedBy.some((part) => part !== 'qdo')
  return grade === 'QDO' && (loggedBy.length === 0 || loggedBy.includes('qdo'))
}

function outOfPost(day: Temporal.PlainDate | undefined, person: Person | undefined, whose: string): string[] {
  const held = day?.toString()
  if (held === undefined) return []
  const { startedOn, endedOn } = person ?? {}
  return [
    ...(startedOn !== undefined && held < startedOn ? [`date is before ${whose} first day in post, ${startedOn}`] : []),
    ...(endedOn !== undefined && held > endedOn ? [`date is after ${whose} last day in post, ${endedOn}`] : []),
  ]
}

function readMinutes(text: string, { minutes }: SupervisionPolicy, problems: string[]): number | undefined {
  if (text === '') return undefined
  const read = /^\d{1,5}$/.test(text) ? Number(text) : undefined
  if (read !== undefined && read >= minutes.least && read <= minutes.most) return read
  problems.push(`minutes should be a whole number from ${minutes.least} to ${minutes.most}`)
  return undefined
}
