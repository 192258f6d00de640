import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { run } from '../../../bot/commands/understand.ts'
import { openStore, type Store } from '../../../store/open-store.ts'
import { aisha, people } from '../../dialogs/understand/people.ts'

describe('The understand command', () => {
  let dataDir: string
  let service: Store
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'understand-'))
    service = await openStore({ dataDir, serving: true })
  })
  afterEach(async () => {
    await service.close()
    rmSync(dataDir, { recursive: true })
  })

  const understand = async (lines: string[], at = '2026-11-22T09:00:00Z') => {
    let out = ''
    const streams = { out: { write: (text: string) => (out += text) }, err: { write: () => true } }
    const input = (async function* () {
      yield* lines
    })()
    const code = await run([], streams, { dataDir, clock: () => Temporal.Instant.from(at) }, input)
    return {
      code,
      lines: out
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    }
  }

  it('prints one reading a line, in order, with the staff list in force, beside a running service', async () => {
    await service.staff.put(people, { event: 'staff.imported', at: Temporal.Instant.from('2026-11-22T08:00:00Z') })
    const { code, lines } = await understand([
      'what has aisha had this year?',
      '',
      'reflective with Aisha on Friday, 45 mins',
    ])
    assert.equal(code, 0)
    assert.deepEqual(lines[0], {
      text: 'what has aisha had this year?',
      intent: 'show-supervisions',
      confidence: 0.97,
      entities: { practitioner: aisha.name },
    })
    assert.deepEqual([lines[1].text, lines[1].intent], ['', 'none'])
    assert.deepEqual(lines[2].entities, {
      date: '2026-11-20',
      kinds: ['reflective'],
      minutes: 45,
      practitioner: aisha.name,
    })
  })

  it('takes the day from the clock, as it is in London', async () => {
    const { lines } = await understand(['monthly today, 45 mins'], '2026-07-01T23:30:00Z')
    assert.equal(lines[0].entities.date, '2026-07-02')
  })

  it('works with nobody on the staff list, as a program', () => {
    const program = new URL('../../../bot/commands/understand.ts', import.meta.url).pathname
    const env = { PATH: process.env.PATH, DATA_DIR: dataDir }
    const whole = spawnSync(process.execPath, [program], { env, encoding: 'utf8', input: 'what is RCAT?\nhelp\n' })
    assert.equal(whole.stderr, '')
    assert.deepEqual(
      whole.stdout
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line).intent),
      ['define-term', 'help'],
    )
  })

  it('says how it is used when it is called otherwise', async () => {
    let said = ''
    const streams = { out: { write: () => true }, err: { write: (text: string) => (said += text) } }
    assert.equal(
      await run(['more'], streams, { dataDir, clock: () => Temporal.Instant.from('2026-11-22T09:00:00Z') }),
      2,
    )
    assert.match(said, /npm run --silent understand/)
  })
})
