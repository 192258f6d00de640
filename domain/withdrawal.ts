import type { Temporal } from 'temporal-polyfill'
import type { StaffCode } from './ids.ts'
import { type RecordedSession, stands } from './supervision.ts'

/** The most characters a reason may have. */
export const reasonCharacters = 1000

/**
 * Whether somebody may withdraw a session now: `freely`, without a reason, until midnight in London of the day it was
 * logged; `with-reason` from then on; `no` for everybody but its logger, and once it was corrected or withdrawn.
 */
export function mayWithdraw(
  session: RecordedSession,
  person: StaffCode,
  now: Temporal.Instant,
): 'freely' | 'with-reason' | 'no' {
  if (session.loggedBy !== person || !stands(session)) return 'no'
  const sameDay = localDay(session.loggedAt).equals(localDay(now))
  return sameDay && session.imported !== true ? 'freely' : 'with-reason'
}

function localDay(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO('Europe/London').toPlainDate()
}
