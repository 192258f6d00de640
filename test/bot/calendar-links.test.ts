import assert from 'node:assert/strict'
import { Temporal } from 'temporal-polyfill'
import { calendarFile } from '../../bot/calendar-file.ts'
import { calendarLinks } from '../../bot/calendar-links.ts'
import { clockOf } from '../../bot/clock.ts'
import type { Bookings } from '../../domain/booked-sessions.ts'
import type { Booking } from '../../domain/booking.ts'
import type { StaffList, StateStore } from '../../domain/ports.ts'
import type { Person } from '../../domain/staff.ts'
import { aBooking, bookingId } from '../support/bookings.ts'
import { day } from '../support/days.ts'
import { aPerson } from '../support/people.ts'
import { manager, practitioner } from '../support/records.ts'

/** The properties of the one event in a calendar file, and of the calendar; long lines put together again. */
function parsed(file: string): Record<string, string> {
  assert.ok(file.endsWith('\r\n'))
  const lines = file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
  assert.deepEqual([lines[0], lines.at(-1)], ['BEGIN:VCALENDAR', 'END:VCALENDAR'])
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.search(/[:;]/)), line.slice(line.indexOf(':') + 1)]),
  )
}

describe('A calendar file', () => {
  it('says when and with whom, and asks calendars to keep it private', () => {
    const file = parsed(calendarFile(aBooking(1), 'Aisha'))
    assert.deepEqual(file, {
      BEGIN: 'VEVENT',
      END: 'VCALENDAR',
      VERSION: '2.0',
      PRODID: '-//Supervision assistant//Bookings//EN',
      METHOD: 'PUBLISH',
      UID: `${bookingId(1)}@supervision-assistant`,
      SEQUENCE: '0',
      DTSTAMP: '20261120T090000Z',
      DTSTART: '20261126T140000Z',
      DTEND: '20261126T150000Z',
      SUMMARY: 'Supervision with Aisha',
      STATUS: 'CONFIRMED',
      'X-MICROSOFT-CDO-BUSYSTATUS': 'BUSY',
      CLASS: 'PRIVATE',
    })
  })

  for (const [on, at, start, end] of [
    ['2026-10-23', '14:00', '20261023T130000Z', '20261023T140000Z'],
    ['2026-10-26', '14:00', '20261026T140000Z', '20261026T150000Z'],
    ['2027-03-26', '09:30', '20270326T093000Z', '20270326T103000Z'],
    ['2027-03-29', '09:30', '20270329T083000Z', '20270329T093000Z'],
  ] as const) {
    it(`has ${at} on ${on} at the right moment, whatever the clocks do in between`, () => {
      const file = parsed(calendarFile(aBooking(1, { on: day(on), at: Temporal.PlainTime.from(at) }), 'Aisha'))
      assert.deepEqual([file.DTSTART, file.DTEND], [start, end])
    })
  }

  it('changes the same appointment when it is moved, and takes it out when it is cancelled', () => {
    const stages: Partial<Booking>[] = [
      {},
      { id: bookingId(2), revision: 1 },
      { id: bookingId(3), revision: 2 },
      { id: bookingId(3), revision: 2, state: 'cancelled' },
    ]
    const files = stages.map((fields) => parsed(calendarFile(aBooking(1, fields), 'Aisha')))
    assert.equal(new Set(files.map(({ UID }) => UID)).size, 1)
    const sequences = files.map(({ SEQUENCE }) => Number(SEQUENCE))
    assert.deepEqual(
      sequences,
      [...new Set(sequences)].sort((a, b) => a - b),
    )
    assert.deepEqual([files.at(-1)?.METHOD, files.at(-1)?.STATUS], ['CANCEL', 'CANCELLED'])
  })

  it('keeps every name a text and every line short, and tells nothing of kind, words or address', () => {
    for (const name of ['Siân, “x”; y\nDTSTART:1', 'W'.repeat(90), 'שרה', '🙂'.repeat(30)]) {
      const file = calendarFile(aBooking(1, { reason: 'In court' }), name)
      assert.equal(file.match(/DTSTART/g)?.length, name.includes('DTSTART') ? 2 : 1)
      assert.equal(parsed(file).DTSTART, '20261126T140000Z')
      assert.doesNotMatch(file, /reflective|court|N03A|ATTENDEE|ORGANIZER|DESCRIPTION|http/i)
    }
  })
})

