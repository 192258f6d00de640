import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import type { Database } from '../../store/database.ts'
import { openEmbeddedDatabase } from '../../store/embedded-database.ts'
import { migrate } from '../../store/migrations.ts'

describe('writes of the embedded store that are asked for at once', () => {
  let folder: string
  let database: Database
  let otherProgram: Sqlite.Database

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'together-'))
    database = openEmbeddedDatabase(join(folder, 'data'))
    await migrate(database)
    otherProgram = new Sqlite(join(folder, 'data', 'assistant.db'))
  })
  afterEach(async () => {
    otherProgram.close()
    await database.kysely.destroy()
    rmSync(folder, { recursive: true })
  })

  const keep = (key: string, then: () => unknown = () => {}) =>
    database.write(async (transaction) => {
      await transaction.insertInto('answered').values({ key, same_as: null, answer: '1', at: '' }).execute()
      await then()
      return key
    })
  const fail = () => {
    throw new Error('on purpose')
  }
  /** What is on the disk, as another program sees it. */
  const kept = () => otherProgram.prepare('select key from answered order by key').pluck().all()
  const outcomes = async (writes: Promise<string>[]) =>
    (await Promise.allSettled(writes)).map((outcome) =>
      outcome.status === 'fulfilled' ? outcome.value : String(outcome.reason.code ?? outcome.reason.message),
    )

  it('are kept by one commit, and reported after it', async () => {
    const seen: unknown[] = []
    const look = () => seen.push(kept())
    const writes = [keep('a'), keep('b', look), keep('c', look)].map((write) => write.finally(look))
    assert.deepEqual(await outcomes(writes), ['a', 'b', 'c'])
    const all = ['a', 'b', 'c']
    assert.deepEqual(seen, [[], [], all, all, all])
  })

  it('fail alone: the others are kept', async () => {
    const writes = [keep('a'), keep('b', fail), keep('a'), keep('c')]
    assert.deepEqual(await outcomes(writes), ['a', 'on purpose', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'c'])
    assert.deepEqual(kept(), ['a', 'c'])
  })

  it('do not stop those that come later', async () => {
    assert.deepEqual(await outcomes([keep('a', fail)]), ['on purpose'])
    assert.deepEqual(await outcomes([keep('a')]), ['a'])
  })

  it('show a reader nothing that may still be undone', async () => {
    const read = () => database.kysely.selectFrom('answered').select('key').orderBy('key').execute()
    const reads: ReturnType<typeof read>[] = []
    const readMeanwhile = () => {
      reads.push(read())
    }
    const readAndFail = () => {
      readMeanwhile()
      fail()
    }
    const writes = [keep('a', readMeanwhile), keep('b', readAndFail), keep('c', readMeanwhile)]
    assert.deepEqual(await outcomes(writes), ['a', 'on purpose', 'c'])
    for (const rows of await Promise.all(reads)) {
      assert.deepEqual(
        rows.map(({ key }) => key),
        ['a', 'c'],
      )
    }
    assert.equal(reads.length, 3)
  })

  it('are all kept when there are more of them than go into one commit', async () => {
    const keys = Array.from({ length: 100 }, (_, number) => String(number).padStart(3, '0'))
    assert.deepEqual(await outcomes(keys.map((key) => keep(key))), keys)
    assert.deepEqual(kept(), keys)
  })

  it('are all reported as failed, and none is kept, when the disk is full', async () => {
    const pages = async (most: string) => sql`pragma max_page_count = ${sql.raw(most)}`.execute(database.kysely)
    const size = otherProgram.pragma('page_count', { simple: true })
    await pages(String(size))
    const large = () => keep('large'.repeat(20_000))
    assert.deepEqual(await outcomes([keep('a'), large(), keep('b')]), ['SQLITE_FULL', 'SQLITE_FULL', 'SQLITE_FULL'])
    assert.deepEqual(kept(), [])
    await pages('1000000')
    assert.deepEqual(await outcomes([keep('a'), keep('b')]), ['a', 'b'])
    assert.deepEqual(kept(), ['a', 'b'])
  })

  it('are lost together, and none was reported, when the service is killed before their commit', async () => {
    const reported = await untilKilled(run('1/5'))
    assert.deepEqual(reported, keysOf(0))
    assert.deepEqual(kept(), reported)
  })

  it('are there, each one that was reported, when the service is killed at any moment', async () => {
    const service = run()
    const killed = untilKilled(service)
    await once(service.stdout as NonNullable<typeof service.stdout>, 'data')
    setTimeout(() => service.kill('SIGKILL'), 30)
    const reported = await killed
    const there = new Set(kept())
    assert.ok(reported.length >= 7)
    assert.deepEqual(
      reported.filter((key) => !there.has(key)),
      [],
    )
    assert.equal(there.size % 7, 0, 'writes asked for at once are there together or not at all')
  })

  const keysOf = (round: number) => Array.from({ length: 7 }, (_, number) => `${round}/${number}`)
  const run = (...args: string[]) =>
    spawn(
      process.execPath,
      [new URL('../support/write-and-die.ts', import.meta.url).pathname, join(folder, 'data'), ...args],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
})

/** What a program reported before it was killed. */
async function untilKilled(program: ChildProcess): Promise<string[]> {
  let said = ''
  program.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [, signal] = await once(program, 'close')
  assert.equal(signal, 'SIGKILL')
  return said.split('\n').slice(0, -1)
}
