import { peopleShown, teamCard } from '../../cards/due/team-card.ts'
import type { StaffCode } from '../../domain/ids.ts'
import { isOfManagingGrade, mayLookAtTeamOf, sightOfRecord } from '../../domain/rights.ts'
import { isInPost, type Person } from '../../domain/staff.ts'
import type { KindId } from '../../domain/supervision-kind.ts'
import { worstFirst } from '../../domain/team-states.ts'
import { myTeam } from '../my-team.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { standingsOf } from './standings.ts'

/** Which part of an overview is asked for: one kind or all, and which page of it. */
export type Part = { kind?: KindId | undefined; page: number }

/** How the people of a line manager stand: one's own, those of somebody one covers for, or those of a line manager of one's PDU. */
export async function showTeam(manager: StaffCode, part: Part, turn: Turn, desk: Desk): Promise<Reply> {
  const own = manager === turn.person.staffCode
  const whose = own ? undefined : await desk.staff.byStaffCode(manager)
  const people = own ? await myTeam(turn, desk) : await teamInSight(manager, turn, desk)
  const mayLook = own
    ? isOfManagingGrade(turn.person)
    : whose !== undefined && mayLookAtTeamOf(turn.person, whose, turn.covers)
  // Somebody who may look is told that the team is empty, rather than that there is none for them to see.
  if (people.length === 0 && !mayLook) {
    return refuse(
      turn,
      'team',
      own
        ? 'You have no team on the staff list. To see what is due for you, say “what is due for me?”.'
        : 'You can see your own team and the people you cover for, so I cannot show you that one.',
      own ? {} : { subject: manager },
    )
  }
  const standings = (await standingsOf(people, turn.today, desk)).filter(
    (one) => part.kind === undefined || one.standings.some(({ kind }) => kind === part.kind),
  )
  const view = {
    people: worstFirst(standings, part.kind === undefined ? undefined : [part.kind]),
    page: part.page,
  }
  const message = teamCard({
    ...view,
    ...(whose === undefined ? {} : { manager: whose }),
    reader: turn.person,
    today: turn.today,
    ...(part.kind === undefined ? {} : { kind: part.kind }),
    policy: desk.policy,
  })
  const notes = peopleShown(view).map(({ person }) =>
    noteOf(turn, 'record.viewed', { subject: person.staffCode, detail: 'states' }),
  )
  return { message, notes }
}

async function teamInSight(manager: StaffCode, turn: Turn, desk: Desk): Promise<Person[]> {
  const today = turn.today.toString()
  const managed = await desk.staff.managedBy(manager)
  return managed.filter(
    (person) =>
      person.staffCode !== turn.person.staffCode &&
      isInPost(person, today) &&
      ['full', 'dates'].includes(sightOfRecord(turn.person, person, today, turn.covers)),
  )
}
