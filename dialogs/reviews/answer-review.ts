import type { Temporal } from 'temporal-polyfill'
import { Day, inputReader, Words } from '../../cards/read-input.ts'
import { reviewAnsweredCard } from '../../cards/reviews/review-answered-card.ts'
import { type Crn, type IsoDate, ReviewAnswerId } from '../../domain/ids.ts'
import type { Notice } from '../../domain/ports.ts'
import { isQuiet, lastSaidOf } from '../../domain/reviews/quiet-review.ts'
import { isOpen, type OpenReview, type ReviewId } from '../../domain/reviews/review.ts'
import { problemWithAnswer, type ReviewAnswer, type ReviewSaid } from '../../domain/reviews/review-answer.ts'
import { reviewsOf } from '../../domain/reviews/reviews-of.ts'
import type { Person } from '../../domain/staff.ts'
import { myManagers } from '../my-team.ts'
import { type Desk, noteOf, type Reply, refuse, type Turn } from '../turn.ts'
import { reviewDay } from './cases-reviewed.ts'
import { type CaseReviewed, caseReviewed, holderInSight } from './review-of-case.ts'
import { caseReviewsReply, openReview, reviewForm } from './show-case-reviews.ts'

/** What somebody says of a review. */
export type SaidOfReview = { said: ReviewSaid; on?: Temporal.PlainDate; reason?: string }

/** A press on the form of a review. The same press again has one effect and gets the same answer. */
export async function answerPressed(
  person: Person | undefined,
  pressed: { crn: Crn; kind: ReviewId; due: IsoDate; said: ReviewSaid; answer: ReviewAnswerId },
  data: Record<string, unknown>,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const found = await caseReviewed(person, pressed.crn, turn, desk)
  if ('reply' in found) return found.reply
  const kept = await desk.reviewAnswers.byId(pressed.answer)
  if (kept !== undefined) {
    return kept.by === turn.person.staffCode && kept.crn === pressed.crn
      ? { message: reviewAnsweredCard(kept), final: true }
      : refuse(turn, 'review-answer', 'That was answered already.', { thing: pressed.answer })
  }
  const review = openReview(found, pressed, turn, desk)
  if (review === undefined) return caseReviewsReply(found, turn, desk)
  const problems: string[] = []
  const read = inputReader<'on' | 'reason'>(data, (_id, says) => problems.push(says))
  const on = read('on', Day, 'I could not read the day. Please choose it again.')
  const reason = read('reason', Words, 'I could not read the reason. Please type it again.')
  // A day is for what was done or is booked, a reason for what is not to be done.
  const takesDay = pressed.said === 'done' || pressed.said === 'booked'
  const said: SaidOfReview = {
    said: pressed.said,
    ...(takesDay && on !== undefined ? { on } : {}),
    ...(!takesDay && reason !== undefined ? { reason } : {}),
  }
  const problem = problems[0] ?? problemWithAnswer(said, turn.today)
  const typed = { ...(on && { on: on.toString() }), ...(reason && { reason }) }
  if (problem !== undefined) return reviewForm(found, review, turn, desk, { problems: [problem], typed })
  return keepAnswer(found, review, said, pressed.answer, turn, desk)
}

/** "OASys for X320741 done on Friday": said of the review of that kind that falls due first. */
export async function answerInWords(
  crn: Crn,
  kind: ReviewId,
  said: SaidOfReview,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  const holder = await holderInSight(crn, turn, desk)
  if ('reply' in holder) return holder.reply
  const found = await caseReviewed(holder, crn, turn, desk)
  if ('reply' in found) return found.reply
  const review = firstOpen(found, kind, turn, desk)
  if (review === undefined) {
    const reply = caseReviewsReply(found, turn, desk, kind)
    return {
      ...reply,
      message: { text: `Nothing is due there, so I kept nothing. To see why, say “reviews of ${crn}”.` },
    }
  }
  const given: SaidOfReview = said.said === 'done' && said.on === undefined ? { ...said, on: turn.today } : said
  const problem = problemWithAnswer(given, turn.today)
  if (problem !== undefined) {
    const typed = { ...(given.on && { on: given.on.toString() }), ...(given.reason && { reason: given.reason }) }
    return reviewForm(found, review, turn, desk, { problems: [problem], typed })
  }
  return keepAnswer(found, review, given, ReviewAnswerId.parse(desk.mint()), turn, desk)
}

function firstOpen(
  { one, own, answers }: CaseReviewed,
  kind: ReviewId,
  turn: Turn,
  desk: Desk,
): OpenReview | undefined {
  if (one.leftOut !== undefined) return undefined
  const said = lastSaidOf(answers)
  const open = reviewsOf(one.facts, reviewDay(turn.today, desk)).filter(isOpen)
  const ofKind = open.filter((review) => review.kind === kind)
  return ofKind.find((review) => !isQuiet(said({ ...one, ...review }), turn.today, own)) ?? ofKind[0]
}

async function keepAnswer(
  { subject, own, one, notes }: CaseReviewed,
  review: OpenReview,
  said: SaidOfReview,
  id: ReviewAnswerId,
  turn: Turn,
  desk: Desk,
): Promise<Reply> {
  if (said.said === 'not-mine' && !own) {
    const says = 'Only whoever holds the case can say that a review of it is not theirs. Nothing was kept.'
    return refuse(turn, 'review-answer', says, { subject: subject.staffCode })
  }
  const answer: ReviewAnswer = {
    id,
    crn: one.crn,
    review: review.kind,
    dueOn: review.dueOn,
    practitioner: subject.staffCode,
    by: turn.person.staffCode,
    at: turn.now,
    ...said,
  }
  const managers = said.said === 'not-mine' ? await myManagers(turn, desk) : []
  const notices = managers.map(
    ({ staffCode: to }): Notice => ({ id: `review-not-mine:${id}:${to}`, to, about: id, what: 'review-not-mine' }),
  )
  const detail = `${review.kind} ${said.said}`
  const note = noteOf(turn, 'review.answered', { subject: subject.staffCode, thing: id, detail })
  await desk.reviewAnswers.keep(answer, note, notices)
  await Promise.all(notices.map((notice) => desk.reach(notice)))
  return { message: reviewAnsweredCard(answer), notes, final: true }
}
