import { type TeamWorkloadView, teamWorkloadCard, workloadsShown } from '../../cards/allocation/team-workload-card.ts'
import { maySeeWorkload } from '../../domain/allocation/allocation-rights.ts'
import { notKnown } from '../../domain/allocation/fact.ts'
import { busiestFirst, type WorkloadFigure } from '../../domain/allocation/workload-figures.ts'
import { type Grade, isInPost, type Person } from '../../domain/staff.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'
import { myTeamsToAllocateFor } from './case-in-sight.ts'

/** Which part of a team is asked for: people over so many percent or all, and which page of it. */
export type Part = { over?: number | undefined; page: number }

/** Grades that hold a caseload which is measured. */
const measured: readonly Grade[] = ['PO', 'PSO', 'PQiP']

/**
 * How much the people of a line manager have to do. One's own are all whom one allocates to; of a head of PDU, everybody of the
 * PDU. Of another line manager's, those whose workload whoever asks may see.
 */
export async function showTeamWorkload(manager: Person, part: Part, turn: Turn, desk: Desk): Promise<Reply> {
  const own = manager.staffCode === turn.person.staffCode
  const people = await peopleOf(manager, own, turn, desk)
  if (people.length === 0) {
    return refuse(
      turn,
      'workload',
      own
        ? 'You have no team on the staff list whose workload you may see. For your own, say “my workload”.'
        : 'You can see the workload of people you manage or allocate to, so I cannot show you that team.',
      own ? {} : { subject: manager.staffCode },
    )
  }
  const codes = people.map(({ staffCode }) => staffCode)
  const workloads = await desk.cases.workloads(codes, viewerOf(turn))
  const figures = people.map(
    (person): WorkloadFigure => ({
      person,
      workload: workloads.get(person.staffCode) ?? notKnown('workload', 'none'),
    }),
  )
  if (figures.every(({ workload }) => !workload.known && workload.why !== 'none')) {
    return {
      message: {
        text: 'The workload service could not be asked, so I cannot show any workload. Please try again in a few minutes.',
      },
    }
  }
  const view: TeamWorkloadView = {
    whose: !own ? manager : turn.person.grade === 'HoPDU' ? 'pdu' : 'own',
    reader: turn.person,
    figures: busiestFirst(figures),
    over: part.over,
    limits: desk.allocationPolicy.rules.workload,
    today: turn.today,
    page: part.page,
  }
  const notes = workloadsShown(view).map(({ person }) =>
    noteOf(turn, 'record.viewed', { subject: person.staffCode, detail: 'workload' }),
  )
  return { message: teamWorkloadCard(view), notes }
}

async function peopleOf(manager: Person, own: boolean, turn: Turn, desk: Pick<Desk, 'staff'>): Promise<Person[]> {
  const today = turn.today.toString()
  const teams = await myTeamsToAllocateFor(turn, desk)
  const all = own ? await desk.staff.everyone() : await desk.staff.managedBy(manager.staffCode)
  return all.filter(
    (person) =>
      measured.includes(person.grade) &&
      person.staffCode !== turn.person.staffCode &&
      isInPost(person, today) &&
      maySeeWorkload(turn.person, person, today, turn.covers, teams),
  )
}
