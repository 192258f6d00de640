import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import Sqlite from 'better-sqlite3'
import { Temporal } from 'temporal-polyfill'
import { sweepReminders } from '../../bot/sweep-reminders.ts'
import { isBankHoliday } from '../../config/bank-holidays.ts'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { defaultReminderPolicy as reminderPolicy } from '../../config/reminders.ts'
import { supervisionCalendar } from '../../domain/supervision-window.ts'
import { workingDaysWithout } from '../../domain/working-days.ts'
import { openStore } from '../../store/open-store.ts'
import { codeOf, count, fillStore, managers } from './full-store.ts'
import { report } from './report.ts'

/**
 * A sweep for everybody on the embedded store, nine days before the year ends: for nearly everybody something is closing or
 * overdue. First everything is new, then everything is there already, as after a restart. Nothing here passes or fails.
 */
const now = Temporal.Instant.from('2027-03-22T06:00:00Z')

/** Leave, actions and reviews of cases, written past the store. */
function fillTheRest(dataDir: string): void {
  const sqlite = new Sqlite(join(dataDir, 'assistant.db'))
  sqlite.pragma('synchronous = OFF')
  const id = (sort: number, number: number) => `0000000${sort}-0000-4000-8000-${String(number).padStart(12, '0')}`
  const at = '2026-11-20T09:00:00.000000000Z'
  const absence = sqlite.prepare(
    `insert into absence (id, person, from_day, to_day, reason, recorded_by, recorded_at) values (?, ?, ?, ?, 'leave', ?, ?)`,
  )
  const action = sqlite.prepare(
    `insert into action (id, asked_by, asked_at, first_owner, first_due, text, owner, due, state, steps)
     values (?, ?, ?, ?, ?, 'Finish the refresher', ?, ?, 'confirmed', 0)`,
  )
  const review = sqlite.prepare(
    'insert into review_due (practitioner, crn, review, due_on, read_at) values (?, ?, ?, ?, ?)',
  )
  const read = sqlite.prepare('insert into review_read (practitioner, read_at) values (?, ?)')
  sqlite.transaction(() => {
    for (let number = 0; number < count; number++) {
      const code = codeOf(number)
      const manager = codeOf(number % managers)
      if (number % 2 === 0) absence.run(id(1, number), code, '2026-07-01', '2026-07-20', code, at)
      if (number % 40 === 0) absence.run(id(2, number), code, '2027-03-15', '2027-03-26', code, at)
      action.run(id(3, number), manager, at, code, '2027-03-22', code, '2027-03-22')
      read.run(code, at)
      for (let place = 0; place < 3; place++) {
        const crn = `X${String(number * 3 + place).padStart(6, '0')}`
        review.run(code, crn, 'oasys', `2027-03-${10 + place * 8}`, at)
      }
    }
  })()
  sqlite.close()
}

async function timeSweeps(dataDir: string): Promise<void> {
  const store = await openStore({ dataDir, serving: true })
  const workingDays = workingDaysWithout(isBankHoliday)
  const today = Temporal.PlainDate.from('2027-03-22')
  // As the service does when it starts; every turn asks for both.
  await store.staff.everyone()
  supervisionCalendar(policy, today, workingDays)
  const times: { ms: number; stallMs: number; wallMs: number }[] = []
  for (const round of ['new', 'there']) {
    const sweep = sweepReminders({
      ...{ desk: { ...store, policy, reminderPolicy, workingDays }, outbox: store.outbox, state: store.state },
      clock: { now: () => now.add({ seconds: times.length }), today: () => today },
      owner: round,
    })
    const stalls = monitorEventLoopDelay({ resolution: 1 })
    stalls.enable()
    const began = { cpu: process.cpuUsage(), wall: performance.now() }
    await sweep.now()
    const { user, system } = process.cpuUsage(began.cpu)
    stalls.disable()
    times.push({ ms: (user + system) / 1000, stallMs: stalls.max / 1e6, wallMs: performance.now() - began.wall })
  }
  await store.close()
  const sqlite = new Sqlite(join(dataDir, 'assistant.db'), { readonly: true })
  const { entries } = sqlite.prepare<[], { entries: number }>('select count(*) as entries from outbox').get() ?? {
    entries: 0,
  }
  sqlite.close()
  const [first, again] = times
  if (first === undefined || again === undefined || entries === 0) throw new Error('Nothing was swept.')
  report(`sweep of ${count} people over 15 s of one core`, first.ms / 15_000, 'at most 1', {
    ms: first.ms,
    wallMs: first.wallMs,
    stallMs: first.stallMs,
    againMs: again.ms,
    againStallMs: again.stallMs,
    entries,
    megabytes: process.resourceUsage().maxRSS / 1024,
  })
}

const dataDir = await mkdtemp(join(tmpdir(), 'bench-sweep-'))
try {
  await fillStore(dataDir)
  fillTheRest(dataDir)
  // What was written past the store is on the disk before it begins, or the first commit would wait for all of it.
  const file = await open(join(dataDir, 'assistant.db'))
  await file.sync()
  await file.close()
  await timeSweeps(dataDir)
} finally {
  await rm(dataDir, { recursive: true, force: true })
}
