import assert from 'node:assert/strict'
import type { Outcome, RuleId } from '../../domain/allocation/check.ts'
import type { WeighingDay } from '../../domain/allocation/weighing-day.ts'
import { type About, checkBy, onToday } from './allocation-facts.ts'

/** What is so, what a rule then comes to, and on another day than 22 November 2026 where that is what it is about. */
export type RuleRow = readonly [what: string, about: About, outcome: Outcome, on?: WeighingDay]

/** A test for each row; every check that is not suitable says why, what it rests on and what would make it better. */
export function itDecides(rule: RuleId, rows: readonly RuleRow[]): void {
  describe(rule, () => {
    for (const [what, about, outcome, on = onToday] of rows) {
      it(`is ${outcome}: ${what}`, () => {
        const check = checkBy(rule, about, on)
        assert.equal(check.outcome, outcome)
        assert.ok(check.reason.endsWith('.') && check.facts.length > 0)
        assert.equal(check.change !== undefined, outcome !== 'suitable')
      })
    }
  })
}
