import type { Cover } from './absence.ts'
import { type Booking, isOf } from './booking.ts'
import { manages } from './rights.ts'
import type { Person } from './staff.ts'

/**
 * Whether somebody may look at, move and cancel a booking: its two people, and whoever manages the person supervised or covers
 * for whoever does. `practitioner` is that person on the staff list, where they are on it.
 */
export function mayHandleBooking(
  viewer: Person,
  booking: Pick<Booking, 'practitioner' | 'supervisor'>,
  practitioner: Person | undefined,
  covers: readonly Cover[],
): boolean {
  if (isOf(booking, viewer.staffCode)) return true
  const isTheirs = practitioner?.staffCode === booking.practitioner
  return practitioner !== undefined && isTheirs && manages(viewer, practitioner, covers)
}
