import { Temporal } from 'temporal-polyfill'
import { maySeeCaseload } from '../../domain/allocation/allocation-rights.ts'
import type { ReviewSaid } from '../../domain/reviews/review-answer.ts'
import { isOfManagingGrade } from '../../domain/rights.ts'
import type { Person } from '../../domain/staff.ts'
import { meantOf } from '../people-meant.ts'
import type { Desk, Reply, Turn } from '../turn.ts'
import type { Reading } from '../understand/understand.ts'
import { daysFound } from '../understand/when.ts'
import { answerInWords, type SaidOfReview } from './answer-review.ts'
import { showPduReviews } from './pdu-reviews.ts'
import { caseReviewsInWords } from './show-case-reviews.ts'
import { type ReviewPart, showReviews } from './show-reviews.ts'
import { showTeamReviews } from './team-reviews.ts'

/**
 * "Overdue reviews", "OASys due for Tom", "reviews of X320741", "chase list"; and what became of one: "OASys for X320741
 * done on Friday". Somebody who manages people and names nobody asks about those people.
 */
export async function reviewsInWords(text: string, reading: Reading, turn: Turn, desk: Desk): Promise<Reply> {
  const { entities, people, unknownName } = reading
  const { crn, crns, review } = entities
  if (crns !== undefined)
    return { message: { text: 'Please name one case at a time. For all of yours, say “my overdue reviews”.' } }
  if (crn !== undefined) {
    const said = saidIn(text, turn)
    if (said === undefined) return caseReviewsInWords(crn, turn, desk, review)
    return review === undefined
      ? { message: { text: `Which review? Please say it like this: “OASys for ${crn} done on Friday”.` } }
      : answerInWords(crn, review, said, turn, desk)
  }
  const part: ReviewPart = {
    kind: review,
    chase: /\bchas(?:e|ing)\b|\bwaiting\b|\bunanswered\b|\banswered\b/i.test(text),
    page: Number(/\bpage\s+([1-9]\d{0,2})\b/i.exec(text)?.[1] ?? 1),
  }
  const isOfTeam = /\bteams?\b|\bpdu\b/i.test(text)
  const may = (person: Person) => maySeeCaseload(turn.person, person, turn.today.toString(), turn.covers)
  const meant = entities.practitioner === 'me' ? undefined : meantOf(people, unknownName, may)
  if (meant !== undefined && 'says' in meant) return { message: { text: meant.says } }
  if (meant !== undefined) {
    return isOfTeam && isOfManagingGrade(meant.person)
      ? showTeamReviews(meant.person, ofTeam(part), turn, desk)
      : showReviews(meant.person, part, turn, desk)
  }
  if (turn.person.grade === 'HoPDU') return showPduReviews(ofTeam(part), turn, desk)
  if (isOfManagingGrade(turn.person)) return showTeamReviews(turn.person, ofTeam(part), turn, desk)
  return showReviews(turn.person, part, turn, desk)
}

/** What was read at night does not tell what was asked from what was not, so a team's chase list is all its enquiries. */
function ofTeam(part: ReviewPart): ReviewPart {
  return part.chase ? { ...part, kind: 'safeguarding' } : part
}

const outcomes: readonly (readonly [RegExp, ReviewSaid])[] = [
  [/\bnot (?:needed|required)\b|\bunnecessary\b/i, 'not-needed'],
  [/\bnot (?:mine|my (?:case|job))\b/i, 'not-mine'],
  [/\b(?:booked|planned)\b/i, 'booked'],
  [/\b(?:done|completed?|finished)\b/i, 'done'],
]

/** What is said of a review, with its day or its reason; undefined where it is asked about. */
function saidIn(text: string, { today }: Turn): SaidOfReview | undefined {
  if (/\?\s*$|^\s*(?:is|was|has|when|what|which|are|did)\b/i.test(text)) return undefined
  const found = outcomes.flatMap(([words, said]) => {
    const match = words.exec(text)
    return match === null ? [] : [{ said, after: text.slice(match.index + match[0].length), at: match.index }]
  })
  const [first] = found.toSorted((one, other) => one.at - other.at)
  if (first === undefined) return undefined
  const { said, after } = first
  if (said === 'done' || said === 'booked') {
    const [day] = daysFound(after, today, said === 'done' ? 'past' : 'future')
    return { said, ...(day !== undefined && 'day' in day.value ? { on: Temporal.PlainDate.from(day.value.day) } : {}) }
  }
  const reason = after.replace(/^[\s:;,.–-]*(?:because|as|since|for)?\b[\s:,]*/i, '').trim()
  return reason === '' ? { said } : { said, reason }
}
