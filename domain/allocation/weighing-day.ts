import { Temporal } from 'temporal-polyfill'
import type { WorkingDays } from '../working-days.ts'

/** The local day on which somebody is weighed. What is worked out from it is kept with it: take one for a whole answer. */
export type WeighingDay = { readonly today: Temporal.PlainDate; readonly workingDays: WorkingDays }

let last: WeighingDay | undefined

/** The same one for every answer of a day, so that its limits are worked out once for all of them. */
export function weighingDay(today: Temporal.PlainDate, workingDays: WorkingDays): WeighingDay {
  const isSame = last?.workingDays === workingDays && Temporal.PlainDate.compare(last.today, today) === 0
  if (last === undefined || !isSame) last = { today, workingDays }
  return last
}

const kept = new WeakMap<WeighingDay, Map<string, unknown>>()

/** What `make` gives, worked out once for a day and a key: limits are the same for everybody who is weighed on that day. */
export function onceFor<T>(on: WeighingDay, key: string, make: () => T): T {
  let made = kept.get(on)
  if (made === undefined) {
    made = new Map()
    kept.set(on, made)
  }
  if (!made.has(key)) made.set(key, make())
  return made.get(key) as T
}
