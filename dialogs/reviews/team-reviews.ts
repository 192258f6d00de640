import { type TeamReviewsView, teamReviewsCard, teamReviewsShown } from '../../cards/reviews/team-reviews-card.ts'
import { maySeeCaseload } from '../../domain/allocation/allocation-rights.ts'
import { isInPost, type Person } from '../../domain/staff.ts'
import { myTeam } from '../my-team.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { oldestReading, readLastNight } from './read-last-night.ts'
import type { ReviewPart } from './show-reviews.ts'

/** Grades that hold cases. */
export const holdCases: readonly Person['grade'][] = ['PO', 'PSO', 'PQiP']

const notReadYet =
  'The cases of these people have not been read yet: it is done every night, and the first time within minutes. For one person, say “overdue reviews for” and the name.'

/** What is overdue in a line manager's team, from what was read last night: too many cases to be read for one answer. */
export async function showTeamReviews(manager: Person, part: ReviewPart, turn: Turn, desk: Desk): Promise<Reply> {
  const own = manager.staffCode === turn.person.staffCode
  const people = await peopleOf(manager, own, turn, desk)
  if (people.length === 0) {
    return refuse(
      turn,
      'reviews',
      own
        ? 'You have no team on the staff list that holds cases. For your own, say “my overdue reviews”.'
        : 'You can see the reviews of people you manage or cover for, so I cannot show you that team.',
      own ? {} : { subject: manager.staffCode },
    )
  }
  const read = await readLastNight(people, part.kind, turn, desk)
  const readAt = oldestReading(read.readAt)
  if (readAt === undefined) return { message: { text: notReadYet } }
  const view: TeamReviewsView = {
    ...(own ? {} : { manager }),
    reader: turn.person,
    people,
    listed: read.listed,
    readAt,
    notRead: people.filter(({ staffCode }) => !read.readAt.has(staffCode)),
    unchecked: read.unchecked,
    kind: part.kind,
    today: turn.today,
    page: part.page,
  }
  const notes = teamReviewsShown(view).map(({ staffCode }) =>
    noteOf(turn, 'record.viewed', { subject: staffCode, detail: 'reviews' }),
  )
  return { message: teamReviewsCard(view), notes }
}

async function peopleOf(manager: Person, own: boolean, turn: Turn, desk: Pick<Desk, 'staff'>): Promise<Person[]> {
  const today = turn.today.toString()
  const all = own ? await myTeam(turn, desk) : await desk.staff.managedBy(manager.staffCode)
  return all.filter(
    (person) =>
      holdCases.includes(person.grade) &&
      isInPost(person, today) &&
      person.staffCode !== turn.person.staffCode &&
      maySeeCaseload(turn.person, person, today, turn.covers),
  )
}
