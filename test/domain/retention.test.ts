import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { defaultRetentionPolicy } from '../../config/retention.ts'
import { countsInWords, keptUntil, limitsAt, mayHold, RetentionPolicy } from '../../domain/retention.ts'
import { admin, aisha, gwen, priya } from '../support/people.ts'

const { compare, from } = Temporal.PlainDate

describe('How long things are kept', () => {
  const limits: { now: string; days: string; views: string; leftBefore: string }[] = [
    {
      now: '2026-11-22T02:00:00Z',
      days: '2026-08-24T02:00:00Z',
      views: '2025-11-22T02:00:00Z',
      leftBefore: '2020-11-22',
    },
    // The clock changes in between: months are those of the calendar, so it is two in the morning in London both times.
    {
      now: '2026-04-01T01:00:00Z',
      days: '2026-01-01T01:00:00Z',
      views: '2025-04-01T01:00:00Z',
      leftBefore: '2020-04-01',
    },
    // The day after 28 February, six years after a leap year.
    {
      now: '2030-03-01T02:00:00Z',
      days: '2029-12-01T02:00:00Z',
      views: '2029-03-01T02:00:00Z',
      leftBefore: '2024-03-01',
    },
    {
      now: '2030-02-28T02:00:00Z',
      days: '2029-11-30T02:00:00Z',
      views: '2029-02-28T02:00:00Z',
      leftBefore: '2024-02-28',
    },
    {
      now: '2028-02-29T02:00:00Z',
      days: '2027-12-01T02:00:00Z',
      views: '2027-02-28T02:00:00Z',
      leftBefore: '2022-03-01',
    },
    // Just after midnight in London in summer, when it is still the day before elsewhere.
    {
      now: '2026-07-01T23:30:00Z',
      days: '2026-04-02T23:30:00Z',
      views: '2025-07-01T23:30:00Z',
      leftBefore: '2020-07-02',
    },
  ]
  for (const { now, days, views, leftBefore } of limits) {
    it(`is counted back from ${now}`, () => {
      const found = limitsAt(Temporal.Instant.from(now), defaultRetentionPolicy)
      assert.deepEqual([found.drafts, found.handled, found.views, found.leftBefore].map(String), [
        days,
        days,
        views,
        leftBefore,
      ])
    })
  }

  it('is six years after the last day in post, to the day, whatever the calendar', () => {
    const day = fc.integer({ min: 0, max: 20_000 }).map((days) => from('1990-01-01').add({ days }))
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: 1, max: 20 }),
        (endedOn, near, sessionYears) => {
          const policy = { ...defaultRetentionPolicy, sessionYears }
          const today = keptUntil(endedOn, policy).add({ days: near })
          const { leftBefore } = limitsAt(today.toZonedDateTime('Europe/London').toInstant(), policy)
          assert.equal(compare(endedOn, leftBefore) < 0, near > 0)
        },
      ),
    )
  })

  it('can be set by policy within sense, and not to nothing', () => {
    for (const wrong of [
      { sessionYears: 0 },
      { draftDays: 1 },
      { handledDays: 0 },
      { viewMonths: 1.5 },
      { other: 1 },
    ]) {
      assert.equal(RetentionPolicy.safeParse({ ...defaultRetentionPolicy, ...wrong }).success, false)
    }
    assert.ok(RetentionPolicy.safeParse({ ...defaultRetentionPolicy, sessionYears: 10 }).success)
  })

  it('is stopped by an administrator and by nobody else', () => {
    assert.deepEqual([admin, aisha, priya, gwen].map(mayHold), [true, false, false, false])
  })

  it('is told to the audit trail as numbers', () => {
    assert.equal(countsInWords({}), 'nothing')
    assert.equal(countsInWords({ sessions: 2, answered: 14, views: 0 }), 'answered=14 sessions=2')
  })
})
