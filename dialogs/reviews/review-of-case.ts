import type { AuditNote } from '../../domain/audit.ts'
import type { Crn } from '../../domain/ids.ts'
import type { ReviewAnswer } from '../../domain/reviews/review-answer.ts'
import type { CaseForReview } from '../../domain/reviews/review-facts.ts'
import type { Person } from '../../domain/staff.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { viewerOf } from '../viewer-of.ts'
import { casesReviewed } from './cases-reviewed.ts'
import { mayNotSeeReviews, notAnswered } from './show-reviews.ts'

/** A case that whoever asks may see, with what was said of its reviews. */
export type CaseReviewed = {
  subject: Person
  own: boolean
  one: Extract<CaseForReview, { sight: 'open' }>
  answers: readonly ReviewAnswer[]
  notes: AuditNote[]
}

const notFound =
  'I find no case with that number among those you may see. Please check the number; it may also be with another team or region.'
const notChecked: Reply = {
  message: {
    text: 'It could not be found out whether you may see that case, so nothing of it is shown. Please try again in a few minutes.',
  },
}

/** Who holds a case, if whoever asks may see its reviews; else what they are told. */
export async function holderInSight(crn: Crn, turn: Turn, desk: Desk): Promise<Person | { reply: Reply }> {
  const viewer = viewerOf(turn)
  const [sight] = await desk.cases.sights([crn], viewer)
  if (sight?.sight === 'restricted') return { reply: refuse(turn, 'reviews', 'Access is restricted.') }
  if (sight?.sight !== 'open') return { reply: notChecked }
  const holder = await desk.cases.holderOf(crn, viewer)
  if (!holder.known) return { reply: holder.why === 'none' ? { message: { text: notFound } } : notChecked }
  const person = holder.value === 'nobody' ? undefined : await desk.staff.byStaffCode(holder.value.staffCode)
  if (person === undefined) return { reply: { message: { text: notFound } } }
  // Whether there is such a case with somebody else is nobody's to try out.
  const refused = mayNotSeeReviews(person, turn)
  return refused === undefined ? person : { reply: { ...refused, message: { text: notFound } } }
}

/** A case of somebody's, read now, if whoever asks may see it; else what they are told. */
export async function caseReviewed(
  subject: Person | undefined,
  crn: Crn,
  turn: Turn,
  desk: Desk,
): Promise<CaseReviewed | { reply: Reply }> {
  if (subject === undefined) return { reply: refuse(turn, 'reviews', 'That person is not on the staff list.') }
  const refused = mayNotSeeReviews(subject, turn)
  if (refused !== undefined) return { reply: refused }
  const read = await casesReviewed(subject.staffCode, [crn], viewerOf(turn), turn.today, desk)
  if (read === 'not-answered') return { reply: notAnswered }
  const [one] = read.cases
  if (one === undefined) return { reply: { message: { text: notFound } } }
  if (one.sight === 'restricted') return { reply: refuse(turn, 'reviews', 'Access is restricted.') }
  if (one.sight === 'not-answered') return { reply: notChecked }
  const own = subject.staffCode === turn.person.staffCode
  return {
    subject,
    own,
    one,
    answers: read.answers,
    notes: own ? [] : [noteOf(turn, 'record.viewed', { subject: subject.staffCode, detail: 'reviews' })],
  }
}
