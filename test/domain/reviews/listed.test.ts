import assert from 'node:assert/strict'
import { known } from '../../../domain/allocation/fact.ts'
import { ReviewAnswerId, StaffCode } from '../../../domain/ids.ts'
import { countsByPerson, dueListed } from '../../../domain/reviews/due-listed.ts'
import { withOwnAllocations } from '../../../domain/reviews/own-allocations.ts'
import { problemWithAnswer, type ReviewAnswer } from '../../../domain/reviews/review-answer.ts'
import { type CaseForReview, leftOutBecause } from '../../../domain/reviews/review-facts.ts'
import { type DueReview, dueToKeep } from '../../../domain/reviews/review-snapshot.ts'
import { isUnanswered, reviewsListed } from '../../../domain/reviews/reviews-listed.ts'
import { touchPointEntry } from '../../../domain/reviews/touch-point-entry.ts'
import { day } from '../../support/days.ts'
import { at, guid, manager, practitioner } from '../../support/records.ts'
import { caseAt, contacts, crnAt, entry, missing, reviewDayOn, reviewFactsOf } from '../../support/review-facts.ts'

const today = reviewDayOn('2026-11-20')
const assessed = (text: string) => ({
  lastAssessedOn: known(day(text), 'risk-and-needs' as const),
  sentencedOn: known(day('2025-08-01'), 'manage-supervision' as const),
})
const late = assessed('2025-10-01')
const lateBy = day('2026-10-01')
const said = (about: Partial<ReviewAnswer>): ReviewAnswer => ({
  id: ReviewAnswerId.parse(guid(1)),
  crn: crnAt(1),
  review: 'oasys',
  dueOn: lateBy,
  practitioner,
  by: practitioner,
  at: at(0),
  said: 'done',
  ...about,
})
const inWords = (cases: readonly CaseForReview[], answers: readonly ReviewAnswer[] = [], own = true) =>
  reviewsListed(cases, answers, today, { own }).reviews.map(
    ({ crn, review }) => `${crn} ${review.kind} ${review.dueOn}`,
  )

describe('The reviews of somebody’s cases', () => {
  it('are listed where they are overdue or due soon, the longest overdue first, in whatever order the cases come', () => {
    const cases = [caseAt(3, assessed('2025-12-01')), caseAt(1, late), caseAt(4), caseAt(2, assessed('2025-09-05'))]
    const wanted = [`${crnAt(2)} oasys 2026-09-05`, `${crnAt(1)} oasys 2026-10-01`, `${crnAt(3)} oasys 2026-12-01`]
    assert.deepEqual(inWords(cases), wanted)
    assert.deepEqual(inWords(cases.toReversed()), wanted)
    assert.deepEqual(inWords([...cases, ...cases]), wanted)
  })

  it('are one for each kind and case, with how many more fall due later', () => {
    const events = [entry('significant-event', '2026-10-05'), entry('significant-event', '2026-10-06')]
    const { reviews } = reviewsListed([caseAt(1, { contacts: contacts(...events) })], [], today, {
      own: true,
      kind: 'oasys',
    })
    assert.deepEqual(
      reviews.map(({ review, more }) => `${review.dueOn} and ${more} more`),
      ['2026-10-19 and 1 more'],
    )
  })

  it('count the cases left out and why, what cannot be told, and that access could not be checked', () => {
    const leftOut = (number: number, why: 'ended' | 'suspended'): CaseForReview => {
      return { sight: 'open', crn: crnAt(number), limitedAccess: false, leftOut: why }
    }
    const listed = reviewsListed(
      [
        leftOut(1, 'suspended'),
        leftOut(2, 'ended'),
        leftOut(3, 'suspended'),
        caseAt(4, { contacts: missing }),
        { sight: 'not-answered' },
      ],
      [],
      today,
      { own: true },
    )
    assert.deepEqual([listed.leftOut, listed.cannotTell, listed.unchecked], [{ ended: 1, suspended: 2 }, 2, true])
  })

  it('are the same with a case that may not be seen as without it', () => {
    const cases = [caseAt(1, late), caseAt(2)]
    const how = { own: false }
    assert.equal(
      JSON.stringify(reviewsListed([...cases, { sight: 'restricted' }], [], today, how)),
      JSON.stringify(reviewsListed(cases, [], today, how)),
    )
  })

  for (const [state, why] of [
    [{ ended: true, recalled: true, inCustody: true, contactSuspended: true }, 'ended'],
    [{ ended: false, recalled: true, inCustody: true }, 'recalled'],
    [{ inCustody: true, contactSuspended: true }, 'in-custody'],
    [{ contactSuspended: true }, 'suspended'],
    [{ ended: false, recalled: false, inCustody: false, contactSuspended: false }, undefined],
    [{}, undefined],
  ] as const) {
    it(`are ${why === undefined ? 'asked for' : `left out because it is ${why}`} with ${JSON.stringify(state)}`, () => {
      assert.equal(leftOutBecause(state), why)
    })
  }

  it('to chase are the enquiries that were asked and have no answer, due or not', () => {
    const asked = caseAt(1, { contacts: contacts(entry('police-asked', '2026-11-19')) })
    const notAsked = caseAt(2, { contacts: contacts() })
    const { reviews } = reviewsListed([asked, notAsked], [], today, {
      own: true,
      kind: 'safeguarding',
      isListed: isUnanswered,
    })
    assert.deepEqual(
      reviews.map(({ crn }) => crn),
      [crnAt(1)],
    )
  })
})

