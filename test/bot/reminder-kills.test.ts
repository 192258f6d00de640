import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../../store/open-store.ts'
import { wordsOf } from '../support/bookings-in-chat.ts'
import { fakeTeams } from '../support/fake-teams.ts'
import { inTeams } from '../support/office.ts'
import { aisha, officePeople, priya, tom } from '../support/people.ts'
import { london } from '../support/reminders.ts'
import { type ServiceProcess, serviceProcess } from '../support/service-process.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

/** Waits for something that another process does, and fails when it does not. */
async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1500; tries++) {
    if (holds()) return
    await wait(10)
  }
  assert.fail(`It did not happen: ${what}.`)
}

describe('A service that is killed on a working day', () => {
  it('twice, between finding what is due and sending it, leaves nobody without a reminder and nobody with two', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'reminder-kills-'))
    const store = await openStore({ dataDir, serving: false })
    await store.staff.put(officePeople, { event: 'staff.imported', at: london('2026-11-20 09:00') })
    await store.close()
    let service: ServiceProcess | undefined
    const teams = await fakeTeams(() => service?.url ?? '')
    const entries = () => whatIsKept(dataDir).outbox ?? []
    const waiting = (before: string) =>
      entries().filter(({ state, due_at }) => state === 'waiting' && String(due_at) < before)
    const isSwept = (since: string) =>
      (whatIsKept(dataDir).state ?? []).some(({ key, body }) => {
        const swept = JSON.parse(String(body))
        return key === 'reminders/sweep' && swept.until === undefined && swept.begunAt >= since
      })
    async function killed(): Promise<void> {
      service?.kill('SIGKILL')
      await service?.ended
    }
    try {
      service = await serviceProcess(dataDir, '2026-11-23T06:30:00Z')
      for (const person of officePeople) await teams.install(inTeams(person))
      await until('the sweep', () => isSwept('2026-11-23T06:30'))
      const found = entries().length
      await killed()
      service = await serviceProcess(dataDir, '2026-11-23T08:31:00Z')
      await until('the digests', () => isSwept('2026-11-23T08:31') && waiting('2026-11-23T08:31').length === 0)
      await killed()
      service = await serviceProcess(dataDir, '2026-11-23T09:01:00Z')
      await until('the rest', () => isSwept('2026-11-23T09:01') && waiting('2026-11-23T09:01').length === 0)
      await killed()

      const kept = entries()
      assert.equal(kept.length, found)
      assert.deepEqual([...new Set(kept.map(({ outcome, unknowns }) => `${outcome} ${unknowns}`))], ['delivered 0'])
      const heads = (person: typeof priya) =>
        teams.seenBy(inTeams(person)).map((message) => wordsOf(message).split('\n')[0])
      const welcome = '# Your supervision assistant'
      assert.deepEqual(heads(priya), [welcome, '# Overdue in your team', '# Reminders'])
      for (const person of [aisha, tom]) assert.deepEqual(heads(person), [welcome, '# A reminder'])
    } finally {
      await killed()
      await teams.close()
      await rm(dataDir, { recursive: true, force: true })
    }
  }).timeout(60_000)
})
