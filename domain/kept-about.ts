import type { Person } from './staff.ts'

/** The sorts of record that are kept about a person. */
export const recordSorts = [
  'staff-list',
  'sessions',
  'sessions-held',
  'drafts',
  'bookings',
  'booking-drafts',
  'actions',
  'team-actions',
  'absences',
  'covers',
  'draws',
  'nominations',
  'allocations',
  'allocations-decided',
  'allocations-named',
  'weighings',
  'allocation-answers',
  'allocation-drafts',
  'reviews-due',
  'review-answers',
  'hold',
  'chat',
  'notices',
  'reminders',
  'reminder-preferences',
  'cards',
  'views',
  'trail',
] as const
export type RecordSort = (typeof recordSorts)[number]

/** One record by the names it is kept under. Days and moments are ISO text; lists and forms are JSON text. */
export type KeptRecord = Readonly<Record<string, unknown>>

/**
 * Everything that is kept about a person, and nothing that is private to other people: of a session that they held with
 * somebody else it has when and what kind, never a note.
 */
export type KeptAbout = {
  about(
    person: Pick<Person, 'staffCode' | 'entraObjectId'>,
  ): Promise<Readonly<Record<RecordSort, readonly KeptRecord[]>>>
}
