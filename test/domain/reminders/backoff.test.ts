import assert from 'node:assert/strict'
import fc from 'fast-check'
import { defaultSendingPolicy } from '../../../config/sending.ts'
import type { Delivery } from '../../../domain/ports.ts'
import { afterDelivery, mayBeSent, pauseAfter } from '../../../domain/reminders/backoff.ts'
import { morning, plain } from '../../support/records.ts'

const retry = { firstSeconds: 30, mostSeconds: 600, attempts: 5 }
const place = { serviceUrl: 'https://smba.example.org/', conversationId: 'a:1', messageId: '7' }
const again = (seconds: number) => morning.add({ seconds })

describe('The pause before another attempt', () => {
  for (const [attempts, random, seconds] of [
    [1, 1, 30],
    [1, 0, 15],
    [2, 1, 60],
    [3, 1, 120],
    [3, 0.5, 90],
    [6, 1, 600],
    [20, 1, 600],
    [20, 0, 300],
    [1000, 1, 600],
  ] as const) {
    it(`after ${attempts} attempts, with chance at ${random}, is ${seconds} seconds`, () => {
      assert.equal(pauseAfter(attempts, random, retry), seconds)
    })
  }

  it('is at least a second, at most the longest, and never shorter after more attempts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempts, random) => {
        const pause = pauseAfter(attempts, random, defaultSendingPolicy.retry)
        assert.ok(pause >= 1 && pause <= defaultSendingPolicy.retry.mostSeconds)
        assert.ok(pauseAfter(attempts + 1, random, defaultSendingPolicy.retry) >= pause)
      }),
    )
  })
})

describe('What a delivery leads to', () => {
  const table: [string, Delivery, { attempts: number; unknowns: number }, object][] = [
    ['delivered', { outcome: 'delivered', place }, { attempts: 1, unknowns: 0 }, { outcome: 'delivered', place }],
    [
      'delivered, and Teams gave no id',
      { outcome: 'delivered', place: { ...place, messageId: '' } },
      { attempts: 1, unknowns: 0 },
      { outcome: 'delivered' },
    ],
    [
      'not installed: it waits for the person',
      { outcome: 'not-installed' },
      { attempts: 1, unknowns: 0 },
      { outcome: 'not-installed' },
    ],
    ['blocked: it waits for the person', { outcome: 'blocked' }, { attempts: 4, unknowns: 1 }, { outcome: 'blocked' }],
    ['too big: nothing would change', { outcome: 'too-big' }, { attempts: 1, unknowns: 0 }, { outcome: 'too-big' }],
    [
      'throttled: when Teams says',
      { outcome: 'throttled', retryAfterSeconds: 7 },
      { attempts: 1, unknowns: 0 },
      { outcome: 'throttled', again: again(7) },
    ],
    [
      'throttled, for a part of a second',
      { outcome: 'throttled', retryAfterSeconds: 0.2 },
      { attempts: 1, unknowns: 0 },
      { outcome: 'throttled', again: again(1) },
    ],
    [
      'throttled, and Teams says no time',
      { outcome: 'throttled' },
      { attempts: 2, unknowns: 0 },
      { outcome: 'throttled', again: again(60) },
    ],
    [
      'throttled after the last attempt: it was none',
      { outcome: 'throttled', retryAfterSeconds: 7 },
      { attempts: 5, unknowns: 1 },
      { outcome: 'throttled', again: again(7) },
    ],
    [
      'failed: after a pause',
      { outcome: 'failed' },
      { attempts: 1, unknowns: 0 },
      { outcome: 'failed', again: again(30) },
    ],
    [
      'failed for the fourth time of five',
      { outcome: 'failed' },
      { attempts: 4, unknowns: 0 },
      { outcome: 'failed', again: again(240) },
    ],
    ['failed for the last time', { outcome: 'failed' }, { attempts: 5, unknowns: 0 }, { outcome: 'failed' }],
    [
      'failed, after nobody knew once: the second copy did not go out',
      { outcome: 'failed' },
      { attempts: 2, unknowns: 1 },
      { outcome: 'failed', again: again(60) },
    ],
    [
      'nobody knows: once more',
      { outcome: 'unknown' },
      { attempts: 1, unknowns: 0 },
      { outcome: 'unknown', again: again(30) },
    ],
    ['nobody knows for the second time', { outcome: 'unknown' }, { attempts: 2, unknowns: 1 }, { outcome: 'unknown' }],
    ['nobody knows at the last attempt', { outcome: 'unknown' }, { attempts: 5, unknowns: 0 }, { outcome: 'unknown' }],
  ]
  for (const [what, delivery, tries, expected] of table) {
    it(`${what}`, () => {
      assert.deepEqual(plain(afterDelivery(delivery, tries, morning, 1, retry)), plain(expected))
    })
  }
})

describe('An entry that was taken in hand', () => {
  for (const [attempts, unknowns, may] of [
    [1, 0, true],
    [5, 0, true],
    [6, 0, false],
    [2, 1, true],
    [2, 2, false],
  ] as const) {
    it(`for the ${attempts}. time, ${unknowns} of which nobody knows the end, ${may ? 'may' : 'may not'} be sent`, () => {
      assert.equal(mayBeSent({ attempts, unknowns }, retry), may)
    })
  }
})
