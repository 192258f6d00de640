import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { AuditNote } from '../audit.ts'
import type { Crn, ReviewAnswerId, StaffCode } from '../ids.ts'
import type { Notice } from '../ports.ts'
import type { ReviewId } from './review.ts'

/** What can be said of a review that falls due. */
export const ReviewSaid = z.enum(['done', 'booked', 'not-needed', 'not-mine'])
export type ReviewSaid = z.infer<typeof ReviewSaid>

/** The most characters of a reason. */
export const reviewReasonCharacters = 500

/** What somebody said of one review of a case. It is not edited: the last one counts. */
export type ReviewAnswer = {
  id: ReviewAnswerId
  crn: Crn
  review: ReviewId
  /** The last day the review had then: with another, its facts have changed and the answer is over. */
  dueOn: Temporal.PlainDate
  /** Who held the case. */
  practitioner: StaffCode
  by: StaffCode
  at: Temporal.Instant
  said: ReviewSaid
  /** The day it was done, or is booked for. */
  on?: Temporal.PlainDate
  /** Why it is not needed, or not theirs. */
  reason?: string
}

/** What was said of reviews. */
export type ReviewAnswers = {
  /** Keeps an answer with its audit note, and the notices that go with it. The same id again changes nothing. */
  keep(answer: ReviewAnswer, note: AuditNote, notices: readonly Notice[]): Promise<'kept' | 'already'>
  byId(id: ReviewAnswerId): Promise<ReviewAnswer | undefined>
  /** What was said of the reviews of these cases, the newest first. */
  ofCases(crns: readonly Crn[]): Promise<ReviewAnswer[]>
}

/** What stands in the way of an answer, as a sentence; undefined where nothing does. */
export function problemWithAnswer(
  { said, on, reason }: Pick<ReviewAnswer, 'said' | 'on' | 'reason'>,
  today: Temporal.PlainDate,
): string | undefined {
  if (said === 'done') {
    if (on === undefined) return 'Please give the day it was done.'
    if (Temporal.PlainDate.compare(on, today) > 0)
      return 'The day it was done is still to come. Is it booked for that day?'
  }
  if (said === 'booked') {
    if (on === undefined) return 'Please give the day it is booked for.'
    if (Temporal.PlainDate.compare(on, today) < 0) return 'The day it is booked for has passed. Was it done that day?'
  }
  if (said === 'not-needed' && (reason ?? '').trim().length < 3) return 'Please say why it is not needed.'
  if ((reason ?? '').length > reviewReasonCharacters)
    return `Please keep the reason to ${reviewReasonCharacters} characters.`
  return undefined
}
