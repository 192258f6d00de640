import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { run } from '../../../bot/commands/audit.ts'
import { openStore, type Store } from '../../../store/open-store.ts'
import { morning, note } from '../../support/records.ts'

describe('The audit command', () => {
  let dataDir: string
  let service: Store
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'audit-'))
    service = await openStore({ dataDir, serving: true })
    await service.audit.append([note('refused'), note('record.viewed'), note('refused')])
  })
  afterEach(async () => {
    await service.close()
    rmSync(dataDir, { recursive: true })
  })

  const audit = async (...argv: string[]) => {
    const said = { out: '', err: '' }
    const streams = {
      out: { write: (text: string) => (said.out += text) },
      err: { write: (text: string) => (said.err += text) },
    }
    return { code: await run(argv, streams, { dataDir, clock: () => morning }), ...said }
  }
  const tamper = () => {
    const sqlite = new Sqlite(join(dataDir, 'assistant.db'))
    sqlite.exec('drop trigger audit_no_delete; delete from audit_entry where sequence = 2')
    sqlite.close()
  }

  it('says how many entries it checked, beside a running service', async () => {
    assert.deepEqual(await audit('verify'), { code: 0, out: '3 entries checked: the audit trail is whole.\n', err: '' })
  })

  it('names the first broken entry and ends with 1', async () => {
    tamper()
    const { code, err } = await audit('verify')
    assert.equal(code, 1)
    assert.match(err, /^The audit trail is broken at entry 2: it is missing\. Keep a copy/)
  })

  it('says how it is used when it is called otherwise', async () => {
    for (const argv of [[], ['check'], ['verify', 'more']]) {
      const { code, err } = await audit(...argv)
      assert.equal(code, 2)
      assert.match(err, /audit -- verify/)
    }
  })

  it('runs as a program, with the settings of the environment', () => {
    const program = new URL('../../../bot/commands/audit.ts', import.meta.url).pathname
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir }
    const whole = spawnSync(process.execPath, [program, 'verify'], { env, encoding: 'utf8' })
    assert.deepEqual([whole.status, whole.stdout], [0, '3 entries checked: the audit trail is whole.\n'])
    tamper()
    const broken = spawnSync(process.execPath, [program, 'verify'], { env, encoding: 'utf8' })
    assert.equal(broken.status, 1)
    assert.match(broken.stderr, /broken at entry 2/)
  })
})
