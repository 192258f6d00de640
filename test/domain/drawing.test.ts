import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { type CaseDraw, drawnFrom, mayPrepare, standingDraw } from '../../domain/case-draw.ts'
import { CoverId, Crn } from '../../domain/ids.ts'
import type { RecordedSession } from '../../domain/supervision.ts'
import { aCaseDraw, crnOf, drawId } from '../support/case-draws.ts'
import { day } from '../support/days.ts'
import { admin, aisha, aPerson, gwen, omar, priya, ruth, tom } from '../support/people.ts'
import { aSession, sessionId } from '../support/records.ts'

const today = day('2026-11-22')
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const first = crnOf(1)
const someCrns = fc.uniqueArray(
  fc.nat(5000).map((number) => crnOf(number)),
  { minLength: 1, maxLength: 40 },
)

describe('Drawing a case', () => {
  it('gives the same case for the same seed, whatever order the cases come in', () => {
    fc.assert(
      fc.property(shuffledTwice(someCrns), fc.string(), ([one, other], seed) => {
        assert.equal(drawnFrom(one, seed, sha256), drawnFrom(other, seed, sha256))
      }),
    )
  })

  it('gives an eligible case whenever there is one, and none when there is none', () => {
    assert.equal(drawnFrom([], 'any seed', sha256), undefined)
    fc.assert(
      fc.property(someCrns, fc.string(), (eligible, seed) => {
        assert.ok(eligible.includes(drawnFrom(eligible, seed, sha256) ?? crnOf(9999)))
      }),
    )
  })

  it('is not changed by taking away cases that were not drawn', () => {
    fc.assert(
      fc.property(someCrns, fc.string(), fc.nat(), (crns, seed, which) => {
        const drawn = drawnFrom(crns, seed, sha256)
        const fewer = crns.filter((crn, place) => crn === drawn || place !== which % crns.length)
        assert.equal(drawnFrom(fewer, seed, sha256), drawn)
      }),
    )
  })

  for (const cases of [2, 7, 30]) {
    it(`draws each of ${cases} cases about equally often`, () => {
      const crns = Array.from({ length: cases }, (_, number) => crnOf(number))
      const draws = cases * 300
      const times = new Map(crns.map((crn) => [crn, 0]))
      for (let seed = 0; seed < draws; seed++) {
        const crn = drawnFrom(crns, sha256(`seed ${seed}`).slice(0, 32), sha256) ?? first
        times.set(crn, (times.get(crn) ?? 0) + 1)
      }
      const expected = draws / cases
      const chiSquared = [...times.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
      const freedom = cases - 1
      // Six standard deviations above what chance gives on average. The seeds are fixed, so it never comes out otherwise.
      assert.ok(chiSquared < freedom + 6 * Math.sqrt(2 * freedom), `${chiSquared}`)
      assert.ok([...times.values()].every((count) => count > 0))
    })
  }

  it('is known: for this list and this seed it is this case', () => {
    const crns = ['X320741', 'X320742', 'X320743'].map((crn) => Crn.parse(crn))
    assert.equal(drawnFrom(crns, '0123abcd', sha256), 'X320742')
  })
})

describe('The draw that stands', () => {
  const windowFrom = day('2026-10-01')
  const draw = aCaseDraw(1, { drawnAt: Temporal.Instant.from('2026-11-02T10:00:00Z') })
  const held: RecordedSession = {
    ...aSession(9),
    practitioner: draw.practitioner,
    loggedBy: draw.drawnBy,
    kinds: ['rcat'],
    crns: [draw.crn],
    loggedAt: Temporal.Instant.from('2026-11-10T10:00:00Z'),
  }
  const cases: [what: string, draws: CaseDraw[], sessions: RecordedSession[], stands: CaseDraw | undefined][] = [
    ['the only one of the window', [draw], [], draw],
    ['none when none was made', [], [], undefined],
    ['none when it was for the other kind', [{ ...draw, kind: 'observation' }], [], undefined],
    [
      'none when it was made before the window',
      [{ ...draw, drawnAt: Temporal.Instant.from('2026-09-30T10:00:00Z') }],
      [],
      undefined,
    ],
    [
      'one made half an hour into the window in London',
      [{ ...draw, drawnAt: Temporal.Instant.from('2026-09-30T23:30:00Z') }],
      [],
      { ...draw, drawnAt: Temporal.Instant.from('2026-09-30T23:30:00Z') },
    ],
    ['none once a session of that kind was held about that case', [draw], [held], undefined],
    ['the same while the session was about another case', [draw], [{ ...held, crns: [crnOf(77)] }], draw],
    ['the same while the session was of another kind', [draw], [{ ...held, kinds: ['observation'] }], draw],
    [
      'the same when the session had been recorded before it',
      [draw],
      [{ ...held, loggedAt: Temporal.Instant.from('2026-11-01T10:00:00Z') }],
      draw,
    ],
  ]
  for (const [what, draws, sessions, stands] of cases) {
    it(`is ${what}`, () => assert.deepEqual(standingDraw(draws, 'rcat', windowFrom, sessions), stands))
  }
  it('is the same again when the session was replaced by one about another case', () => {
    const corrected = { ...held, correctedBy: sessionId(10) }
    assert.deepEqual(standingDraw([draw], 'rcat', windowFrom, [corrected]), draw)
  })
  it('is the newer one of two', () => {
    const again = aCaseDraw(2, { drawnAt: draw.drawnAt.add({ minutes: 1 }), instead: { of: drawId(1), because: 'x' } })
    assert.deepEqual(standingDraw([draw, again], 'rcat', windowFrom, []), again)
    assert.deepEqual(standingDraw([again, draw], 'rcat', windowFrom, []), again)
  })
})

describe('Who may draw a case for Aisha', () => {
  const officer = aPerson({ staffCode: 'N03Q001', name: 'Victor Owusu', grade: 'QDO' })
  const from = { from: today, to: today }
  const cover = { id: CoverId.parse(drawId(1)), manager: priya.staffCode, by: ruth.staffCode, ...from }
  const asked: [who: string, viewer: typeof priya, may: boolean, covers?: (typeof cover)[]][] = [
    ['her line manager', priya, true],
    ['another line manager', ruth, false],
    ['another line manager who covers for hers', ruth, true, [cover]],
    ['the quality officer of her PDU', officer, true],
    ['the quality officer of another PDU', { ...officer, pduCode: 'N03P2' }, false],
    ['a quality officer whose PDU is not known', { ...officer, pduCode: undefined }, false],
    ['her head of PDU, who is not her line manager', gwen, false],
    ['Aisha herself', aisha, false],
    ['a colleague', tom, false],
    ['somebody of another team', omar, false],
    ['an administrator', admin, false],
    ['an administrator whom the staff list has as her line manager', { ...priya, grade: 'ADMIN' }, false],
    ['her line manager after leaving', { ...priya, endedOn: '2026-11-21' as typeof priya.endedOn }, false],
  ]
  for (const [who, viewer, may, covers = []] of asked) {
    it(`${who}: ${may ? 'yes' : 'no'}`, () => {
      for (const kind of ['rcat', 'observation'] as const)
        assert.equal(mayPrepare(viewer, aisha, kind, { policy, today, covers }), may)
    })
  }
  it('nobody once Aisha has left, or when her grade has no such kind', () => {
    const context = { policy, today, covers: [] }
    assert.ok(!mayPrepare(priya, { ...aisha, endedOn: '2026-11-21' as typeof aisha.endedOn }, 'rcat', context))
    assert.ok(!mayPrepare(gwen, ruth, 'rcat', context))
  })
  it('only those whom the policy lets log that kind', () => {
    const kinds = policy.kinds.map((kind) => (kind.id === 'rcat' ? { ...kind, loggedBy: ['qdo' as const] } : kind))
    const context = { policy: { ...policy, kinds }, today, covers: [] }
    assert.ok(!mayPrepare(priya, aisha, 'rcat', context))
    assert.ok(mayPrepare(officer, aisha, 'rcat', context))
    assert.ok(mayPrepare(priya, aisha, 'observation', context))
  })
})

function shuffledTwice<T>(list: fc.Arbitrary<T[]>): fc.Arbitrary<[T[], T[]]> {
  const whole = (all: T[]) => fc.shuffledSubarray(all, { minLength: all.length })
  return list.chain((all) => fc.tuple(whole(all), whole(all)))
}
