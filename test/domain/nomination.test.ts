import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import type { CaseView } from '../../domain/case-view.ts'
import { type Nomination, standingNomination, whyNotNominated } from '../../domain/nomination.ts'
import { anOpenCase, crnOf } from '../support/case-draws.ts'
import { aSession, at, manager, practitioner, sessionId } from '../support/records.ts'

describe('A case that somebody wants to nominate', () => {
  const cases: [what: string, view: CaseView, why: string | undefined][] = [
    ['their own', anOpenCase(1), undefined],
    ['their own, allocated today', anOpenCase(1, { allocatedOn: Temporal.PlainDate.from('2026-11-22') }), undefined],
    ['their own, in custody', anOpenCase(1, { inCustody: true }), undefined],
    ['their own, of limited access that they may see', anOpenCase(1, { limitedAccess: true }), undefined],
    ['somebody else’s', anOpenCase(1, { heldBy: manager }), 'not-held'],
    ['one that nobody holds yet', anOpenCase(1, { heldBy: 'nobody' }), 'not-held'],
    ['somebody else’s that has ended', anOpenCase(1, { heldBy: manager, ended: true }), 'not-held'],
    ['one whose holder is not known', anOpenCase(1, { heldBy: undefined }), 'not-answered'],
    ['their own that has ended', anOpenCase(1, { ended: true }), 'ended'],
    ['their own of which nobody knows whether it has ended', anOpenCase(1, { ended: undefined }), 'not-answered'],
    ['one they may not see', { sight: 'restricted' }, 'restricted'],
    ['a number that is no case', { sight: 'unknown', why: 'no-such-case' }, 'not-held'],
    ['one that could not be checked', { sight: 'unknown', why: 'not-answered' }, 'not-answered'],
  ]
  for (const [what, view, why] of cases) {
    it(`${what}: ${why ?? 'can be nominated'}`, () => assert.equal(whyNotNominated(view, practitioner), why))
  }
})

describe('The nomination that stands', () => {
  const nomination = (number: number, minutes: number): Nomination => ({
    practitioner,
    crn: crnOf(number),
    nominatedAt: at(minutes),
  })
  const saqua = { ...aSession(1), kinds: ['saqua' as const], loggedAt: at(60) }
  it('is the newest one', () => {
    assert.deepEqual(standingNomination([nomination(2, 10), nomination(1, 0)], []), nomination(2, 10))
    assert.equal(standingNomination([], []), undefined)
  })
  it('is none once a SAQUA was recorded after it', () => {
    assert.equal(standingNomination([nomination(1, 0)], [saqua]), undefined)
  })
  for (const [what, session] of [
    ['recorded before it', { ...saqua, loggedAt: at(-1) }],
    ['put right by another entry', { ...saqua, correctedBy: sessionId(2) }],
    ['of another kind', { ...saqua, kinds: ['rcat' as const] }],
    ['of somebody else', { ...saqua, practitioner: manager }],
  ] as const) {
    it(`stands in spite of a session ${what}`, () => {
      assert.deepEqual(standingNomination([nomination(1, 0)], [session]), nomination(1, 0))
    })
  }
})
