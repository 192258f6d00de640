import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type SendLimiter, sendLimiter } from '../../bot/send-limiter.ts'
import { type Budget, holdBudget, type SendLimits, takeSlots } from '../../domain/reminders/send-budget.ts'
import { type FakeTime, fakeTime } from '../support/fake-time.ts'
import { morning } from '../support/records.ts'

const policy = {
  requestsPerSecond: 25,
  share: 80,
  perChat: [
    { messages: 7, seconds: 1 },
    { messages: 8, seconds: 2 },
  ],
}
const kept = 20

/** The budget as the store keeps it, without one; `calls` is how often it was asked. */
function sharedBudget(): SendLimits & { calls: () => number } {
  const budgets = new Map<string, Budget>()
  let calls = 0
  return {
    calls: () => calls,
    async take(tenant, now, most, slot) {
      calls += 1
      const { slots, budget } = takeSlots(budgets.get(tenant) ?? { nextAt: now }, now, most, slot)
      budgets.set(tenant, budget)
      return slots
    },
    async hold(tenant, until, now) {
      budgets.set(tenant, holdBudget(budgets.get(tenant) ?? { nextAt: now }, until))
    },
  }
}

/** The most that fell into any stretch of so many milliseconds, its end not included. */
function mostWithin(times: readonly number[], milliseconds: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.max(
    0,
    ...sorted.map((first, index) => sorted.slice(index).filter((at) => at < first + milliseconds).length),
  )
}

function instances(count: number): { time: FakeTime; budget: ReturnType<typeof sharedBudget>; all: SendLimiter[] } {
  const time = fakeTime()
  const budget = sharedBudget()
  const all = Array.from({ length: count }, () =>
    sendLimiter({ limits: budget, policy, now: time.now, wait: time.wait }),
  )
  return { time, budget, all }
}

