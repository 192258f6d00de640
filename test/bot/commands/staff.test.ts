import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { readCsvRows, writeCsvRows } from '../../../bot/commands/csv-rows.ts'
import { run } from '../../../bot/commands/staff.ts'
import { readStaffRows } from '../../../domain/staff-import.ts'
import { staffColumns, staffRowOf } from '../../../domain/staff-row.ts'
import { openStore } from '../../../store/open-store.ts'
import { commandOn, fileIn } from '../../support/command.ts'
import { aPerson } from '../../support/records.ts'
import { whatIsKept } from '../../support/what-is-kept.ts'

const header =
  'staffCode,name,email,username,entraObjectId,grade,teamCode,pduCode,managerStaffCode,startedOn,endedOn,qualifiedOn,fte,mentorStaffCode,training'
const ann =
  'N03A001,Ann Price,ann@example.org,AnnPrice,,SPO,N03T01,N03P1,,2015-01-05,,2016-09-01,1,,safeguarding=2026-01-01;mappa=2025-05-05'
const bea = 'N03A002,"Hollis, Bea ""Bee""",bea@example.org,,,PO,N03T01,N03P1,N03A001,,,,0.6,,'

describe('The staff command', () => {
  let folder: string
  let dataDir: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'staff-'))
    dataDir = join(folder, 'data')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const staff = commandOn(run, () => dataDir)
  const fileOf = (...lines: string[]) => fileIn(folder, 'staff.csv', lines)

  it('imports a file, and importing it again changes nothing', async () => {
    const file = fileOf(`${header}\n`, `${ann}\n`, `${bea}\n`)
    assert.deepEqual(await staff('import', file), {
      code: 0,
      out: '2 added, 0 changed, 0 unchanged, 0 rejected\n',
      err: '',
    })
    assert.deepEqual(await staff('import', file), {
      code: 0,
      out: '0 added, 0 changed, 2 unchanged, 0 rejected\n',
      err: '',
    })
  })

  it('puts a person on hold and releases them, each once and written down', async () => {
    await staff('import', fileOf(`${header}\n`, `${ann}\n`))
    const said: string[] = []
    for (const verb of ['hold', 'hold', 'release', 'release']) {
      const { code, out, err } = await staff(verb, 'n03a001')
      assert.deepEqual([code, err], [0, ''])
      said.push(out)
    }
    assert.deepEqual(said, [
      'N03A001 is on hold: nothing about them is removed until it is released.\n',
      'N03A001 was already on hold: nothing about them is removed until it is released.\n',
      'N03A001 is no longer on hold: the usual periods apply.\n',
      'N03A001 was not on hold: the usual periods apply.\n',
    ])
    const holds = whatIsKept(dataDir).audit_entry?.filter(({ event }) => String(event).startsWith('hold.'))
    assert.deepEqual(
      holds?.map(({ event, actor, subject }) => [event, actor, subject]),
      [
        ['hold.put', null, 'N03A001'],
        ['hold.released', null, 'N03A001'],
      ],
    )
  })

  it('says that a staff code is not on the list before it puts anybody on hold', async () => {
    for (const code of ['N03A001', 'no code']) {
      const said = await staff('hold', code)
      assert.deepEqual(said, {
        code: 1,
        out: '',
        err: 'Nobody on the staff list has that staff code. Nothing was changed.\n',
      })
    }
  })

  it('exports what was imported, and importing the export changes nothing', async () => {
    await staff('import', fileOf(`${header}\n`, `${ann}\n`, `${bea}\n`))
    const { code, out } = await staff('export')
    assert.equal(code, 0)
    assert.equal(out, `${header}\n${ann}\n${bea}\n`)
    assert.equal((await staff('import', fileOf(out))).out, '0 added, 0 changed, 2 unchanged, 0 rejected\n')
  })

  it('exports a header alone when there is nobody', async () => {
    assert.deepEqual(await staff('export'), { code: 0, out: `${header}\n`, err: '' })
  })

  it('reads a byte order mark, carriage returns, empty lines and a missing last line end', async () => {
    const file = fileOf('\uFEFF', `${header}\r\n`, '\r\n', `${ann}\r\n`, `${','.repeat(14)}\r\n`, bea)
    assert.equal((await staff('import', file)).out, '2 added, 0 changed, 0 unchanged, 0 rejected\n')
  })

  it('names each rejected row by the line it begins on, takes the others, and ends with 1', async () => {
    const file = fileOf(
      `${header}\n`,
      `${ann}\n`,
      '"N03A007","Two\nlines",,,,PO,,,,,,,,,\n',
      'N03A008,Too,Short\n',
      `${bea}\n`,
      'N03A009,Cy Moss,,,,Boss,,,,,,,,,\n',
    )
    const { code, out, err } = await staff('import', file)
    assert.equal(code, 1)
    assert.deepEqual(out.split('\n'), [
      '2 added, 0 changed, 0 unchanged, 3 rejected',
      'line 3: name should be one line of at most 100 characters.',
      'line 5: it has 3 cells where the first line has 15.',
      'line 7: grade should be one of PO, PSO, PQiP, SPO, HoPDU, QDO, ADMIN.',
      '',
    ])
    assert.equal(err, 'Not imported: line 3, 5, 7. Correct the file and import it again; the other rows are in.\n')
  })

  const unusable: { what: string; bytes: string | Buffer; says: RegExp }[] = [
    { what: 'an empty file', bytes: '', says: /^The file is empty\. Its first line should be staffCode,/ },
    {
      what: 'a wrong header',
      bytes: `name;grade\n${ann}\n`,
      says: /^The first line is without staffCode, .* It should be staffCode,/,
    },
    { what: 'a quote that is not closed', bytes: `${header}\n${ann}\n"N03A002,Bea\n`, says: /not CSV from line 3 on/ },
    {
      what: 'another encoding',
      bytes: Buffer.from(`${header}\nN03A001,Ann\xe9,,,,SPO`, 'latin1'),
      says: /not UTF-8.*Save it as "CSV UTF-8"/,
    },
  ]
  for (const { what, bytes, says } of unusable) {
    it(`says what to do about ${what}, and imports nothing`, async () => {
      const file = join(folder, 'staff.csv')
      writeFileSync(file, bytes)
      const { code, out, err } = await staff('import', file)
      assert.deepEqual([code, out], [1, ''])
      assert.match(err, says)
      assert.match(err, /\nNothing was imported\.\n$/)
      assert.equal((await staff('export')).out, `${header}\n`)
    })
  }

  it('says that a file is not there', async () => {
    const { code, err } = await staff('import', join(folder, 'none.csv'))
    assert.equal(code, 1)
    assert.match(err, /none\.csv could not be read\. Is the name right\?\nNothing was imported\.\n/)
  })

  for (const argv of [[], ['import'], ['import', 'a.csv', 'b.csv'], ['export', 'a.csv'], ['delete']]) {
    it(`says how it is used when it is called with “${argv.join(' ')}”`, async () => {
      const { code, out, err } = await staff(...argv)
      assert.deepEqual([code, out], [2, ''])
      assert.match(err, /staff -- import FILE\.csv.*\n.*staff -- export/)
    })
  }

  it('works beside a running service, which sees the new list at once', async () => {
    const service = await openStore({ dataDir, serving: true })
    try {
      const version = await service.staff.version()
      await staff('import', fileOf(`${header}\n`, `${ann}\n`))
      // What was read is trusted for the few milliseconds of a turn.
      await setTimeout(20)
      assert.notEqual(await service.staff.version(), version)
      assert.equal((await service.staff.everyone())[0]?.name, 'Ann Price')
      assert.deepEqual(await service.audit.verify(), { entries: 1 })
    } finally {
      await service.close()
    }
  })

  it('runs as a program, with the settings of the environment', () => {
    const program = new URL('../../../bot/commands/staff.ts', import.meta.url).pathname
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir }
    const file = fileOf(`${header}\n`, `${ann}\n`, 'N03A009,Cy Moss,,,,Boss,,,,,,,,,\n')
    const done = spawnSync(process.execPath, [program, 'import', file], { env, encoding: 'utf8' })
    assert.equal(done.status, 1, done.stderr)
    assert.match(done.stdout, /^1 added, 0 changed, 0 unchanged, 1 rejected\nline 3: grade/)
    writeFileSync(join(folder, 'no-folder'), '')
    const failed = spawnSync(process.execPath, [program, 'export'], {
      env: { ...env, DATA_DIR: join(folder, 'no-folder') },
      encoding: 'utf8',
    })
    assert.equal(failed.status, 1)
    assert.match(failed.stderr, /Check DATA_DIR/)
    assert.doesNotMatch(failed.stderr, /\n\s+at /)
  })
})

describe('A staff list file', () => {
  it('gives back every name it was written with, also one that a spreadsheet would take for a formula', () => {
    const name = fc
      .string({
        unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', 'a', 'é', ' '),
        minLength: 1,
        maxLength: 8,
      })
      .filter((text) => text.trim() === text)
    fc.assert(
      fc.property(name, (text) => {
        const written = [aPerson({ name: text })]
        const file = writeCsvRows(staffColumns, written.map(staffRowOf))
        assert.doesNotMatch(file, /N03A002,"?[=+\-@]/)
        assert.deepEqual(readStaffRows(readCsvRows(Buffer.from(file), staffColumns).rows, []).people, written)
      }),
    )
  })
})
