import type { Temporal } from 'temporal-polyfill'
import type { AuditNote } from '../audit.ts'
import type { StaffCode } from '../ids.ts'
import type { Notice } from '../ports.ts'
import type { OutboxEntry } from './outbox.ts'
import type { ReminderPreferences } from './reminder-preferences.ts'

/** What goes with a wish: when it was made, its audit note, what it causes, and what is to be sent because of it. */
export type WishWrite = {
  at: Temporal.Instant
  note: AuditNote
  notices?: readonly Notice[]
  entries?: readonly OutboxEntry[]
}

/** What people have said about their own reminders. */
export type PreferencesKept = {
  /** What a person has said, with the version of it: 0 while they have said nothing. */
  of(person: StaffCode): Promise<{ preferences: ReminderPreferences; version: number }>
  /** Of these people, whoever has said anything. */
  ofThese(people: readonly StaffCode[]): Promise<ReadonlyMap<StaffCode, ReminderPreferences>>
  /**
   * Keeps what a person says now, with what goes with it, as one transaction. `version` is what the last read gave; another
   * write meanwhile is a `conflict`, and nothing is kept.
   */
  keep(
    person: StaffCode,
    preferences: ReminderPreferences,
    version: number,
    write: WishWrite,
  ): Promise<'kept' | 'conflict'>
}
