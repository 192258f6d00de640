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

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}

/** How long ago time away may begin, and how far ahead it may, in months; and the longest that one person stands in. */
const monthsBack = 12
const monthsAhead = 24
const coverMonths = 12

/** What is wrong with days away, as a sentence that says what to do; undefined when nothing is. */
export function problemWithDaysAway({ from, to }: Days, today: Temporal.PlainDate): string | undefined {
  if (to !== undefined && isBefore(to, from)) return 'The last day is before the first. Please put one of them right.'
  if (isBefore(from, today.subtract({ months: monthsBack })))
    return 'That begins more than a year ago. Please give a later first day.'
  if (isBefore(today.add({ months: monthsAhead }), from))
    return 'That begins more than two years from now. Please give an earlier first day.'
  return undefined
}

/** What is wrong with the days of a cover, as a sentence that says what to do; undefined when nothing is. */
export function problemWithDaysOfCover({ from, to }: Required<Days>, today: Temporal.PlainDate): string | undefined {
  if (isBefore(to, from)) return 'The last day is before the first. Please put one of them right.'
  if (isBefore(to, today)) return 'Those days are over. Please give a last day that is still to come.'
  if (isBefore(from.add({ months: coverMonths }), to))
    return 'A cover lasts a year at most. Please give an earlier last day.'
  if (isBefore(today.add({ months: monthsAhead }), from))
    return 'That begins more than two years from now. Please give an earlier first day.'
  return undefined
}