describe('A review that was answered', () => {
  const one = [caseAt(1, late)]
  const loud = [`${crnAt(1)} oasys 2026-10-01`]
  for (const [what, answer, own, manager] of [
    ['done', {}, [], []],
    ['not needed', { said: 'not-needed', reason: 'He died' }, [], []],
    ['booked for today', { said: 'booked', on: day('2026-11-20') }, [], []],
    ['booked for a day that has passed', { said: 'booked', on: day('2026-11-19') }, loud, loud],
    ['not theirs', { said: 'not-mine' }, [], loud],
    ['done, with another last day', { dueOn: day('2026-09-30') }, loud, loud],
    ['done, of another kind', { review: 'isp' }, loud, loud],
    ['done, of another case', { crn: crnAt(2) }, loud, loud],
  ] as const) {
    it(`as ${what} is ${own.length === 0 ? 'quiet' : 'still asked about'} to its holder, ${manager.length === 0 ? 'quiet' : 'still shown'} to their manager`, () => {
      assert.deepEqual(inWords(one, [said(answer)], true), own)
      assert.deepEqual(inWords(one, [said(answer)], false), manager)
    })
  }

  it('twice counts as it was answered last', () => {
    const first = said({ said: 'done' })
    const last = said({ said: 'booked', on: day('2026-11-01') })
    assert.deepEqual(inWords(one, [last, first]), loud)
    assert.deepEqual(inWords(one, [first, last]), [])
  })

  for (const [what, answer, problem] of [
    ['done without a day', { said: 'done' }, /give the day it was done/],
    ['done tomorrow', { said: 'done', on: day('2026-11-21') }, /still to come/],
    ['done today', { said: 'done', on: day('2026-11-20') }, undefined],
    ['booked without a day', { said: 'booked' }, /give the day it is booked for/],
    ['booked for yesterday', { said: 'booked', on: day('2026-11-19') }, /has passed/],
    ['booked for today', { said: 'booked', on: day('2026-11-20') }, undefined],
    ['not needed without a reason', { said: 'not-needed', reason: '  ' }, /say why/],
    ['not needed with one', { said: 'not-needed', reason: 'He died' }, undefined],
    ['not theirs without a reason', { said: 'not-mine' }, undefined],
    ['not theirs with too many words', { said: 'not-mine', reason: 'x'.repeat(501) }, /500 characters/],
  ] as const) {
    it(`${what} is ${problem === undefined ? 'taken' : 'asked about again'}`, () => {
      const says = problemWithAnswer(answer, today.today)
      if (problem === undefined) assert.equal(says, undefined)
      else assert.match(says ?? '', problem)
    })
  }
})

