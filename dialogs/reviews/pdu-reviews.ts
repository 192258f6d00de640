import { managersShown, pduReviewsCard, type TeamReviewCounts } from '../../cards/reviews/pdu-reviews-card.ts'
import { countsByPerson } from '../../domain/reviews/due-listed.ts'
import { isInPost, type Person } from '../../domain/staff.ts'
import { myPdu } from '../my-team.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { oldestReading, readLastNight } from './read-last-night.ts'
import type { ReviewPart } from './show-reviews.ts'
import { holdCases } from './team-reviews.ts'

/** How many reviews are overdue under each line manager of a PDU, for its head: numbers and nobody's cases. */
export async function showPduReviews(part: ReviewPart, turn: Turn, desk: Desk): Promise<Reply> {
  const today = turn.today.toString()
  if (turn.person.grade !== 'HoPDU' || !isInPost(turn.person, today)) {
    return refuse(turn, 'reviews', 'Only the head of a PDU can see the numbers of all of its teams.')
  }
  const people = (await myPdu(turn, desk)).filter(
    (person) => holdCases.includes(person.grade) && isInPost(person, today) && person.managerStaffCode !== undefined,
  )
  if (people.length === 0) {
    return { message: { text: 'The staff list has nobody in your PDU who holds cases. The administrator can add it.' } }
  }
  const read = await readLastNight(people, part.kind, turn, desk)
  const readAt = oldestReading(read.readAt)
  if (readAt === undefined) {
    return {
      message: {
        text: 'The cases of your PDU have not been read yet: it is done every night, and the first time within minutes.',
      },
    }
  }
  const counts = countsByPerson(read.listed)
  const byManager = Map.groupBy(people, ({ managerStaffCode }) => managerStaffCode)
  const codes = [...byManager.keys()].flatMap((code) => code ?? [])
  const managers = new Map((await desk.staff.byStaffCodes(codes)).map((person) => [person.staffCode, person]))
  const sumOf = (team: readonly Person[], of: 'overdue' | 'dueSoon') =>
    team.reduce((sum, { staffCode }) => sum + (counts.get(staffCode)?.[of] ?? 0), 0)
  const teams = codes
    .map((code): TeamReviewCounts => {
      const team = byManager.get(code) ?? []
      return {
        manager: { staffCode: code, name: managers.get(code)?.name ?? code },
        people: team.length,
        overdue: sumOf(team, 'overdue'),
        dueSoon: sumOf(team, 'dueSoon'),
        notRead: team.filter(({ staffCode }) => !read.readAt.has(staffCode)).length,
      }
    })
    .toSorted(
      (one, other) => other.overdue - one.overdue || one.manager.name.localeCompare(other.manager.name, 'en-GB'),
    )
  const view = { teams, page: part.page }
  const notes = managersShown(view)
    .filter(({ manager }) => manager.staffCode !== turn.person.staffCode)
    .map(({ manager }) => noteOf(turn, 'record.viewed', { subject: manager.staffCode, detail: 'review-counts' }))
  const message = pduReviewsCard({ ...view, readAt, unchecked: read.unchecked, kind: part.kind })
  return { message, notes }
}
