import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { candidatesIn, whyNotDrawn } from '../../domain/case-draw.ts'
import type { CaseView, OpenCase } from '../../domain/case-view.ts'
import type { Crn } from '../../domain/ids.ts'
import { anOpenCase, crnOf } from '../support/case-draws.ts'
import { day } from '../support/days.ts'

const today = day('2026-11-22')
const drawnOn = (crn: Crn, instant: string) => ({ crn, drawnAt: Temporal.Instant.from(instant) })
const first = crnOf(1)

describe('A case for a draw', () => {
  const sides: [what: string, differences: Partial<OpenCase>, reason: string | undefined][] = [
    ['held for months, under supervision and open to everybody', {}, undefined],
    ['allocated 28 days ago', { allocatedOn: today.subtract({ days: 28 }) }, undefined],
    ['allocated 27 days ago', { allocatedOn: today.subtract({ days: 27 }) }, 'allocated-lately'],
    ['allocated today', { allocatedOn: today }, 'allocated-lately'],
    ['allocated in a fortnight', { allocatedOn: today.add({ days: 14 }) }, 'allocated-lately'],
    ['with contact suspended', { contactSuspended: true }, 'suspended'],
    ['in custody', { inCustody: true }, 'in-custody'],
    ['recalled', { recalled: true }, 'in-custody'],
    ['ended', { ended: true }, 'ended'],
    ['of limited access that the asker may see', { limitedAccess: true }, 'limited-access'],
    ['of limited access and ended', { limitedAccess: true, ended: true }, 'limited-access'],
    ['ended while in custody', { ended: true, inCustody: true }, 'ended'],
    ['allocated on a day nobody knows', { allocatedOn: undefined }, 'facts-missing'],
    ['of which nobody knows whether contact is suspended', { contactSuspended: undefined }, 'facts-missing'],
    ['of which nobody knows whether they are in custody', { inCustody: undefined }, 'facts-missing'],
    ['of which nobody knows whether they were recalled', { recalled: undefined }, 'facts-missing'],
    ['of which nobody knows whether it has ended', { ended: undefined }, 'facts-missing'],
    ['of which one thing is not known and another is against it', { ended: undefined, inCustody: true }, 'in-custody'],
  ]
  for (const [what, differences, reason] of sides) {
    it(`${what}: ${reason ?? 'can be drawn'}`, () => {
      assert.equal(whyNotDrawn(anOpenCase(1, differences), [], today), reason)
    })
  }

  it('that the asker may not see is left out, and so is one whose access could not be checked', () => {
    assert.equal(whyNotDrawn({ sight: 'restricted' }, [], today), 'limited-access')
    assert.equal(whyNotDrawn({ sight: 'unknown', why: 'not-answered' }, [], today), 'access-unchecked')
    assert.equal(whyNotDrawn({ sight: 'unknown', why: 'no-such-case' }, [], today), 'access-unchecked')
  })

  const before: [what: string, at: string, on: string, reason: string | undefined][] = [
    ['this morning', '2026-11-22T09:00:00Z', '2026-11-22', 'drawn-lately'],
    ['eleven months ago', '2025-12-22T09:00:00Z', '2026-11-22', 'drawn-lately'],
    ['twelve months ago to the day', '2025-11-22T09:00:00Z', '2026-11-22', 'drawn-lately'],
    ['twelve months and a day ago', '2025-11-21T09:00:00Z', '2026-11-22', undefined],
    ['on a leap day, to the last day of February', '2028-02-29T09:00:00Z', '2029-02-28', 'drawn-lately'],
    ['on a leap day, to the first of March', '2028-02-29T09:00:00Z', '2029-03-01', undefined],
    [
      'half an hour past midnight in London, the day before in UTC',
      '2025-07-09T23:30:00Z',
      '2026-07-10',
      'drawn-lately',
    ],
  ]
  for (const [what, at, on, reason] of before) {
    it(`drawn ${what}: ${reason ?? 'can be drawn again'}`, () => {
      assert.equal(whyNotDrawn(anOpenCase(1), [drawnOn(first, at)], day(on)), reason)
      assert.equal(whyNotDrawn(anOpenCase(2), [drawnOn(first, at)], day(on)), undefined, 'only the case that was drawn')
    })
  }
})

describe('What a draw is made from', () => {
  it('counts each case once, by the reason that counts first, in alphabetical order', () => {
    const caseload = [
      anOpenCase(4),
      anOpenCase(2, { ended: true, inCustody: true }),
      anOpenCase(3, { inCustody: true }),
      anOpenCase(5, { ended: true }),
      anOpenCase(1),
    ]
    assert.deepEqual(candidatesIn(caseload, [], today), {
      eligible: [crnOf(1), crnOf(4)],
      leftOut: { ended: 2, 'in-custody': 1 },
      accessUnchecked: false,
    })
  })

  it('holds what is against either entry of a case that stands there twice against the case', () => {
    const twice = [anOpenCase(1), anOpenCase(1, { contactSuspended: true }), anOpenCase(1, { ended: true })]
    const expected = { eligible: [], leftOut: { ended: 1 }, accessUnchecked: false }
    assert.deepEqual(candidatesIn(twice, [], today), expected)
    assert.deepEqual(candidatesIn([...twice].reverse(), [], today), expected)
  })

  it('says that access could not be checked, and not for how many', () => {
    const unchecked: CaseView = { sight: 'unknown', why: 'not-answered' }
    const one = candidatesIn([anOpenCase(1), unchecked], [], today)
    assert.deepEqual(one, { eligible: [first], leftOut: {}, accessUnchecked: true })
    assert.deepEqual(candidatesIn([unchecked, anOpenCase(1), unchecked], [], today), one)
  })

  it('is the same with and without limited-access cases, so that nothing tells that there is one', () => {
    fc.assert(
      fc.property(aCaseload, fc.array(limitedCase), fc.infiniteStream(fc.nat()), (open, limited, places) => {
        const mixed = [...open]
        for (const view of limited) mixed.splice((places.next().value ?? 0) % (mixed.length + 1), 0, view)
        assert.deepEqual(candidatesIn(mixed, [], today), candidatesIn(open, [], today))
      }),
    )
  })

  it('does not depend on the order of the caseload', () => {
    fc.assert(
      fc.property(shuffledTwice(aCaseload), ([one, other]) => {
        assert.deepEqual(candidatesIn(one, [], today), candidatesIn(other, [], today))
      }),
    )
  })
})

const openCase = fc
  .record({
    number: fc.nat(40),
    ended: fc.boolean(),
    inCustody: fc.option(fc.boolean(), { nil: undefined }),
    contactSuspended: fc.boolean(),
    daysHeld: fc.integer({ min: 20, max: 40 }),
  })
  .map(({ number, daysHeld, ...facts }): CaseView => {
    return anOpenCase(number, { ...facts, allocatedOn: today.subtract({ days: daysHeld }) })
  })
const aCaseload = fc.array(openCase, { maxLength: 40 })
const limitedCase: fc.Arbitrary<CaseView> = fc.oneof(
  fc.constant<CaseView>({ sight: 'restricted' }),
  fc.integer({ min: 100, max: 140 }).map((number) => anOpenCase(number, { limitedAccess: true })),
)
function shuffledTwice<T>(list: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> {
  const whole = (all: T[]) => fc.shuffledSubarray(all, { minLength: all.length })
  return list.chain((all) => fc.tuple(whole(all), whole(all)))
}
