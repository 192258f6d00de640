import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Fact, known, notKnown } from '../../../domain/allocation/fact.ts'
import { isOpen } from '../../../domain/reviews/review.ts'
import type { ContactMeaning, ReviewFacts } from '../../../domain/reviews/review-facts.ts'
import { reviewsOf } from '../../../domain/reviews/reviews-of.ts'
import { anyDay } from '../../support/days.ts'
import { reviewDayOn } from '../../support/review-facts.ts'

const ours = 'manage-supervision'
const anyFact = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Fact<T>> =>
  fc.oneof(
    { weight: 5, arbitrary: value.map((one) => known(one, ours)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('none', 'not-answered', 'not-understood').map((why) => notKnown(ours, why as 'none')),
    },
  )
const dayOrNone = fc.oneof(anyDay, fc.constant('none' as const))
const anyContact = fc.record({
  is: fc.constantFrom<ContactMeaning>(
    'police-asked',
    'police-answered',
    'safeguarding-asked',
    'safeguarding-answered',
    'significant-event',
    'unpaid-work',
    'management-oversight',
  ),
  on: anyDay,
  attended: fc.boolean(),
})
const anyEntry = fc.record(
  {
    name: fc.constantFrom('A', 'B', 'C'),
    code: fc.constantFrom('RCPR' as const, 'ADVP' as const),
    nextReviewOn: anyDay,
    endedOn: anyDay,
  },
  { requiredKeys: ['name', 'code'] },
)
const anyFacts: fc.Arbitrary<ReviewFacts> = fc.record({
  lastAssessedOn: anyFact(dayOrNone),
  sentencedOn: anyFact(anyDay),
  releasedOn: anyFact(dayOrNone),
  registrations: anyFact(fc.array(anyEntry, { maxLength: 4 })),
  failuresToComply: anyFact(
    fc.oneof(fc.constant('fewer-than-two' as const), fc.array(anyDay, { minLength: 2, maxLength: 5 })),
  ),
  breachStarted: anyFact(fc.boolean()),
  unpaidWork: anyFact(
    fc.oneof(fc.constant('none' as const), fc.record({ completed: fc.boolean() }, { requiredKeys: [] })),
  ),
  contacts: anyFact(fc.array(anyContact, { maxLength: 8 })),
  allocatedOn: anyFact(dayOrNone),
})
const plain = (value: unknown) => JSON.stringify(value)

describe('Reviews of any case', () => {
  it('come in the same order with the same words, whatever the order of the facts', () => {
    const reversed = <T>(fact: Fact<readonly T[]>) => (fact.known ? { ...fact, value: fact.value.toReversed() } : fact)
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, today) => {
        const { failuresToComply: failures } = facts
        const other: ReviewFacts = {
          ...facts,
          registrations: reversed(facts.registrations),
          contacts: reversed(facts.contacts),
          failuresToComply:
            failures.known && failures.value !== 'fewer-than-two'
              ? { ...failures, value: failures.value.toReversed() }
              : failures,
        }
        const day = reviewDayOn(today.toString())
        assert.equal(plain(reviewsOf(other, day)), plain(reviewsOf(facts, day)))
      }),
    )
  })

  it('stay overdue on every later day, and what is done stays done', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, fc.integer({ min: 1, max: 800 }), (facts, today, days) => {
        const before = reviewsOf(facts, reviewDayOn(today.toString()))
        const after = reviewsOf(facts, reviewDayOn(today.add({ days }).toString()))
        const stands = (state: string) => before.filter((one) => one.state === state)
        for (const { kind, dueOn } of stands('overdue')) {
          const now = after.find((one) => one.kind === kind && plain(one.dueOn) === plain(dueOn))
          assert.equal(now?.state, 'overdue', `${kind} by ${dueOn}`)
        }
        for (const { kind, reason } of stands('done'))
          assert.ok(after.some((one) => one.kind === kind && one.state === 'done' && one.reason === reason))
      }),
    )
  })

  it('have something to say of each kind, and of one kind no last day twice', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, today) => {
        const reviews = reviewsOf(facts, reviewDayOn(today.toString()))
        assert.equal(new Set(reviews.map(({ kind }) => kind)).size, 7)
        const open = reviews.filter(isOpen).map(({ kind, dueOn }) => `${kind} ${dueOn}`)
        assert.equal(new Set(open).size, open.length)
        for (const { state, dueOn } of reviews)
          if (state === 'done' || state === 'cannot-tell') assert.equal(dueOn, undefined)
      }),
    )
  })

  it('are never made better by a fact that is missing: what was overdue is overdue still, or cannot be told', () => {
    fc.assert(
      fc.property(
        anyFacts,
        anyDay,
        fc.constantFrom<keyof ReviewFacts>(
          'lastAssessedOn',
          'sentencedOn',
          'releasedOn',
          'registrations',
          'failuresToComply',
          'breachStarted',
          'unpaidWork',
          'contacts',
          'allocatedOn',
        ),
        (facts, today, name) => {
          const day = reviewDayOn(today.toString())
          const without = reviewsOf({ ...facts, [name]: notKnown(ours, 'not-answered') }, day)
          for (const { kind, state } of reviewsOf(facts, day)) {
            if (state !== 'overdue') continue
            const states = without.filter((one) => one.kind === kind).map((one) => one.state)
            assert.ok(states.includes('overdue') || states.includes('cannot-tell'), `${kind} without ${name}`)
          }
        },
      ),
    )
  })
})
