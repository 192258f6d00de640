import assert from 'node:assert/strict'
import { within } from '../../../backend/hmpps/deadline.ts'

const never = new Promise<string>(() => undefined)

describe('A deadline', () => {
  it('gives what comes in time, and else the other', async () => {
    const answers = await within(30, async (deadline) => [
      await deadline.race(Promise.resolve('in time'), 'late'),
      await deadline.race(Promise.reject(new Error('broken')), 'failed'),
      await deadline.race(never, 'late'),
    ])
    assert.deepEqual(answers, ['in time', 'failed', 'late'])
  })

  it('leaves a second source half of the time', async () => {
    await within(200, async (deadline) => {
      assert.equal(await deadline.half().race(never, 'late'), 'late')
      assert.ok(!deadline.signal.aborted)
      assert.ok(deadline.left() > 0)
      assert.equal(await deadline.race(Promise.resolve('second'), 'late'), 'second')
    })
  })

  it('is over for everything under it when the answer is there', async () => {
    const signals = await within(10_000, async (deadline) => [deadline.signal, deadline.half().half().signal])
    assert.ok(signals.every(({ aborted }) => aborted))
  })

  it('leaves no time to ask for anything once it is over', async () => {
    await within(5, async (deadline) => {
      await deadline.race(never, 'late')
      assert.equal(deadline.left(), 0)
      assert.ok(deadline.half().signal.aborted)
      assert.equal(await deadline.half().race(never, 'late'), 'late')
    })
  })
})
