import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { openStore, type Store } from '../../store/open-store.ts'
import { type Records, storeContract } from '../contract/store-contract.ts'
import { aSession, note, sessionId } from '../support/records.ts'

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'store-')), 'data')

storeContract('the embedded database', async (): Promise<Records> => {
  const dataDir = newFolder()
  const past = async (...statements: string[]) => {
    const sqlite = new Sqlite(join(dataDir, 'assistant.db'))
    try {
      for (const statement of statements) sqlite.exec(statement)
    } finally {
      sqlite.close()
    }
  }
  return {
    open: () => openStore({ dataDir, serving: true }),
    severalWriters: false,
    past,
    unguardAudit: () => past('drop trigger audit_no_update', 'drop trigger audit_no_delete'),
    clear: async () => rmSync(join(dataDir, '..'), { recursive: true }),
  }
})

describe('The embedded store', () => {
  let dataDir: string
  const open: Store[] = []
  const openHere = async (serving: boolean) => {
    const store = await openStore({ dataDir, serving })
    open.push(store)
    return store
  }

  beforeEach(() => {
    dataDir = newFolder()
  })
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close()
    rmSync(join(dataDir, '..'), { recursive: true })
  })

  it('refuses a second service on the same folder, and says what to do', async () => {
    await openHere(true)
    await assert.rejects(openHere(true), (error: Error) => {
      assert.equal(
        error.message,
        `Another service is already using the records in ${dataDir}: stop it first, or set DATA_DIR to a different folder for this one.`,
      )
      return true
    })
  })

  it('lets a command work beside a service, both writing in turn', async () => {
    const service = await openHere(true)
    const command = await openHere(false)
    for (const store of [service, command, service, command]) await store.audit.append([note('refused')])
    await command.close()
    assert.deepEqual(await service.audit.verify(), { entries: 4 })
  })

  it('lets a command in another process write while the service does', async () => {
    const service = await openHere(true)
    const source = new URL('../support/append-notes.ts', import.meta.url).pathname
    const command = spawn(process.execPath, [source, dataDir, '200'], { stdio: ['ignore', 'ignore', 'inherit'] })
    let ended = false
    const exit = once(command, 'exit').finally(() => {
      ended = true
    })
    let written = 0
    for (; !ended; written += 1) {
      await service.audit.append([note('refused')])
      await setImmediate()
    }
    assert.deepEqual(await exit, [0, null])
    assert.deepEqual(await service.audit.verify(), { entries: 200 + written })
  })

  it('is free for the next service once it is closed', async () => {
    await (await openHere(true)).close()
    await (await openHere(true)).check()
  })

  it('is free for the next service, with everything it reported as kept, when the one before was killed', async () => {
    const source = new URL('../support/serve-store.ts', import.meta.url).pathname
    const service = spawn(process.execPath, [source, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(service.stdout, 'data')
    await assert.rejects(openHere(true), /Another service/)
    service.kill('SIGKILL')
    await once(service, 'exit')
    const store = await openHere(true)
    assert.equal((await store.supervisions.byId(sessionId(1)))?.minutes, aSession(1).minutes)
    assert.deepEqual(await store.audit.verify(), { entries: 1 })
  })

  it('lets nobody but the owner look into the folder and its files', async function () {
    if (process.platform === 'win32') this.skip() // Windows has no such rights
    const store = await openHere(true)
    await store.audit.append([note('refused')])
    assert.deepEqual(readdirSync(dataDir).sort(), [
      'assistant.db',
      'assistant.db-shm',
      'assistant.db-wal',
      'service.lock',
    ])
    for (const file of ['.', ...readdirSync(dataDir)]) {
      assert.equal(statSync(join(dataDir, file)).mode & 0o077, 0, `${file} can be seen by others`)
    }
  })

  it('makes a folder private that was open to others', async function () {
    if (process.platform === 'win32') this.skip() // Windows has no such rights
    await (await openHere(true)).close()
    for (const file of ['.', 'assistant.db']) chmodSync(join(dataDir, file), 0o777)
    await openHere(true)
    for (const file of ['.', 'assistant.db']) assert.equal(statSync(join(dataDir, file)).mode & 0o077, 0)
  })

  it('says which file it cannot open, and lets the folder be served once that is mended', async () => {
    await (await openHere(true)).close()
    writeFileSync(join(dataDir, 'assistant.db'), 'no database '.repeat(1_000))
    await assert.rejects(openHere(true), /assistant\.db could not be opened as a database/)
    rmSync(join(dataDir, 'assistant.db'))
    await openHere(true)
  })

  it('writes each commit to the disk before it says so', async () => {
    await openHere(true)
    const sqlite = new Sqlite(join(dataDir, 'assistant.db'))
    assert.equal(sqlite.pragma('journal_mode', { simple: true }), 'wal')
    sqlite.close()
  })
})
