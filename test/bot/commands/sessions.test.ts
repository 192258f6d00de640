import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { run } from '../../../bot/commands/sessions.ts'
import { counts, standingOf } from '../../../domain/supervision.ts'
import { openStore } from '../../../store/open-store.ts'
import { commandOn, fileIn } from '../../support/command.ts'
import { aisha, officePeople, priya } from '../../support/people.ts'
import { note } from '../../support/records.ts'
import { whatIsKept } from '../../support/what-is-kept.ts'

const header = 'date,practitionerStaffCode,otherStaffCode,kinds,minutes,crn\n'
const monthly = '2026-02-10,N03A001,N03S001,monthly,45,X320741\n'
const both = '2025-12-03,N03A001,N03S001,monthly;reflective,60,\n'
const ofTom = '2026-01-05,N03A002,N03S001,performance,30,\n'

describe('The sessions command', () => {
  let folder: string
  let dataDir: string
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sessions-'))
    dataDir = join(folder, 'data')
    const store = await openStore({ dataDir, serving: false })
    await store.staff.put(officePeople, note('staff.imported'))
    await store.close()
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const sessions = commandOn(run, () => dataDir)
  const fileOf = (...lines: string[]) => fileIn(folder, 'sessions.csv', lines)
  const imports = () => whatIsKept(dataDir).audit_entry?.filter(({ event }) => event === 'sessions.imported') ?? []

  it('brings past sessions in, beside a running service, and importing them again changes nothing', async () => {
    const service = await openStore({ dataDir, serving: true })
    try {
      const file = fileOf(header, monthly, both, ofTom)
      assert.deepEqual(await sessions('import', file), {
        code: 0,
        out: '3 added, 0 unchanged, 0 rejected\n',
        err: '',
      })
      const before = whatIsKept(dataDir)
      assert.deepEqual(await sessions('import', file), {
        code: 0,
        out: '0 added, 3 unchanged, 0 rejected\n',
        err: '',
      })
      assert.deepEqual(whatIsKept(dataDir), before)
      const days = ['2025-04-01', '2026-03-31'].map((day) => Temporal.PlainDate.from(day))
      const [newest, older, ...more] = await service.supervisions.of(aisha.staffCode, ...(days as [never, never]))
      assert.deepEqual(more, [])
      assert.ok(newest && older)
      assert.deepEqual([newest.heldOn.toString(), newest.kinds, newest.crns], ['2026-02-10', ['monthly'], ['X320741']])
      assert.deepEqual([older.kinds, older.minutes, older.supervisor], [['monthly', 'reflective'], 60, priya.staffCode])
      assert.deepEqual([standingOf(older), counts(older), older.answers], ['imported', true, {}])
      assert.deepEqual(await service.supervisions.toSign(aisha.staffCode), [])
      assert.deepEqual(await service.notices.undelivered(), [])
    } finally {
      await service.close()
    }
  })

  it('knows a row again in another file and twice in one', async () => {
    await sessions('import', fileOf(header, both))
    const again = '2025-12-03, n03a001 ,N03S001,Reflective;monthly,60,\n'
    const { out } = await sessions('import', fileOf(header, monthly, again, monthly))
    assert.equal(out, '1 added, 2 unchanged, 0 rejected\n')
  })

  it('says for each bad row where it is and why, and takes the others', async () => {
    const file = fileOf(
      header,
      monthly,
      '2027-01-01,N03A001,N03S001,monthly,45,\n',
      'only,three,cells\n',
      '\n',
      '2026-01-05,N03A001,N03A001,tea,4,\n',
      ofTom,
    )
    assert.deepEqual(await sessions('import', file), {
      code: 1,
      out: [
        '2 added, 0 unchanged, 3 rejected\n',
        'line 3: date is in the future; only sessions that were held are brought in.\n',
        'line 4: it has 3 cells where the first line has 6.\n',
        'line 6: otherStaffCode is the practitioner themself; a session has two people; ',
        'kinds should be monthly, reflective, observation, performance, competency, rcat, saqua, joined by ";"; ',
        'minutes should be a whole number from 5 to 480.\n',
      ].join(''),
      err: 'Not imported: line 3, 4, 6. Correct the file and import it again; the other rows are in.\n',
    })
  })

  it('leaves the number brought in on the audit trail, and nothing where nothing was', async () => {
    await sessions('import', fileOf(header, monthly, both))
    await sessions('import', fileOf(header, monthly, both))
    assert.deepEqual(
      imports().map(({ actor, subject, detail }) => ({ actor, subject, detail })),
      [{ actor: null, subject: null, detail: '2' }],
    )
  })

  it('brings in a file of several pages, each with its entry', async () => {
    const lines = Array.from(
      { length: 600 },
      (_, index) => `2026-02-10,N03A001,N03S001,monthly,45,X${100000 + index}\n`,
    )
    assert.equal((await sessions('import', fileOf(header, ...lines))).out, '600 added, 0 unchanged, 0 rejected\n')
    assert.equal(
      imports().reduce((sum, { detail }) => sum + Number(detail), 0),
      600,
    )
    assert.ok(imports().length > 1)
  })

  const unusable: { what: string; file: () => string; says: RegExp }[] = [
    { what: 'is not there', file: () => join(folder, 'nowhere.csv'), says: /could not be read/ },
    { what: 'is a staff list', file: () => fileOf('staffCode,name\nN03A001,Ann\n'), says: /without date, / },
    { what: 'is empty', file: () => fileOf(''), says: /empty/ },
  ]
  for (const { what, file, says } of unusable) {
    it(`refuses a file that ${what}, and changes nothing`, async () => {
      const { code, out, err } = await sessions('import', file())
      assert.deepEqual([code, out], [1, ''])
      assert.match(err, says)
      assert.match(err, /Nothing was imported/)
    })
  }

  it('says how it is used when it is used otherwise', async () => {
    for (const argv of [[], ['export'], ['import'], ['import', 'a', 'b']]) {
      const { code, err } = await sessions(...argv)
      assert.equal(code, 2)
      assert.match(err, /sessions -- import FILE\.csv/)
    }
  })

  it('is what npm runs', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['bot/commands/sessions.ts', 'import', fileOf(header, both)],
      {
        env: { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, NOW: '2026-11-22T10:00:00Z' },
        encoding: 'utf8',
      },
    )
    assert.deepEqual([status, stdout], [0, '1 added, 0 unchanged, 0 rejected\n'])
  })
})
