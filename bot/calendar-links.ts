import { createHmac, timingSafeEqual } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Bookings } from '../domain/booked-sessions.ts'
import { type Booking, isOf } from '../domain/booking.ts'
import { BookingId, type StaffCode } from '../domain/ids.ts'
import type { StaffList, StateStore } from '../domain/ports.ts'
import { firstNameOf, isInPost } from '../domain/staff.ts'
import { calendarFile } from './calendar-file.ts'
import type { Clock } from './clock.ts'

type Parts = {
  bookings: Bookings
  staff: StaffList
  state: StateStore
  clock: Clock
  /** The address that people reach this service at; undefined while it is not known. */
  address: () => Promise<string | undefined>
  /** A new secret, unguessable, as text. */
  newKey: () => string
  /** How many days a link works. */
  days: number
}

const keyName = 'calendar-link-key'
/** The booking, whose of the two it is, the second until which it works, and the proof that this service made it. */
const pattern = /^([0-9a-f]{32})-([ps])-([0-9a-z]{1,8})-([A-Za-z0-9_-]{43})$/

/**
 * Links to calendar files. A link holds everything about itself, signed with a key that is kept in the store: it works for
 * one meeting, for one of its two people, and for some days, and nothing is written down when it is made or used.
 */
export function calendarLinks({ bookings, staff, state, clock, address, newKey, days }: Parts) {
  let known: Promise<string> | undefined
  const key = () => {
    known ??= keptKey(state, newKey)
    known.catch(() => {
      known = undefined
    })
    return known
  }
  const proofOf = async (claims: string) =>
    createHmac('sha256', await key())
      .update(claims)
      .digest('base64url')

  return {
    /** The link of one of the two people; undefined for anybody else, and while the service does not know its address. */
    async linkFor(booking: Booking, person: StaffCode): Promise<string | undefined> {
      const base = isOf(booking, person) ? await address() : undefined
      if (base === undefined) return undefined
      const until = Math.floor(clock.now().epochMilliseconds / 1000) + days * 24 * 3600
      const part = person === booking.practitioner ? 'p' : 's'
      const claims = `${booking.meeting.replaceAll('-', '')}-${part}-${until.toString(36)}`
      return `${base}/ics/${claims}-${await proofOf(claims)}`
    },

    /** The calendar file behind a link, as the meeting stands now; undefined when the link does not hold. */
    async fileFor(token: string): Promise<string | undefined> {
      const [, id = '', part, until = '', proof = ''] = pattern.exec(token) ?? []
      if (proof === '') return undefined
      const expected = Buffer.from(await proofOf(token.slice(0, -(proof.length + 1))))
      if (!timingSafeEqual(expected, Buffer.from(proof))) return undefined
      const last = Temporal.Instant.fromEpochMilliseconds(Number.parseInt(until, 36) * 1000)
      if (Temporal.Instant.compare(clock.now(), last) >= 0) return undefined
      const booking = await bookings.current(BookingId.parse(withDashes(id)))
      if (booking === undefined) return undefined
      const own = part === 'p' ? booking.practitioner : booking.supervisor
      const other = part === 'p' ? booking.supervisor : booking.practitioner
      const [reader, partner] = await Promise.all([staff.byStaffCode(own), staff.byStaffCode(other)])
      if (reader === undefined || !isInPost(reader, clock.today().toString())) return undefined
      return calendarFile(booking, partner === undefined ? 'a colleague' : firstNameOf(partner))
    },
  }
}

/** The key in the store, made when there is none. Of several instances that make one at once, all use the one that is kept. */
async function keptKey(state: StateStore, newKey: () => string): Promise<string> {
  const before = (await state.read([keyName]))[keyName]
  const { key } = before ?? (await state.keepFirst(keyName, { key: newKey() }))
  if (typeof key === 'string' && key.length >= 32) return key
  throw new Error('The key that calendar links are signed with cannot be read from the records.')
}

function withDashes(id: string): string {
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
