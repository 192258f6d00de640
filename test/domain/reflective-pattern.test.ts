import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import {
  answersIn,
  closedQuarters,
  countsOf,
  fewestAnswers,
  type ReflectiveCounts,
  reflectiveQuarters,
  type SaidOfSession,
  withoutSmallFigures,
} from '../../domain/reflective-pattern.ts'
import { day } from '../support/days.ts'
import { practitioner, sessionId } from '../support/records.ts'

const said = (heldOn: string, rating?: 'yes' | 'partly' | 'no'): SaidOfSession => ({
  session: sessionId(1),
  practitioner,
  heldOn: day(heldOn),
  ...(rating === undefined ? {} : { reflection: { rating } }),
})
const counts = (yes: number, partly: number, no: number, unanswered = 0): ReflectiveCounts => ({
  yes,
  partly,
  no,
  unanswered,
})

describe('How reflective the sessions of a year were', () => {
  it('is counted by the quarter a session was held in, up to the quarter of today', () => {
    const year = { from: day('2026-04-01') }
    const all = [said('2026-04-01', 'yes'), said('2026-06-30', 'no'), said('2026-07-01', 'partly'), said('2026-11-20')]
    const quarters = reflectiveQuarters(all, year, day('2026-11-22'))
    assert.deepEqual(
      quarters.map(({ from, to, counts }) => [from.toString(), to.toString(), counts]),
      [
        ['2026-04-01', '2026-06-30', counts(1, 0, 1)],
        ['2026-07-01', '2026-09-30', counts(0, 1, 0)],
        ['2026-10-01', '2026-12-31', counts(0, 0, 0, 1)],
      ],
    )
    assert.deepEqual(countsOf(all), counts(1, 1, 1, 1))
  })
})

describe('The figures of a PDU', () => {
  const tables: [string, ReflectiveCounts[], unknown][] = [
    ['five of each are shown', [counts(5, 5, 5)], [[15, true]]],
    ['four of one hide the ratings and leave the number of answers', [counts(9, 5, 4)], [[18, false]]],
    ['four answers in all are not shown', [counts(4, 0, 0)], [[undefined, false]]],
    ['sessions nobody answered for make up nothing', [counts(2, 2, 0, 40)], [[undefined, false]]],
  ]
  for (const [what, quarters, expected] of tables) {
    it(what, () => {
      const shown = withoutSmallFigures(quarters)
      assert.deepEqual(
        shown.map(({ answers, ratings }) => [answers, ratings !== undefined]),
        expected,
      )
    })
  }

  const anyCounts = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12), fc.nat(3)).map((all) => counts(...all))
  const isLarge = (figure: number) => figure >= fewestAnswers

  it('never are small', () => {
    fc.assert(
      fc.property(fc.array(anyCounts, { minLength: 1, maxLength: 4 }), (quarters) => {
        for (const { answers, ratings } of withoutSmallFigures(quarters)) {
          assert.ok(answers === undefined ? ratings === undefined : isLarge(answers))
          for (const figure of Object.values(ratings ?? {})) assert.ok(isLarge(figure))
        }
      }),
    )
  })

  it('do not change any more once a quarter is over, whatever is answered afterwards', () => {
    const year = { from: day('2026-04-01') }
    const before = ['04-01', '05-02', '05-03', '06-04', '06-30'].map((date) => ({
      ...said(`2026-${date}`, 'yes'),
      saidAt: Temporal.Instant.from('2026-06-30T22:59:59Z'),
    }))
    const late = { ...said('2026-06-12', 'no'), saidAt: Temporal.Instant.from('2026-06-30T23:00:00Z') }
    const open = { ...said('2026-07-01', 'no'), saidAt: Temporal.Instant.from('2026-07-01T12:00:00Z') }
    const shown = (all: SaidOfSession[], today: string) => closedQuarters(all, year, day(today))
    assert.deepEqual(shown(before, '2026-06-30'), [])
    assert.deepEqual(
      shown([...before, late, open], '2026-07-01').map(({ to, counts }) => [to.toString(), counts]),
      [['2026-06-30', counts(5, 0, 0, 1)]],
    )
  })

  it('are true where they are shown', () => {
    fc.assert(
      fc.property(fc.array(anyCounts, { minLength: 1, maxLength: 4 }), (quarters) => {
        const shown = withoutSmallFigures(quarters)
        for (const [index, { answers, ratings }] of shown.entries()) {
          const real = quarters[index] ?? counts(0, 0, 0)
          if (answers !== undefined) assert.equal(answers, answersIn(real))
          if (ratings !== undefined) assert.deepEqual(ratings, { yes: real.yes, partly: real.partly, no: real.no })
        }
      }),
    )
  })
})
