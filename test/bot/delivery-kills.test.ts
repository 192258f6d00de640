import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { OutboxEntry } from '../../domain/reminders/outbox.ts'
import { outboxKey } from '../../domain/reminders/outbox.ts'
import { openStore, type Store } from '../../store/open-store.ts'
import { type FakeTeams, fakeTeams } from '../support/fake-teams.ts'
import { aPerson, entraId, morning, note } from '../support/records.ts'
import { runProgram } from '../support/service-process.ts'

const program = 'test/support/deliver-and-die.ts'
/** How often the service is killed; a hundred times take about two minutes. */
const rounds = Number(process.env.DELIVERY_KILLS ?? '10')
/** At which of its steps the service kills itself; from outside it is killed while Teams has the message. */
const points = ['claimed', 'before begin', 'begun', 'answered', 'before settle', 'settled', 'from outside'] as const

const people = Array.from({ length: 30 }, (_, number) =>
  aPerson({
    staffCode: `P${String(number).padStart(5, '0')}`,
    name: `Person ${number}`,
    entraObjectId: entraId(number + 1),
  }),
)

/** So many entries fall due in each round, and the rounds are so many minutes apart: longer than a lease. */
const each = 12
const apart = 20

/** The same numbers in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const entriesOf = (count: number): OutboxEntry[] =>
  Array.from({ length: count }, (_, number) => {
    const { staffCode: to } = people[number % people.length] ?? aPerson()
    const dueAt = morning.add({ minutes: apart * Math.floor(number / each) })
    return { key: outboxKey(to, 'action-due', 'one', String(number)), to, what: 'action-due', about: {}, dueAt }
  })

async function fill(store: Store, teams: FakeTeams, entries: readonly OutboxEntry[]): Promise<void> {
  await store.staff.put(people, note('staff.imported'))
  for (const { entraObjectId, staffCode } of people) {
    assert.ok(entraObjectId)
    const chat = { conversationId: `a:${staffCode}`, userId: `29:${staffCode}`, botId: '28:b', channelId: 'msteams' }
    await store.conversations.remember({ tenantId: 't', entraObjectId, serviceUrl: teams.serviceUrl, ...chat }, morning)
  }
  assert.equal(await store.outbox.enqueue(entries, morning), entries.length)
}

/** How often Teams took each key. */
function takenBy(teams: FakeTeams): Map<string, number> {
  const taken = new Map<string, number>()
  for (const { kind, body } of teams.calls) {
    if (kind === 'send') taken.set(String(body.text), (taken.get(String(body.text)) ?? 0) + 1)
  }
  return taken
}

/** Every entry as it ended, with how often Teams took it. */
async function ends(store: Store, teams: FakeTeams) {
  const taken = takenBy(teams)
  const all = await Promise.all(people.map(({ staffCode }) => store.outbox.ofPerson(staffCode, 1000)))
  return all
    .flat()
    .map(({ key, state, outcome, unknowns }) => ({ state, outcome, unknowns, taken: taken.get(key) ?? 0 }))
}
type End = Awaited<ReturnType<typeof ends>>[number]

function assertNothingLost(all: readonly End[], count: number): void {
  assert.equal(all.length, count)
  for (const end of all) {
    assert.equal(end.state, 'ended')
    assert.ok(end.outcome === 'delivered' || end.outcome === 'unknown', `It ended as ${end.outcome}.`)
    // Twice only where nobody could know, and never more.
    assert.ok(end.taken <= 1 + Math.min(1, end.unknowns), `${end.taken} copies, ${end.unknowns} times unknown`)
    // What never arrived is on the delivery report.
    assert.ok(end.taken >= 1 || end.outcome === 'unknown')
  }
}

describe('A service that is killed while it delivers', () => {
  it(`${rounds} times, at any step of sending and settling, loses nothing and sends twice only what nobody could know of`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kills-'))
    const dataDir = join(folder, 'data')
    const teams = await fakeTeams(() => '')
    try {
      const count = rounds * each
      const random = chance(7)
      const first = await openStore({ dataDir, serving: true })
      await fill(first, teams, entriesOf(count))
      await first.close()
      let killed = 0
      const start = (round: number, ...how: string[]) =>
        runProgram(program, [dataDir, String(morning.add({ minutes: apart * round })), ...how], {})
      for (let round = 0; round < rounds; round++) {
        const point = points[round % points.length] ?? 'begun'
        const { child, ended } = start(round, point, String(point === 'claimed' ? 1 : 1 + random(8)))
        let left = 1 + random(8)
        teams.fails(({ kind }) => {
          if (point === 'from outside' && kind === 'send' && --left === 0) child.kill('SIGKILL')
          return undefined
        })
        const { signal, err } = await ended
        assert.equal(err, '')
        if (signal === 'SIGKILL') killed += 1
      }
      teams.fails(() => undefined)
      for (let round = rounds; round < rounds + 3; round++) {
        const { code, err } = await start(round).ended
        assert.deepEqual([code, err], [0, ''])
      }
      const store = await openStore({ dataDir, serving: true })
      const all = await ends(store, teams)
      await store.close()
      assert.equal(killed, rounds, 'every one was killed while it had something in hand')
      assertNothingLost(all, count)
      const twice = all.filter(({ taken }) => taken === 2).length
      const never = all.filter(({ taken }) => taken === 0).length
      console.log(
        `        ${count} entries, ${killed} kills: ${twice} arrived twice, ${never} did not and are reported`,
      )
    } finally {
      await teams.close()
      await rm(folder, { recursive: true })
    }
  }).timeout(60_000 + rounds * 5000)

  const databaseUrl = process.env.DATABASE_URL
  if (databaseUrl === undefined) return
  it('leaves the rest to another instance on the same PostgreSQL, which sends twice only what nobody could know of', async () => {
    const schema = `kills_${randomUUID().replaceAll('-', '')}`
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    await client.query(`create schema ${schema}`)
    const url = new URL(databaseUrl)
    url.searchParams.set('options', `-c search_path=${schema}`)
    const teams = await fakeTeams(() => '')
    try {
      const count = 400
      const store = await openStore({ databaseUrl: url.href, dataDir: 'not used', serving: true })
      await fill(store, teams, entriesOf(count))
      const start = () =>
        runProgram(program, ['not used', String(morning.add({ hours: 24 }))], { DATABASE_URL: url.href })
      const [one, other] = [start(), start()]
      let taken = 0
      teams.fails(({ kind }) => {
        if (kind === 'send' && ++taken === 100) one.child.kill('SIGKILL')
        return undefined
      })
      assert.equal((await one.ended).signal, 'SIGKILL')
      const { code, err } = await other.ended
      assert.deepEqual([code, err], [0, ''])
      const all = await ends(store, teams)
      await store.close()
      assertNothingLost(all, count)
      console.log(`        ${count} entries: ${all.filter((end) => end.taken === 2).length} arrived twice`)
    } finally {
      await teams.close()
      await client.query(`drop schema ${schema} cascade`)
      await client.end()
    }
  }).timeout(60_000)
})
