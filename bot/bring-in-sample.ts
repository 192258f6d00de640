import { sampleBookings } from '../backend/sample/sample-bookings.ts'
import { sampleAdministrator, sampleWorld } from '../backend/sample/sample-world.ts'
import { isBankHoliday } from '../config/bank-holidays.ts'
import { workingDaysWithout } from '../domain/working-days.ts'
import type { Store } from '../store/open-store.ts'
import type { Clock } from './clock.ts'

/** Puts the sample people into an empty store, with what they have held, booked and been away for. */
export async function bringInSample(store: Store, clock: Clock): Promise<void> {
  const world = sampleWorld(clock.today())
  await store.staff.put(world.people, { event: 'staff.imported', at: clock.now(), detail: 'sample' })
  await store.supervisions.bringIn(world.sessions)
  const written = { by: sampleAdministrator, at: clock.now(), notes: [], notices: [] }
  for (const { staffCode, ...days } of world.absences) {
    await store.absences.record({ absence: { ...days, person: staffCode } }, written)
  }
  for (const cover of world.covers) await store.absences.record({ cover }, written)
  await store.bookings.bringIn(sampleBookings(clock.today(), workingDaysWithout(isBankHoliday)))
}
