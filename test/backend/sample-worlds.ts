import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { type SampleWorld, sampleWorld } from '../../backend/sample/sample-world.ts'

/** Days on which the calendar is awkward: ends of months and years, a leap day, a bank holiday. */
const awkwardDays = ['2026-11-20', '2026-12-26', '2027-03-31', '2027-04-01', '2028-02-28', '2028-02-29']

const anyDay = fc.integer({ min: 0, max: 730 }).map((days) => {
  return Temporal.PlainDate.from('2026-04-01').add({ days }).toString()
})

/** The awkward days and some drawn from two years: what must always hold is tried on each. */
export const triedDays = [...awkwardDays, ...fc.sample(anyDay, { numRuns: 4, seed: 20261120 })]

const worlds = new Map<string, SampleWorld>()

/** The sample world on a day, made once for all tests. */
export function worldOn(day: string): SampleWorld {
  const world = worlds.get(day) ?? sampleWorld(Temporal.PlainDate.from(day))
  worlds.set(day, world)
  return world
}