describe('A link to a calendar file', () => {
  let now = Temporal.Instant.from('2026-11-22T10:00:00Z')
  let current: Booking | undefined
  let people: Person[] = []
  let state: Record<string, Record<string, unknown>> = {}
  let keys = 0
  const parts = () => ({
    bookings: {
      current: async (meeting: string) => (current?.meeting === meeting ? current : undefined),
    } as unknown as Bookings,
    staff: {
      byStaffCode: async (code: string) => people.find((person) => person.staffCode === code),
    } as unknown as StaffList,
    state: {
      read: async ([key = '']: string[]) => (state[key] === undefined ? {} : { [key]: state[key] }),
      keepFirst: async (key: string, item: Record<string, unknown>) => {
        state[key] ??= item
        return state[key]
      },
    } as unknown as StateStore,
    clock: clockOf(() => now),
    address: async (): Promise<string | undefined> => 'https://bot.example.gov.uk',
    newKey: () => `key number ${++keys}`.padEnd(43, '.'),
    days: 7,
  })
  const tokenOf = (link: string | undefined) =>
    /^https:\/\/bot\.example\.gov\.uk\/ics\/([\w-]+)$/.exec(link ?? '')?.[1] ?? ''

  beforeEach(() => {
    now = Temporal.Instant.from('2026-11-22T10:00:00Z')
    current = aBooking(1)
    state = {}
    keys = 0
    people = [
      aPerson({ staffCode: practitioner, name: 'Aisha Khan' }),
      aPerson({ staffCode: manager, name: 'Priya Nair' }),
    ]
  })

  it('gives each of the two a file that names the other', async () => {
    const links = calendarLinks(parts())
    const mine = await links.fileFor(tokenOf(await links.linkFor(aBooking(1), practitioner)))
    const theirs = await links.fileFor(tokenOf(await links.linkFor(aBooking(1), manager)))
    assert.deepEqual(
      [parsed(mine ?? '').SUMMARY, parsed(theirs ?? '').SUMMARY],
      ['Supervision with Priya', 'Supervision with Aisha'],
    )
  })

  it('is for nobody else, and there is none while the address is not known', async () => {
    assert.equal(
      await calendarLinks(parts()).linkFor(aBooking(1), aPerson({ staffCode: 'N03A009', name: 'X' }).staffCode),
      undefined,
    )
    assert.equal(
      await calendarLinks({ ...parts(), address: async () => undefined }).linkFor(aBooking(1), manager),
      undefined,
    )
  })

  it('works for seven days and not a second longer', async () => {
    const links = calendarLinks(parts())
    const token = tokenOf(await links.linkFor(aBooking(1), manager))
    now = Temporal.Instant.from('2026-11-29T09:59:59Z')
    assert.ok(await links.fileFor(token))
    now = Temporal.Instant.from('2026-11-29T10:00:00Z')
    assert.equal(await links.fileFor(token), undefined)
  })

  it('shows the meeting as it stands: moved, cancelled, and still after a restart or on another instance', async () => {
    const token = tokenOf(await calendarLinks(parts()).linkFor(aBooking(1), manager))
    current = aBooking(2, { meeting: bookingId(1), revision: 1, on: day('2026-12-01') })
    const other = calendarLinks(parts())
    assert.equal(parsed((await other.fileFor(token)) ?? '').DTSTART, '20261201T140000Z')
    current = { ...current, state: 'cancelled' }
    assert.equal(parsed((await other.fileFor(token)) ?? '').METHOD, 'CANCEL')
    assert.equal(keys, 1)
  })

  it('is signed with one key by two instances that start at the same moment', async () => {
    const [one, other] = [calendarLinks(parts()), calendarLinks(parts())]
    const tokens = (await Promise.all([one, other].map((links) => links.linkFor(aBooking(1), manager)))).map(tokenOf)
    assert.equal(keys, 2)
    assert.equal(tokens[0], tokens[1])
    for (const links of [one, other, calendarLinks(parts())]) assert.ok(await links.fileFor(tokens[0] ?? ''))
  })

  it('is not signed with a key that cannot be one', async () => {
    state = { 'calendar-link-key': { key: 'short' } }
    await assert.rejects(calendarLinks(parts()).linkFor(aBooking(1), manager), /cannot be read/)
  })

  it('works no more when its reader has left, or the meeting is not there', async () => {
    const links = calendarLinks(parts())
    const token = tokenOf(await links.linkFor(aBooking(1), practitioner))
    people = people.map((person) => ({ ...person, endedOn: '2026-11-20' as never }))
    assert.equal(await links.fileFor(token), undefined)
    current = undefined
    assert.equal(await links.fileFor(token), undefined)
  })

  it('holds only as it was made: any other letter, part, meeting or time is refused', async () => {
    const links = calendarLinks(parts())
    const token = tokenOf(await links.linkFor(aBooking(1), manager))
    for (let at = 0; at < token.length; at++) {
      const letter = token[at] === 'a' ? 'b' : 'a'
      const forged = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`
      assert.equal(await links.fileFor(forged), undefined, `letter ${at}`)
    }
    const [id = '', , until = '', proof = ''] = token.split('-')
    const years = (Number.parseInt(until, 36) + 1e9).toString(36)
    const forged = [`${id}-p-${until}-${proof}`, `${id}-s-${years}-${proof}`, `${id}-s-${until}-`, `${id}-s-${until}`]
    for (const bad of [
      ...forged,
      '',
      '..',
      '%2e',
      token.toUpperCase(),
      `${token}\n`,
      `${token}=`,
      'x'.repeat(10_000),
    ]) {
      assert.equal(await links.fileFor(bad), undefined, bad.slice(0, 80))
    }
    state = {}
    assert.equal(await calendarLinks(parts()).fileFor(token), undefined)
  })
})
