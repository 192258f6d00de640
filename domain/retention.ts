import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import type { AuditNote } from './audit.ts'
import type { StaffCode } from './ids.ts'
import type { Person } from './staff.ts'

/** How long things are kept. All of it is configuration. */
export const RetentionPolicy = z.strictObject({
  /** Calendar years that a person's sessions, and what hangs on them, are kept after their last day in post. */
  sessionYears: z.int().min(1).max(100),
  /** Days that a draft is kept after it was last touched. */
  draftDays: z.int().min(7).max(3650),
  /** Days that is kept what was answered, where cards stand, what became of reminders, and where conversations stand. */
  handledDays: z.int().min(7).max(3650),
  /** Calendar months that is kept who looked at whose record. */
  viewMonths: z.int().min(1).max(120),
})
export type RetentionPolicy = z.infer<typeof RetentionPolicy>

/**
 * What the nightly job removes, in this order: first what has its own period, then what is kept for some years after a
 * person has left.
 */
export const removable = [
  'answered',
  'cards',
  'reminders',
  'state',
  'chats',
  'drafts',
  'views',
  'sessions',
  'leavers',
] as const
export type Removable = (typeof removable)[number]

/** How many of each kind a run removed. */
export type RemovedCounts = Partial<Record<Removable, number>>

/** Before which moment or day each kind of record is past its time. What stands exactly at it is still kept. */
export type Limits = {
  now: Temporal.Instant
  drafts: Temporal.Instant
  handled: Temporal.Instant
  views: Temporal.Instant
  /** Somebody whose last day in post is before this day left longer ago than sessions are kept. */
  leftBefore: Temporal.PlainDate
}

/** The limits at a moment. Days are 24 hours; months and years are those of the calendar in London. */
export function limitsAt(now: Temporal.Instant, policy: RetentionPolicy): Limits {
  const local = now.toZonedDateTimeISO('Europe/London')
  const daysAgo = (days: number) => now.subtract({ hours: 24 * days })
  return {
    now,
    drafts: daysAgo(policy.draftDays),
    handled: daysAgo(policy.handledDays),
    views: local.subtract({ months: policy.viewMonths }).toInstant(),
    leftBefore: firstDayStillKept(local.toPlainDate(), policy),
  }
}

/** The last day on which the sessions of somebody are kept who had this last day in post. */
export function keptUntil(endedOn: Temporal.PlainDate, policy: RetentionPolicy): Temporal.PlainDate {
  return endedOn.add({ years: policy.sessionYears })
}

/** The earliest last day in post whose sessions are kept today: the mirror of `keptUntil`, also around 29 February. */
function firstDayStillKept(today: Temporal.PlainDate, policy: RetentionPolicy): Temporal.PlainDate {
  let day = today.subtract({ years: policy.sessionYears })
  while (Temporal.PlainDate.compare(keptUntil(day, policy), today) < 0) day = day.add({ days: 1 })
  return day
}

/** A hold stops the removal of anything about a person until it is released. */
export type Hold = {
  person: StaffCode
  at: Temporal.Instant /** Absent when it was put by a command. */
  by?: StaffCode
}

export type Holds = {
  /** False when there is a hold already; nothing was changed then. */
  put(hold: Hold, note: AuditNote): Promise<boolean>
  /** False when there was none. */
  release(person: StaffCode, note: AuditNote): Promise<boolean>
  of(person: StaffCode): Promise<Hold | undefined>
}

/** Removes what is past its time. */
export type Retention = {
  /**
   * The run for a day: a new one, or one that was begun earlier and did not come to its end, whatever its day; undefined
   * when the day's run has ended.
   */
  begin(day: Temporal.PlainDate): Promise<{ day: Temporal.PlainDate } | undefined>
  /**
   * Removes one page of one kind, as one short transaction that also counts it into the run. `more` says whether another
   * page may be left. What concerns a person on hold stays. Nothing is done in a run that has ended.
   */
  removePage(
    run: { day: Temporal.PlainDate },
    what: Removable,
    limits: Limits,
  ): Promise<{ removed: number; more: boolean }>
  /** Ends the run, with the audit note of what it removed in all; gives the counts. Ending it again does nothing. */
  end(
    run: { day: Temporal.PlainDate },
    noteOf: (counts: RemovedCounts) => AuditNote,
  ): Promise<RemovedCounts | undefined>
}

/** Counts as the audit trail keeps them: "answered=12 drafts=1". "nothing" when nothing was removed. */
export function countsInWords(counts: RemovedCounts): string {
  const parts = removable.flatMap((kind) => (counts[kind] ? [`${kind}=${counts[kind]}`] : []))
  return parts.length === 0 ? 'nothing' : parts.join(' ')
}

/** Who may put and release a hold. */
export function mayHold({ grade }: Pick<Person, 'grade'>): boolean {
  return grade === 'ADMIN'
}
