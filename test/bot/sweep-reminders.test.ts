import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { clockOf } from '../../bot/clock.ts'
import { sweepReminders } from '../../bot/sweep-reminders.ts'
import { defaultSupervisionPolicy } from '../../config/kinds.ts'
import { defaultReminderPolicy } from '../../config/reminders.ts'
import type { Outbox, OutboxEntry } from '../../domain/reminders/outbox.ts'
import { openStore, type Store } from '../../store/open-store.ts'
import { aPerson } from '../support/people.ts'
import { london } from '../support/reminders.ts'
import { workingDays } from '../support/windows.ts'

/** A manager and a team of seventy: more than fit into a few pages. */
const manager = aPerson({ staffCode: 'N03S001', name: 'Priya Nair', grade: 'SPO' })
const team = Array.from({ length: 70 }, (_, number) =>
  aPerson({ staffCode: `N03A${100 + number}`, name: `Person ${number}`, managerStaffCode: 'N03S001' }),
)
const six = '2026-11-23 06:00'

describe('The sweep of a morning', () => {
  let folder: string
  let store: Store
  let now: Temporal.Instant
  let added: string[]

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sweep-'))
    store = await openStore({ dataDir: join(folder, 'data'), serving: true })
    now = london(six)
    added = []
    await store.staff.put([manager, ...team], { event: 'staff.imported', at: now })
  })
  afterEach(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })

  /** One instance; what it puts in is passed on, until it breaks off. */
  function instance(owner: string, enqueue: Outbox['enqueue'] = store.outbox.enqueue) {
    const counting: Outbox['enqueue'] = async (entries, at) => {
      added.push(...entries.map(({ key }) => key))
      return enqueue(entries, at)
    }
    const policies = { policy: defaultSupervisionPolicy, reminderPolicy: defaultReminderPolicy, workingDays }
    const desk = { ...store, ...policies }
    const parts = { desk, outbox: { enqueue: counting }, state: store.state, clock: clockOf(() => now), owner }
    const sweep = sweepReminders(parts)
    return { ...sweep, run: () => sweep.job.run({ now, today: Temporal.PlainDate.from('2026-11-23') }) }
  }
  async function kept(): Promise<string[]> {
    const all = await Promise.all([manager, ...team].map(({ staffCode }) => store.outbox.ofPerson(staffCode, 500)))
    return all.flat().map(({ key }: OutboxEntry) => key)
  }

  it('finds what everybody is to be reminded of, once, however often it is made', async () => {
    const one = instance('one')
    assert.equal(await one.run(), 'done')
    const first = (await kept()).sort()
    // Each of the team and the manager of each of the month that closes; the digest.
    assert.equal(first.length, 70 * 2 + 1 + 1)
    assert.equal(await one.run(), 'done')
    await one.now()
    assert.deepEqual((await kept()).sort(), first)
  })

  it('is made by one of two instances', async () => {
    const [one, two] = [instance('one'), instance('two')]
    const outcomes = await Promise.all([one.run(), two.run()])
    assert.deepEqual(outcomes.sort(), ['done', 'more'])
    assert.equal(added.length, new Set(added).size, 'nothing was put in by both')
    assert.equal(await two.run(), 'done')
  })

  it('goes on with another instance where one ended in the middle, once it was not heard of for a minute', async () => {
    let pages = 0
    const dies = instance('one', async (entries, at) => {
      if (++pages > 2) throw new Error('It was killed.')
      return store.outbox.enqueue(entries, at)
    })
    await assert.rejects(dies.run())
    const two = instance('two')
    assert.equal(await two.run(), 'more')
    now = now.add({ seconds: 61 })
    assert.equal(await two.run(), 'done')
    assert.equal((await kept()).length, 142)
  })

  it('is left to the next instance at once where the service is stopped', async () => {
    const one = instance('one', async (entries, at) => {
      one.stop()
      return store.outbox.enqueue(entries, at)
    })
    assert.equal(await one.run(), 'more')
    assert.equal(await instance('two').run(), 'done')
    assert.equal((await kept()).length, 142)
  })

  it('is made again at a start, also where it was finished earlier on the day', async () => {
    await instance('one').run()
    now = now.add({ hours: 3 })
    added = []
    await instance('two').now()
    assert.equal(added.length, 142)
  })

  it('is not kept from being made by one that a clock put further ahead', async () => {
    now = london('2026-11-25 09:00')
    await instance('one').now()
    now = london(six)
    await instance('two').now()
    assert.ok((await kept()).some((key) => key.includes('2026-11-23')))
  })

  it('finds nothing at a weekend and on a bank holiday', async () => {
    for (const day of ['2026-11-21 09:00', '2026-12-25 09:00', '2026-12-28 09:00']) {
      now = london(day)
      await instance('one').now()
      await instance('one').again([manager.staffCode])
    }
    assert.deepEqual(await kept(), [])
  })

  it('looks again at the staff of somebody who is away now, for whoever covers', async () => {
    const cover = aPerson({ staffCode: 'N03S002', name: 'Ruth Abel', grade: 'SPO' })
    await store.staff.put([cover], { event: 'staff.imported', at: now })
    const one = instance('one')
    await one.run()
    const days = { from: Temporal.PlainDate.from('2026-11-23'), to: Temporal.PlainDate.from('2026-11-27') }
    const ids = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as never[]
    const [id, other] = ids as [never, never]
    const written = { by: manager.staffCode, at: now, notes: [], notices: [] }
    await store.absences.record({ absence: { id, person: manager.staffCode, reason: 'leave', ...days } }, written)
    await store.absences.record(
      { cover: { id: other, manager: manager.staffCode, by: cover.staffCode, ...days } },
      written,
    )
    await one.again([manager.staffCode])
    const theirs = await store.outbox.ofPerson(cover.staffCode, 500)
    assert.equal(theirs.filter(({ what }) => what === 'digest').length, 1)
    const ofTheTeam = theirs.filter(({ what, about }) => what === 'window-closing' && about.person !== cover.staffCode)
    assert.equal(ofTheTeam.length, 70)
  })
})
