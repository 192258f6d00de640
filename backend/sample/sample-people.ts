import type { Temporal } from 'temporal-polyfill'
import { Person } from '../../domain/staff.ts'
import { daysFrom } from './sample-days.ts'
import { guidOf } from './sample-guid.ts'
import * as staff from './sample-staff.ts'
import { needed, readTable, type TableRow } from './sample-table.ts'
import { pduCodeOf } from './sample-teams.ts'

const teams = [
  { code: 'N03T01', manager: 'N03A001', rows: staff.kelmoorNorth },
  { code: 'N03T02', manager: 'N03A020', rows: staff.kelmoorSouth },
  { code: 'N03T03', manager: 'N03B001', rows: staff.wyndleEast },
  { code: 'N03T04', manager: 'N03B020', rows: staff.wyndleWest },
].map((team) => ({ ...team, rows: readTable(staff.practitionerColumns, team.rows) }))

const leaders = readTable(staff.leaderColumns, staff.leaders)

/**
 * The staff list of the sample world: two heads of PDU, four SPOs, two quality officers, an administrator and 45
 * practitioners of all grades and stages. Everybody is invented. The same day gives the same list; the ids and names
 * are the same on every day, and the days in it are counted from `today` (local).
 */
export function samplePeople(today: Temporal.PlainDate): Person[] {
  const on = daysFrom(today)
  const day = (offset: string | undefined) => (offset === undefined ? undefined : on(offset).toString())
  const namesakes = new Map<string, number>()

  const common = (row: TableRow<'code' | 'name' | 'grade' | 'started'>) => {
    const code = needed(row, 'code')
    const name = needed(row, 'name')
    const count = (namesakes.get(name) ?? 0) + 1
    namesakes.set(name, count)
    return {
      staffCode: code,
      name,
      ...loginsOf(name, count === 1 ? '' : String(count)),
      entraObjectId: guidOf('person', code),
      grade: row.grade,
      startedOn: day(row.started),
    }
  }

  const ofLeaders = leaders.map((row) => ({
    ...common(row),
    teamCode: row.team,
    pduCode: row.pdu,
    managerStaffCode: row.manager,
    training: {},
  }))
  const ofTeams = teams.flatMap((team) =>
    team.rows.map((row) => ({
      ...common(row),
      teamCode: team.code,
      pduCode: pduCodeOf(team.code),
      managerStaffCode: team.manager,
      endedOn: day(row.ended),
      qualifiedOn: day(row.qualified),
      fte: row.fte === undefined ? undefined : Number(row.fte),
      mentorStaffCode: row.mentor,
      training: withoutGaps({
        safeguarding: day(row.safeguard),
        'domestic-abuse': day(row.domestic),
        'sexual-offences': day(row.sexual),
        mappa: day(row.mappa),
      }),
    })),
  )
  return [...ofLeaders, ...ofTeams].map((person) => {
    const gap = staff.notKnown[person.staffCode]
    return Person.parse(withoutGaps(gap === undefined ? person : { ...person, [gap]: undefined }))
  })
}

/** Addresses under `.example`, which can never reach anybody. */
function loginsOf(name: string, number: string): { email: string; username: string } {
  const plain = name.normalize('NFD').replace(/[^A-Za-z -]/g, '')
  return {
    email: `${plain.toLowerCase().replaceAll(' ', '.')}${number}@probation.example`,
    username: `${plain.replace(/[ -]/g, '')}${number}`,
  }
}

/** The same without the keys that have no value: not known is absent. */
function withoutGaps(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}
