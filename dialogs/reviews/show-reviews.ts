import { reviewsCard } from '../../cards/reviews/reviews-card.ts'
import { maySeeCaseload } from '../../domain/allocation/allocation-rights.ts'
import type { ReviewId } from '../../domain/reviews/review.ts'
import { isUnanswered, reviewsListed } from '../../domain/reviews/reviews-listed.ts'
import type { Person } from '../../domain/staff.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'
import { casesReviewed, reviewDay } from './cases-reviewed.ts'

/** Which reviews are asked for: of one kind or of all, or the enquiries to chase; and which page of them. */
export type ReviewPart = { kind?: ReviewId | undefined; chase: boolean; page: number }

export const notAnswered: Reply = {
  message: {
    text: 'The case services could not be asked, so I cannot say what is overdue. Please try again in a few minutes.',
  },
}

/** The reviews of one person's cases that are overdue or due soon, read now. */
export async function showReviews(subject: Person, part: ReviewPart, turn: Turn, desk: Desk): Promise<Reply> {
  const refused = mayNotSeeReviews(subject, turn)
  if (refused !== undefined) return refused
  const code = subject.staffCode
  const own = code === turn.person.staffCode
  const read = await casesReviewed(code, undefined, viewerOf(turn), turn.today, desk)
  if (read === 'not-answered') return notAnswered
  const kind = part.chase ? 'safeguarding' : part.kind
  const how = { kind, own, ...(part.chase ? { isListed: isUnanswered } : {}) }
  const listed = reviewsListed(read.cases, read.answers, reviewDay(turn.today, desk), how)
  return {
    message: reviewsCard({ subject, own, listed, ...part, kind, today: turn.today }),
    notes: own ? [] : [noteOf(turn, 'record.viewed', { subject: code, detail: 'reviews' })],
  }
}

/** The refusal for somebody whose reviews are none of the asker's; undefined where they may be seen. */
export function mayNotSeeReviews(subject: Person, turn: Turn): Reply | undefined {
  if (maySeeCaseload(turn.person, subject, turn.today.toString(), turn.covers)) return undefined
  const own = subject.staffCode === turn.person.staffCode
  return refuse(
    turn,
    'reviews',
    own
      ? 'Your role holds no cases here, so there are no reviews to show.'
      : 'You can see the reviews of your own cases and of people you manage, so I cannot show you those.',
    own ? {} : { subject: subject.staffCode },
  )
}
