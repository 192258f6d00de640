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
  const inSight = (await desk.staff.ofPdu(pduCode)).filter(
    (person) =>
      isInPost(person, today) &&
      person.managerStaffCode !== undefined &&
      ['full', 'dates'].includes(sightOfRecord(turn.person, person, today, turn.covers)),
  )
  const standings = (await standingsOf(inSight, turn.today, desk)).filter(
    (one) => part.kind === undefined || one.standings.some(({ kind }) => kind === part.kind),
  )
  const byManager = Map.groupBy(standings, ({ person }) => person.managerStaffCode)
  const named = [...byManager.keys(), ...turn.covers.map(({ by }) => by)].filter((code) => code !== undefined)
  const people = new Map((await desk.staff.byStaffCodes(named)).map((person) => [person.staffCode, person]))
  const teams: TeamCounts[] = []
  for (const [code, team] of byManager) {
    if (code === undefined) continue
    const cover = turn.covers.find(({ manager }) => manager === code)
    const coverer = cover && people.get(cover.by)
    // A line manager may also have staff in another PDU.
    const staff = (await desk.staff.managedBy(code)).filter((person) => isInPost(person, today))
    teams.push({
      manager: { staffCode: code, name: people.get(code)?.name ?? code },
      people: staff.length,
      span: fullTimeEquivalents(staff, today),
      counts: countStates(
        team.flatMap((one) => one.standings),
        part.kind === undefined ? undefined : [part.kind],
      ),
      ...(coverer !== undefined && isInPost(coverer, today) ? { coveredBy: coverer.name } : {}),
    })
  }
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
