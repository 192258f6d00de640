import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import type { RecordedSession } from '../../domain/supervision.ts'
import { mayWithdraw } from '../../domain/withdrawal.ts'
import { aisha, priya } from '../support/people.ts'
import { aSession, sessionId } from '../support/records.ts'

const at = (text: string) => Temporal.Instant.from(text)
const loggedAt = (text: string, rest: Partial<RecordedSession> = {}): RecordedSession => ({
  ...aSession(1, { practitioner: aisha.staffCode, supervisor: priya.staffCode, loggedBy: priya.staffCode }),
  loggedAt: at(text),
  ...rest,
})

describe('Withdrawing a session', () => {
  const moments: [string, string, string, string][] = [
    ['at once', '2026-11-20T15:00:00Z', '2026-11-20T15:00:00Z', 'freely'],
    ['a second before midnight', '2026-11-20T15:00:00Z', '2026-11-20T23:59:59Z', 'freely'],
    ['at midnight', '2026-11-20T15:00:00Z', '2026-11-21T00:00:00Z', 'with-reason'],
    ['in summer, before midnight in London', '2026-07-10T15:00:00Z', '2026-07-10T22:59:59Z', 'freely'],
    ['in summer, at midnight in London', '2026-07-10T15:00:00Z', '2026-07-10T23:00:00Z', 'with-reason'],
    ['in summer, logged just after midnight in London', '2026-07-09T23:00:00Z', '2026-07-10T22:00:00Z', 'freely'],
    ['on the day the clocks go back, 24 hours after', '2026-10-24T23:30:00Z', '2026-10-25T23:30:00Z', 'freely'],
    ['a year later', '2025-11-20T15:00:00Z', '2026-11-20T15:00:00Z', 'with-reason'],
  ]
  for (const [when, logged, now, may] of moments) {
    it(`${when}: ${may}`, () => assert.equal(mayWithdraw(loggedAt(logged), priya.staffCode, at(now)), may))
  }

  const now = at('2026-11-20T16:00:00Z')
  const never: [string, Partial<RecordedSession>, typeof aisha][] = [
    ['by the one who did not log it', {}, aisha],
    ['once it was corrected', { correctedBy: sessionId(2) }, priya],
    ['once it was withdrawn', { withdrawn: { by: priya.staffCode, at: now } }, priya],
  ]
  for (const [when, rest, person] of never) {
    it(`is not for anybody ${when}`, () => {
      assert.equal(mayWithdraw(loggedAt('2026-11-20T15:00:00Z', rest), person.staffCode, now), 'no')
    })
  }

  it('of an entry from earlier records needs a reason, also on the day it was brought in', () => {
    const imported = loggedAt('2026-11-20T15:00:00Z', { imported: true })
    assert.equal(mayWithdraw(imported, priya.staffCode, now), 'with-reason')
  })
})
