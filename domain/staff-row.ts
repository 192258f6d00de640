import { EntraObjectId, IsoDate, StaffCode } from './ids.ts'
import { Grade, Person, TrainingName } from './staff.ts'

/** The columns of a staff list file, in the order in which one is written. */
export const staffColumns = [
  'staffCode',
  'name',
  'email',
  'username',
  'entraObjectId',
  'grade',
  'teamCode',
  'pduCode',
  'managerStaffCode',
  'startedOn',
  'endedOn',
  'qualifiedOn',
  'fte',
  'mentorStaffCode',
  'training',
] as const
export type StaffColumn = (typeof staffColumns)[number]

/** What the cells of one row say. Whatever could be read is there, also when the row as a whole is no person. */
export type ReadRow = {
  person?: Person
  staffCode?: StaffCode
  email?: string
  entraObjectId?: EntraObjectId
  managerStaffCode?: StaffCode
  mentorStaffCode?: StaffCode
  /** Each a clause in plain words; empty when the row is a person. */
  problems: string[]
}

/** Reads one row, naming everything that is wrong with it. An empty cell, or one that is not there, means not known. */
export function readStaffRow(cells: Readonly<Record<string, string>>): ReadRow {
  const problems: string[] = []
  const cell = (column: StaffColumn): string | undefined => cells[column]?.trim() || undefined

  const read = <T>(column: StaffColumn, parse: (text: string) => T | undefined, should: string): T | undefined => {
    const text = cell(column)
    const value = text === undefined ? undefined : parse(text)
    if (text !== undefined && value === undefined) problems.push(`${column} ${should}`)
    return value
  }
  const day = (column: StaffColumn) =>
    read(column, (text) => IsoDate.safeParse(text).data, 'should be a day like 2026-11-20')
  const code = (column: StaffColumn) =>
    read(column, (text) => StaffCode.safeParse(text).data, 'should be 4 to 12 letters and digits, like N03A021')
  const words = (column: StaffColumn, field: 'name' | 'username' | 'teamCode' | 'pduCode', most: number) =>
    read(
      column,
      (text) => (isLine(text) ? Person.shape[field].safeParse(text).data : undefined),
      `should be one line of at most ${most} characters`,
    )

  for (const column of ['staffCode', 'name', 'grade'] as const) {
    if (cell(column) === undefined) problems.push(`${column} is missing`)
  }
  const fields = {
    staffCode: code('staffCode'),
    name: words('name', 'name', 100),
    email: read('email', (text) => Person.shape.email.safeParse(text).data, 'should be an e-mail address'),
    username: words('username', 'username', 100),
    entraObjectId: read(
      'entraObjectId',
      (text) => EntraObjectId.safeParse(text).data,
      'should be a GUID, like 7e0c1f0a-5d0e-4c65-9a53-0f6f5f0f8d11',
    ),
    grade: read('grade', (text) => Grade.safeParse(text).data, `should be one of ${Grade.options.join(', ')}`),
    teamCode: words('teamCode', 'teamCode', 20),
    pduCode: words('pduCode', 'pduCode', 20),
    managerStaffCode: code('managerStaffCode'),
    startedOn: day('startedOn'),
    endedOn: day('endedOn'),
    qualifiedOn: day('qualifiedOn'),
    fte: read('fte', fteFrom, 'should be a number from 0.1 to 1.0'),
    mentorStaffCode: code('mentorStaffCode'),
    training: readTraining(cell('training') ?? '', problems),
  }
  const { staffCode, email, entraObjectId, managerStaffCode, mentorStaffCode, startedOn, endedOn } = fields
  if (startedOn !== undefined && endedOn !== undefined && endedOn < startedOn) {
    problems.push('endedOn is before startedOn')
  }
  if (staffCode !== undefined && mentorStaffCode === staffCode) problems.push('mentorStaffCode is their own')
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const person = problems.length === 0 ? Person.safeParse(known).data : undefined
  return { person, staffCode, email, entraObjectId, managerStaffCode, mentorStaffCode, problems }
}

/** The cells of a person; reading them again gives the same person. */
export function staffRowOf(person: Person): Record<StaffColumn, string> {
  const held = TrainingName.options.filter((name) => person.training[name] !== undefined)
  return {
    staffCode: person.staffCode,
    name: person.name,
    email: person.email ?? '',
    username: person.username ?? '',
    entraObjectId: person.entraObjectId ?? '',
    grade: person.grade,
    teamCode: person.teamCode ?? '',
    pduCode: person.pduCode ?? '',
    managerStaffCode: person.managerStaffCode ?? '',
    startedOn: person.startedOn ?? '',
    endedOn: person.endedOn ?? '',
    qualifiedOn: person.qualifiedOn ?? '',
    fte: person.fte === undefined ? '' : String(person.fte),
    mentorStaffCode: person.mentorStaffCode ?? '',
    training: held.map((name) => `${name}=${person.training[name]}`).join(';'),
  }
}

function readTraining(text: string, problems: string[]): Person['training'] {
  const training: Person['training'] = {}
  for (const pair of text.split(';').filter((part) => part.trim() !== '')) {
    const [nameText = '', dayText = '', ...more] = pair.split('=').map((part) => part.trim())
    const name = TrainingName.safeParse(nameText).data
    const day = IsoDate.safeParse(dayText).data
    if (name === undefined || day === undefined || more.length > 0) {
      problems.push(
        `training should be pairs like safeguarding=2026-11-20 joined by ";", with the names ${TrainingName.options.join(', ')}`,
      )
      return {}
    }
    if (training[name] !== undefined) problems.push(`training has ${name} twice`)
    training[name] = day
  }
  return training
}

function fteFrom(text: string): number | undefined {
  return /^[01](\.\d+)?$/.test(text) ? Person.shape.fte.safeParse(Number(text)).data : undefined
}

function isLine(text: string): boolean {
  return !/\p{Cc}/u.test(text)
}