describe('The limits of Teams', () => {
  it('are kept in every second and in every chat, over several instances, whenever who wants to send', async () => {
    const wishes = fc.array(
      fc.record({ after: fc.integer({ min: 0, max: 3000 }), instance: fc.nat(2), chat: fc.nat(11) }),
      { minLength: 1, maxLength: 120 },
    )
    await fc.assert(
      fc.asyncProperty(wishes, async (list) => {
        const { time, all } = instances(3)
        const sent: { at: number; chat: string }[] = []
        await time.until(
          Promise.all(
            list.map(async ({ after, instance, chat }) => {
              await time.wait(after)
              // One chat is served by one instance: that is what a claim of the outbox sees to.
              const name = `${instance}/${chat}`
              assert.equal(await all[instance]?.take('tenant', name), 'go')
              sent.push({ at: time.passed(), chat: name })
            }),
          ),
        )
        assert.equal(sent.length, list.length)
        assert.ok(
          mostWithin(
            sent.map(({ at }) => at),
            1000,
          ) <= kept,
        )
        for (const inChat of Map.groupBy(sent, ({ chat }) => chat).values()) {
          const times = inChat.map(({ at }) => at)
          assert.ok(mostWithin(times, 1000) <= 7)
          assert.ok(mostWithin(times, 2000) <= 8)
        }
      }),
      { numRuns: 40 },
    )
  }).timeout(60_000)

  it('are used to the full where enough is to be sent, with a query for many requests', async () => {
    const { time, budget, all } = instances(2)
    const takes = Array.from({ length: 1000 }, (_, number) => all[number % 2]?.take('tenant', `chat ${number}`))
    await time.until(Promise.all(takes))
    assert.ok(time.passed() <= 1.06 * (1000 / kept) * 1000, `It took ${time.passed()} ms.`)
    assert.ok(budget.calls() < 200, `The store was asked ${budget.calls()} times.`)
  })

  it('are those of each tenant by itself', async () => {
    const { time, all } = instances(1)
    const takes = Array.from({ length: 40 }, (_, number) => all[0]?.take(`tenant ${number % 2}`, `chat ${number}`))
    await time.until(Promise.all(takes))
    assert.ok(time.passed() <= 1100)
  })

  it('let a chat have no more than its share, and hold up no other with it', async () => {
    const { time, all } = instances(1)
    const [limiter] = all
    const times: number[] = []
    const talkative = Array.from({ length: 20 }, async () => {
      await limiter?.take('tenant', 'talkative')
      times.push(time.passed())
    })
    await time.until(Promise.resolve(limiter?.take('tenant', 'quiet')))
    assert.ok(time.passed() < 1000)
    await time.until(Promise.all(talkative))
    assert.equal(mostWithin(times, 1000), 7)
    assert.equal(mostWithin(times, 2000), 8)
    assert.ok(time.passed() < 6000)
  })

  it('are kept also where the service wakes up late, and what was missed is not made up for at once', async () => {
    const late = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 20, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(late, async (delays) => {
        const time = fakeTime()
        let waits = 0
        const wait = (ms: number) => time.wait(ms + (delays[waits++ % delays.length] ?? 0))
        const limiter = sendLimiter({ limits: sharedBudget(), policy, now: time.now, wait })
        const sent: number[] = []
        const takes = Array.from({ length: 60 }, async (_, number) => {
          await limiter.take('tenant', `chat ${number}`)
          sent.push(time.passed())
        })
        await time.until(Promise.all(takes))
        assert.ok(mostWithin(sent, 1000) <= kept)
      }),
      { numRuns: 30 },
    )
  }).timeout(60_000)

  it('when Teams asks for a short silence, hold everybody until it is over: at once here, elsewhere within a second', async () => {
    const { time, all } = instances(2)
    const sent: { at: number; instance: number }[] = []
    const takes = Array.from({ length: 200 }, async (_, number) => {
      const instance = number % 2
      assert.equal(await all[instance]?.take('tenant', `chat ${number}`), 'go')
      sent.push({ at: time.passed(), instance })
    })
    const silence = time.wait(2000).then(() => all[0]?.hold('tenant', 3))
    await time.until(Promise.all([...takes, silence]))
    const within = (from: number, to: number) => sent.filter(({ at }) => at > from && at < to)
    assert.ok(within(0, 2000).length > 30)
    assert.deepEqual(
      within(2000, 5000).filter(({ instance }) => instance === 0),
      [],
    )
    assert.deepEqual(within(3000, 5000), [])
    assert.ok(
      mostWithin(
        sent.map(({ at }) => at),
        1000,
      ) <= kept,
    )
  })

  it('when Teams asks for a long silence, say until when, so that nobody waits with something in hand', async () => {
    const { time, all } = instances(2)
    await all[0]?.hold('tenant', 300)
    for (const limiter of all) {
      assert.equal(String(await time.until(limiter.take('tenant', 'chat'))), String(morning.add({ seconds: 300 })))
    }
    assert.equal(await time.until(Promise.resolve(all[1]?.take('other tenant', 'chat'))), 'go')
  })

  it('let nobody wait when the service stops', async () => {
    const { time, all } = instances(1)
    const [limiter] = all
    const takes = Array.from({ length: 50 }, (_, number) => limiter?.take('tenant', `chat ${number}`))
    const stopped = time.wait(500).then(() => limiter?.stop())
    const turns = await time.until(Promise.all(takes))
    await stopped
    assert.ok(turns.filter((turn) => turn === 'stopping').length > 30)
    assert.equal(await limiter?.take('tenant', 'chat'), 'stopping')
  })

  it('let nobody wait for ever who comes right when the last one was served', async () => {
    const { time, all } = instances(1)
    const [limiter] = all
    for (let microtasks = 0; microtasks < 12; microtasks++) {
      const second = limiter?.take('tenant', `first ${microtasks}`).then(async () => {
        for (let count = 0; count < microtasks; count++) await undefined
        return limiter?.take('tenant', `second ${microtasks}`)
      })
      assert.equal(await time.until(Promise.resolve(second)), 'go')
    }
  })

  it('say that the store could not be asked, and go on when it can', async () => {
    const time = fakeTime()
    const budget = sharedBudget()
    let broken = true
    const limits: SendLimits = {
      ...budget,
      take: (...asked) => (broken ? Promise.reject(new Error('gone')) : budget.take(...asked)),
    }
    const limiter = sendLimiter({ limits, policy, now: time.now, wait: time.wait })
    await assert.rejects(time.until(Promise.all([limiter.take('tenant', 'a'), limiter.take('tenant', 'b')])), /gone/)
    broken = false
    assert.equal(await time.until(limiter.take('tenant', 'a')), 'go')
  })
})
