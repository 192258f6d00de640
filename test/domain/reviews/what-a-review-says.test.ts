import assert from 'node:assert/strict'
import { known } from '../../../domain/allocation/fact.ts'
import { reviewsOf } from '../../../domain/reviews/reviews-of.ts'
import { day } from '../../support/days.ts'
import { contacts, days, inShort, reviewDayOn, reviewFactsOf } from '../../support/review-facts.ts'

describe('Reviews of a case', () => {
  it('say what they rest on, who says so, and that it is unconfirmed unless a service gives the day', () => {
    const planTargetOn = known(day('2026-11-30'), 'manage-supervision')
    const facts = reviewFactsOf({
      lastAssessedOn: known('none', 'risk-and-needs'),
      registrations: known([{ name: 'High RoSH', nextReviewOn: day('2026-11-20') }], 'manage-supervision'),
      planTargetOn,
    })
    for (const { kind, reason, fact, authority, confirmed } of reviewsOf(facts, reviewDayOn('2026-11-20'))) {
      assert.ok(reason.endsWith('.') && fact.words.length > 3 && authority.length > 3, kind)
      assert.equal(confirmed, kind === 'register' || kind === 'isp', kind)
    }
  })

  it('take codes of significant events from the policy', () => {
    const { policy, ...rest } = reviewDayOn('2026-11-21')
    const facts = reviewFactsOf({ contacts: contacts({ code: 'c053', on: day('2026-11-06') }) })
    const reviews = reviewsOf(facts, { ...rest, policy: { ...policy, significantEventCodes: ['C053'] } })
    assert.equal(inShort(reviews, 'oasys'), 'overdue by 2026-11-20, not-due by 2027-10-01')
  })

  it('give the day for the evidence with the day for the pack', () => {
    const facts = reviewFactsOf({ failuresToComply: days('2026-10-01', '2026-11-06') })
    const [review] = reviewsOf(facts, reviewDayOn('2026-11-20'))
    assert.match(review?.reason ?? '', /the second on 6 November 2026.*Evidence is due by 13 November 2026/)
  })
})
