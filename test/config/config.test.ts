import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { BadSettings, readConfig } from '../../config/config.ts'

const registered = { MicrosoftAppId: 'a1', MicrosoftAppTenantId: 'T1', MicrosoftAppPassword: 'p' }
const services = {
  CASE_SERVICES: 'hmpps',
  ALLOCATIONS_URL: 'https://a.example',
  WORKLOAD_URL: 'https://b.example',
  TIER_URL: 'https://c.example',
  ESTATE_URL: 'https://d.example',
  ARNS_URL: 'https://e.example',
  MANAGE_SUPERVISION_URL: 'https://f.example',
  DELIUS_URL: 'https://g.example',
  HMPPS_AUTH_URL: 'https://h.example',
  CASE_SERVICES_CLIENT_ID: 'c',
  CASE_SERVICES_CLIENT_SECRET: 's',
}

describe('The settings', () => {
  it('start a service on this machine alone when nothing is set', () => {
    const config = readConfig({})
    assert.equal(config.host, '127.0.0.1')
    assert.equal(config.port, 3978)
    assert.equal(config.app, undefined)
    assert.equal(config.dataDir, './data')
    assert.equal(config.allowedTenants, undefined)
    assert.ok(config.allowedServiceHosts.includes('127.0.0.1'))
  })

  it('take an empty value for a missing one', () => {
    assert.equal(readConfig({ PORT: '', MicrosoftAppId: ' ' }).port, 3978)
  })

  it('with an app id serve its own tenant and the Teams hosts only, on every address', () => {
    const config = readConfig(registered)
    assert.deepEqual(config.allowedTenants, ['t1'])
    assert.ok(config.allowedServiceHosts.every((host) => host.startsWith('smba.')))
    assert.equal(config.host, '0.0.0.0')
  })

  it('in production, with everything given, are accepted', () => {
    const config = readConfig({ NODE_ENV: 'production', DATABASE_URL: 'postgres://u@h/d', ...registered, ...services })
    assert.equal(config.production, true)
    assert.equal(config.caseServices.kind, 'hmpps')
  })

  const refused: [string, Record<string, string>, string[]][] = [
    ['production with nothing set', { NODE_ENV: 'production' }, ['MicrosoftAppId', 'DATABASE_URL', 'CASE_SERVICES']],
    [
      'a moved clock in production',
      {
        NODE_ENV: 'production',
        NOW: '2026-11-22T09:00:00Z',
        DATABASE_URL: 'postgres://u@h/d',
        ...registered,
        ...services,
      },
      ['NOW'],
    ],
    ['several bad values', { PORT: 'x', LOG_LEVEL: 'loud', NOW: 'soon' }, ['PORT', 'LOG_LEVEL', 'NOW']],
    [
      'an app id with neither tenant nor credential',
      { MicrosoftAppId: 'a1' },
      ['MicrosoftAppTenantId', 'MicrosoftAppPassword'],
    ],
    [
      'a multi-tenant registration without the tenants it serves',
      { MicrosoftAppId: 'a1', MicrosoftAppType: 'MultiTenant', MicrosoftAppPassword: 'p' },
      ['ALLOWED_TENANTS'],
    ],
    ['an open address without an app id', { HOST: '0.0.0.0' }, ['HOST']],
    [
      'case services without their addresses',
      { CASE_SERVICES: 'hmpps' },
      ['ALLOCATIONS_URL', 'DELIUS_URL', 'HMPPS_AUTH_URL', 'CASE_SERVICES_CLIENT_SECRET'],
    ],
    ['a database that is not PostgreSQL', { DATABASE_URL: 'mysql://h/d' }, ['DATABASE_URL']],
    ['a policy pack that is not there', { POLICY_FILE: '/nowhere/pack.json' }, ['POLICY_FILE']],
  ]
  for (const [what, env, names] of refused) {
    it(`are refused with ${what}, naming ${names.join(', ')}`, () => {
      assert.throws(
        () => readConfig(env),
        (error) => error instanceof BadSettings && names.every((name) => error.message.includes(`  - ${name} `)),
      )
    })
  }

  it('never repeat a secret in what they complain of', () => {
    assert.throws(
      () => readConfig({ MicrosoftAppId: 'a1', MicrosoftAppPassword: 'hush-hush', PORT: 'x' }),
      (error: Error) => !error.message.includes('hush'),
    )
  })

  it('move the clock, which then runs on', () => {
    const { clock } = readConfig({ NOW: '2026-03-29T00:59:59Z' })
    const first = clock()
    assert.ok(Temporal.Instant.from('2026-03-29T00:59:59Z').until(first).total('seconds') < 5)
    assert.ok(Temporal.Instant.compare(first, clock()) <= 0)
  })
})

