import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { ActionId, AllocationId, BookingId, IsoDate, StaffCode } from '../ids.ts'
import { KindId } from '../supervision-kind.ts'
import { type OutboxEntry, outboxKey } from './outbox.ts'

const Code = z.string().regex(/^[a-z0-9-]{1,60}$/)

/**
 * What a reminder is about, as ids and days and nothing else. `person` is the one whose facts decide: the person supervised,
 * the owner of an action, the practitioner of a case. Case numbers are left out on purpose: they are looked up when it is sent.
 */
export const ReminderThing = z.discriminatedUnion('what', [
  /** `window` is the first day of the window. */
  z.strictObject({ what: z.literal('window-closing'), person: StaffCode, kind: KindId, window: IsoDate }),
  z.strictObject({ what: z.literal('session-today'), person: StaffCode, booking: BookingId }),
  /** With another day to be done by, an action is another thing. */
  z.strictObject({ what: z.literal('action-due'), person: StaffCode, action: ActionId, due: IsoDate }),
  z.strictObject({ what: z.literal('team-action-due'), person: StaffCode, teamAction: Code, due: IsoDate }),
  z.strictObject({ what: z.literal('touch-point'), person: StaffCode, allocation: AllocationId }),
  /** All reviews of one kind that were due on one day. */
  z.strictObject({ what: z.literal('review-due'), person: StaffCode, review: Code, due: IsoDate }),
  z.strictObject({ what: z.literal('digest'), manager: StaffCode, day: IsoDate }),
  /** `week` is the Monday of the week. */
  z.strictObject({ what: z.literal('weekly'), head: StaffCode, week: IsoDate }),
])
export type ReminderThing = z.infer<typeof ReminderThing>

/** One step of reminding one person of one thing. */
export type Reminder = {
  to: StaffCode
  thing: ReminderThing
  /** Which time it is that they are reminded: the days left, and when it had been put off to. */
  step: string
  dueAt: Temporal.Instant
}

/** The name of a thing among all that anybody is reminded of; the same for everybody who is reminded of it. */
export function nameOf(thing: ReminderThing): string {
  return [thing.what, ...idsOf(thing)].join(':')
}

/** The key under which a reminder is kept: the same step of the same thing to the same person is sent once. */
export function keyOf({ to, thing, step }: Omit<Reminder, 'dueAt'>): string {
  return outboxKey(to, thing.what, idsOf(thing).join(':'), step)
}

function idsOf(thing: ReminderThing): string[] {
  switch (thing.what) {
    case 'window-closing':
      return [thing.person, thing.kind, thing.window]
    case 'session-today':
      return [thing.person, thing.booking]
    case 'action-due':
      return [thing.person, thing.action, thing.due]
    case 'team-action-due':
      return [thing.person, thing.teamAction, thing.due]
    case 'touch-point':
      return [thing.person, thing.allocation]
    case 'review-due':
      return [thing.person, thing.review, thing.due]
    case 'digest':
      return [thing.manager, thing.day]
    case 'weekly':
      return [thing.head, thing.week]
  }
}

/** A reminder as it goes into the outbox. */
export function entryOf(reminder: Reminder): OutboxEntry {
  const { what, ...ids } = reminder.thing
  return {
    key: keyOf(reminder),
    to: reminder.to,
    what,
    about: { ...ids, step: reminder.step },
    dueAt: reminder.dueAt,
  }
}

/**
 * The reminder that an entry of the outbox holds.
 * @throws {z.ZodError} when the entry holds something else.
 */
export function reminderOf({ to, what, about, dueAt }: Omit<OutboxEntry, 'key'>): Reminder {
  const { step = '', ...ids } = about
  return { to, thing: ReminderThing.parse({ what, ...ids }), step, dueAt }
}
