import { Temporal } from 'temporal-polyfill'
import type { AbsenceId, CoverId, StaffCode } from './ids.ts'

/** Why somebody is away. Nothing more is ever kept: what an illness is, or what leave is for, is nobody's business here. */
export const absenceReasons = ['leave', 'sick', 'other'] as const
export type AbsenceReason = (typeof absenceReasons)[number]

/** Days on which somebody is away from work. It is never edited: a change is a new absence that takes its place. */
export type Absence = {
  id: AbsenceId
  person: StaffCode
  /** First and last day away, both included, local. Without a last day nobody knows yet when they are back. */
  from: Temporal.PlainDate
  to?: Temporal.PlainDate
  reason: AbsenceReason
}

/** Days on which somebody stands in for a line manager, first and last included. It ends by itself. */
export type Cover = {
  id: CoverId
  manager: StaffCode
  by: StaffCode
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

/** Days from the first to the last, both included; without a last day they go on. */
export type Days = { from: Temporal.PlainDate; to?: Temporal.PlainDate }

/** Whether a day is one of the days. */
export function includes(days: Days, day: Temporal.PlainDate): boolean {
  return !isBefore(day, days.from) && (days.to === undefined || !isBefore(days.to, day))
}

/** Whether two stretches of days have a day in common. */
export function overlap(one: Days, other: Days): boolean {
  const startsInTime = (a: Days, b: Days) => b.to === undefined || !isBefore(b.to, a.from)
  return startsInTime(one, other) && startsInTime(other, one)
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}
