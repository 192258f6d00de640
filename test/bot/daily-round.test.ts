import assert from 'node:assert/strict'
import { pino } from 'pino'
import { Temporal } from 'temporal-polyfill'
import { dailyRound, everyOf, type RoundJob } from '../../bot/daily-round.ts'
import { isBankHoliday } from '../../config/bank-holidays.ts'
import { workingDaysWithout } from '../../domain/working-days.ts'

const time = (text: string) => Temporal.PlainTime.from(text)

/** A round whose clock and timer the test holds in its hand. */
function aRound(jobs: RoundJob[], start: string, claims = new Set<string>()) {
  let now = Temporal.Instant.from(start)
  let stopped = false
  let timer = { milliseconds: 0, tick: () => {} }
  let logged = ''
  const round = dailyRound({
    jobs,
    now: () => now,
    workingDays: workingDaysWithout(isBankHoliday),
    claim: async (key) => {
      if (claims.has(key)) return 'already'
      claims.add(key)
      return 'kept'
    },
    log: pino(
      { level: 'info' },
      {
        write: (line: string) => {
          logged += line
        },
      },
    ),
    every: (milliseconds, tick) => {
      timer = { milliseconds, tick }
      return () => {
        stopped = true
      }
    },
  })
  return {
    round,
    claims,
    log: () => logged,
    isStopped: () => stopped,
    timer: () => timer,
    async at(moment: string) {
      now = Temporal.Instant.from(moment)
      await round.tick()
    },
    /** Minute by minute from one moment up to another. */
    async minutes(from: string, to: string) {
      for (let at = Temporal.Instant.from(from); Temporal.Instant.compare(at, Temporal.Instant.from(to)) < 0; ) {
        now = at
        await round.tick()
        at = at.add({ minutes: 1 })
      }
    },
  }
}

function aJob(fields: Partial<RoundJob> = {}) {
  const runs: string[] = []
  const job: RoundJob = {
    name: 'a job',
    days: 'working',
    from: time('09:30'),
    until: time('18:00'),
    run: async ({ now }) => {
      runs.push(now.toString())
      return 'done'
    },
    ...fields,
  }
  return { job, runs }
}

describe('The daily round', () => {
  it('looks every minute, and does a job once on each working day from its time on', async () => {
    const { job, runs } = aJob()
    const held = aRound([job], '2026-11-23T00:00:00Z')
    assert.equal(held.timer().milliseconds, 60_000)
    // Friday, the weekend, Monday and Tuesday.
    await held.minutes('2026-11-20T09:00:00Z', '2026-11-24T20:00:00Z')
    assert.deepEqual(runs, ['2026-11-20T09:30:00Z', '2026-11-23T09:30:00Z', '2026-11-24T09:30:00Z'])
  })

  it('keeps to the clock on the wall in London, summer and winter', async () => {
    const { job, runs } = aJob()
    const held = aRound([job], '2026-10-23T00:00:00Z')
    await held.minutes('2026-10-23T07:00:00Z', '2026-10-23T12:00:00Z')
    await held.minutes('2026-10-26T07:00:00Z', '2026-10-26T12:00:00Z')
    assert.deepEqual(runs, ['2026-10-23T08:30:00Z', '2026-10-26T09:30:00Z'])
  })

  it('leaves out bank holidays, for a job of working days', async () => {
    const every = aJob({ days: 'every' })
    const working = aJob()
    const held = aRound([every.job, working.job], '2026-12-24T00:00:00Z')
    for (const day of ['24', '25', '26', '27', '28', '29']) await held.at(`2026-12-${day}T10:00:00Z`)
    assert.equal(every.runs.length, 6)
    assert.deepEqual(working.runs, ['2026-12-24T10:00:00Z', '2026-12-29T10:00:00Z'])
  })

  it('makes up for a time it missed while it is still day, and not after', async () => {
    const { job, runs } = aJob()
    await aRound([job], '2026-11-23T17:59:00Z').at('2026-11-23T17:59:00Z')
    await aRound([job], '2026-11-23T18:00:00Z').at('2026-11-23T18:00:00Z')
    await aRound([job], '2026-11-23T18:00:00Z').at('2026-11-24T09:29:00Z')
    assert.deepEqual(runs, ['2026-11-23T17:59:00Z'])
  })

  it('goes on page by page, a minute apart', async () => {
    const pages = ['more', 'more', 'done'] as const
    const { job, runs } = aJob({
      run: async ({ now }) => {
        runs.push(now.toString())
        return pages[runs.length - 1] ?? 'done'
      },
    })
    await aRound([job], '2026-11-23T09:00:00Z').minutes('2026-11-23T09:29:00Z', '2026-11-23T10:00:00Z')
    assert.deepEqual(runs, ['2026-11-23T09:30:00Z', '2026-11-23T09:31:00Z', '2026-11-23T09:32:00Z'])
  })

  it('never throws: a job that fails is logged without its words, tried again, and does not hold up the others', async () => {
    const second = aJob({ name: 'another' })
    const first = aJob({
      run: async () => {
        first.runs.push('failed')
        if (first.runs.length < 3) throw new Error('Aisha Khan could not be reached')
        return 'done'
      },
    })
    const held = aRound([first.job, second.job], '2026-11-23T09:30:00Z')
    await held.minutes('2026-11-23T09:30:00Z', '2026-11-23T09:40:00Z')
    assert.equal(first.runs.length, 3)
    assert.equal(second.runs.length, 1)
    assert.match(held.log(), /a job of the daily round failed/)
    assert.doesNotMatch(held.log(), /Aisha/)
  })

  it('does what is to be done once for all once, however many instances and restarts there are', async () => {
    const { job, runs } = aJob({ onceForAll: true })
    const claims = new Set<string>()
    const instances = [1, 2, 3].map(() => aRound([job], '2026-11-23T09:30:00Z', claims))
    await Promise.all(instances.map((one) => one.at('2026-11-23T09:30:00Z')))
    await aRound([job], '2026-11-23T12:00:00Z', claims).at('2026-11-23T12:00:00Z')
    await instances[0]?.at('2026-11-24T09:30:00Z')
    assert.deepEqual(runs, ['2026-11-23T09:30:00Z', '2026-11-24T09:30:00Z'])
  })

  it('does not begin again while it is going on, and when it stops waits for what is under way', async () => {
    let finish: (() => void) | undefined
    const { job, runs } = aJob({
      run: async () => {
        runs.push('begun')
        await new Promise<void>((resolve) => {
          finish = resolve
        })
        runs.push('finished')
        return 'done'
      },
    })
    const held = aRound(
      [job, aJob({ run: async () => assert.fail('begun after it was stopped') }).job],
      '2026-11-23T09:30:00Z',
    )
    held.timer().tick()
    held.timer().tick()
    const stopping = held.round.stop()
    assert.equal(held.isStopped(), true)
    finish?.()
    await stopping
    assert.deepEqual(runs, ['begun', 'finished'])
    await held.round.tick()
    assert.deepEqual(runs, ['begun', 'finished'])
  })

  it('has a timer of its own that calls back until it is stopped', async () => {
    let calls = 0
    await new Promise<void>((resolve) => {
      const stop = everyOf(1, () => {
        calls += 1
        if (calls === 3) {
          stop()
          setTimeout(resolve, 20)
        }
      })
      // The timer itself keeps nothing alive; the test has to.
      setTimeout(() => {}, 1000).unref()
    })
    assert.equal(calls, 3)
  })
})
