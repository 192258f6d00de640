import { pduCard, type TeamCounts, teamsShown } from '../../cards/due/pdu-card.ts'
import { sightOfRecord } from '../../domain/rights.ts'
import { isInPost } from '../../domain/staff.ts'
import { countStates, fullTimeEquivalents } from '../../domain/team-states.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import type { Part } from './show-team.ts'
import { standingsOf } from './standings.ts'

/**
 * How the teams of a head of PDU stand, in numbers: windows by state for each line manager, and their spans. Nobody's own
 * states and no note.
 */
export async function pduOverview(part: Part, turn: Turn, desk: Desk): Promise<Reply> {
  const { grade, pduCode } = turn.person
  const today = turn.today.toString()
  if (grade !== 'HoPDU') return refuse(turn, 'pdu', 'Only the head of a PDU can see all of its teams.')
  if (pduCode === undefined) {
    return { message: { text: 'The staff list does not say which PDU you head. The administrator can add it.' } }
  }
  const everyone = (await desk.staff.everyone()).filter((person) => isInPost(person, today))
  const inSight = everyone.filter(
    (person) =>
      person.pduCode === pduCode &&
      person.managerStaffCode !== undefined &&
      ['full', 'dates'].includes(sightOfRecord(turn.person, person, today, turn.covers)),
  )
  const standings = (await standingsOf(inSight, turn.today, desk)).filter(
    (one) => part.kind === undefined || one.standings.some(({ kind }) => kind === part.kind),
  )
  const names = new Map(everyone.map((person) => [person.staffCode, person.name]))
  const staffOf = Map.groupBy(everyone, (person) => person.managerStaffCode)
  const byManager = Map.groupBy(standings, ({ person }) => person.managerStaffCode)
  const teams = [...byManager].flatMap(([code, team]): TeamCounts[] => {
    if (code === undefined) return []
    const cover = turn.covers.find(({ manager }) => manager === code)
    const coveredBy = cover && names.get(cover.by)
    const staff = staffOf.get(code) ?? []
    return [
      {
        manager: { staffCode: code, name: names.get(code) ?? code },
        people: staff.length,
        span: fullTimeEquivalents(staff, today),
        counts: countStates(
          team.flatMap((one) => one.standings),
          part.kind === undefined ? undefined : [part.kind],
        ),
        ...(coveredBy === undefined ? {} : { coveredBy }),
      },
    ]
  })
  teams.sort((one, other) => other.counts.overdue - one.counts.overdue || other.counts.missed - one.counts.missed)
  const view = { teams, page: part.page }
  const message = pduCard({
    ...view,
    today: turn.today,
    ...(part.kind === undefined ? {} : { kind: part.kind }),
    policy: desk.policy,
  })
  const notes = teamsShown(view)
    .filter(({ manager }) => manager.staffCode !== turn.person.staffCode)
    .map(({ manager }) => noteOf(turn, 'record.viewed', { subject: manager.staffCode, detail: 'team-counts' }))
  return { message, notes }
}
