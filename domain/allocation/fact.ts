import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** Where a fact comes from: one of the case services, or what is kept here. */
export const FactSource = z.enum([
  'allocations',
  'workload',
  'tier',
  'estate',
  'risk-and-needs',
  'manage-supervision',
  'delius',
  'staff-list',
  'supervision-record',
  'leave-record',
  'allocation-record',
])
export type FactSource = z.infer<typeof FactSource>

/**
 * One thing an answer rests on: its value with where it comes from, or that it is not known. What is not known is never
 * read as good news.
 */
export type Fact<T> = Known<T> | NotKnown

export type Known<T> = {
  known: true
  value: T
  source: FactSource
  /** The local day the fact is of: when a risk was assessed, when a tier was worked out, of which night a workload is. */
  on?: Temporal.PlainDate
}

export type NotKnown = {
  known: false
  /** Who was asked last. */
  source: FactSource
  /**
   *  - `none`: the service answered, and has it not.
   *  - `not-answered`: it could not be asked, or not in time.
   *  - `not-understood`: what it said could not be read.
   *  - `conflicting`: two sources say different things.
   */
  why: 'none' | 'not-answered' | 'not-understood' | 'conflicting'
}

export function known<T>(value: T, source: FactSource, on?: Temporal.PlainDate): Known<T> {
  return { known: true, value, source, ...(on === undefined ? {} : { on }) }
}

export function notKnown(source: FactSource, why: NotKnown['why']): NotKnown {
  return { known: false, source, why }
}
