import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Budget, farthestAheadMs, slotLength, takeSlots } from '../../../domain/reminders/send-budget.ts'
import { morning } from '../../support/records.ts'

const second = 1_000_000_000

describe('The slots of a budget', () => {
  it('keep every second within the limit, wherever in its slot each request is made', () => {
    const offsets = fc.array(fc.double({ min: 0, max: 0.999999, noNaN: true }), { minLength: 200, maxLength: 200 })
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), offsets, (limit, list) => {
        const slot = slotLength(limit)
        const times = list.map((offset, number) => slot * (number + offset))
        for (const first of times) {
          assert.ok(times.filter((at) => at >= first && at < first + second).length <= limit)
        }
      }),
    )
    // As near to each other as a second allows: the first at the end of its slot, the last at the beginning.
    const slot = slotLength(40)
    const near = Array.from({ length: 200 }, (_, number) => slot * number + (number === 0 ? slot - 1 : 0))
    assert.equal(near.filter((at) => at >= (near[0] ?? 0) && at < (near[0] ?? 0) + second).length, 40)
  })

  it('follow each other without a gap or an overlap, none in the past and none too far ahead', () => {
    const asks = fc.array(fc.record({ after: fc.nat(800), most: fc.integer({ min: 1, max: 50 }) }), { minLength: 1 })
    fc.assert(
      fc.property(asks, (list) => {
        const slot = slotLength(40)
        let now = morning
        let budget: Budget = { nextAt: morning }
        let end = morning
        for (const { after, most } of list) {
          now = now.add({ milliseconds: after })
          const taken = takeSlots(budget, now, most, slot)
          const { from, count } = taken.slots
          budget = taken.budget
          assert.ok(count <= most)
          if (count === 0) continue
          assert.ok(from.since(end).sign >= 0 && from.since(now).sign >= 0)
          end = from.add({ nanoseconds: slot * count })
          assert.ok(end.since(now).total('milliseconds') <= farthestAheadMs)
        }
      }),
    )
  })
})
