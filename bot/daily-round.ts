import type { Logger } from 'pino'
import { Temporal } from 'temporal-polyfill'
import type { WorkingDays } from '../domain/working-days.ts'
import { errorKind } from './background.ts'

/** Something that is to be done once on each day it is due. */
export type RoundJob = {
  /** Fixed words for the log, and the name that the day it was last done is kept under. */
  name: string
  /** On which days, and between which local times: missed ones are made up for while it is still before `until`. */
  days: 'working' | 'every'
  from: Temporal.PlainTime
  until: Temporal.PlainTime
  /**
   * Does one page of it. `more` is called again for in the next minute, `done` not before the next day. It must do no harm
   * when it is called twice: a job may be begun again after a restart.
   */
  run(at: { now: Temporal.Instant; today: Temporal.PlainDate }): Promise<'done' | 'more'>
  /** Of several instances, and over a restart, only one does it on a day: all of it in one run, which is not made up for when it fails. */
  onceForAll?: boolean
}

type Parts = {
  jobs: readonly RoundJob[]
  now: () => Temporal.Instant
  workingDays: WorkingDays
  /** Keeps a key that says who does a job on a day; `already` when it was kept before, by whomever. */
  claim: (key: string) => Promise<'kept' | 'already'>
  log: Logger
  /** Calls back again and again, and must not keep the process alive; gives what stops it. */
  every: (milliseconds: number, tick: () => void) => () => void
}

const minute = 60_000

/**
 * Looks every minute which jobs are due and does them, one after the other. A job that fails is logged and tried again in
 * the next minute; nothing here throws.
 */
export function dailyRound({ jobs, now, workingDays, claim, log, every }: Parts) {
  const doneOn = new Map<RoundJob, string>()
  let running: Promise<void> | undefined
  let stopped = false

  async function round(): Promise<void> {
    const local = now().toZonedDateTimeISO('Europe/London')
    const today = local.toPlainDate()
    const time = local.toPlainTime()
    for (const job of jobs) {
      if (stopped || doneOn.get(job) === today.toString() || !isDue(job, today, time, workingDays)) continue
      try {
        if (job.onceForAll === true && (await claim(`round/${job.name}/${today}`)) === 'already') {
          doneOn.set(job, today.toString())
        } else if ((await job.run({ now: local.toInstant(), today })) === 'done') doneOn.set(job, today.toString())
      } catch (error) {
        log.error({ job: job.name, error: errorKind(error) }, 'a job of the daily round failed')
      }
    }
  }

  /** One look at the jobs; while another is going on, that one. */
  function tick(): Promise<void> {
    if (stopped) return Promise.resolve()
    running ??= round().finally(() => {
      running = undefined
    })
    return running
  }

  const cease = every(minute, () => void tick())
  return {
    tick,
    /** Begins nothing more, and waits for what is under way. */
    async stop(): Promise<void> {
      stopped = true
      cease()
      await running
    },
  }
}

/** Every so many milliseconds, without keeping the process alive. */
export function everyOf(milliseconds: number, tick: () => void): () => void {
  const timer = setInterval(tick, milliseconds)
  timer.unref()
  return () => clearInterval(timer)
}

/** Once, after so many milliseconds, without keeping the process alive. */
export function onceLater(milliseconds: number, task: () => void): void {
  setTimeout(task, milliseconds).unref()
}

function isDue(job: RoundJob, today: Temporal.PlainDate, time: Temporal.PlainTime, days: WorkingDays): boolean {
  const { compare } = Temporal.PlainTime
  if (compare(time, job.from) < 0 || compare(time, job.until) >= 0) return false
  return job.days === 'every' || days.isWorkingDay(today)
}
