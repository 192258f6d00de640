import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Temporal } from 'temporal-polyfill'
import { askAboutBookings } from '../../bot/ask-about-bookings.ts'
import type { RoundJob } from '../../bot/daily-round.ts'
import { isBankHoliday } from '../../config/bank-holidays.ts'
import { defaultSupervisionPolicy as policy } from '../../config/kinds.ts'
import { AbsenceId, CoverId, StaffCode } from '../../domain/ids.ts'
import { workingDaysWithout } from '../../domain/working-days.ts'
import { openStore, type Store } from '../../store/open-store.ts'
import { aBooking, bookingId } from '../support/bookings.ts'
import { day } from '../support/days.ts'
import { aPerson, aSession, guid, manager, morning, note, practitioner } from '../support/records.ts'

const stand = StaffCode.parse('N03A009')

describe('Sessions whose day has passed', () => {
  let dataDir: string
  let store: Store
  let reachedFor: string[]
  let job: RoundJob
  let reached: (id: string) => void

  const newJob = () =>
    askAboutBookings({
      ...store,
      policy,
      workingDays: workingDaysWithout(isBankHoliday),
      reach: async ({ id, to }) => {
        reachedFor.push(to)
        reached(id)
      },
    })
  const asked = async () =>
    (await store.notices.undelivered())
      .filter(({ what }) => what === 'booking-passed')
      .map(({ id, to }) => `${to} ${id.replace('booking-passed:', '')}`)
  const at = (moment: string) => {
    const now = Temporal.Instant.from(moment)
    return job.run({ now, today: now.toZonedDateTimeISO('Europe/London').toPlainDate() })
  }

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'asking-'))
    store = await openStore({ dataDir, serving: true })
    reachedFor = []
    reached = () => {}
    await store.staff.put(
      [manager, practitioner, stand].map((staffCode) =>
        aPerson({ staffCode, name: `Person ${staffCode}`, grade: staffCode === stand ? 'SPO' : 'PO' }),
      ),
      note('staff.imported'),
    )
    job = newJob()
    // Booked for Thursday, Friday and Monday.
    await store.bookings.bringIn([
      aBooking(1, { on: day('2026-11-19') }),
      aBooking(2, { on: day('2026-11-20') }),
      aBooking(3, { on: day('2026-11-23') }),
    ])
  })
  afterEach(async () => {
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('are asked about from half past nine on the next working day, once, and today’s not yet', async () => {
    assert.equal(await at('2026-11-23T09:30:00Z'), 'done')
    assert.deepEqual(await asked(), [`${manager} ${bookingId(1)}`, `${manager} ${bookingId(2)}`])
    await at('2026-11-23T09:31:00Z')
    job = newJob()
    await at('2026-11-23T12:00:00Z')
    assert.equal((await asked()).length, 2)
    await at('2026-11-24T09:30:00Z')
    assert.deepEqual((await asked()).at(-1), `${manager} ${bookingId(3)}`)
  })

  it('are asked about together where one person has several, and apart where two do', async () => {
    await store.bookings.bringIn([aBooking(4, { on: day('2026-11-20'), supervisor: stand })])
    await at('2026-11-23T09:30:00Z')
    assert.deepEqual(reachedFor.sort(), [manager, stand])
    assert.equal((await asked()).length, 3)
  })

  it('that should have been asked about on an earlier day are asked about from eight, the others not before their time', async () => {
    // Friday’s session was due on Monday, Monday’s is due today.
    assert.equal(await at('2026-11-24T08:05:00Z'), 'more')
    assert.deepEqual(await asked(), [`${manager} ${bookingId(1)}`, `${manager} ${bookingId(2)}`])
    assert.equal(await at('2026-11-24T09:29:00Z'), 'more')
    assert.equal((await asked()).length, 2)
    assert.equal(await at('2026-11-24T09:30:00Z'), 'done')
    assert.equal((await asked()).length, 3)
  })

  it('are not asked about when they were moved, cancelled or logged', async () => {
    await store.bookings.close(bookingId(2), { state: 'cancelled', by: manager }, note('booking.cancelled'))
    await store.supervisions.record(aSession(51, { heldOn: day('2026-11-19'), kinds: ['reflective'] }), note())
    await at('2026-11-23T09:30:00Z')
    assert.deepEqual(await asked(), [])
  })

  const away = (number: number, person: StaffCode, from: string, to?: string) =>
    store.absences.record(
      {
        absence: {
          id: AbsenceId.parse(guid(number)),
          person,
          from: day(from),
          ...(to === undefined ? {} : { to: day(to) }),
          reason: 'sick',
        },
      },
      { by: manager, at: morning, notes: [], notices: [] },
    )

  it('wait for somebody who is away until they are back', async () => {
    await away(1, manager, '2026-11-20', '2026-11-24')
    assert.equal(await at('2026-11-23T09:30:00Z'), 'done')
    await at('2026-11-24T09:30:00Z')
    assert.deepEqual(await asked(), [])
    await at('2026-11-25T09:30:00Z')
    assert.equal((await asked()).length, 3)
  })

  it('are asked of whoever covers for somebody who is away', async () => {
    await away(1, manager, '2026-11-20')
    const cover = { id: CoverId.parse(guid(2)), manager, by: stand, from: day('2026-11-20'), to: day('2026-11-30') }
    await store.absences.record({ cover }, { by: manager, at: morning, notes: [], notices: [] })
    await at('2026-11-23T09:30:00Z')
    assert.deepEqual(await asked(), [`${stand} ${bookingId(1)}`, `${stand} ${bookingId(2)}`])
  })

  it('are asked of the other of the two when the one who held them has left, and of nobody when both have', async () => {
    const left = (staffCode: StaffCode) =>
      store.staff.put([aPerson({ staffCode, name: 'Gone', endedOn: '2026-11-20' })], note('staff.imported'))
    await left(manager)
    await at('2026-11-23T09:30:00Z')
    assert.deepEqual(await asked(), [`${practitioner} ${bookingId(1)}`, `${practitioner} ${bookingId(2)}`])
    await left(practitioner)
    await at('2026-11-24T09:30:00Z')
    assert.equal((await asked()).length, 2)
  })

  it('are gone through page by page, and one that fails does not hold up the others', async () => {
    const holders = Array.from({ length: 50 }, (_, index) => StaffCode.parse(`N05A${String(index).padStart(3, '0')}`))
    await store.staff.put(
      holders.map((staffCode) => aPerson({ staffCode, name: `Person ${staffCode}`, grade: 'SPO' })),
      note('staff.imported'),
    )
    await store.bookings.bringIn(
      holders.map((supervisor, index) =>
        aBooking(100 + index, { on: day('2026-10-01').add({ days: index % 20 }), supervisor }),
      ),
    )
    reached = () => {
      if (reachedFor.length === 5) throw new Error('The channel is away.')
    }
    const outcomes: string[] = []
    for (let minute = 30; minute < 40 && outcomes.at(-1) !== 'done'; minute++) {
      outcomes.push(await at(`2026-11-23T09:${minute}:00Z`).catch(() => 'failed'))
    }
    assert.deepEqual(outcomes, ['failed', 'more', 'done'])
    assert.equal(new Set(reachedFor).size, 51)
    assert.equal(new Set(await asked()).size, 52)
  })
})