describe('What is kept of a night', () => {
  const due = (number: number, dueOn: string, review: DueReview['review'] = 'oasys'): DueReview => {
    return { practitioner, crn: crnAt(number), review, dueOn: day(dueOn) }
  }
  const kept = (cases: readonly CaseForReview[], before: readonly DueReview[]) =>
    dueToKeep(practitioner, cases, before, today).map(({ crn, review, dueOn }) => `${crn} ${review} ${dueOn}`)

  it('is every review with a day that is not done, and nothing of a case that is left out', () => {
    const out: CaseForReview = { sight: 'open', crn: crnAt(2), limitedAccess: false, leftOut: 'ended' }
    assert.deepEqual(kept([caseAt(1, late), out], [due(2, '2026-01-01')]), [`${crnAt(1)} oasys 2026-10-01`])
  })

  it('is what was there before of whatever could not be told this time', () => {
    const before = [due(1, '2026-08-01'), due(1, '2026-08-02', 'isp'), due(9, '2026-08-03')]
    const unknown = caseAt(1, { lastAssessedOn: missing })
    assert.deepEqual(kept([unknown], before), [`${crnAt(1)} oasys 2026-08-01`, `${crnAt(1)} isp 2026-08-02`])
    assert.deepEqual(kept([unknown, { sight: 'not-answered' }], before), [
      `${crnAt(1)} oasys 2026-08-01`,
      `${crnAt(1)} isp 2026-08-02`,
      `${crnAt(9)} oasys 2026-08-03`,
    ])
    assert.deepEqual(kept([caseAt(1)], before), [`${crnAt(1)} oasys 2027-10-01`])
  })

  it('is shown without what may not be seen, what is not due, and what was answered, one for each kind and case', () => {
    const all = [
      due(3, '2026-12-01'),
      due(1, '2026-10-01'),
      due(1, '2026-10-05'),
      due(2, '2026-01-01'),
      due(4, '2027-01-01'),
      due(5, '2026-02-01'),
    ]
    const seen = new Set([1, 3, 4, 5].map(crnAt))
    const answers = [said({ crn: crnAt(5), dueOn: day('2026-02-01') })]
    const listed = dueListed(all, answers, seen, today)
    assert.deepEqual(
      listed.map(({ crn, state, dueOn }) => `${crn} ${state} ${dueOn}`),
      [`${crnAt(1)} overdue 2026-10-01`, `${crnAt(3)} due-soon 2026-12-01`],
    )
    assert.deepEqual([...countsByPerson(listed)], [[practitioner, { overdue: 1, dueSoon: 1, cases: 2 }]])
  })
})

describe('A touch point', () => {
  const allocation = (about: object = {}) => ({
    crn: crnAt(1),
    decidedAt: at(0),
    touchPointOn: day('2026-12-05'),
    submission: 'submitted' as const,
    ...about,
  })
  const allocatedOn = (cases: readonly CaseForReview[]) =>
    cases.map((one) =>
      one.sight === 'open' && one.leftOut === undefined && one.facts.allocatedOn.known
        ? `${one.facts.allocatedOn.value} ${one.facts.touchPointOn ?? ''}`.trim()
        : '-',
    )
  const seen = { allocatedOn: known(day('2026-11-21'), 'workload' as const) }

  it('follows what was allocated here, unless the case services show a later allocation', () => {
    assert.deepEqual(allocatedOn(withOwnAllocations([caseAt(1), caseAt(2)], [allocation()])), [
      '2026-11-20 2026-12-05',
      'none',
    ])
    assert.deepEqual(allocatedOn(withOwnAllocations([caseAt(1, { allocatedOn: missing })], [allocation()])), [
      '2026-11-20 2026-12-05',
    ])
    assert.deepEqual(allocatedOn(withOwnAllocations([caseAt(1, seen)], [allocation()])), ['2026-11-21'])
    for (const submission of ['refused', 'not-submitted'] as const)
      assert.deepEqual(allocatedOn(withOwnAllocations([caseAt(1)], [allocation({ submission })])), ['none'])
  })

  it('has an entry to paste that names nobody and says what is known and what is not', () => {
    const facts = reviewFactsOf({ ...seen, contacts: contacts(entry('police-asked', '2026-11-06')) })
    const drafted = touchPointEntry(facts, day('2026-11-25'))
    assert.match(drafted, /allocation on 21 November 2026, held on 25 November 2026/)
    assert.match(drafted, /Enquiries: police requested on 6 November 2026 and not answered\./)
    assert.match(touchPointEntry({ ...facts, contacts: missing }, day('2026-11-25')), /enquiries is not known/)
    for (const code of [StaffCode.parse(manager), crnAt(1)]) assert.ok(!drafted.includes(code))
  })
})
