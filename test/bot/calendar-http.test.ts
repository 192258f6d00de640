import assert from 'node:assert/strict'
import { calledAt, publicAddress } from '../../bot/public-address.ts'
import type { StateStore } from '../../domain/ports.ts'
import { book } from '../support/bookings-in-chat.ts'
import { anOffice, inTeams, type Office } from '../support/office.ts'
import { aisha } from '../support/people.ts'
import { whatIsKept } from '../support/what-is-kept.ts'

/** The addresses of the links on a card. */
function linksOn(card: unknown): string[] {
  return [...JSON.stringify(card).matchAll(/"type":"Action\.OpenUrl"[^}]*?"url":"([^"]+)"/g)].map(
    ([, url]) => url ?? '',
  )
}

describe('The links of a booked session', () => {
  let office: Office
  let links: string[]
  before(async () => {
    office = await anOffice()
    await office.teams.say(inTeams(aisha), 'hello')
    links = linksOn((await book(office, 'book a reflective with Aisha on Thursday at 2')).card)
  })
  after(() => office.close())
  const file = () => links.find((link) => link.includes('/ics/')) ?? ''

  it('open a new Teams meeting with the time and the other person, under a word that says nothing', () => {
    const url = new URL(links.find((link) => link.startsWith('https://teams.microsoft.com/')) ?? '')
    assert.equal(url.pathname, '/l/meeting/new')
    assert.deepEqual(Object.fromEntries(url.searchParams), {
      subject: 'Supervision',
      startTime: '2026-11-26T14:00:00+00:00',
      endTime: '2026-11-26T15:00:00+00:00',
      attendees: aisha.email,
    })
  })

  it('give the calendar file, which nobody on the way may keep', async () => {
    const response = await fetch(file())
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-type'), 'text/calendar; charset=utf-8')
    assert.equal(response.headers.get('cache-control'), 'no-store')
    assert.match(response.headers.get('content-disposition') ?? '', /^attachment; filename="supervision\.ics"$/)
    assert.match(
      await response.text(),
      /BEGIN:VEVENT[\s\S]*DTSTART:20261126T140000Z[\s\S]*SUMMARY:Supervision with Aisha\r\n/,
    )
    const head = await fetch(file(), { method: 'HEAD' })
    assert.deepEqual([head.status, await head.text()], [200, ''])
  })

  it('are each person’s own', async () => {
    const theirs = linksOn(office.teams.lastCard(inTeams(aisha))?.card).find((link) => link.includes('/ics/')) ?? ''
    assert.notEqual(theirs, file())
    assert.match(await (await fetch(theirs)).text(), /SUMMARY:Supervision with Priya\r\n/)
  })

  it('answer one sentence and nothing else where they do not hold', async () => {
    const base = new URL('/ics/', office.service().url).href
    const token = file().split('/').at(-1) ?? ''
    const altered = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
    for (const path of ['x', altered, '..%2f..%2fhealthz', '%00', '{}']) {
      const response = await fetch(`${base}${path}`)
      assert.equal(response.status, 404, path.slice(0, 60))
      assert.equal(
        await response.text(),
        'This link does not work any more: ask the assistant “what is booked?” for a new one.',
      )
      assert.equal(response.headers.get('cache-control'), 'no-store')
    }
    assert.equal((await fetch(`${base}${'a'.repeat(5000)}`)).status, 404)
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      assert.ok([404, 405].includes((await fetch(file(), { method })).status), method)
    }
    assert.ok([404, 405].includes((await fetch(base)).status))
  })

  it('are nowhere in the log or the audit trail, and nothing is written when they are used', async () => {
    const token = file().split('/').at(-1) ?? ''
    const before = whatIsKept(office.dataDir)
    await fetch(file())
    assert.deepEqual(whatIsKept(office.dataDir), before)
    assert.ok(!office.log().includes(token))
    assert.ok(!office.log().includes('/ics/'))
    assert.ok(!JSON.stringify([before.audit_entry, before.booking, before.notice]).includes(token))
  })

  it('still work after the service was started again', async () => {
    const path = new URL(file()).pathname
    await office.restart()
    assert.equal((await fetch(new URL(path, office.service().url))).status, 200)
  })
})

describe('The address that people reach the service at', () => {
  const table: [string, Record<string, string>, string | undefined][] = [
    [
      'as the proxy says',
      { host: 'inner:3978', 'x-forwarded-host': 'bot.example.gov.uk', 'x-forwarded-proto': 'https' },
      'https://bot.example.gov.uk',
    ],
    [
      'as it was called, where the proxy keeps the name',
      { host: 'Bot.Example.gov.uk', 'x-forwarded-proto': 'https' },
      'https://bot.example.gov.uk',
    ],
    [
      'with its port',
      { host: 'bot.example.gov.uk:8443', 'x-forwarded-proto': 'https' },
      'https://bot.example.gov.uk:8443',
    ],
    [
      'the first of several proxies',
      { 'x-forwarded-host': 'bot.example.gov.uk, inner', 'x-forwarded-proto': 'https, http' },
      'https://bot.example.gov.uk',
    ],
    ['not one without encryption', { host: 'bot.example.gov.uk', 'x-forwarded-proto': 'http' }, undefined],
    ['not where nobody says how it was called', { host: 'bot.example.gov.uk' }, undefined],
    ['not a name that only this network knows', { host: 'bot', 'x-forwarded-proto': 'https' }, undefined],
    ['not a number', { host: '10.0.0.7', 'x-forwarded-proto': 'https' }, undefined],
    ['not anything that is no name', { host: 'a.b/c?d@e.f', 'x-forwarded-proto': 'https' }, undefined],
    ['not a name with a line break', { host: 'bot.example.gov.uk\nx.y', 'x-forwarded-proto': 'https' }, undefined],
    ['not an empty one', { host: '', 'x-forwarded-proto': 'https' }, undefined],
  ]
  for (const [what, headers, address] of table) {
    it(`is ${what}`, () => assert.equal(calledAt(headers), address))
  }

  it('is learned once, and known after a restart', async () => {
    const kept: Record<string, Record<string, unknown>> = {}
    let writes = 0
    const state = {
      read: async ([key = '']: string[]) => (kept[key] === undefined ? {} : { [key]: kept[key] }),
      write: async (changes: Record<string, Record<string, unknown>>) => {
        writes += 1
        Object.assign(kept, changes)
      },
    } as unknown as StateStore
    const address = publicAddress(state)
    assert.equal(await address.get(), undefined)
    for (let count = 0; count < 3; count++)
      await address.learn({ host: 'bot.example.gov.uk', 'x-forwarded-proto': 'https' })
    await address.learn({ host: 'bot' })
    assert.equal(writes, 1)
    assert.equal(await publicAddress(state).get(), 'https://bot.example.gov.uk')
  })

  it('is where it listens in local mode, whatever a call says', async () => {
    const address = publicAddress({} as StateStore, () => 'http://127.0.0.1:3978')
    await address.learn({ host: 'bot.example.gov.uk', 'x-forwarded-proto': 'https' })
    assert.equal(await address.get(), 'http://127.0.0.1:3978')
  })
})