describe('A policy pack', () => {
  const pack = (content: unknown) => {
    const file = join(mkdtempSync(join(tmpdir(), 'policy-')), 'pack.json')
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
    return readConfig({ POLICY_FILE: file }).policy
  }
  it('replaces one value and leaves the rest as it was', () => {
    const policy = pack({ supervision: { monthsBack: 3, kinds: [{ id: 'monthly', name: 'Team talk' }] } })
    assert.equal(policy.monthsBack, 3)
    assert.equal(policy.minutes.most, 480)
    assert.equal(policy.kinds.find((kind) => kind.id === 'monthly')?.name, 'Team talk')
    assert.equal(policy.kinds.find((kind) => kind.id === 'monthly')?.questions.length, 3)
    assert.equal(policy.kinds.length, 7)
  })
  it('replaces a number of the windows and leaves the others, and takes a day to count from', () => {
    const { windows, spanLimit } = pack({
      supervision: { windows: { dueSoonDays: 7, countsFrom: '2025-04-01' }, spanLimit: 8.5 },
    })
    assert.deepEqual(windows, { yearBegins: 4, dueSoonDays: 7, waivedAbove: 0.5, countsFrom: '2025-04-01' })
    assert.equal(spanLimit, 8.5)
  })
  for (const [wrong, where] of [
    [{ dueSoonDays: -1 }, 'windows.dueSoonDays'],
    [{ waivedAbove: 50 }, 'windows.waivedAbove'],
    [{ yearBegins: 13 }, 'windows.yearBegins'],
    [{ countsFrom: '1 April 2025' }, 'windows.countsFrom'],
    [{ countsFrom: '2025-02-29' }, 'windows.countsFrom'],
    [{ daysLeft: 7 }, 'windows'],
  ] as const) {
    it(`is refused for ${JSON.stringify(wrong)}, with the path`, () => {
      assert.throws(
        () => pack({ supervision: { windows: wrong } }),
        (error: Error) => error.message.includes(`supervision.${where}:`),
      )
    })
  }
  it('replaces how long things are kept, one period at a time', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'policy-')), 'pack.json')
    writeFileSync(file, JSON.stringify({ retention: { viewMonths: 24 } }))
    const { retention } = readConfig({ POLICY_FILE: file })
    assert.deepEqual(retention, { sessionYears: 6, draftDays: 90, handledDays: 90, viewMonths: 24 })
  })
  for (const [what, content, path] of [
    ['a wrong value', { supervision: { monthsBack: 'six' } }, 'supervision.monthsBack'],
    [
      'a wrong value inside a kind',
      { supervision: { kinds: [{ id: 'monthly', window: 'fortnight' }] } },
      'supervision.kinds.0.window',
    ],
    ['a period that is too short', { retention: { handledDays: 0 } }, 'retention.handledDays'],
    ['a period of something unknown', { retention: { coffeeDays: 3 } }, 'at retention'],
    ['something that is no object', [1], 'a JSON object'],
    ['something that is no JSON', '{', 'a JSON file that can be read'],
  ] as const) {
    it(`with ${what} is refused, naming ${path}`, () => {
      assert.throws(
        () => pack(content),
        (error: Error) => error.message.includes(path),
      )
    })
  }
})
