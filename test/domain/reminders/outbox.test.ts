import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type OutboxWhat, outboxKey } from '../../../domain/reminders/outbox.ts'
import { manager, practitioner } from '../../support/records.ts'

describe('The key of an entry', () => {
  it('says who, what, which window and which step', () => {
    assert.equal(
      outboxKey(practitioner, 'window-closing', 'reflective 2026-10', '14'),
      'N03A002/window-closing/reflective%202026-10/14',
    )
  })

  it('is the same for the same four, and different for any others, whatever stands in them', () => {
    const parts = fc.tuple(
      fc.constantFrom(manager, practitioner),
      fc.constantFrom<OutboxWhat>('digest', 'window-closing', 'notice'),
      fc.string(),
      fc.string(),
    )
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        assert.equal(outboxKey(...one) === outboxKey(...other), JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })

  it('begins, for every step of a window, with the key of no step', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (window, step) => {
        const key = outboxKey(practitioner, 'digest', window, step)
        assert.ok(key.startsWith(outboxKey(practitioner, 'digest', window, '')))
      }),
    )
  })
})
